// Package calendar reads days as people write and say them: “last week”, “the 7th of
// July” ([Calendar.Days]), “between May 2 and May 9, 2023” ([Find]), 2018-07 ([Parse]).
// All its times are midnight UTC, and zero where they are not known. Nothing in it
// depends on the clock.
package calendar

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"newshound/answer/analysis"
)

// Calendar turns days that count from others into dates: from the day on which they are
// said, and from the days of a coverage. The zero value knows none of them.
type Calendar struct {
	Today       time.Time
	First, Last time.Time // of the coverage
}

// Days are the first and the last day of what a date says.
type Days struct {
	First, Last time.Time
	// Counted says that they depend on the day of asking or on the coverage.
	Counted bool
}

// The parts of a date as regular expressions over folded words between which one blank
// stands; a comma is a word of its own.
const (
	monthPattern    = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`
	weekdayPattern  = `(?:mon|tues|wednes|thurs|fri|satur|sun)day`
	yearPattern     = `(?:19|20)\d\d`
	isoMonthPattern = yearPattern + ` (?:0[1-9]|1[0-2])` // 2023-10
	numberPattern   = `(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)`
	unitPattern     = `(?:day|week|month|year)s?`
	spanPattern     = `(?:hour|day|week|fortnight|month|year)s?` // behind last or past
	manyPattern     = `(?:` + numberPattern + `|few|couple(?: of)?)`
	// DayPattern is the number of a day, which is a date with a month beside it only.
	DayPattern = `(?:the )?\d{1,2}(?:st|nd|rd|th)?`
	// DayInYear is such a day, with or without a year behind it: from October 7 to 10, 2023.
	DayInYear = DayPattern + `(?:(?: ,)? ` + yearPattern + `)?`
	// RelativePattern are the dates that need no word before them to say when.
	RelativePattern = `(?:(?:the )?day before )?yesterday|last (?:` + weekdayPattern + `|week|month|year)|(?:the )?(?:last|past) ` + manyPattern + ` ` + spanPattern +
		`|the (?:last|past) ` + spanPattern + `|` + numberPattern + ` ` + unitPattern + ` ago`
	// DatePattern is any date.
	DatePattern = `(?:` + partPattern + `|` + yearPattern + ` \d{1,2} \d{1,2}|\d{1,2} \d{1,2} ` + yearPattern + `|` + isoMonthPattern +
		`|` + DayPattern + `(?: of)? ` + monthPattern + `(?:(?: ,)? ` + yearPattern + `)?` +
		`|` + monthPattern + ` ` + DayPattern + `(?:(?: ,)? ` + yearPattern + `)?` +
		`|` + monthPattern + `(?: ` + yearPattern + `)?` +
		`|` + yearPattern + `|` + RelativePattern + `|(?:this )?` + weekdayPattern + `|today|this (?:week|month|year))`
)

// The dates that are read by their shape, the words the and of and commas left out.
var (
	isoDate    = analysis.Pattern(`^(\d{4}) (\d{1,2}) (\d{1,2})$`)
	isoMonth   = analysis.Pattern(`^(` + yearPattern + `) (\d{2})$`)
	slashDate  = analysis.Pattern(`^(\d{1,2}) (\d{1,2}) (\d{4})$`)
	bareDay    = analysis.Pattern(`^` + DayPattern + `$`)
	dayYear    = analysis.Pattern(`^(` + DayPattern + `)(?: ,)? (` + yearPattern + `)$`)
	ofMonth    = analysis.Pattern(`\b` + monthPattern + `\b`)
	ofYear     = analysis.Pattern(`\b` + yearPattern + `$`)
	dayMonth   = analysis.Pattern(`^(\d{1,2})\D* (` + monthPattern + `) ?(\d{4})?$`)
	monthDay   = analysis.Pattern(`^(` + monthPattern + `) (\d{1,2})(?:st|nd|rd|th)? ?(\d{4})?$`)
	wholeMonth = analysis.Pattern(`^(` + monthPattern + `) ?(\d{4})?$`)
	wholeYear  = analysis.Pattern(`^\d{4}$`)
	lastFew    = analysis.Pattern(`^(?:last|past) (?:(` + manyPattern + `) )?(hour|day|week|fortnight|month|year)s?$`)
	agoDate    = analysis.Pattern(`^(` + numberPattern + `) (day|week|month|year)s? ago$`)
	lastPeriod = analysis.Pattern(`^(last|this) (week|month|year)$`)
	weekday    = analysis.Pattern(`^(?:last |this )?(` + weekdayPattern + `)$`)
)

// MayTell reports whether words have what every date has, so that the others need no
// pattern: a number, the name of a day or of a month, or a unit of time.
func MayTell(words string) bool {
	for w := range strings.FieldsSeq(words) {
		if Month(w) > 0 || strings.ContainsAny(w, "0123456789") {
			return true
		}
		for _, unit := range []string{"day", "week", "month", "year", "hour", "fortnight"} {
			if strings.Contains(w, unit) {
				return true
			}
		}
	}
	return false
}

// WholeMonth reports whether a date, in folded words, is a month with or without a year.
func WholeMonth(date string) bool {
	return wholeMonth().MatchString(date) || isoMonth().MatchString(date)
}

// Weekday reports whether a folded word is the name of a day of the week.
func Weekday(word string) bool { return weekday().MatchString(word) }

// BareDay reports whether a text is no more than the number of a day.
func BareDay(text string) bool { return bareDay().MatchString(text) }

// Both returns two dates in folded words, of which one that is only the number of a day, or the last
// with a year behind it, has the month of the other: from 5 to 9 January, from January 5 to 9, 2023. One
// that would be later has the month before: between 28 and 3 November.
// ok reports whether both are dates then.
func Both(first, last string) (from, to string, ok bool) {
	first, last = strings.TrimPrefix(first, "the "), strings.TrimPrefix(last, "the ")
	if Unclear(first) || Unclear(last) {
		first, last = alike(first, last), alike(last, first)
	}
	if p := dayYear().FindStringSubmatch(last); p != nil && monthDay().MatchString(first) {
		if last = p[1]; !ofYear().MatchString(first) {
			first += " " + p[2]
		}
	}
	bareFirst, bareLast := BareDay(first), BareDay(last)
	switch {
	case bareFirst && bareLast:
		return "", "", false
	case bareFirst && dayMonth().MatchString(last):
		if p := dayMonth().FindStringSubmatch(last); number(strings.TrimRight(first, "stndrh")) > number(p[1]) {
			first += " " + monthBefore(Month(p[2]), p[3])
			break
		}
		first += " " + monthOf(last)
	case bareLast && isDay(first):
		last += " " + monthOf(first)
	}
	if year := ofYear().FindString(last); year != "" && isDay(first) && !ofYear().MatchString(first) {
		if Month(ofMonth().FindString(first)) > Month(ofMonth().FindString(last)) { // from December 30 to January 2, 2024
			year = strconv.Itoa(number(year) - 1)
		}
		first += " " + year
	}
	return first, last, !BareDay(first) && !BareDay(last) && !dayYear().MatchString(last)
}

// isDay reports whether a date, in folded words, is a day of a month that is named.
func isDay(date string) bool { return dayMonth().MatchString(date) || monthDay().MatchString(date) }

// Unclear reports whether a date, in folded words, is three numbers of which either of the first two may be the
// month: 3/4/2018.
func Unclear(date string) bool {
	p := slashDate().FindStringSubmatch(date)
	if p == nil {
		return false
	}
	_, _, is := Parse(strings.Join(p[1:], "/"))
	return !is && max(number(p[1]), number(p[2])) <= 12
}

// alike returns a date, which if it is unclear begins with the day or the month as another does.
func alike(date, other string) string {
	p, o := slashDate().FindStringSubmatch(date), slashDate().FindStringSubmatch(other)
	if !Unclear(date) || o == nil || Unclear(other) || o[1] == o[2] {
		return date
	}
	if number(o[1]) > 12 {
		return p[3] + " " + p[2] + " " + p[1]
	}
	return p[3] + " " + p[1] + " " + p[2]
}

// monthBefore returns the month before one, with the year that it is of where that is known.
func monthBefore(m time.Month, year string) string {
	before := time.Date(number(year), m-1, 1, 0, 0, 0, 0, time.UTC)
	name := strings.ToLower(before.Month().String())
	if year == "" {
		return name
	}
	return name + before.Format(" 2006")
}

// monthOf returns the month of a date, with the year where it has one.
func monthOf(date string) string {
	return strings.TrimRight(ofMonth().FindString(date)+" "+ofYear().FindString(date), " ")
}

// Days reads a date, in folded words, that matches [DatePattern]. It reports false where there is no
// such day. Where the day of asking is needed and not known, the days are zero.
func (c Calendar) Days(date string) (d Days, ok bool) {
	last := strings.HasPrefix(date, "the ") // the last week is another than last week
	words := slices.DeleteFunc(strings.Fields(date), func(w string) bool { return w == "the" || w == "of" || w == "," })
	date = strings.Join(words, " ")
	if d, ok, part := c.partly(date); part {
		return d, ok
	}
	part := func(shape func() *regexp.Regexp) []string { return shape().FindStringSubmatch(date) }
	if p := part(isoDate); p != nil {
		return daysOf(number(p[1]), time.Month(number(p[2])), p[3])
	}
	if p := part(isoMonth); p != nil {
		return daysOf(number(p[1]), time.Month(number(p[2])), "")
	}
	if p := part(slashDate); p != nil {
		d.First, d.Last, ok = Parse(strings.Join(p[1:], "/"))
		return d, ok
	}
	if p := part(dayMonth); p != nil {
		return c.inYear(p[3], Month(p[2]), p[1])
	}
	if p := part(monthDay); p != nil {
		return c.inYear(p[3], Month(p[1]), p[2])
	}
	if p := part(wholeMonth); p != nil {
		return c.inYear(p[2], Month(p[1]), "")
	}
	if wholeYear().MatchString(date) {
		first := time.Date(number(date), time.January, 1, 0, 0, 0, 0, time.UTC)
		return Days{First: first, Last: first.AddDate(1, 0, -1)}, true
	}
	d.Counted = true
	if c.Today.IsZero() {
		return d, true
	}
	if p := part(lastPeriod); len(p) > 0 && !(last && p[1] == "last") {
		d.First = startOf(p[2], c.Today)
		if p[1] == "last" {
			d.First = before(d.First, 1, p[2])
		}
		d.Last = before(d.First, -1, p[2]).AddDate(0, 0, -1)
		return d, true
	}
	if p := part(lastFew); p != nil {
		d.First, d.Last = upTo(c.Today, max(1, number(p[1])), p[2]), c.Today
		return d, true
	}
	switch p := part(agoDate); {
	case p != nil:
		d.First = before(c.Today, number(p[1]), p[2])
	case date == "today":
		d.First = c.Today
	case date == "yesterday":
		d.First = c.Today.AddDate(0, 0, -1)
	case date == "day before yesterday":
		d.First = c.Today.AddDate(0, 0, -2)
	default:
		p := part(weekday)
		if p == nil {
			return Days{}, false
		}
		d.First = c.Today
		for strings.HasPrefix(date, "last ") && d.First.Equal(c.Today) || !strings.EqualFold(d.First.Weekday().String(), p[1]) {
			d.First = d.First.AddDate(0, 0, -1)
		}
	}
	d.Last = d.First
	return d, true
}

// startOf returns the first day of the week, month or year that a day lies in. A week
// begins on Monday.
func startOf(unit string, t time.Time) time.Time {
	switch unit {
	case "week":
		return t.AddDate(0, 0, -(int(t.Weekday())+6)%7)
	case "month":
		return t.AddDate(0, 0, 1-t.Day())
	}
	return t.AddDate(0, 0, 1-t.YearDay())
}

// upTo returns the first day of so many units up to another. The last hours may have begun the day before.
func upTo(t time.Time, n int, unit string) time.Time {
	switch unit {
	case "hour":
		return t.AddDate(0, 0, -(n+23)/24)
	case "fortnight":
		n, unit = 2*n, "week"
	}
	return before(t, n, unit).AddDate(0, 0, 1)
}

// before returns the day so many units before another. Where its month has no such day, it is
// the last that it has: a month before 31 March was 28 February.
func before(t time.Time, n int, unit string) time.Time {
	switch unit {
	case "day":
		return t.AddDate(0, 0, -n)
	case "week":
		return t.AddDate(0, 0, -7*n)
	case "year":
		n *= 12
	}
	there := t.AddDate(0, -n, 0)
	if there.Day() != t.Day() {
		there = there.AddDate(0, 0, -there.Day())
	}
	return there
}

// end returns the day up to which something is known: that of asking, or else the last of the coverage.
func (c Calendar) end() time.Time {
	if c.Today.IsZero() {
		return c.Last
	}
	return c.Today
}

// inYear returns a day of a month, or where day is "" the whole month. Where the year is "",
// it is the latest one in which this has begun by the day of asking, or where that is not
// known by the end of the coverage; and one that the coverage reaches into, if there is one.
// Where neither is known, the days are zero.
func (c Calendar) inYear(year string, month time.Month, day string) (d Days, ok bool) {
	if year != "" {
		return daysOf(number(year), month, day)
	}
	if _, ok := daysOf(leapYear, month, day); !ok {
		return d, false
	}
	end := c.end()
	if end.IsZero() {
		return Days{Counted: true}, true
	}
	latest := -1
	for y := end.Year(); y >= end.Year()-maxYears; y-- {
		d, ok := daysOf(y, month, day)
		if !ok || d.First.After(end) {
			continue
		}
		if latest < 0 {
			latest = y
		}
		if !c.First.IsZero() && !d.Last.Before(c.First) && !d.First.After(c.Last) {
			latest = y
			break
		}
	}
	d, ok = daysOf(latest, month, day)
	d.Counted = true
	return d, ok
}

const (
	leapYear = 2000 // has a day 29 February
	maxYears = 150  // are gone through for the one that is meant
)

// daysOf returns the day of a year and a month, or where day is "" the month's days,
// and whether there is such a day.
func daysOf(year int, month time.Month, day string) (Days, bool) {
	if day == "" {
		first := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
		return Days{First: first, Last: first.AddDate(0, 1, -1)}, true
	}
	t := time.Date(year, month, number(day), 0, 0, 0, 0, time.UTC)
	return Days{First: t, Last: t}, year >= 0 && t.Month() == month && t.Day() == number(day)
}

// number reads a number in figures, or up to twelve in words; it is 0 for what is
// none. A few are up to five.
func number(w string) int {
	if n, err := strconv.Atoi(w); err == nil {
		return n
	}
	switch w {
	case "couple":
		return 2
	case "few":
		return 5
	}
	return slices.Index(numbersInWords, w) + 1
}

var numbersInWords = strings.Fields("one two three four five six seven eight nine ten eleven twelve")
