package inquiry

import (
	"math"
	"time"

	"newshound/answer/calendar"
	"newshound/answer/naming"
)

const (
	// dateShare is how much it counts, in shares of the question's weight, that an
	// article was published on a day that the question names; so many days off it
	// is half.
	dateShare = 0.5
	dateHalf  = 1
	// recentShare is how much it counts that an article was published right before
	// the question is asked; so many days before it is half. A day after counts
	// like several before: the question could not know of it.
	recentShare = 0.8
	recentHalf  = 14
	daysAfter   = 5
)

// nearness rates how near to a date something was published: 1 in its days, and
// half as much with every dateHalf days off.
func nearness(d calendar.Named, published time.Time) float64 {
	day, first, last := calendar.Day(published), d.First, d.Last
	if first.Year() == 0 {
		const halfYear = 183 * 24 * time.Hour
		first = first.AddDate(day.Year(), 0, 0)
		switch after := first.Sub(day); { // 31 December is a day before 1 January
		case after > halfYear:
			first = first.AddDate(-1, 0, 0)
		case after < -halfYear:
			first = first.AddDate(1, 0, 0)
		}
		last = first
	}
	off := 0.0
	switch {
	case day.Before(first):
		off = first.Sub(day).Hours() / 24
	case day.After(last):
		off = day.Sub(last).Hours() / 24
	}
	return math.Exp2(-off / dateHalf)
}

// Period is the time that a question, or a side of it, is about.
type Period struct {
	dates []calendar.Named
	asked time.Time // zero if not known
}

// Told reports whether a period says anything of when something was published.
func (p Period) Told() bool { return len(p.dates) > 0 || !p.asked.IsZero() }

// Period returns what the whole question is about.
func (in Inquiry) Period() Period { return Period{in.Dates, in.Asked} }

// PeriodOf returns what a side of it is about; the zero side is the whole.
func (in Inquiry) PeriodOf(f naming.Side) Period {
	if f.End == 0 {
		return in.Period()
	}
	p := Period{asked: in.Asked}
	for _, d := range in.Dates {
		if d.Start >= f.Start && d.Start < f.End {
			p.dates = append(p.dates, d)
		}
	}
	return p
}

// Nearness rates how near something was published to what the question names,
// and to when it is asked.
func (p Period) Nearness(published time.Time) float64 {
	if published.IsZero() {
		return 0
	}
	near := 0.0
	for _, d := range p.dates {
		near = max(near, dateShare*nearness(d, published))
	}
	return near + recentShare*p.Recency(published)
}

// Recency rates how shortly before the question is asked something was published, 1 at that
// time; 0 where either is not known.
func (p Period) Recency(published time.Time) float64 {
	if published.IsZero() || p.asked.IsZero() {
		return 0
	}
	days := calendar.Day(p.asked).Sub(calendar.Day(published)).Hours() / 24
	if days < 0 {
		days *= -daysAfter
	}
	return math.Exp2(-days / recentHalf)
}
