package index

import (
	"cmp"
	"slices"
	"time"

	"newshound/answer"
)

// dates are the times of publication of some articles, in seconds since 1970: the
// first and the last, both unknown if none is known, and how many are not.
type dates struct {
	first, last int64
	undated     int
}

func noDates() dates { return dates{first: unknown, last: unknown} }

// add takes in the time of an article.
func (d *dates) add(published int64) {
	if published == unknown {
		d.undated++
		return
	}
	d.join(dates{first: published, last: published})
}

// join takes in those of other articles.
func (d *dates) join(o dates) {
	d.undated += o.undated
	if o.last == unknown {
		return
	}
	if d.last == unknown || o.first < d.first {
		d.first = o.first
	}
	d.last = max(d.last, o.last)
}

// reach reports whether an article may be of the days from from to to, of which either may
// be the zero time and set no bound. Its day is that of its time zone, less than a day
// ahead or behind.
func (d dates) reach(from, to time.Time) bool {
	if from.IsZero() && to.IsZero() {
		return true
	}
	return d.last != unknown && (from.IsZero() || d.last+secondsADay >= from.Unix()) &&
		(to.IsZero() || d.first < to.Unix()+2*secondsADay)
}

// coverage counts what the articles' metadata tell. It looks at the deleted
// articles, and hardly ever at the others.
func coverage(segments []*segment) answer.Coverage {
	var c answer.Coverage
	outlets := make(map[string]int)
	all := noDates()
	for _, s := range segments {
		labels := s.labels(secOutlets)
		c.Articles += s.articles
		dates, moved := s.dates, false
		for i, deleted := range s.deleted {
			if !deleted {
				continue
			}
			r := s.row(i)
			c.Articles--
			labels[r.outlet].Articles--
			if r.published == unknown {
				dates.undated--
			} else if r.published == dates.first || r.published == dates.last {
				moved = true
			}
		}
		if moved {
			dates = s.datesOf(s.live)
		}
		all.join(dates)
		for _, l := range labels {
			if l.Articles > 0 {
				outlets[l.Outlet] += l.Articles
			}
		}
	}
	c.Undated = all.undated
	if all.last != unknown {
		c.First, c.Last = time.Unix(all.first, 0).UTC(), time.Unix(all.last, 0).UTC()
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

// datesOf returns the dates of the articles that are wanted.
func (s *segment) datesOf(wanted func(article int) bool) dates {
	d := noDates()
	for i := range s.articles {
		if wanted(i) {
			d.add(s.row(i).published)
		}
	}
	return d
}
