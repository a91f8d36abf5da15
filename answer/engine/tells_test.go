package engine

import (
	"testing"
	"time"

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
		{"Who bought Halvor in 2022?", "Okafor bought its rival Halvor.", true},               // when it was published
		{"Who bought Halvor in 2021?", "Okafor bought its rival Halvor.", false},
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
		a := corpus.NewArticle(corpus.Meta{ID: "a", Published: time.Date(2022, 3, 1, 0, 0, 0, 0, time.UTC)}, test.text)
		m := newMatcher(wants)
		c := candidate{article: a, Span: corpus.Span{End: len(test.text)}, matches: m.find(e.analyzer.Tokens(test.text))}
		c.near = best(len(wants), m.find(e.analyzer.Tokens(answer.Header(a))))
		if got := s.tells(c); got != test.want {
			t.Errorf("%q tells what %q asks: %v", test.text, test.question, got)
		}
	}
}

// TestPreferDoers holds that what tells who did something comes before what meets the question a little better,
// where it is asked who did it.
func TestPreferDoers(t *testing.T) {
	for question, want := range map[string]int{"Who bought Halvor?": 1, "When did Okafor buy Halvor?": 0, "Which boats did Okafor buy?": 0} {
		e := New(counts{of: map[string]int{"halvor": 5, "okafor": 5, "buy": 9}})
		s := &search{Engine: e, inquiry: e.inquiries.Understand(question)}
		s.remember()
		for _, w := range s.inquiry.Words {
			s.quotable.Wants = append(s.quotable.Wants, inquiry.Want{Word: w, Clause: answer.Clause{Alts: []answer.Alt{{Terms: []string{w.Term}, Weight: 1}}, Weight: 1}})
		}
		m := newMatcher(s.quotable.Wants)
		var found []candidate
		for i, text := range []string{"Ann Lee says when to buy Halvor, and boats.", "Okafor is buying Halvor.", "Okafor buys Halvor."} {
			c := candidate{article: corpus.NewArticle(corpus.Meta{ID: "a"}, text), Span: corpus.Span{End: len(text)}, matches: m.find(e.analyzer.Tokens(text))}
			c.merits.words = 1 - float64(i)*doing*3/4 // the last is too far behind
			c.score = c.merits.sum()
			found = append(found, c)
		}
		s.preferDoers(newScorer(s.quotable.Wants), found)
		if first := bestFirst(found, scoreOf)[0]; first.text() != found[want].text() || found[2].merits.doer != 0 {
			t.Errorf("%q: %q is first, want %q", question, first.text(), found[want].text())
		}
	}
}
