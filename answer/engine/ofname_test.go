package engine

import (
	"testing"

	"newshound/answer"
	"newshound/answer/inquiry"
)

// TestOfName holds whether the kind of thing that a question asks for stands beside the one
// name that it has.
func TestOfName(t *testing.T) {
	e := New(counts{})
	for _, test := range []struct {
		question, text string
		want           bool
	}{
		{"How old is Ingrid Halvorsen?", "Ingrid Halvorsen, 57, was elected.", true},
		{"How old is Ingrid Halvorsen?", "The 57-year-old Ingrid Halvorsen was elected.", true},
		{"How old is Ingrid Halvorsen?", "Ingrid Halvorsen came with Omar Reyes, 57.", false},
		{"How old is Ingrid Halvorsen?", "Omar Halvorsen, 57, was elected.", false},
		{"How old is Ingrid Halvorsen?", "Halvorsen, 57, met Ingrid.", false},
		{"Where does Ingrid Halvorsen live?", "Ingrid Halvorsen of Ashford left.", true},
		{"Where does Ingrid Halvorsen live?", "Ingrid Halvorsen left when they came to Ashford.", false},
		{"How old is William J. Halvorsen?", "William J. Halvorsen, 57, was elected.", true},
		{"How old is William J. Halvorsen?", "William Halvorsen, 57, was elected.", false},
		{"How old is Ingrid Halvorsen?", "They met Ingrid Halvorsen. The 57-year-old left.", false},
		{"How old is Ingrid Halvorsen?", "Ingrid Halvorsen left. The company was founded in 1911.", false},
		{"How old is Ingrid Halvorsen?", "In the firm of Ingrid Halvorsen, the company is eight years old.", false},
		{"How old is Ashford Rail?", "At Ashford Rail, the company is eight years old.", true},
		{"How old is Halvorsen?", "Halvorsen, 57, was elected.", true},
		{"How old is Bridge?", "Bridge, 57, was elected.", false},
		{"Who did Halvorsen meet?", "Halvorsen met Omar Reyes.", false},
		{"How much does Ingrid Halvorsen earn?", "Ingrid Halvorsen is paid $90,000.", true},
		{"How much does Ingrid Halvorsen earn?", "Ingrid Halvorsen is paid for nine days.", false},
		{"What is Halvorsen's party?", "Sen. Halvorsen (D-Mo.) left.", true},
		{"What party is Ingrid Halvorsen in?", "Ingrid Halvorsen met the mayor, who is a Democrat.", false},
		{"Who runs Ashford Rail?", "Omar Reyes, chief of Ashford Rail, left.", true},
		{"Who runs the Office for Ashford Rail?", "Omar Reyes, chief of the Office for Ashford Rail, left.", true},
		{"Who runs Ashford Rail?", "The chief of Ashford Rail left.", false},
		{"Who is Ingrid Halvorsen?", "Ingrid Halvorsen, a pilot, left.", true},
		{"Who is Ingrid Halvorsen?", "Ingrid Halvorsen is a pilot.", true},
		{"Who is Ingrid Halvorsen?", "They met Coach Ingrid Halvorsen.", true},
		{"Who is Ingrid Halvorsen?", "Ingrid Halvorsen left, a pilot said.", false},
	} {
		in := e.inquiries.Understand(test.question)
		var wants []inquiry.Want
		for _, w := range in.Words {
			wants = append(wants, inquiry.Want{Clause: answer.Clause{Alts: []answer.Alt{{Terms: []string{w.Term}, Weight: 1}}, Weight: 1}, Word: w})
		}
		s := newScorer(wants)
		s.expect, s.members, s.analyzer = in.Expect, in.Members, e.analyzer
		s.nameFirst, s.nameLast, s.hasName = in.SoleName()
		tokens := e.analyzer.Tokens(test.text)
		if got := s.holds(test.text, tokens, newMatcher(wants).find(tokens), 0); got.ofName != test.want {
			t.Errorf("%q in %q: %+v", test.question, test.text, got)
		}
	}
}
