package engine

import (
	"testing"

	"newshound/answer"
	"newshound/answer/inquiry"
)

func TestHoldsMember(t *testing.T) {
	e := New(counts{})
	in := e.inquiries.Understand("Which country borders France?")
	x := make([]inquiry.Want, len(in.Words))
	for i, w := range in.Words {
		x[i] = inquiry.Want{Word: w, Clause: answer.Clause{Alts: []answer.Alt{{Terms: []string{w.Term}, Weight: 1}}, Weight: 1}}
	}
	s := newScorer(x)
	s.expect, s.members, s.analyzer = in.Expect, in.Members, e.analyzer
	for text, want := range map[string]bool{
		"Belgium borders France.":            true,
		"France borders the sea.":            false, // the question says so itself
		"The country borders it, she wrote.": false,
	} {
		tokens := e.analyzer.Tokens(text)
		if held := s.holds(text, tokens, newMatcher(x).find(tokens), 0).kind; held != want {
			t.Errorf("%q names a country: %v, want %v", text, held, want)
		}
	}
}
