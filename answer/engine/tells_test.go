package engine

import (
	"testing"

	"newshound/answer"
	"newshound/answer/inquiry"
	"newshound/answer/syntax"
	"newshound/corpus"
)

func TestTells(t *testing.T) {
	for _, test := range []struct {
		question, text string
		want           bool
	}{
		{"Who bought Halvor?", "Okafor bought its rival Halvor on Monday.", true},
		{"who bought Halvor", "It is Okafor that has just bought Halvor.", false}, // “that” may be anybody
		{"Who bought Halvor?", "Okafor, 61, bought Halvor.", true},
		{"Who bought Halvor?", "Okafor has recently bought Halvor.", true},
		{"Who is buying Halvor?", "With Okafor buying Halvor, shares rose.", true},
		{"Who bought Halvor?", "Halvor was bought by the giant Okafor.", true},
		{"Who bought Halvor?", "Bought and sold by Okafor, Halvor made boats.", true},
		{"Who bought Halvor?", "Baker, who bought Halvor, is a cook. The cook Ann Baker sells fish.", true},
		{"Who bought Halvor?", "Bakers, who bought Halvor, are cooks. Bakers sell fish.", false},
		{"Who bought Halvor?", "“Baker bought Halvor,” says the cook Ann Baker.", true},
		{"Who bought Halvor?", "Baker bought Halvor, says the guild of Bakers.", false},
		{"Who bought Halvor?", "Bakers bought Halvor. “It is theirs.” Bakers sell fish.", false},
		{"Which company bought Halvor?", "Okafor bought Halvor.", true},
		{"Who bought Halvor?", "Photo: Okafor Bought, of Halvor.", false},
		{"Who bought Halvor?", "Nobody bought Halvor.", false},
		{"Who bought Halvor?", "Okafor never bought Halvor.", false},
		{"Who bought Halvor?", "Halvor bought Okafor.", false},
		{"Who bought Halvor?", "Halvor was bought by investors.", false},
		{"Who bought Halvor?", "Okafor bought a boat. The price, she said, was more than that of Halvor.", false},
		{"Who bought Halvor?", "Okafor likes Halvor.", false},
		{"How many jobs did Halvor cut?", "Okafor cut 100 full-time jobs at Halvor.", true},
		{"How many jobs did Halvor cut?", "At Halvor, Okafor cut jobs in 12 places.", false},
		{"How many jobs did Halvor cut?", "Okafor cut 100 jobs.", false},
		{"How many jobs did Halvor cut?", "In 12 of its shops Halvor cut jobs.", false},
		{"How much did egg prices rise?", "Egg prices have risen nearly 60%.", true},
		{"How much did egg prices rise?", "Egg prices have risen in Ashford.", false},
		{"How much did egg prices rise?", "Prices of eggs did not move. In 1911 the river was said to rise by 60% of its width.", false},
		{"How much did Okafor pay for Halvor?", "Okafor paid $3 million for Halvor.", true},
		{"How much did Okafor pay for Halvor?", "Okafor paid for 3 seats at Halvor.", false},
		{"Where did Okafor buy Halvor?", "Okafor bought Halvor on Monday in Ashford.", true},
		{"Where did Okafor buy Halvor?", "Okafor bought Halvor on Monday.", false},
		{"Where did Okafor buy Halvor?", "Okafor bought it. In the town of Ashford, which is a day away, there was no Halvor.", false},
		{"Who is the chef of Halvor?", "Ann Okafor, the chef at Halvor, laughed.", true},
		{"Who is Halvor's chef?", "Halvor has a chef called Okafor.", true},
		{"Who is the chef of Halvor?", "The chef of Halvor laughed.", false},
		{"Who is the chef of Halvor?", "Okafor laughed at what was said by the chef of Halvor.", false},
		{"Who is the chef of Halvor?", "Okafor, a chef, sold much of what there was in Ashford, such as Halvor.", false},
		{"When did Okafor buy Halvor?", "Okafor bought Halvor.", false},
		{`Who said "a rotten boat"?`, "“It was a rotten boat,” said Ann Okafor.", true},
		{`Who has said that “it was a rotten boat”`, "“It was a rotten boat,” said Ann Okafor.", true},
		{`Who said "a rotten boat"?`, "“It was rotten, a boat,” said Ann Okafor.", false},
		{`Who said "a rotten boat"?`, "It was a rotten boat. “Boats rot,” said Ann Okafor.", false},
		{`Who said "a rotten boat" of Halvor?`, "“It was a rotten boat,” said Ann Okafor.", false},
		{"Who said it was a rotten boat?", "“It was a rotten boat,” said Ann Okafor.", false}, // as others may, in other words
		{"Who is Halvor?", "Okafor is Halvor.", false},
		{"Who?", "Okafor.", false},
		{"", "Okafor.", false},
	} {
		e := New(counts{of: map[string]int{"halvor": 5, "okafor": 5, "bought": 9, "buy": 9}})
		s := &search{Engine: e, inquiry: e.inquiries.Understand(test.question), request: syntax.Parse(test.question)}
		s.remember()
		wants := make([]inquiry.Want, len(s.inquiry.Words))
		for i, w := range s.inquiry.Words {
			wants[i] = inquiry.Want{Word: w, Clause: answer.Clause{Alts: []answer.Alt{{Terms: []string{w.Term}, Weight: 1}, {Terms: []string{e.analyzer.Term("bought")}, Weight: inquiry.SameWeight}}, Weight: 1}}
			if w.Term != "buy" {
				wants[i].Alts = wants[i].Alts[:1]
			}
		}
		a := corpus.NewArticle(corpus.Meta{ID: "a"}, test.text)
		c := candidate{article: a, Span: corpus.Span{End: len(test.text)}, matches: newMatcher(wants).find(e.analyzer.Tokens(test.text))}
		if got := s.tells(c); got != test.want {
			t.Errorf("%q tells what %q asks: %v", test.text, test.question, got)
		}
	}
}
