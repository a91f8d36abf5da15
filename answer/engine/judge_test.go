package engine

import (
	"fmt"
	"testing"

	"newshound/answer"
	"newshound/answer/inquiry"
	"newshound/answer/syntax"
	"newshound/corpus"
)

// What tells who did something, as a short question asks, is found behind what only speaks of it.
func TestJudgedByWhatTells(t *testing.T) {
	const question = "Who bought Halvor?"
	e := New(counts{of: map[string]int{"halvor": 50, "okafor": 5, "buy": 90}})
	s := &search{Engine: e, inquiry: e.inquiries.Understand(question), request: syntax.Parse(question), found: ranking{passages: []ranked{{Hit: answer.Hit{Passage: corpus.Passage{Article: new(corpus.Article)}}}}}}
	s.remember()
	s.quotable.Passages = 100_000
	for _, w := range s.inquiry.Words {
		s.quotable.Wants = append(s.quotable.Wants, inquiry.Want{Word: w, Known: true, Info: 1, Clause: answer.Clause{Alts: []answer.Alt{{Terms: []string{w.Term}, Weight: 1}}, Weight: 1}})
	}
	m := newMatcher(s.quotable.Wants)
	ask := func(texts ...string) (answer.Answer, string) {
		var found []candidate
		for i, text := range texts {
			a := corpus.NewArticle(corpus.Meta{ID: fmt.Sprint(i)}, text)
			c := candidate{article: a, Span: corpus.Span{End: len(text)}, matches: m.find(e.analyzer.Tokens(text)), score: 1 - float64(i)/100}
			c.inside = best(2, c.matches)
			c.near, c.merits.words = c.inside, 1
			found = append(found, c)
		}
		p := s.newFolding(nil, nil, restriction{}).pick(found)
		var a answer.Answer
		s.judge(&a, p, nil)
		return a, p.upTo(1)[0].text()
	}
	speaks := []string{"Buying Halvor is dear.", "To buy Halvor was wrong, all thought.", "It is unclear why one buys Halvor.", "Buy Halvor, they were told."}
	if a, first := ask(append(speaks, "Okafor bought Halvor.")...); a.Confidence < enough || first != "Okafor bought Halvor." {
		t.Errorf("answered by %q, with confidence %.2f", first, a.Confidence)
	}
	if a, first := ask(speaks...); a.Confidence >= enough || first != speaks[0] {
		t.Errorf("where nothing tells it, answered by %q, with confidence %.2f", first, a.Confidence)
	}
}
