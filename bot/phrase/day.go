package phrase

import (
	"time"

	"newshound/corpus"
)

// dayForm is how a day is written.
const dayForm = "2 January 2006"

// DayOnly returns the day on which something was published, in its outlet's time zone, or the
// month or year where no more is known.
func DayOnly(t time.Time) string {
	switch corpus.PrecisionOf(t) {
	case corpus.Month:
		return t.Format("January 2006")
	case corpus.Year:
		return t.Format("2006")
	}
	return t.Format(dayForm)
}

// OnDay says the same behind “published”: “on 27 July 2018”, “in July 2018”.
func OnDay(t time.Time) string {
	if corpus.PrecisionOf(t) > corpus.Day {
		return "in " + DayOnly(t)
	}
	return "on " + DayOnly(t)
}

// Day returns when something was published: the day, with the time where that is known, or ""
// where nothing is known.
func Day(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case corpus.PrecisionOf(t) != corpus.Instant:
		return DayOnly(t)
	}
	if _, offset := t.Zone(); offset != 0 {
		return t.Format(dayForm + ", 15:04 UTC-07:00")
	}
	return t.Format(dayForm + ", 15:04 UTC")
}

// DayOf writes out a day that is in numbers: 2018-07-27. Any other text stays as it is.
func DayOf(text string) string {
	if t, err := time.Parse(time.DateOnly, text); err == nil {
		return DayOnly(t)
	}
	return text
}
