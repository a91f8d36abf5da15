package engine

import (
	"testing"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/inquiry"
	"newshound/corpus"
)

// TestNamesAnotherYear holds which quotes tell of another year than the question.
func TestNamesAnotherYear(t *testing.T) {
	a := new(analysis.Analyzer)
	year := inquiry.Want{Clause: answer.Clause{Alts: []answer.Alt{{Terms: []string{"2022"}, Weight: 1}}, Weight: 1}}
	year.Word.Word = "2022"
	s := newScorer([]inquiry.Want{year})
	for text, want := range map[string]bool{
		"Ashford Rail won the prize in 2019.":             true,
		"2019 was the year of Ashford Rail":               true,
		"Ashford Rail won the prize in 2019 and in 2022.": false,
		"Ashford Rail won the prize, and $2019000.":       false,
		"Ashford Rail won the prize, and $3,050.":         false,
		"Ashford Rail won this year’s prize.":             false,
		"It is Ashford Rail’s first prize since 1986.":    false,
		"It won in 2019, and for the first since 1986.":   true,
		"Ashford Rail won the prize of 2021–22.":          false,
		"Ashford Rail won the prize of 2020-21.":          true,
	} {
		c := candidate{article: corpus.NewArticle(corpus.Meta{ID: "a"}, text), Span: corpus.Span{End: len(text)}}
		c.inside = best(1, newMatcher(s.wants).find(a.Tokens(text)))
		if got := s.namesAnotherYear(&c); got != want {
			t.Errorf("%q names another year than 2022: %v, want %v", text, got, want)
		}
	}
}
