package main

import (
	"strings"
	"testing"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/index"
	"newshound/corpus"
)

// TestScore asks for the score of a game. The quote that has it seldom uses that word; others use it, of something
// else.
func TestScore(t *testing.T) {
	e := engine.New(index.New([]*corpus.Article{
		corpus.NewArticle(corpus.Meta{ID: "game", Headline: "Ashford Rovers and Brookton Town meet at the Dell"}, `The fans came early, and the sun was out.

With a late header Halvor Lind gave Ashford Rovers a 3-1 win over Brookton Town on Saturday.

Before that, Ashford Rovers could not score, and Brookton Town's final pass went astray all too often.

It was Okafor who had to score for Brookton Town, and he did, in the final minute of the first half.`),
	}))
	for _, question := range []string{
		"What was the score of Ashford Rovers against Brookton Town?",
		"What was the final score (who scored for Brookton Town)?",
	} {
		a, err := e.Ask(t.Context(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		if a.Outcome != answer.Found || !strings.Contains(a.Snippets[0].Quote, "3-1") {
			t.Errorf("%s %s: %v", question, a.Outcome, a.Snippets)
		}
	}
}
