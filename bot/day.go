package bot

import (
	"time"

	"newshound/corpus"
)

// dayForm is how a day is written.
const dayForm = "2 January 2006"

// dayOnly says on which day something was published, as its outlet has it.
func dayOnly(t time.Time) string { return t.Format(dayForm) }

// day says when something was published: the day, with the time where it is known. It is
// "" where nothing is.
func day(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case corpus.IsDay(t):
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

// published returns the day on which an article was published, and whether it is known.
func published(a *corpus.Article) (year int, month time.Month, day int, ok bool) {
	year, month, day = a.Published.Date()
	return year, month, day, !a.Published.IsZero()
}
