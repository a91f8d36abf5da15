package answer

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// calendar turns days, as people say them, into dates. All its times are midnight
// UTC, and zero where they are not known.
type calendar struct {
	today       time.Time
	first, last time.Time // of the coverage
}

// calendar returns the calendar for a question of a day.
func (e *Engine) calendar(today time.Time) calendar {
	var c calendar
	if !today.IsZero() {
		c.today = dayOf(today)
	}
	if size := e.index.Coverage(); !size.First.IsZero() {
		c.first, c.last = dayOf(size.First), dayOf(size.Last)
	}
	return c
}

// days are the first and the last day of what a date says.
type days struct {
	first, last time.Time
	// counted says that they depend on the day of asking or on the coverage.
	counted bool
}

// The parts of a date, in folded words; a comma is a word of its own.
const (
	monthPattern   = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`
	weekdayPattern = `(?:mon|tues|wednes|thurs|fri|satur|sun)day`
	dayPattern     = `\d{1,2}(?:st|nd|rd|th)?`
	yearPattern    = `(?:19|20)\d\d`
	numberPattern  = `(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)`
	unitPattern    = `(?:day|week|month|year)s?`
	// relativePattern are the dates that need no word before them to say when.
	relativePattern = `yesterday|last (?:` + weekdayPattern + `|week|month|year)|(?:the )?(?:last|past) ` + numberPattern + ` ` + unitPattern +
		`|the (?:last|past) ` + unitPattern + `|` + numberPattern + ` ` + unitPattern + ` ago`
	datePattern = `(?:` + yearPattern + ` \d{1,2} \d{1,2}` +
		`|(?:the )?` + dayPattern + `(?: of)? ` + monthPattern + `(?:(?: ,)? ` + yearPattern + `)?` +
		`|` + monthPattern + ` (?:the )?` + dayPattern + `(?:(?: ,)? ` + yearPattern + `)?` +
		`|` + monthPattern + `(?: ` + yearPattern + `)?` +
		`|` + yearPattern + `|` + relativePattern + `|(?:this )?` + weekdayPattern + `|today|this (?:week|month|year))`
)

// The dates that are read by their shape, the words the and of and commas left out.
var (
	isoDate    = pattern(`^(\d{4}) (\d{1,2}) (\d{1,2})$`)
	dayMonth   = pattern(`^(\d{1,2})\D* (` + monthPattern + `) ?(\d{4})?$`)
	monthDay   = pattern(`^(` + monthPattern + `) (\d{1,2})(?:st|nd|rd|th)? ?(\d{4})?$`)
	wholeMonth = pattern(`^(` + monthPattern + `) ?(\d{4})?$`)
	wholeYear  = pattern(`^\d{4}$`)
	lastFew    = pattern(`^(?:last|past) (?:(` + numberPattern + `) )?(day|week|month|year)s?$`)
	agoDate    = pattern(`^(` + numberPattern + `) (day|week|month|year)s? ago$`)
	lastPeriod = pattern(`^(last|this) (week|month|year)$`)
	weekday    = pattern(`^(?:last |this )?(` + weekdayPattern + `)$`)
)

// mayTell reports whether words have what every date has, so that the others need no
// pattern: a number, the name of a day or of a month, or a unit of time.
func mayTell(words string) bool {
	for w := range strings.FieldsSeq(words) {
		if monthOf(w) > 0 || strings.ContainsAny(w, "0123456789") {
			return true
		}
		for _, unit := range []string{"day", "week", "month", "year"} {
			if strings.Contains(w, unit) {
				return true
			}
		}
	}
	return false
}

// days reads a date that matches datePattern. It reports false where there is no
// such day. Where the day of asking is needed and not known, the days are zero.
func (c calendar) days(date string) (d days, ok bool) {
	last := strings.HasPrefix(date, "the ") // the last week is another than last week
	words := slices.DeleteFunc(strings.Fields(date), func(w string) bool { return w == "the" || w == "of" || w == "," })
	date = strings.Join(words, " ")
	part := func(shape func() *regexp.Regexp) []string { return shape().FindStringSubmatch(date) }
	if p := part(isoDate); p != nil {
		return daysOf(number(p[1]), time.Month(number(p[2])), p[3])
	}
	if p := part(dayMonth); p != nil {
		return c.inYear(p[3], monthOf(p[2]), p[1])
	}
	if p := part(monthDay); p != nil {
		return c.inYear(p[3], monthOf(p[1]), p[2])
	}
	if p := part(wholeMonth); p != nil {
		return c.inYear(p[2], monthOf(p[1]), "")
	}
	if wholeYear().MatchString(date) {
		first := time.Date(number(date), time.January, 1, 0, 0, 0, 0, time.UTC)
		return days{first: first, last: first.AddDate(1, 0, -1)}, true
	}
	d.counted = true
	if c.today.IsZero() {
		return d, true
	}
	if p := part(lastPeriod); len(p) > 0 && !(last && p[1] == "last") {
		unit := periods[p[2]]
		d.first = unit.Start(c.today)
		if p[1] == "last" {
			d.first = unit.Start(d.first.AddDate(0, 0, -1))
		}
		d.last = unit.Next(d.first).AddDate(0, 0, -1)
		return d, true
	}
	if p := part(lastFew); p != nil {
		d.first, d.last = before(c.today, max(1, number(p[1])), p[2]).AddDate(0, 0, 1), c.today
		return d, true
	}
	switch p := part(agoDate); {
	case p != nil:
		d.first = before(c.today, number(p[1]), p[2])
	case date == "today":
		d.first = c.today
	case date == "yesterday":
		d.first = c.today.AddDate(0, 0, -1)
	default:
		p := part(weekday)
		for d.first = c.today.AddDate(0, 0, -1); !strings.EqualFold(d.first.Weekday().String(), p[1]); {
			d.first = d.first.AddDate(0, 0, -1)
		}
	}
	d.last = d.first
	return d, true
}

// periods are the units of time that begin on a day of their own.
var periods = map[string]Period{"week": Week, "month": Month, "year": Year}

// before returns the day so many units before another.
func before(t time.Time, n int, unit string) time.Time {
	switch unit {
	case "day":
		return t.AddDate(0, 0, -n)
	case "week":
		return t.AddDate(0, 0, -7*n)
	case "month":
		return t.AddDate(0, -n, 0)
	}
	return t.AddDate(-n, 0, 0)
}

// inYear returns a day of a month, or where day is "" the whole month. Where the year
// is "", it is the latest in which a part of that is within the coverage, and none
// before the day of asking; or else the latest in which it has begun by then, or
// where that is not known by the end of the coverage. It is not known where neither
// is.
func (c calendar) inYear(year string, month time.Month, day string) (d days, ok bool) {
	if year != "" {
		return daysOf(number(year), month, day)
	}
	if _, ok := daysOf(leapYear, month, day); !ok {
		return d, false
	}
	end := c.today
	if end.IsZero() {
		end = c.last
	}
	if end.IsZero() {
		return days{counted: true}, true
	}
	latest := -1
	for y := end.Year(); y >= end.Year()-maxYears; y-- {
		d, ok := daysOf(y, month, day)
		if !ok || d.first.After(end) {
			continue
		}
		if latest < 0 {
			latest = y
		}
		if !c.first.IsZero() && !d.last.Before(c.first) && !d.first.After(c.last) {
			latest = y
			break
		}
	}
	d, ok = daysOf(latest, month, day)
	d.counted = true
	return d, ok
}

const (
	leapYear = 2000 // has a day 29 February
	maxYears = 150  // are gone through for the one that is meant
)

// daysOf returns the day of a year and a month, or where day is "" the month's days,
// and whether there is such a day.
func daysOf(year int, month time.Month, day string) (days, bool) {
	if day == "" {
		first := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
		return days{first: first, last: first.AddDate(0, 1, -1)}, true
	}
	t := time.Date(year, month, number(day), 0, 0, 0, 0, time.UTC)
	return days{first: t, last: t}, year >= 0 && t.Month() == month && t.Day() == number(day)
}

// number reads a number in figures, or up to twelve in words; it is 0 for what is
// none.
func number(w string) int {
	if n, err := strconv.Atoi(w); err == nil {
		return n
	}
	return slices.Index(numbersInWords, w) + 1
}

var numbersInWords = strings.Fields("one two three four five six seven eight nine ten eleven twelve")
