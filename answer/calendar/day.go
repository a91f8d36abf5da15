package calendar

import (
	"strings"
	"time"
)

// Parse reads a day, a month or a year in figures (2018-07-27, 2018/07/27, 27/7/2018, 7/27/2018, 27.7.2018, 2018-07,
// 2018), and returns its first and last day. Of 3/4/2018 nobody can tell which is the month: it is not read; of
// 3.4.2018 it is the second.
func Parse(value string) (first, last time.Time, ok bool) {
	for _, form := range []struct {
		layout       string
		years, month int
	}{{time.DateOnly, 0, 0}, {"2006/01/02", 0, 0}, {"2.1.2006", 0, 0}, {"2006-01", 0, 1}, {"2006", 1, 0}} {
		t, err := time.Parse(form.layout, value)
		if err != nil {
			continue
		}
		if form.years+form.month == 0 {
			return t, t, true
		}
		return t, t.AddDate(form.years, form.month, -1), true
	}
	for _, layout := range []string{"2/1/2006", "1/2/2006"} {
		if t, err := time.Parse(layout, value); err == nil && !(ok && t.Equal(first)) {
			if ok {
				return time.Time{}, time.Time{}, false
			}
			first, last, ok = t, t, true
		}
	}
	return first, last, ok
}

// Day returns midnight UTC of a time's day, in the time zone that it has.
func Day(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// Month returns the month of a folded name, in full or short, and 0 for none.
func Month(name string) time.Month {
	for m := time.January; m <= time.December; m++ {
		if full := m.String(); strings.EqualFold(name, full) || strings.EqualFold(name, full[:3]) {
			return m
		}
	}
	if name == "sept" {
		return time.September
	}
	return 0
}

// Year reports whether a word is a year of this century or the last: what a number of
// four digits that begins so nearly always is.
func Year(word string) bool {
	return len(word) == 4 && (word[:2] == "19" || word[:2] == "20") && !strings.ContainsFunc(word, func(r rune) bool { return r < '0' || r > '9' })
}
