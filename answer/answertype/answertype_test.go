package answertype

import (
	"strings"
	"testing"

	"newshound/answer/analysis"
)

// TestShownBy tells what shows a thing of a kind from what looks like it.
func TestShownBy(t *testing.T) {
	a := new(analysis.Analyzer)
	for _, test := range []struct {
		kind Type
		text string
		want bool
	}{
		{Time, "He died in 1259 without a successor.", true},
		{Time, "They gave their name to it in the 11th century.", true},
		{Time, "It was his second in a decade.", true},
		{Time, "The prize was 7500 dollars.", false},
		{Time, "It weighs 12 tonnes.", false},
		{Number, "Some 1259 were there.", true},
		{Number, "That was in 1959.", false},
		{Number, "Rents rose by a tenth.", true},
		{Number, "Two fifths of them agreed.", true},
		{Number, "It was the fifth time.", false},
		{Number, "Prices doubled, and fell to zero.", true},
		{Number, "Thirty of them came.", true},
		{Heat, "It was 40 degrees there.", true},
		{Heat, "Up to 104 °F were read, or 40°C.", true},
		{Heat, "Some 100 people fell ill.", false},
		{Age, "The 24-year-old player left.", true},
		{Age, "She is six months old.", true},
		{Age, "Halvorsen, 57, was elected in May.", true},
		{Age, "He died at the age of 89.", true},
		{Age, "He died aged 89.", true},
		{Age, "He was 89.", true},
		{Age, "That is wild of one who’s only 20, but so it is.", true},
		{Age, "She is just 20.", true},
		{Age, "It is only 20 miles.", false},
		{Age, "She was born in 1951.", true},
		{Age, "Lee, a born leader, left.", false},
		{Age, "A dam would be built there.", false},
		{Age, "The bridge was built in 1911.", true},
		{Age, "It was founded 40 years ago.", true},
		{Age, "Halvorsen, who founded the firm in 1998, left.", false},
		{Age, "She founded it and left.", false},
		{Age, "Omar, then 12, asked for more.", true},
		{Age, "It was cold, then 12, he said.", false},
		{Age, "No one of the 24 players left.", false},
		{Age, "There were 24, she said.", false},
		{Age, "It was 1.5 miles away.", false},
		{Age, "On July 16, 24 players left.", false},
		{Measure, "He is six feet tall.", true},
		{Measure, "It is 12 square miles wide.", true},
		{Measure, "She weighs 90kg.", true},
		{Measure, "A 7-foot pole.", true},
		{Measure, "At 9.34pm her goal gave them three points.", false},
		{Measure, "Feet, 12 of them.", false},
		{Sum, "It cost £300m.", true},
		{Sum, "They paid US$6.1m for it.", true},
		{Sum, "They paid $US4 billion for it.", true},
		{Sum, "They paid two million pounds.", true},
		{Sum, "They put billions of dollars into it.", true},
		{Place, "Halvorsen is from Ashford.", true},
		{Place, "Halvorsen, who moved from Ashford, left.", true},
		{Place, "Halvorsen was fired from Ashford Rail.", false},
		{Place, "They read the letters of Sen. Ingrid Halvorsen.", false},
		{Place, "Halvorsen was arrested in the Ashfords.", true},
		{Place, "A boat sank off the North Ashford coast.", true},
		{Place, "It drifted off Ashford for a day.", true},
		{Place, "Halvorsen heard of the Ashford deal from the Mayor.", false},
		{Place, "The Ashford deal fell through.", false},
		{Sum, "They paid 12 times, 300 of them.", false},
		{Score, "Ashford won 9-1.", true},
		{Score, "Ashford won 9 of 10.", false},
		{Score, "It was open from 1990-1995.", false},
		{Cause, "He had a heart attack.", true},
		{Cause, "He left on Monday.", false},
		{Toll, "Some 40 people were killed.", true},
		{Toll, "The death toll rose to 40.", true},
		{Toll, "Some 40 people were there.", false},
		{Toll, "It killed them in 1959.", false},
		{Leader, "Ingrid Halvorsen, president of the club, left.", true},
		{Leader, "The president of the club left.", false},
	} {
		tokens := a.Tokens(test.text)
		shown := false
		for i := range tokens {
			shown = shown || test.kind.ShownBy(test.text, tokens, i)
		}
		if shown != test.want {
			t.Errorf("%s in %q: %v", test.kind, test.text, shown)
		}
	}
}

// TestAsked tells from the words of a question what it asks for.
func TestAsked(t *testing.T) {
	a := new(analysis.Analyzer)
	for question, want := range map[string]Type{
		"Who was there?":                 Person,
		"To whom did she write?":         Person,
		"When did the bridge close?":     Time,
		"How long did it take?":          Duration,
		"How old is she?":                Age,
		"How hot was it?":                Heat,
		"Which city did they leave?":     Place,
		"What did the mayor say of it?":  Speech,
		"What the mayor said of it":      Speech,
		"What is it called?":             Any,
		"Which mayor said so?":           Any,
		"Did the bridge close?":          Any,
		"":                               Any,
		strings.Repeat("and what ", 1e5): Any, // in no more time than its length asks for
	} {
		if got := Asked(a.Tokens(question)); got != want {
			t.Errorf("%q asks for %q, want %q", question, got, want)
		}
	}
}
