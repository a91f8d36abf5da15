package engine

import (
	"slices"
	"testing"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/corpus"
)

func TestHolds(t *testing.T) {
	for _, test := range []struct {
		expect answertype.Type
		text   string
		want   bool
	}{
		{answertype.Time, "He died in 1259 without a successor.", true},
		{answertype.Time, "They gave their name to it in the 11th century.", true},
		{answertype.Time, "It was his second in a decade.", true},
		{answertype.Time, "The prize was 7500 dollars.", false},
		{answertype.Time, "It weighs 12 tonnes.", false},
		{answertype.Number, "Some 1259 were there.", true},
		{answertype.Number, "That was in 1959.", false},
		{answertype.Number, "Rents rose by a tenth.", true},
		{answertype.Number, "Two fifths of them agreed.", true},
		{answertype.Number, "It was the fifth time.", false},
		{answertype.Number, "Prices doubled, and fell to zero.", true},
		{answertype.Number, "Thirty of them came.", true},
		{answertype.Age, "The 24-year-old player left.", true},
		{answertype.Age, "She is six months old.", true},
		{answertype.Age, "Halvorsen, 57, was elected in May.", true},
		{answertype.Age, "He died at the age of 89.", true},
		{answertype.Age, "He died aged 89.", true},
		{answertype.Age, "He was 89.", true},
		{answertype.Age, "She was born in 1951.", true},
		{answertype.Age, "Omar, then 12, asked for more.", true},
		{answertype.Age, "It was cold, then 12, he said.", false},
		{answertype.Age, "No one of the 24 players left.", false},
		{answertype.Age, "There were 24, she said.", false},
		{answertype.Age, "It was 1.5 miles away.", false},
		{answertype.Age, "On July 16, 24 players left.", false},
		{answertype.Measure, "He is six feet tall.", true},
		{answertype.Measure, "It is 12 square miles wide.", true},
		{answertype.Measure, "She weighs 90kg.", true},
		{answertype.Measure, "A 7-foot pole.", true},
		{answertype.Measure, "At 9.34pm her goal gave them three points.", false},
		{answertype.Measure, "Feet, 12 of them.", false},
		{answertype.Sum, "It cost £300m.", true},
		{answertype.Sum, "They paid US$6.1m for it.", true},
		{answertype.Sum, "They paid two million pounds.", true},
		{answertype.Sum, "They put billions of dollars into it.", true},
		{answertype.Place, "Halvorsen is from Ashford.", true},
		{answertype.Place, "Halvorsen, who moved from Ashford, left.", true},
		{answertype.Place, "Halvorsen was fired from Ashford Rail.", false},
		{answertype.Place, "They read the letters of Sen. Ingrid Halvorsen.", false},
		{answertype.Sum, "They paid 12 times, 300 of them.", false},
		{answertype.Score, "Ashford won 9-1.", true},
		{answertype.Score, "Ashford won 9 of 10.", false},
		{answertype.Score, "It was open from 1990-1995.", false},
		{answertype.Cause, "He had a heart attack.", true},
		{answertype.Cause, "He left on Monday.", false},
		{answertype.Toll, "Some 40 people were killed.", true},
		{answertype.Toll, "The death toll rose to 40.", true},
		{answertype.Toll, "Some 40 people were there.", false},
		{answertype.Toll, "It killed them in 1959.", false},
		{answertype.Leader, "Ingrid Halvorsen, president of the club, left.", true},
		{answertype.Leader, "The president of the club left.", false},
		{answertype.Any, "He died.", true},
	} {
		s := &scorer{expect: test.expect, analyzer: new(analysis.Analyzer)}
		if got := s.holds(test.text, s.analyzer.Tokens(test.text), nil, 0).kind; got != test.want {
			t.Errorf("%s in %q: %v", test.expect.String(), test.text, got)
		}
	}
}

func TestHoldsBesideFigure(t *testing.T) {
	a := new(analysis.Analyzer)
	students := want{Clause: answer.Clause{Alts: []answer.Alt{{Terms: []string{a.Term("students")}, Weight: 1}}, Weight: 2}}
	students.word.Word = "students"
	s := newScorer([]want{students})
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
	s := &scorer{analyzer: new(analysis.Analyzer)}
	one := &corpus.Article{Body: "Rain fell. Lee, 24, left. Nobody came.\nSnow fell."}
	other := &corpus.Article{Body: "Hail fell. Ash fell, too. Nobody came."}
	first, second := corpus.Span{End: 38}, corpus.Span{Start: 39, End: 49}
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
		got, want := s.tokensIn(test.article, test.part, test.run), s.analyzer.Tokens(test.article.Text(test.run))
		if !slices.Equal(got, want) {
			t.Errorf("%q has tokens %v, want %v", test.article.Text(test.run), got, want)
		}
	}
}
