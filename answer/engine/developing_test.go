package engine

import (
	"strings"
	"testing"
)

// TestCounting holds which words of a question are for what is counted, and which for what was done to it.
func TestCounting(t *testing.T) {
	e := New(counts{})
	for text, want := range map[string]string{ // divided by |
		"How many people work at Ashford Rail?":            "people|work",
		"How many people live in Ashford?":                 "people|live",
		"How many plane passengers survived?":              "plane passengers|survived",
		"How many plane passengers did Ashford Rail hire?": "plane passengers|hire",
		"How many plane staff does Ashford Rail employ?":   "plane staff|employ",
	} {
		s := &search{inquiry: e.inquiries.Understand(text), question: e.analyzer.Tokens(text)}
		noun, tells, ok := s.counting()
		var of [2][]string
		for i, w := range s.inquiry.Words {
			for k, is := range [][]bool{noun, tells} {
				if ok && is[i] {
					of[k] = append(of[k], w.Typed)
				}
			}
		}
		if got := strings.Join(of[0], " ") + "|" + strings.Join(of[1], " "); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
