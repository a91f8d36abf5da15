package index

import (
	"cmp"
	"slices"

	"newshound/answer"
	"newshound/corpus"
)

// coverage counts what the articles' metadata tell.
func coverage(articles []*corpus.Article) answer.Coverage {
	c := answer.Coverage{Articles: len(articles)}
	outlets := make(map[string]int)
	for _, a := range articles {
		if a.Outlet != "" {
			outlets[a.Outlet]++
		}
		switch p := a.Published; {
		case p.IsZero():
			c.Undated++
		default:
			if c.First.IsZero() || p.Before(c.First) {
				c.First = p
			}
			if p.After(c.Last) {
				c.Last = p
			}
		}
	}
	for name, n := range outlets {
		c.Outlets = append(c.Outlets, answer.OutletCount{Outlet: name, Articles: n})
	}
	slices.SortFunc(c.Outlets, func(x, y answer.OutletCount) int {
		return cmp.Or(cmp.Compare(y.Articles, x.Articles), cmp.Compare(x.Outlet, y.Outlet))
	})
	return c
}
