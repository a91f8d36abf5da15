package main

import (
	"fmt"
	"slices"
	"testing"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/index"
	"newshound/corpus"
)

// told returns an engine that answers from articles of two outlets, and many of nothing much.
func told() *engine.Engine {
	var articles []*corpus.Article
	add := func(outlet, text string) {
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: fmt.Sprint(len(articles)), Outlet: outlet}, text))
	}
	add("Ashford Gazette", "Ingrid Halvorsen was elected mayor of Ashford on Monday.")
	add("Ashford Gazette", "The ferry to Dunmore Island sank in the harbour after a fire. Nobody was hurt when the ferry sank.")
	add("The Valley Post", "Omar Reyes opened a bakery in the old mill at Linton.")
	for i := range 300 {
		add([]string{"Ashford Gazette", "The Valley Post"}[i%2], fmt.Sprintf("Edition %d. A meeting was held at the hall, and a driver was fined.", i))
	}
	return engine.New(index.New(articles))
}

// TestTwoAsked asks for two things at once, of which the coverage tells both or one.
func TestTwoAsked(t *testing.T) {
	engine := told()
	for _, test := range []struct {
		question   string
		outcome    answer.Outcome
		unanswered []string
		quotes     []string // article ids
	}{
		{"Who was elected mayor of Ashford, and who opened a bakery at Linton?", answer.Found, nil, []string{"2", "0"}},
		{"Who was elected mayor on Monday and where did the ferry sink?", answer.Found, nil, []string{"0", "1"}},
		{"Who was elected mayor and what happened to the ferry?", answer.Found, nil, []string{"0", "1"}},
		{"How was Ingrid Halvorsen elected and where did the ferry to Dunmore sink?", answer.Found, nil, []string{"0", "1"}},
		{"Who was elected mayor of Ashford, and who painted the opera house in Vienna?", answer.Partial, []string{"who painted the opera house in Vienna"}, []string{"0"}},
		{"Who painted the opera house in Vienna and who opened a bakery at Linton?", answer.Partial, []string{"Who painted the opera house in Vienna"}, []string{"2"}},
		{"What happened to the ferry to Dunmore and to the zeppelin Hindenburg?", answer.Partial, []string{"to the zeppelin Hindenburg"}, []string{"1"}},
		{"Who painted the opera house in Vienna and who composed the waltz?", answer.None, nil, nil},
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: test.question, Explain: true})
		if err != nil {
			t.Fatal(err)
		}
		var quotes []string
		for i, s := range a.Snippets {
			if quotes = append(quotes, s.Cite.Article.ID); s.Cite.N != i+1 || a.Explanation.Quotes[i].N != i+1 {
				t.Errorf("%q: quote %d is number %d, and %d where it is explained", test.question, i+1, s.Cite.N, a.Explanation.Quotes[i].N)
			}
		}
		if a.Outcome != test.outcome || !slices.Equal(a.Unanswered, test.unanswered) || !slices.Equal(quotes, test.quotes) {
			t.Errorf("%q: %s, with nothing on %q, from %q; want %s, %q, %q", test.question, a.Outcome, a.Unanswered, quotes, test.outcome, test.unanswered, test.quotes)
		}
	}
}

// TestTwoAskedExplained explains an answer of which one part is a list of articles: the quotes of the other are
// explained, and nothing of the question as a whole.
func TestTwoAskedExplained(t *testing.T) {
	engine := told()
	for question, want := range map[string]int{ // quotes that are explained
		"Who was elected mayor of Ashford, and what are the newest articles?":      1,
		"Who painted the opera house in Vienna, and what are the newest articles?": 0,
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: question, Explain: true})
		if err != nil {
			t.Fatal(err)
		}
		explained := 0
		if a.Explanation != nil {
			explained = len(a.Explanation.Quotes)
		}
		if len(a.Snippets) <= want || explained != want {
			t.Errorf("%q: %d quotes, %d of them explained", question, len(a.Snippets), explained)
		}
	}
}

// TestSilentOutlet asks two outlets for what one of them tells.
func TestSilentOutlet(t *testing.T) {
	engine := told()
	for _, text := range []string{
		"What do the Ashford Gazette and The Valley Post say about the ferry to Dunmore?",
		"How do the Ashford Gazette and The Valley Post differ on the ferry to Dunmore?",
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		silent := a.Silent
		for _, s := range a.Sides {
			if s.Articles == 0 {
				silent = append(silent, s.Outlet)
			}
		}
		if a.Outcome != answer.Partial || !slices.Equal(silent, []string{"The Valley Post"}) {
			t.Errorf("%q: %s, with nothing of %q", text, a.Outcome, silent)
		}
	}
}
