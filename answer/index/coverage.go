package index

import (
	"cmp"
	"slices"

	"newshound/answer"
	"newshound/answer/index/internal/segment"
)

// coverage counts what the articles' metadata tell. It looks at the deleted
// articles, and hardly ever at the others.
func coverage(segments []*segment.Segment) answer.Coverage {
	var c answer.Coverage
	outlets := make(map[string]int)
	all := segment.NoDates()
	for _, s := range segments {
		labels := s.Labels(segment.Outlets)
		c.Articles += s.Articles
		dates, moved := s.Dates, false
		for i, deleted := range s.Deleted {
			if !deleted {
				continue
			}
			r := s.Row(i)
			c.Articles--
			labels[r.Outlet].Articles--
			if !r.Known() {
				dates.Undated--
			} else if r.Local() == dates.First.Local() || r.Local() == dates.Last.Local() {
				moved = true
			}
		}
		if moved {
			dates = s.DatesOf(s.Live)
		}
		all.Join(dates)
		for _, l := range labels {
			if l.Articles > 0 {
				outlets[l.Outlet] += l.Articles
			}
		}
	}
	c.Undated = all.Undated
	c.First, c.Last = all.First.Time(), all.Last.Time()
	delete(outlets, "") // not known
	for name, n := range outlets {
		c.Outlets = append(c.Outlets, answer.OutletCount{Outlet: name, Articles: n})
	}
	slices.SortFunc(c.Outlets, func(x, y answer.OutletCount) int {
		return cmp.Or(cmp.Compare(y.Articles, x.Articles), cmp.Compare(x.Outlet, y.Outlet))
	})
	return c
}
