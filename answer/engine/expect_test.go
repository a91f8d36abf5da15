package engine

import (
	"slices"
	"testing"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/corpus"
)

func TestHolds(t *testing.T) {
	for _, test := range []struct {
		expect expectation
		text   string
		want   bool
	}{
		{aTime, "He died in 1259 without a successor.", true},
		{aTime, "They gave their name to it in the 11th century.", true},
		{aTime, "It was his second in a decade.", true},
		{aTime, "The prize was 7500 dollars.", false},
		{aTime, "It weighs 12 tonnes.", false},
		{aNumber, "Some 1259 were there.", true},
		{aNumber, "That was in 1959.", false},
		{aNumber, "Rents rose by a tenth.", true},
		{aNumber, "Two fifths of them agreed.", true},
		{aNumber, "It was the fifth time.", false},
		{aNumber, "Prices doubled, and fell to zero.", true},
		{aNumber, "Thirty of them came.", true},
		{anAge, "The 24-year-old player left.", true},
		{anAge, "She is six months old.", true},
		{anAge, "Halvorsen, 57, was elected in May.", true},
		{anAge, "He died at the age of 89.", true},
		{anAge, "He died aged 89.", true},
		{anAge, "He was 89.", true},
		{anAge, "She was born in 1951.", true},
		{anAge, "Omar, then 12, asked for more.", true},
		{anAge, "It was cold, then 12, he said.", false},
		{anAge, "No one of the 24 players left.", false},
		{anAge, "There were 24, she said.", false},
		{anAge, "It was 1.5 miles away.", false},
		{anAge, "On July 16, 24 players left.", false},
		{aMeasure, "He is six feet tall.", true},
		{aMeasure, "It is 12 square miles wide.", true},
		{aMeasure, "She weighs 90kg.", true},
		{aMeasure, "A 7-foot pole.", true},
		{aMeasure, "At 9.34pm her goal gave them three points.", false},
		{aMeasure, "Feet, 12 of them.", false},
		{aSum, "It cost £300m.", true},
		{aSum, "They paid US$6.1m for it.", true},
		{aSum, "They paid two million pounds.", true},
		{aSum, "They put billions of dollars into it.", true},
		{aPlace, "Halvorsen is from Ashford.", true},
		{aPlace, "Halvorsen, who moved from Ashford, left.", true},
		{aPlace, "Halvorsen was fired from Ashford Rail.", false},
		{aPlace, "They read the letters of Sen. Ingrid Halvorsen.", false},
		{aSum, "They paid 12 times, 300 of them.", false},
		{aScore, "Ashford won 9-1.", true},
		{aScore, "Ashford won 9 of 10.", false},
		{aScore, "It was open from 1990-1995.", false},
		{aCause, "He had a heart attack.", true},
		{aCause, "He left on Monday.", false},
		{aToll, "Some 40 people were killed.", true},
		{aToll, "The death toll rose to 40.", true},
		{aToll, "Some 40 people were there.", false},
		{aToll, "It killed them in 1959.", false},
		{aLeader, "Ingrid Halvorsen, president of the club, left.", true},
		{aLeader, "The president of the club left.", false},
		{anything, "He died.", true},
	} {
		s := &scorer{expect: test.expect, analyzer: new(analysis.Analyzer)}
		if got := s.holds(test.text, s.analyzer.Tokens(test.text), nil, 0).kind; got != test.want {
			t.Errorf("%s in %q: %v", kindNames[test.expect], test.text, got)
		}
	}
}

func TestHoldsBesideFigure(t *testing.T) {
	a := new(analysis.Analyzer)
	students := want{Clause: answer.Clause{Alts: []answer.Alt{{Terms: []string{a.Term("students")}, Weight: 1}}, Weight: 2}}
	students.word.Word = "students"
	s := newScorer([]want{students})
	s.expect, s.analyzer = aNumber, a
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
