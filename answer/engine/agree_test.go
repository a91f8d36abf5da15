package engine

import (
	"slices"
	"testing"

	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/corpus"
)

// TestMayAnswer holds which words of a text may be what a question asks for.
func TestMayAnswer(t *testing.T) {
	a := new(analysis.Analyzer)
	const text = "On Monday 43 boats left Ashford"
	for kind, want := range map[answertype.Type][]string{
		answertype.Any:    {"monday", "43", "boats", "left", "ashford"},
		answertype.Person: {"monday", "ashford"},
		answertype.Time:   {"monday", "43"},
		answertype.Number: {"43"},
	} {
		s := &scorer{expect: kind}
		tokens := a.Tokens(text)
		var got []string
		for i, token := range tokens {
			if !token.Stop && s.mayAnswer(text, tokens, i) {
				got = append(got, token.Word)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("for %q %q may answer, want %q", kind, got, want)
		}
	}
}

// TestVotes holds that an article votes once for what it tells, by the quote that meets most, and
// with it who has a quote of it word for word.
func TestVotes(t *testing.T) {
	quote := func(id, text string) *candidate {
		return &candidate{article: corpus.NewArticle(corpus.Meta{ID: id}, text), Span: corpus.Span{End: len(text)}}
	}
	v := votes{number: make(map[string]int32), voters: make(map[string]int32), sums: make([]float64, 2), first: make([]int32, 2)}
	v.vote(v.voter(quote("a", "Okafor leads it.")), 0.5, []int32{0})
	v.vote(v.voter(quote("a", "Ann Okafor leads it.")), 0.8, []int32{0, 1})
	v.vote(v.voter(quote("copy", "Okafor leads it.")), 0.5, []int32{0})
	if want := []float64{0.8, 0.8}; !slices.Equal(v.sums, want) || !slices.Equal(v.best, want[:1]) {
		t.Errorf("one article has votes of %v, at best %v, want %v and %v", v.sums, v.best, want, want[:1])
	}
	v.vote(v.voter(quote("b", "It is led by Okafor.")), 1, []int32{0})
	if want := []float64{1.8, 0.8}; !slices.Equal(v.sums, want) {
		t.Errorf("two articles have votes of %v, want %v", v.sums, want)
	}
}
