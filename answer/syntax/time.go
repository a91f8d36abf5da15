package syntax

import (
	"slices"
	"strings"
	"time"

	"newshound/answer/analysis"
	"newshound/answer/calendar"
)

// The words that restrict a question to a time, as [Spelling] has them.
var (
	// SpokenTime matches a time ([TimePattern]), and Relative a text that is nothing but a time which
	// counts from the day of asking.
	SpokenTime = analysis.Pattern(`\b` + TimePattern + `\b`)
	Relative   = analysis.Pattern(`^(?:` + calendar.RelativePattern + `)$`)
	// saidBefore matches the words before a time at which something was published.
	saidBefore = analysis.Pattern(`\b(?:(?:articles?|stor(?:y|ies)|pieces?|columns?|coverage|news)(?: (?:published|written|posted|reported))?|what (?:was|has been) (?:published|written|posted|reported)) $`)
	// saidEarlier matches words that stand anywhere before “from” and a time of publication: “news of the
	// flood from last week”.
	saidEarlier = analysis.Pattern(`\b(?:articles?|stor(?:y|ies)|pieces?|columns?|coverage|news) `)
)

// TimePattern matches a time. Its groups are the word before it, the date, the word before a second date,
// that date, and “on” or “onwards” behind them.
const TimePattern = `(?:(` + fromPattern + `|` + toPattern + `|between|from|since|after|before|prior to|until|till|up to|through|in|during|on|over|within) )?(` +
	calendar.DatePattern + `|` + calendar.DayPattern + `)(?: (and|to|until|till|through) (` + calendar.DatePattern + `|` + calendar.DayInYear + `))?( onwards?| on)?`

// The words before a date which is the first, or the last, of the days that are meant.
const (
	fromPattern = `on or after|no earlier than|not earlier than|not before`
	toPattern   = `on or before|no later than|not later than|not after|up to and including`
)

// boundBy returns one word that says the same as the words before a date.
func boundBy(words string) string {
	switch {
	case slices.Contains(strings.Split(fromPattern, "|"), words):
		return "since"
	case slices.Contains(strings.Split(toPattern, "|"), words):
		return "until"
	case words == "prior to":
		return "before"
	}
	return words
}

// Time reads the one time to which a question is restricted. In a follow-up that says nothing else,
// which is alone, any time is one of publication.
func (s Spelling) Time(c calendar.Calendar, alone bool) (Spoken, bool) {
	t, ok := s.oneTime(alone)
	if !ok {
		return Spoken{}, false
	}
	first, last := t.start == 0, t.end == len(s.Words)
	d, known := c.Days(t.date)
	if !t.published && (c.Today.IsZero() && d.Counted || !last && !(first && strings.HasPrefix(s.Words[t.end:], " ,"))) {
		return Spoken{}, false
	}
	o := Spoken{Span: s.Place(t.start, t.end), Counted: d.Counted, Unknown: d.Counted && d.First.IsZero()}
	var from, to time.Time
	if t.until == "" {
		if t.word == "since" || t.word == "after" {
			d = t.pastDay(d, c.Today) // not since today
		}
		from, to, ok = t.limits(d, alone)
	} else {
		e, is := c.Days(t.until)
		known = known && is
		if d.First.After(e.Last) {
			d = t.pastDay(d, c.Today)
		}
		o.Counted, o.Unknown = d.Counted || e.Counted, o.Unknown || e.Counted && e.First.IsZero()
		from, to, ok = t.fromTo(d, e)
	}
	if calendar.Unclear(t.date) && t.until == "" && ok { // which tells so
		o.Fields = []FieldValue{{t.field(), strings.ReplaceAll(t.date, " ", "/")}}
		return o, true
	}
	if !known || !ok {
		return Spoken{}, false
	}
	o.bound(from, to, t.field())
	return o, true
}

// pastDay returns the day of a week before today where a time is given by a weekday that today is.
func (t timeWords) pastDay(d calendar.Days, today time.Time) calendar.Days {
	if calendar.Weekday(t.date) && d.First.Equal(today) {
		d.First, d.Last = d.First.AddDate(0, 0, -7), d.Last.AddDate(0, 0, -7)
	}
	return d
}

// fromTo returns the first and the last day of a time that goes from one date to another, if its
// words say that: between July 20 and July 25, from July 20 to July 25.
func (t timeWords) fromTo(d, e calendar.Days) (from, to time.Time, ok bool) {
	if t.word != "between" && t.word != "from" || (t.word == "between") != (t.link == "and") {
		return from, to, false
	}
	return d.First, e.Last, true
}

// limits returns the first and the last day of a time of one date, by the word before that; zero
// where there is no first or no last.
func (t timeWords) limits(d calendar.Days, alone bool) (from, to time.Time, ok bool) {
	switch t.word {
	case "between":
		return from, to, false
	case "since":
		return d.First, to, true
	case "after":
		return d.Last.AddDate(0, 0, 1), to, true
	case "before":
		return from, d.First.AddDate(0, 0, -1), true
	case "until", "till", "up to", "through":
		return from, d.Last, true
	case "from":
		if t.onwards || alone {
			return d.First, to, true
		}
		if !t.published {
			return from, to, false
		}
	}
	return d.First, d.Last, true
}

// timeWords are the parts of a time in a question, by [TimePattern].
type timeWords struct {
	start, end  int
	word, date  string
	link, until string // of the second date
	onwards     bool
	published   bool // they are said to be when something was published
}

// oneTime finds the time that may be one of publication. It reports false if there is none, or more than
// one.
func (s Spelling) oneTime(alone bool) (t timeWords, found bool) {
	if !calendar.MayTell(s.Words) || !alone && !mayBound(s.Words) {
		return t, false
	}
	for _, m := range SpokenTime().FindAllStringSubmatchIndex(s.Words, -1) {
		part := func(i int) string { return s.Words[max(0, m[2*i]):max(0, m[2*i+1])] }
		dates, ok := datesOf(part(2), part(4))
		if !ok {
			continue
		}
		word := boundBy(part(1))
		said := saidBefore().MatchString(s.Words[:m[0]]) || word == "from" && saidEarlier().MatchString(s.Words[:m[0]])
		if !said && !alone && !bounds(word, dates[0], dates[1], part(5) != "") {
			continue // it places something else in time
		}
		if found {
			return t, false
		}
		found = true
		if word != "from" && part(5) == " on" && m[1] < len(s.Words) && !strings.HasPrefix(s.Words[m[1]:], " ,") {
			m[1], m[10], m[11] = m[10], 0, 0 // in the last two weeks on Apple
		}
		t = timeWords{start: m[0], end: m[1], word: word, date: dates[0], link: part(3), until: dates[1], onwards: part(5) != "", published: alone || said}
	}
	return t, found
}

// datesOf returns a date, and the one up to which it goes or "", each in full. ok reports whether they are
// dates.
func datesOf(first, last string) (dates [2]string, ok bool) {
	if last == "" {
		return [2]string{first}, !calendar.BareDay(first)
	}
	dates[0], dates[1], ok = calendar.Both(first, last)
	return dates, ok
}

// mayBound reports whether words may have a time of publication. If not, the pattern, which takes long to
// compile, is not needed.
func mayBound(words string) bool {
	for w := range strings.FieldsSeq(words) {
		if boundWords(w) {
			return true
		}
	}
	return strings.Contains(words, "what was ") || strings.Contains(words, "what has been ")
}

// boundWords are words of bounds, fewLast, saidBefore and saidEarlier: each match of these has one.
var boundWords = analysis.Words(`week last past prior since after before until till up between from
	earlier later article articles story stories piece pieces column columns coverage news`)

// bounds reports whether a date with the word before it says when something was published, though no word
// says that it was: “since Friday”, “before July 20”, “between 1 and 15 July”. “In August” and “last year”
// say when something happened, and so do “since 2016” and “from February to March”: an article on that may
// be newer. What happened in a few days or weeks up to now, “in the last two weeks”, has no newer articles, and
// what happened in a week, “in the first week of May”, few.
func bounds(word, date, end string, onwards bool) bool {
	switch word {
	case "since", "after", "before", "until", "till", "up to":
		return !long().MatchString(date)
	case "between", "from":
		return end != "" && dayPrecise(date) && dayPrecise(end) || word == "from" && onwards && !long().MatchString(date)
	case "in", "over", "during", "within":
		return fewLast().MatchString(date) || calendar.Week(date)
	}
	return false
}

// fewLast matches a few hours, days or weeks up to the day of asking.
var fewLast = analysis.Pattern(`^(?:the )?(?:last|past) (?:\S+|couple of) (?:hour|day|week|fortnight)s$|^the (?:last|past) (?:hour|week|fortnight|month)$`)

// long matches dates of years.
var long = analysis.Pattern(`^(?:\d{4}|.*\byears?\b.*)$`)

// dayPrecise reports whether a date is a single day or week.
func dayPrecise(date string) bool {
	return !long().MatchString(date) && !calendar.WholeMonth(date) && !calendar.PartOfMonth(date) && !strings.Contains(date, "month")
}

// field returns the field that the word before a single date is for.
func (t timeWords) field() string {
	switch t.word {
	case "before", "until", "till", "up to", "through":
		return FieldTo
	}
	return FieldFrom
}

// bound sets the fields of a time by its first and last day. If those are not known, it sets the one given,
// without a day.
func (o *Spoken) bound(from, to time.Time, field string) {
	if o.Unknown {
		o.Fields = []FieldValue{{field, ""}}
		return
	}
	if !from.IsZero() {
		o.Fields = append(o.Fields, FieldValue{FieldFrom, from.Format(time.DateOnly)})
	}
	if !to.IsZero() {
		o.Fields = append(o.Fields, FieldValue{FieldTo, to.Format(time.DateOnly)})
	}
}
