package engine

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer/analysis"
)

// echoes reports whether a candidate that asks something, or is a heading without a full stop, has no
// other words than the question. Of a heading that begins by asking (“What is the ash? All you need to know”)
// that counts. A number before it, as in a quiz, does not count.
func (s *scorer) echoes(c *candidate, asks bool) bool {
	text := c.text()
	if last, _ := utf8.DecodeLastRuneInString(text); s.analyzer == nil || !asks && !unicode.IsLetter(last) && !unicode.IsDigit(last) {
		return false
	}
	if begins, _, is := strings.Cut(text, "?"); is && !asks {
		text = begins
	}
	for i, t := range s.analyzer.Tokens(text) {
		numbers := i == 0 && analysis.IsNumber(t.Word) && strings.ContainsAny(text[t.End:min(t.End+1, len(text))], ".):")
		if !t.Stop && !numbers && !s.reader.asked[t.Term] && !matchedAt(c.matches, c.Start+t.Start) {
			return false
		}
	}
	return true
}
