package index

import (
	"cmp"
	"slices"
	"time"

	"newshound/answer"
	"newshound/answer/index/internal/segment"
)

// Published implements [answer.Index]. It reads no article.
func (ix *Index) Published(p answer.Period) []answer.PeriodCount {
	defer ix.guard()()
	type key struct {
		start  time.Time
		outlet string
	}
	starts := make(map[int64]time.Time) // by the day's number since 1970
	counts := make(map[key]int)
	for _, s := range ix.segments {
		outlets := s.Labels(segment.Outlets)
		for i := range s.Articles {
			r := s.Row(i)
			if !s.Live(i) || !r.Known() {
				continue
			}
			if r.Zone != 0 && !p.Tells(r.Time()) {
				continue
			}
			local := time.Unix(r.Published+int64(r.Zone), 0).UTC()
			day := floorDiv(local.Unix(), secondsOfDay)
			start, ok := starts[day]
			if !ok {
				start = p.Start(local)
				starts[day] = start
			}
			counts[key{start, outlets[r.Outlet].Outlet}]++
		}
	}
	out := make([]answer.PeriodCount, 0, len(counts))
	for k, n := range counts {
		out = append(out, answer.PeriodCount{Start: k.start, Outlet: k.outlet, Articles: n})
	}
	slices.SortFunc(out, func(x, y answer.PeriodCount) int {
		return cmp.Or(x.Start.Compare(y.Start), cmp.Compare(x.Outlet, y.Outlet))
	})
	return out
}

const secondsOfDay = 24 * 60 * 60

// floorDiv divides and rounds down, also what is negative.
func floorDiv(x, y int64) int64 {
	q := x / y
	if x%y < 0 {
		q--
	}
	return q
}
