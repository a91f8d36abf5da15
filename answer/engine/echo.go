package engine

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer/analysis"
)

// echoes reports whether a candidate, a heading without a stop or something that asks, has no other
// words than the question, but for a number before it, as those of a quiz have one.
func (s *scorer) echoes(c *candidate, asks bool) bool {
	text := c.text()
	if last, _ := utf8.DecodeLastRuneInString(text); s.analyzer == nil || !asks && !unicode.IsLetter(last) && !unicode.IsDigit(last) {
		return false
	}
	for i, t := range s.analyzer.Tokens(text) {
		numbers := i == 0 && analysis.IsNumber(t.Word) && strings.ContainsAny(text[t.End:min(t.End+1, len(text))], ".):")
		if !t.Stop && !numbers && !s.reader.asked[t.Term] && !matchedAt(c.matches, c.Start+t.Start) {
			return false
		}
	}
	return true
}
