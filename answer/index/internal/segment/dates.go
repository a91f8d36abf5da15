package segment

import (
	"math"
	"time"
)

// unknown is the time of publication of an article that has none.
const unknown = math.MinInt64

// Moment is a time of publication as the outlet has it.
type Moment struct {
	Published int64 // seconds since 1970, or unknown
	Zone      int   // seconds ahead of UTC
}

// Known reports whether there is such a time.
func (m Moment) Known() bool { return m.Published != unknown }

// Local is a known moment on the clock of the outlet, in seconds since 1970.
func (m Moment) Local() int64 { return m.Published + int64(m.Zone) }

// Time is the moment, the zero time where it is not known.
func (m Moment) Time() time.Time {
	switch {
	case !m.Known():
		return time.Time{}
	case m.Zone == 0:
		return time.Unix(m.Published, 0).UTC()
	}
	return time.Unix(m.Published, 0).In(time.FixedZone("", m.Zone))
}

// Dates are the moments of publication of some articles: the first and the last on the
// clocks of their outlets, both unknown if none is known, and how many are not.
type Dates struct {
	First, Last Moment
	Undated     int
}

// NoDates are those of no articles.
func NoDates() Dates {
	return Dates{First: Moment{Published: unknown}, Last: Moment{Published: unknown}}
}

// add takes in the moment of an article.
func (d *Dates) add(m Moment) {
	if !m.Known() {
		d.Undated++
		return
	}
	d.Join(Dates{First: m, Last: m})
}

// Join takes in those of other articles.
func (d *Dates) Join(o Dates) {
	d.Undated += o.Undated
	if !o.Last.Known() {
		return
	}
	if !d.Last.Known() || o.First.Local() < d.First.Local() {
		d.First = o.First
	}
	if !d.Last.Known() || o.Last.Local() > d.Last.Local() {
		d.Last = o.Last
	}
}

const secondsADay = 24 * 60 * 60

// Reach reports whether an article may be of the days from from to to, of which either may
// be the zero time and set no bound.
func (d Dates) Reach(from, to time.Time) bool {
	if from.IsZero() && to.IsZero() {
		return true
	}
	return d.Last.Known() && (from.IsZero() || d.Last.Local() >= from.Unix()) &&
		(to.IsZero() || d.First.Local() < to.Unix()+secondsADay)
}
