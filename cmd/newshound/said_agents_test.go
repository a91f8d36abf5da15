package main

import (
	"fmt"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/index"
	"newshound/corpus"
)

// TestSaidByAgents asks what a firm says, which its spokespeople do, and what somebody says, which
// a spokesman does not.
func TestSaidByAgents(t *testing.T) {
	texts := []string{
		"The strike at Halvor is about the strike pay that Halvor cut, and it is long.\n\nHalvor and the strike were the talk of the town.\n\n" +
			"“We are open to talks about the strike,” a Halvor spokeswoman said.",
		"The strike angered Dean Rowntree, and Dean Rowntree left.\n\n“He is sorry for the strike,” a Rowntree spokesman said.",
		"Dean Rowntree has a boat. He sails it. Dean Rowntree likes rain. He has a hat, he says. Dean Rowntree sang. He was loud.",
	}
	var articles []*corpus.Article
	for i := range 20 {
		texts = append(texts, fmt.Sprintf("Rain fell on pier %d all night.", i))
	}
	for i, text := range texts {
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: fmt.Sprintf("b%d", i)}, text))
	}
	engine := engine.New(index.New(articles))
	for _, test := range []struct {
		question, want string
		outcome        answer.Outcome
	}{
		{"What did Halvor say about the strike?", "open to talks", answer.Found},
		{"What did Rowntree say about the strike?", "He is sorry", answer.Partial},
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: test.question})
		if err != nil {
			t.Fatal(err)
		}
		if a.Outcome != test.outcome || len(a.Snippets) == 0 || !strings.Contains(a.Snippets[0].Quote, test.want) {
			t.Errorf("%s: %s with %+v, want what has %q", test.question, a.Outcome, a.Snippets, test.want)
		}
	}
}
