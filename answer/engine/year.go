package engine

import (
	"strings"

	"newshound/answer/calendar"
)

// namesAnotherYear reports whether a candidate names a year, but not the one that the question asks of.
// “Since 2019” does not count, nor does a season, 2022–23, that ends with the year asked of.
func (s *scorer) namesAnotherYear(c *candidate) bool {
	if s.year < 0 || c.inside[s.year] > 0 {
		return false
	}
	text, season := c.text(), s.wants[s.year].Word.Word[2:]
	another := false
	for i := 0; i+4 <= len(text); i++ {
		if !isDigit(text[i]) || i > 0 && isDigit(text[i-1]) || i+4 < len(text) && isDigit(text[i+4]) || !calendar.Year(text[i:i+4]) {
			continue
		}
		if until := strings.TrimLeft(text[i+4:], "-–/"); len(until) < len(text)-i-4 && strings.HasPrefix(until, season) {
			return false
		}
		another = another || !strings.HasSuffix(text[:i], "since ")
	}
	return another
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }
