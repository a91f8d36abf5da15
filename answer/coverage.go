package answer

import (
	"time"

	"newshound/corpus"
)

// Coverage tells how large a corpus is. The zero value is an empty one.
type Coverage struct {
	Articles int
	Passages int
	// Outlets are the names of the outlets with the number of articles of each,
	// most articles first, then by name. Articles of no known outlet are not in it.
	Outlets []OutletCount
	// First and Last are the earliest and latest known publication times by the clocks of
	// the outlets, each in its outlet's time zone; both are zero where none is known.
	// Undated is the number of articles without.
	First, Last time.Time
	Undated     int
}

// OutletCount is one outlet and how many articles of the corpus it published.
type OutletCount struct {
	Outlet   string
	Articles int
}

// Period is a length of time by which articles are counted. The zero value is a
// day.
type Period uint8

// The periods. A week begins on Monday.
const (
	Day Period = iota
	Week
	Month
	Year
)

// Start returns the first day of the period that a time lies in, at midnight UTC.
// The day of a time is that of its own time zone.
func (p Period) Start(t time.Time) time.Time {
	y, m, d := t.Date()
	switch p {
	case Week:
		d -= (int(t.Weekday()) + 6) % 7
	case Month:
		d = 1
	case Year:
		m, d = time.January, 1
	}
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// Tells reports whether enough of a publication time is known to tell the period that it
// lies in.
func (p Period) Tells(t time.Time) bool {
	first, last := corpus.Days(t)
	return p.Start(first).Equal(p.Start(last))
}

// Next returns the first day of the period after the one that begins on start.
func (p Period) Next(start time.Time) time.Time {
	switch p {
	case Week:
		return start.AddDate(0, 0, 7)
	case Month:
		return start.AddDate(0, 1, 0)
	case Year:
		return start.AddDate(1, 0, 0)
	}
	return start.AddDate(0, 0, 1)
}

// PeriodCount is how many articles an outlet published in a period; "" is the
// outlet of those of which none is known.
type PeriodCount struct {
	Start    time.Time // the period's first day
	Outlet   string
	Articles int
}
