package engine

import (
	"testing"

	"newshound/answer"
	"newshound/answer/inquiry"
	"newshound/corpus"
)

func TestHoldsCredit(t *testing.T) {
	for text, want := range map[string]bool{
		"Ann Roe/AP Halvorsen walks over the old bridge.":          true,
		"Halvorsen on the bridge. Ann Roe/Getty Images It is old.": true,
		"Halvorsen on the bridge. Credit: Ann Roe It is old.":      true,
		"Halvorsen said the AP had a photo of the bridge.":         false,
		"Halvorsen gave Getty credit for its images.":              false,
	} {
		if got := holdsCredit(text); got != want {
			t.Errorf("%q holds a credit: %v", text, got)
		}
	}
}

func TestCreditCosts(t *testing.T) {
	score := func(body string) float64 {
		span := corpus.Span{End: len(body)}
		a := &corpus.Article{Body: body, Paragraphs: []corpus.Paragraph{{Span: span, N: 1}}}
		s := newScorer([]inquiry.Want{{Clause: answer.Clause{Weight: 1}}})
		s.articles = map[*corpus.Article][]float64{a: {0}}
		c := candidate{article: a, Span: span, matches: []match{{Span: corpus.Span{End: 3}, weight: 1}}}
		s.score(&c, run{Span: span, first: span.End}, surroundings{paragraph: []float64{0}, passage: []float64{0}, header: []float64{0}, heading: []float64{0}})
		return c.score
	}
	if with, without := score("Ash is old. Ann Roe/AP It is wide."), score("Ash is old. Ann Roe said it is wide."); with >= without {
		t.Errorf("a quote scores %g with a credit, %g without", with, without)
	}
}
