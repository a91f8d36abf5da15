package calendar

import (
	"strconv"
	"strings"
	"time"

	"newshound/answer/analysis"
)

// Named is a day or a month that a text names, or the time between two, and where.
type Named struct {
	First, Last time.Time // of year 0 where no year is told
	Start, End  int       // in bytes of the text
}

// maxNamed bounds the dates that are found in a text.
const maxNamed = 8

// Find finds the days and months that a text of these tokens names, in order, up to eight: October 7, 2023;
// 7 October; Oct. 2023; 2023-10-07; and the times between two of them. A year alone
// is a word like others.
func Find(text string, tokens []analysis.Token) []Named {
	var out []Named
	begin, end := 0, 0 // of the last date, in tokens
	for i := 0; i < len(tokens) && len(out) < maxNamed; i++ {
		d, used := dateAt(text, tokens[i:])
		if used == 0 {
			continue
		}
		d.Start, d.End = tokens[i].Start, tokens[i+used-1].End
		if n := len(out) - 1; n >= 0 && ranges(tokens, begin, end, i) && out[n].First.Year() > 0 && out[n].First.Before(d.Last) {
			out[n].Last, out[n].End = d.Last, d.End // from May 2 to May 9
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
func dateAt(text string, t []analysis.Token) (d Named, used int) {
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
		if i < len(t) && Year(t[i].Word) {
			return number(i, 4)
		}
		return 0
	}
	month := func(i int) time.Month {
		if i < len(t) && t[i].Upper {
			return Month(t[i].Word)
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
		return Named{First: first, Last: first.AddDate(0, 1, -1)}, 2
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
	return stop && (Month(t.Word) == 0 || len(t.Word) > len("sept") || t.Word == "may")
}

func oneDay(year int, month time.Month, day int) Named {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return Named{First: t, Last: t}
}
