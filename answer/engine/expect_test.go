package engine

import (
	"slices"
	"testing"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/inquiry"
	"newshound/corpus"
)

func TestHoldsBesideFigure(t *testing.T) {
	a := new(analysis.Analyzer)
	students := inquiry.Want{Clause: answer.Clause{Alts: []answer.Alt{{Terms: []string{a.Term("students")}, Weight: 1}}, Weight: 2}}
	students.Word.Word = "students"
	s := newScorer([]inquiry.Want{students})
	s.expect, s.analyzer = answertype.Number, a
	for text, want := range map[string]float64{
		"It has 900 students.": 2,
		"Students, whom nobody had seen in the old hall before it was built, now number 900.":      0,
		"Of 12 towns that were asked in the spring of that year, two sent students, and 900 came.": 2,
		"Students came in 1959.": 0,
	} {
		tokens := a.Tokens(text)
		matches := newMatcher(s.wants).find(tokens)
		if near := s.holds(text, tokens, matches, 0).near; near != want {
			t.Errorf("%q: %v stands beside the figure, want %v", text, near, want)
		}
	}
}

// The tokens of a run are those that it has by itself, whatever was asked for before.
func TestTokensIn(t *testing.T) {
	e := &Engine{analyzer: new(analysis.Analyzer)}
	s := &scorer{analyzer: e.analyzer, reader: e.newReader(nil, nil)}
	first, second := corpus.Span{End: 38}, corpus.Span{Start: 39, End: 49}
	one := &corpus.Article{Meta: corpus.Meta{ID: "one"}, Body: "Rain fell. Lee, 24, left. Nobody came.\nSnow fell.", Paragraphs: []corpus.Paragraph{{Span: first}, {Span: second}}}
	other := &corpus.Article{Meta: corpus.Meta{ID: "other"}, Body: "Hail fell. Ash fell, too. Nobody came.", Paragraphs: []corpus.Paragraph{{Span: first}}}
	for _, test := range []struct {
		article   *corpus.Article
		part, run corpus.Span
	}{
		{one, first, corpus.Span{End: 10}},
		{one, first, corpus.Span{Start: 11, End: 25}},
		{one, first, corpus.Span{Start: 11, End: 38}},
		{one, second, second},
		{other, first, corpus.Span{Start: 11, End: 25}},
	} {
		last := len(test.article.Paragraphs) - 1
		read := s.reader.of(corpus.Passage{Article: test.article, Last: last, Span: corpus.Span{End: test.article.Paragraphs[last].End}})
		got, want := s.tokensIn(read, test.part, test.run), s.analyzer.Tokens(test.article.Text(test.run))
		if !slices.Equal(got, want) {
			t.Errorf("%q has tokens %v, want %v", test.article.Text(test.run), got, want)
		}
	}
}
