package answer

import (
	"strings"
	"unicode"

	"newshound/answer/analysis"
)

// holds reports whether a quote holds the kind of thing that the question asks
// for, beside what the question itself says.
func (s *scorer) holds(text string, matches []match, offset int) bool {
	if s.expect == speech {
		return strings.ContainsAny(text, "“”\"")
	}
	tokens := s.analyzer.Tokens(text)
	for i, t := range tokens {
		if matchedAt(matches, offset+t.Start) {
			continue
		}
		switch s.expect {
		case aPerson:
			if t.Upper && !t.Acronym && !analysis.Ordinary(t.Word) {
				return true
			}
		case aPlace:
			if t.Upper && !t.Stop && i > 0 && places[tokens[i-1].Word] {
				return true
			}
		case aTime:
			if times[t.Term] && (t.Upper || !months[t.Term]) || isYear(t.Word) {
				return true
			}
		case aNumber:
			if isNumber(t.Word) || numbers[t.Term] {
				return true
			}
		case aDuration:
			if durations[t.Term] {
				return true
			}
		case aReason:
			if reasons[t.Word] {
				return true
			}
		}
	}
	return false
}

func matchedAt(matches []match, start int) bool {
	for _, m := range matches {
		if m.Start <= start && start < m.End {
			return true
		}
	}
	return false
}

func isYear(w string) bool {
	return len(w) == 4 && (w[:2] == "19" || w[:2] == "20") && unicode.IsDigit(rune(w[2])) && unicode.IsDigit(rune(w[3]))
}

// The words that show a kind of answer. Places and reasons are words that come
// before one.
var (
	places = words("in at near from to of outside inside across")
	times  = terms(`January February March April May June July August September October November December
		Jan Feb Aug Sept Sep Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday
		today yesterday tomorrow tonight week month year day morning evening afternoon night ago noon midnight weekend`)
	months  = terms("March May")
	numbers = terms(`one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds
		thousand thousands million billion trillion half third quarter none several many few single`)
	durations = terms("second minute hour day week month year decade century night daily weekly monthly yearly")
	reasons   = words("because since due so amid after citing over caused")
)

func words(list string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
