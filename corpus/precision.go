package corpus

import "time"

// Precision says how much of a publication time is known. It is stored in the time itself, and so
// goes wherever that goes: see [PrecisionOf].
type Precision uint8

// The precisions, the finest first.
const (
	Instant Precision = iota // the time of day, too
	Day
	Month
	Year
)

// A time of which only the month or the year is known is midnight of its first day, in a zone this
// many seconds ahead of UTC, which no outlet's clock is.
const (
	monthOffset = 1
	yearOffset  = 2
)

// PrecisionOf returns how much of a publication time is known. A time of exactly midnight in
// UTC stands for its day.
func PrecisionOf(t time.Time) Precision {
	switch _, offset := t.Zone(); {
	case offset == monthOffset:
		return Month
	case offset == yearOffset:
		return Year
	case offset == 0 && t.Equal(t.Truncate(24*time.Hour)):
		return Day
	}
	return Instant
}

// Days returns the first and the last day, at midnight UTC, that a publication time may mean: the
// same day, unless only the month or the year is known.
func Days(t time.Time) (first, last time.Time) {
	y, m, d := t.Date()
	first = time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	switch PrecisionOf(t) {
	case Month:
		return first, first.AddDate(0, 1, -1)
	case Year:
		return first, first.AddDate(1, 0, -1)
	}
	return first, first
}

// Before reports whether a publication at x is known to have come before one at y.
func Before(x, y time.Time) bool {
	if x.IsZero() || y.IsZero() {
		return false
	}
	if PrecisionOf(x) == Instant && PrecisionOf(y) == Instant {
		return x.Before(y)
	}
	_, last := Days(x)
	first, _ := Days(y)
	return last.Before(first)
}

// FormatTime writes a publication time so that [ParseTime] reads it: in RFC 3339, or as a day, a
// month or a year (2024-05-06, 2024-05, 2024) if no more is known. It returns "" for the zero time.
func FormatTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format([...]string{Instant: time.RFC3339, Day: time.DateOnly, Month: "2006-01", Year: "2006"}[PrecisionOf(t)])
}
