package main

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/answer/index"
	"newshound/corpus"
)

// usual returns n articles of one sentence each, and further ones, in which the words
// that are asked for are nothing special.
func usual(n int, further ...string) *answer.Engine {
	said := []string{"The debt of the town grew.", "The ceiling of the hall was painted.", "A meeting was held at the hall.", "The trial of a driver began."}
	var articles []*corpus.Article
	for i := range n + len(further) {
		text := fmt.Sprintf("Edition %d. %s", i, said[i%len(said)])
		if i >= n {
			text = further[i-n]
		}
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: fmt.Sprint(i), Outlet: "Ashford Gazette"}, text))
	}
	return answer.New(index.New(articles))
}

// TestTopic gives topics, and asks nothing of them.
func TestTopic(t *testing.T) {
	engine := usual(2000, "Congress raised the debt ceiling.", "They met on the debt ceiling, and the hall was full.", "A ceiling fell. Nobody was hurt.")
	for question, want := range map[string]struct {
		outcome answer.Outcome
		lines   int
	}{
		"debt ceiling":               {answer.Found, 2},
		"the ceiling of the debt":    {answer.Found, 2},
		"timeline: the debt ceiling": {answer.Found, 2},
		"ceiling trial":              {answer.None, 0},
		"timeline: a ceiling trial":  {answer.None, 0},
	} {
		a, err := engine.Ask(context.Background(), answer.Question{Text: question, Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		if a.Outcome != want.outcome || len(a.Snippets) != want.lines {
			t.Errorf("%q: %v with %d quotes, want %v with %d", question, a.Outcome, len(a.Snippets), want.outcome, want.lines)
		}
		for _, s := range a.Snippets {
			if !strings.Contains(s.Quote, "debt ceiling") {
				t.Errorf("%q: %q", question, s.Quote)
			}
		}
	}
}

// TestLinesBearOnIt takes no line into a timeline that is far from the best.
func TestLinesBearOnIt(t *testing.T) {
	engine := usual(100, "The trial of Sam Halvorsen for fraud began.", "Sam Halvorsen was found guilty of fraud in his trial.", "Sam Halvorsen owns a boat.")
	a, err := engine.Ask(context.Background(), answer.Question{Text: "timeline: the trial of Sam Halvorsen for fraud", Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Snippets) != 2 || a.Total != 2 {
		t.Errorf("%d lines of %d, want 2: %v", len(a.Snippets), a.Total, a.Snippets)
	}
}
