package engine

import (
	"slices"
	"testing"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/inquiry"
)

// TestOtherNumbers tells what a name is worth that has a number in the question and another
// in the text.
func TestOtherNumbers(t *testing.T) {
	e := New(counts{})
	for text, worth := range map[string]float64{
		"The Halvor 15 is dear.":             1,
		"The Halvor 14 is dear.":             numberOther,
		"The Halvor is dear.":                1,
		"A Halvor, 14 of which are sold.":    1,
		"The Halvor 14 and 15 are dear.":     1,
		"Less than the Halvor 14 costs a 15": numberOther,
	} {
		var wants []inquiry.Want
		for _, w := range e.inquiries.Understand("What does the Halvor 15 cost?").Words {
			wants = append(wants, inquiry.Want{Word: w, Clause: answer.Clause{Alts: []answer.Alt{{Terms: []string{w.Term}, Weight: 1}}}})
		}
		found := newMatcher(wants).find(e.analyzer.Tokens(text))
		n := slices.IndexFunc(found, func(m match) bool { return wants[m.want].Word.Word == "halvor" })
		if n < 0 || found[n].weight != worth {
			t.Errorf("%q: %+v, want %v", text, found, worth)
		}
	}
}

// TestNumbersOfNames tells what a number that belongs to a name is worth beside the name,
// and elsewhere.
func TestNumbersOfNames(t *testing.T) {
	e := New(counts{})
	for _, test := range []struct {
		question, text string
		want           float64 // of the number
	}{
		{"What does the Halvor 15 cost?", "The Halvor 15 is dear.", 1},
		{"What does the Halvor 15 cost?", "It is the 15 Halvor of them.", 1},
		{"What does the Halvor 15 cost?", "A Halvor is dear, and no case for one is less than 15 dollars.", numberApart},
		{"What did Halvor, 15 of them, cost?", "A Halvor is dear, and no case for one is less than 15 dollars.", 1},
		{"What did the Halvor 2015 cost?", "A Halvor was dear, as were all cars of 2015.", 1},
	} {
		in := e.inquiries.Understand(test.question)
		wants := make([]inquiry.Want, len(in.Words))
		at := -1
		for i, w := range in.Words {
			wants[i] = inquiry.Want{Word: w, Clause: answer.Clause{Alts: []answer.Alt{{Terms: []string{w.Term}, Weight: 1}}}}
			if analysis.IsNumber(w.Word) {
				at = i
			}
		}
		found := newMatcher(wants).find(e.analyzer.Tokens(test.text))
		n := slices.IndexFunc(found, func(m match) bool { return m.want == at })
		if n < 0 || found[n].weight != test.want {
			t.Errorf("%q in %q: %+v", test.question, test.text, found)
		}
	}
}
