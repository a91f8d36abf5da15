package index

import (
	"cmp"
	"slices"
	"time"

	"newshound/answer"
)

// moment is a time of publication as the outlet has it.
type moment struct {
	published int64 // seconds since 1970, or unknown
	zone      int   // seconds ahead of UTC
}

// local is a known moment on the clock of the outlet, in seconds since 1970.
func (m moment) local() int64 { return m.published + int64(m.zone) }

// time is the moment, the zero time where it is not known.
func (m moment) time() time.Time {
	switch {
	case m.published == unknown:
		return time.Time{}
	case m.zone == 0:
		return time.Unix(m.published, 0).UTC()
	}
	return time.Unix(m.published, 0).In(time.FixedZone("", m.zone))
}

// dates are the moments of publication of some articles: the first and the last on the
// clocks of their outlets, both unknown if none is known, and how many are not.
type dates struct {
	first, last moment
	undated     int
}

func noDates() dates {
	return dates{first: moment{published: unknown}, last: moment{published: unknown}}
}

// add takes in the moment of an article.
func (d *dates) add(m moment) {
	if m.published == unknown {
		d.undated++
		return
	}
	d.join(dates{first: m, last: m})
}

// join takes in those of other articles.
func (d *dates) join(o dates) {
	d.undated += o.undated
	if o.last.published == unknown {
		return
	}
	if d.last.published == unknown || o.first.local() < d.first.local() {
		d.first = o.first
	}
	if d.last.published == unknown || o.last.local() > d.last.local() {
		d.last = o.last
	}
}

// reach reports whether an article may be of the days from from to to, of which either may
// be the zero time and set no bound.
func (d dates) reach(from, to time.Time) bool {
	if from.IsZero() && to.IsZero() {
		return true
	}
	return d.last.published != unknown && (from.IsZero() || d.last.local() >= from.Unix()) &&
		(to.IsZero() || d.first.local() < to.Unix()+secondsADay)
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
			} else if r.local() == dates.first.local() || r.local() == dates.last.local() {
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
	c.First, c.Last = all.first.time(), all.last.time()
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
			d.add(s.row(i).moment)
		}
	}
	return d
}
