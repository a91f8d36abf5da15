package engine

import "newshound/answer/calendar"

// namesAnotherYear reports whether a candidate has a year, and none that the question asks of.
func (s *scorer) namesAnotherYear(c *candidate) bool {
	if s.year < 0 || c.inside[s.year] > 0 {
		return false
	}
	text := c.text()
	for i := 0; i+4 <= len(text); i++ {
		if isDigit(text[i]) && (i == 0 || !isDigit(text[i-1])) && (i+4 == len(text) || !isDigit(text[i+4])) && calendar.Year(text[i:i+4]) {
			return true
		}
	}
	return false
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }
