package index

import (
	"cmp"
	"slices"
	"time"

	"newshound/answer"
)

// coverage counts what the articles' metadata tell.
func coverage(segments []*segment) answer.Coverage {
	var c answer.Coverage
	outlets := make(map[string]int)
	first, last := int64(0), int64(unknown)
	for _, s := range segments {
		labels := s.labels(secOutlets)
		counts := make([]int, len(labels))
		for i := range s.articles {
			if !s.live(i) {
				continue
			}
			r := s.row(i)
			c.Articles++
			counts[r.outlet]++
			if r.published == unknown {
				c.Undated++
				continue
			}
			if last == unknown || r.published < first {
				first = r.published
			}
			last = max(last, r.published)
		}
		for i, n := range counts {
			if n > 0 {
				outlets[labels[i].Outlet] += n
			}
		}
	}
	if last != unknown {
		c.First, c.Last = time.Unix(first, 0).UTC(), time.Unix(last, 0).UTC()
	}
	delete(outlets, "") // not known
	for name, n := range outlets {
		c.Outlets = append(c.Outlets, answer.OutletCount{Outlet: name, Articles: n})
	}
	slices.SortFunc(c.Outlets, func(x, y answer.OutletCount) int {
		return cmp.Or(cmp.Compare(y.Articles, x.Articles), cmp.Compare(x.Outlet, y.Outlet))
	})
	return c
}
