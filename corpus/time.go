package corpus

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// ParseTime reads a publication time in one of the forms that files and feeds
// use, and returns it with the distance from UTC that is told, by which its day is the
// one that the outlet prints. A form without a zone is taken for UTC, and of a time in a zone
// that is not known (ET, BST) the day is kept. Of a day, a month or a year alone the time tells
// so: see [PrecisionOf]. The error says which forms work.
func ParseTime(s string) (time.Time, error) {
	// The common forms first, then what people write by hand.
	for _, form := range [...]string{time.RFC3339, time.DateOnly, "2006/01/02"} {
		if t, err := time.Parse(form, s); err == nil {
			return zoned(t), nil
		}
	}
	v := plainTime(s)
	if t, ok := formTime(v); ok {
		return t, nil
	}
	if t, ok := formTime(withoutZone(v)); ok { // whose hour is not known, and whose day is the one that is told
		return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), nil
	}
	if t, ok := unixTime(v); ok {
		return t, nil
	}
	for _, part := range [...]struct {
		form   string
		offset int
	}{{"2006-1", monthOffset}, {"Jan 2006", monthOffset}, {"2006", yearOffset}} {
		if t, err := time.Parse(part.form, v); err == nil && t.Year() > 0 {
			return time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.FixedZone("", part.offset)), nil
		}
	}
	return time.Time{}, fmt.Errorf("%q is not a date: write it as 2006-01-02, 2006-01-02T15:04:05Z or January 2, 2006", clip(s))
}

// formTime reads a day, or a time, in plain form.
func formTime(v string) (time.Time, bool) {
	for _, form := range [...]string{
		time.DateOnly,
		"2006-01-02T15:04:05Z0700",
		"2006-01-02T15:04Z07:00",
		"2006-01-02T15:04:05",
		"2006-01-02T15:04",
		"2006-01-02 15:04:05Z07:00",
		"2006-01-02 15:04:05 -07:00",
		"2006-01-02 15:04:05 -0700",
		"2006-01-02T15:04:05 -0700",
		"2006-01-02 15:04:05",
		"2006-01-02 15:04",
		"2006-01-02 15:04 -0700",
		"2006-01-02 3:04 PM",
		"2006-01-02 3:04:05 PM",
		"2006-1-2",
		"2 Jan 2006 15:04:05",
		"2 Jan 2006 15:04:05 -0700",
		"2 Jan 2006 15:04 -0700",
		"Jan 2 15:04:05 2006",
		"Jan 2 15:04:05 -0700 2006", // short messages' services
		"Jan 2 2006",
		"2 Jan 2006",
		"Jan 2 2006 3:04 PM",
		"Jan 2 2006 15:04",
		"2 Jan 2006 15:04",
		"2 Jan 2006 3:04 PM",
		"2 Jan 2006 3:04 PM -0700",
		"Jan 2 2006 3:04 PM -0700",
		"Jan 2 2006 15:04 -0700",
		"2-Jan-2006 15:04:05", // wire services
		"2-Jan-2006",
		"2.1.2006 15:04", // with stops, the day always comes first
		"2.1.2006",
		"20060102T150405Z",
		"20060102150405",
		"20060102 15:04:05",
		"20060102",
	} {
		if t, err := time.Parse(form, v); err == nil {
			return zoned(t), true
		}
	}
	return time.Time{}, false
}

// unixTime reads the seconds or milliseconds since 1970 of a time from 2001 to 2033, as which
// pandas and scrapers write times.
func unixTime(v string) (time.Time, bool) {
	n, err := strconv.ParseInt(v, 10, 64)
	switch {
	case err != nil || v[0] != '1':
		return time.Time{}, false
	case len(v) == len("1693929900"):
		return time.Unix(n, 0).UTC(), true
	case len(v) == len("1693929900000"):
		return time.UnixMilli(n).UTC(), true
	}
	return time.Time{}, false
}

// zoned returns a time in a zone without a name, at the same distance from UTC, so that it
// is the same whatever the zone of this machine.
func zoned(t time.Time) time.Time {
	if _, offset := t.Zone(); offset != 0 {
		return t.In(time.FixedZone("", offset))
	}
	return t.UTC()
}

// plainTime writes a date by hand in one way: no commas, no "at", no "Published" before it, no
// day of the week, short names of months without a stop, zones that the United States use as
// an offset.
func plainTime(s string) string {
	words := strings.Fields(strings.ReplaceAll(s, ",", " "))
	out := make([]string, 0, len(words)+1)
	for _, w := range words {
		low := strings.ToLower(strings.TrimSuffix(w, "."))
		if clock, half, ok := cutHalf(low); ok {
			out, w, low = append(out, clock), half, half
		}
		switch low {
		case "at", "on", "of", "|", "-", "–", "—":
			continue
		case "published", "published:", "posted", "posted:", "updated", "updated:":
			if len(out) == 0 {
				continue
			}
		case "am", "a.m":
			w = "AM"
		case "pm", "p.m":
			w = "PM"
		case "utc", "gmt", "z":
			w = "+0000"
		case "edt":
			w = "-0400"
		case "est", "cdt":
			w = "-0500"
		case "cst", "mdt":
			w = "-0600"
		case "mst", "pdt":
			w = "-0700"
		case "pst":
			w = "-0800"
		case "sept":
			w = "Sep"
		default:
			if isWeekday(low) {
				continue
			}
			if n := len(low); isMonth(low) {
				w = strings.ToUpper(low[:1]) + low[1:3]
			} else if n > 2 && '0' <= low[0] && low[0] <= '9' && hasOrdinal(low) {
				w = low[:n-2]
			}
		}
		out = append(out, w)
	}
	return strings.ReplaceAll(strings.Join(out, " "), "/", "-")
}

// cutHalf divides "10:05pm", in lower case and without a last stop, into the time and its half of
// the day.
func cutHalf(w string) (clock, half string, ok bool) {
	for _, half := range [...]string{"am", "a.m", "pm", "p.m"} {
		if clock, ok := strings.CutSuffix(w, half); ok && strings.Trim(clock, "0123456789:") == "" && strings.Contains(clock, ":") {
			return clock, half, true
		}
	}
	return "", "", false
}

// withoutZone returns a time without the name of a time zone at its end, or "" if it has none.
func withoutZone(v string) string {
	at := strings.LastIndexByte(v, ' ')
	zone := v[at+1:]
	if at < 0 || len(zone) < 2 || len(zone) > 5 || strings.Trim(zone, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" || !strings.Contains(v, ":") {
		return ""
	}
	return v[:at]
}

// isCalendar reports whether a lower-case word is a month or a day of the week.
func isCalendar(w string) bool { return isMonth(w) || isWeekday(w) }

func isMonth(w string) bool {
	switch w {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
		"november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec":
		return true
	}
	return false
}

func isWeekday(w string) bool {
	switch w {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun":
		return true
	}
	return false
}

// hasOrdinal reports whether a number is written as "1st" or "2nd".
func hasOrdinal(w string) bool {
	switch w[len(w)-2:] {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

// clip shortens a text for a message.
func clip(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}
