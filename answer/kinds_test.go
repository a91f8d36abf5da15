package answer

import (
	"testing"

	"newshound/answer/analysis"
)

func TestAskedOf(t *testing.T) {
	var a analysis.Analyzer
	for _, test := range []struct {
		question, text string
		want           bool // the text names one of the kind that is asked for
	}{
		{"Which state closed its schools?", "Schools in West Virginia were closed.", true},
		{"Which state closed its schools?", "The mayor of Lansing closed the schools.", false},
		{"Which state closed its schools?", "Schools in the west were closed.", false},
		{"which country is it", "It lies in Turkey.", true},
		{"which country is it", "It was a Finnish ship.", true},
		{"which country is it", "They had turkey for dinner.", false},
		{"In which South Asian country did it happen?", "It happened in Nepal.", true},
		{"What was the color of the door?", "The door was green.", false}, // of the door, not which color
		{"What color was the door?", "The door was green.", true},
		{"Which bridge of the country is the longest?", "France has long ones.", false},
	} {
		found := false
		if m := askedOf(a.Tokens(test.question)); m != nil {
			tokens := a.Tokens(test.text)
			for i := range tokens {
				found = found || m.beginsAt(tokens, i)
			}
		}
		if found != test.want {
			t.Errorf("%q is answered by %q: %v, want %v", test.question, test.text, found, test.want)
		}
	}
}

func TestHoldsMember(t *testing.T) {
	e := &Engine{analyzer: new(analysis.Analyzer)}
	in := e.understand("Which country borders France?")
	x := make([]want, len(in.words))
	for i, w := range in.words {
		x[i] = want{word: w, Clause: Clause{Alts: []Alt{{Terms: []string{w.Term}, Weight: 1}}, Weight: 1}}
	}
	s := newScorer(x)
	s.expect, s.members, s.analyzer = in.expect, in.members, e.analyzer
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
