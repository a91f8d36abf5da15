package bot

import (
	"time"

	"newshound/corpus"
)

// dayForm is how a day is written.
const dayForm = "2 January 2006"

// dayOnly says on which day something was published, as its outlet has it, or in which
// month or year where no more is known.
func dayOnly(t time.Time) string {
	switch corpus.PrecisionOf(t) {
	case corpus.Month:
		return t.Format("January 2006")
	case corpus.Year:
		return t.Format("2006")
	}
	return t.Format(dayForm)
}

// onDay says the same behind “published”: “on 27 July 2018”, “in July 2018”.
func onDay(t time.Time) string {
	if corpus.PrecisionOf(t) > corpus.Day {
		return "in " + dayOnly(t)
	}
	return "on " + dayOnly(t)
}

// before reports whether what was published at x is known to have come before what was
// published at y.
func before(x, y time.Time) bool {
	if x.IsZero() || y.IsZero() {
		return false
	}
	if corpus.PrecisionOf(x) == corpus.Instant && corpus.PrecisionOf(y) == corpus.Instant {
		return x.Before(y)
	}
	_, last := corpus.Days(x)
	first, _ := corpus.Days(y)
	return last.Before(first)
}

// day says when something was published: the day, with the time where it is known. It is
// "" where nothing is.
func day(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case corpus.PrecisionOf(t) != corpus.Instant:
		return dayOnly(t)
	}
	if _, offset := t.Zone(); offset != 0 {
		return t.Format(dayForm + ", 15:04 UTC-07:00")
	}
	return t.Format(dayForm + ", 15:04 UTC")
}

// dayOf writes out a day that is in numbers: 2018-07-27. Any other text stays as it is.
func dayOf(text string) string {
	if t, err := time.Parse(time.DateOnly, text); err == nil {
		return dayOnly(t)
	}
	return text
}

// numbers returns the year of a time, and its month and day as far as they are known.
func numbers(t time.Time) []int {
	y, m, d := t.Date()
	switch corpus.PrecisionOf(t) {
	case corpus.Month:
		return []int{y, int(m)}
	case corpus.Year:
		return []int{y}
	}
	return []int{y, int(m), d}
}

// date is when an article was published, for a reference: a part that is not known is "".
type date struct{ year, month, day string }

// published returns the date of an article.
func published(a *corpus.Article) date {
	var d date
	if a.Published.IsZero() {
		return d
	}
	d.year = a.Published.Format("2006")
	if precision := corpus.PrecisionOf(a.Published); precision < corpus.Year {
		d.month = a.Published.Format("January")
		if precision < corpus.Month {
			d.day = a.Published.Format("2")
		}
	}
	return d
}
