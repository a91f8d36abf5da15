package answer

import (
	"math"
	"strconv"
	"strings"
	"time"

	"newshound/answer/analysis"
)

// dated is a day or a month that a question names, and where.
type dated struct {
	first, last time.Time // midnight UTC; of year 0 where no year is told
	start, end  int
}

const (
	// dateShare is how much it counts, in shares of the question's weight, that an
	// article was published on a day that the question names; so many days off it
	// is half.
	dateShare = 0.5
	dateHalf  = 1
	// recentShare is how much it counts that an article was published right before
	// the question is asked; so many days before it is half. A day after counts
	// like several before: the question could not know of it.
	recentShare = 0.6
	recentHalf  = 14
	daysAfter   = 5
)

// maxDates bounds the dates of a question.
const maxDates = 8

// datesIn finds the days and months that a question names: October 7, 2023;
// 7 October; Oct. 2023; 2023-10-07; and the times between two of them. A year alone
// is a word like others.
func datesIn(text string, tokens []analysis.Token) []dated {
	var out []dated
	begin, end := 0, 0 // of the last date, in tokens
	for i := 0; i < len(tokens) && len(out) < maxDates; i++ {
		d, used := dateAt(text, tokens[i:])
		if used == 0 {
			continue
		}
		d.start, d.end = tokens[i].Start, tokens[i+used-1].End
		if n := len(out) - 1; n >= 0 && ranges(tokens, begin, end, i) && out[n].first.Year() > 0 && out[n].first.Before(d.last) {
			out[n].last, out[n].end = d.last, d.end // from May 2 to May 9
		} else {
			out = append(out, d)
		}
		begin, end = i, i+used
		i += used - 1
	}
	return out
}

// ranges reports whether the date that begins at the next token ends a time that
// begins with the one of tokens begin to end: between … and, from … to.
func ranges(tokens []analysis.Token, begin, end, next int) bool {
	if begin == 0 || next != end+1 {
		return false
	}
	switch before, link := tokens[begin-1].Word, tokens[end].Word; before {
	case "between":
		return link == "and"
	case "from":
		return link == "to" || link == "until" || link == "till" || link == "through"
	}
	return false
}

// dateAt reads a date that begins with the first token, and tells of how many it
// is.
func dateAt(text string, t []analysis.Token) (d dated, used int) {
	number := func(i, digits int) int {
		if i >= len(t) || len(t[i].Word) > digits {
			return 0
		}
		n, err := strconv.Atoi(t[i].Word)
		if err != nil {
			return 0
		}
		return n
	}
	year := func(i int) int {
		if i < len(t) && isYear(t[i].Word) {
			return number(i, 4)
		}
		return 0
	}
	month := func(i int) time.Month {
		if i < len(t) && t[i].Upper {
			return monthOf(t[i].Word)
		}
		return 0
	}
	day := func(i int) int {
		if n := number(i, 2); n <= 31 {
			return n
		}
		return 0
	}
	if len(t) > 1 && sentenceEnds(text, t[0], t[1]) {
		return d, 0
	}
	switch {
	case year(0) > 0 && number(1, 2) > 0 && number(1, 2) <= 12 && day(2) > 0 && text[t[0].End:t[1].Start] == "-":
		return oneDay(year(0), time.Month(number(1, 2)), day(2)), 3
	case month(0) > 0 && day(1) > 0 && year(2) > 0:
		return oneDay(year(2), month(0), day(1)), 3
	case month(0) > 0 && day(1) > 0:
		return oneDay(0, month(0), day(1)), 2
	case month(0) > 0 && year(1) > 0:
		first := time.Date(year(1), month(0), 1, 0, 0, 0, 0, time.UTC)
		return dated{first: first, last: first.AddDate(0, 1, -1)}, 2
	case day(0) > 0 && month(1) > 0 && year(2) > 0:
		return oneDay(year(2), month(1), day(0)), 3
	case day(0) > 0 && month(1) > 0:
		return oneDay(0, month(1), day(0)), 2
	}
	return d, 0
}

// sentenceEnds reports whether a full stop between two tokens ends a sentence: “for $25.
// October was”. Behind a month cut short it does not: “Oct. 7”.
func sentenceEnds(text string, t, next analysis.Token) bool {
	stop := strings.ContainsAny(text[t.End:next.Start], ".!?")
	return stop && (monthOf(t.Word) == 0 || len(t.Word) > len("sept") || t.Word == "may")
}

func oneDay(year int, month time.Month, day int) dated {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return dated{first: t, last: t}
}

// nearness rates how near to the date something was published: 1 in its days, and
// half as much with every dateHalf days off.
func (d dated) nearness(published time.Time) float64 {
	day, first, last := dayOf(published), d.first, d.last
	if first.Year() == 0 {
		first = first.AddDate(day.Year(), 0, 0)
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

// period is the time that a question, or a side of it, is about.
type period struct {
	dates []dated
	asked time.Time // zero if not known
}

// told reports whether a period says anything of when something was published.
func (p period) told() bool { return len(p.dates) > 0 || !p.asked.IsZero() }

// period returns what the whole question is about.
func (in inquiry) period() period { return period{in.dates, in.asked} }

// periodOf returns what a side of it is about; the zero facet is the whole.
func (in inquiry) periodOf(f facet) period {
	if f.end == 0 {
		return in.period()
	}
	p := period{asked: in.asked}
	for _, d := range in.dates {
		if d.start >= f.start && d.start < f.end {
			p.dates = append(p.dates, d)
		}
	}
	return p
}

// nearness rates how near something was published to what the question names,
// and to when it is asked.
func (p period) nearness(published time.Time) float64 {
	if published.IsZero() {
		return 0
	}
	near := 0.0
	for _, d := range p.dates {
		near = max(near, dateShare*d.nearness(published))
	}
	if p.asked.IsZero() {
		return near
	}
	days := p.asked.Sub(published).Hours() / 24
	if days < 0 {
		days *= -daysAfter
	}
	return near + recentShare*math.Exp2(-days/recentHalf)
}

// monthOf returns the month of a folded name, in full or short, and 0 for none.
func monthOf(name string) time.Month {
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
