package engine

import (
	"strings"
	"testing"

	"newshound/answer"
	"newshound/answer/inquiry"
	"newshound/corpus"
)

// TestEchoes holds which lines have no other words than the question.
func TestEchoes(t *testing.T) {
	e := New(counts{})
	in := e.inquiries.Understand("What became of Ingrid Halvorsen of Ashford Rail?")
	var wants []inquiry.Want
	for _, w := range in.Words {
		wants = append(wants, inquiry.Want{Clause: answer.Clause{Alts: []answer.Alt{{Terms: []string{w.Term}, Weight: 1}}, Weight: 1}, Word: w})
	}
	s := newScorer(wants)
	s.analyzer, s.reader = e.analyzer, &passageReader{asked: map[string]bool{"report": true}}
	for text, want := range map[string]bool{
		"Ingrid Halvorsen":                  true,
		"Ingrid Halvorsen and Ashford Rail": true,
		"Ingrid Halvorsen.":                 false, // a sentence
		"Ingrid Halvorsen leaves Ashford":   false,

		"What became of Ingrid Halvorsen? Five things to know": true,
		"What became of Ingrid Halvorsen? She leaves.":         false,
		"Who saw Ingrid Halvorsen resign? Five things to know": false,
		"Ingrid Halvorsen, 57":                                 false,
		"What became of Ingrid Halvorsen 2.0":                  false,

		"3. Reportedly, what became of Ingrid Halvorsen of Ashford Rail?": true,
		"57 of Ashford Rail?":             false, // no number of a list
		"Did Ingrid Halvorsen resign?":    false,
		"Ingrid Halvorsen, Ashford Rail?": true,
	} {
		a := corpus.NewArticle(corpus.Meta{ID: "a"}, text)
		c := candidate{article: a, Span: a.Paragraphs[0].Span, matches: newMatcher(wants).find(e.analyzer.Tokens(text))}
		if got := s.echoes(&c, strings.HasSuffix(text, "?")); got != want {
			t.Errorf("%q echoes the question: %v, want %v", text, got, want)
		}
	}
}
