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

// TestAgreement asks for a name that other articles tell, too: the quote with it goes before one that
// has the question's words as well and another name, unless that is the one which they tell.
func TestAgreement(t *testing.T) {
	const theirs, other = "Now it leads the Halvor group: Ann Okafor.", "Leads the Halvor group had were sold to Omar Reyes."
	filler := strings.Repeat("\n\n"+strings.Repeat("A meeting was held at the hall, and a driver was fined. ", 20), 3)
	for who, want := range map[string]string{"Okafor": theirs, "Reyes": other} {
		var articles []*corpus.Article
		add := func(text string) {
			articles = append(articles, corpus.NewArticle(corpus.Meta{ID: fmt.Sprint(len(articles))}, text+filler))
		}
		add(theirs)
		add(other)
		for i := range 8 {
			add(fmt.Sprintf("It was day %d, and for the Halvor group %s leads talks.", i, who))
		}
		for range 300 {
			add("Edition of the day.")
		}
		a, err := engine.New(index.New(articles)).Ask(t.Context(), answer.Question{Text: "Who leads the Halvor group?", Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		first, second := -1, -1
		for i, s := range a.Snippets {
			switch s.Quote {
			case want:
				first = i
			case theirs, other:
				second = i
			}
		}
		if first < 0 || second >= 0 && second < first {
			t.Errorf("where articles name %s, %q is at %d and the other at %d", who, want, first, second)
		}
	}
}
