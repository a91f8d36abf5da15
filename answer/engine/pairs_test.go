package engine

import (
	"testing"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/inquiry"
	"newshound/corpus"
)

func TestPairs(t *testing.T) {
	var a analysis.Analyzer
	m := newMatcher([]inquiry.Want{{Clause: answer.Clause{Alts: []answer.Alt{{Terms: []string{"head"}, Weight: 1}}}}, {Clause: answer.Clause{Alts: []answer.Alt{{Terms: []string{"rail"}, Weight: 1}}}}})
	p := newPairer(a.Tokens("Who is the head of the rail?")) // six pairs, two of them of stop words alone
	for text, want := range map[string]float64{
		"She is the head of it all.":       2. / 6, // the head, head of
		"The rails have a head.":           1. / 6, // another form is as good
		"The head, the head, the head of":  2. / 6, // each counts once
		"Who is of the kind?":              0,
		"Of head the rail is head who the": 1. / 6, // in this order
		"":                                 0,
	} {
		tokens := a.Tokens(text)
		if got := p.share(p.pairsIn(text, tokens, m.find(tokens)), corpus.Span{End: len(text)}); got != want {
			t.Errorf("%q: %g, want %g", text, got, want)
		}
	}
	if got := p.share([]pair{{corpus.Span{Start: 2, End: 9}, 1}}, corpus.Span{End: 8}); got != 0 {
		t.Errorf("a pair that ends outside counts %g", got)
	}
	if got := newPairer(nil).share(nil, corpus.Span{}); got != 0 {
		t.Errorf("nothing asked: %g", got)
	}
}
