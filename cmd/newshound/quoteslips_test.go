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

// TestCheckSlips checks quotes with one slip: it is what is told of them, be the quote short, the wrong word the
// only rare one, or the parts of it on either side words that stand elsewhere.
func TestCheckSlips(t *testing.T) {
	var articles []*corpus.Article
	add := func(text string) {
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: fmt.Sprintf("a%d", len(articles))}, text))
	}
	add("The old weir on the Ash must be watched by the wardens of both parishes, they said.")
	add("By noon more than 2 feet of snow fell over the hills in May 2022. The ferry was cut off.")
	add("Last year more than 3 feet of snow were seen.")
	add("It snowed for two days, and 4 inches fell over the hills in May of that year.")
	add("Some 8% to 10% of the sheep were lost, and 28.3% of the lambs.")
	add("The gene IL-17F was found in ewes, and the IL17F type in rams.")
	for i := range 60 {
		add(fmt.Sprintf("In parish %d the wardens of all must be asked, it said, and the new flagpole must be on the weir.", i))
	}
	e := engine.New(index.New(articles))
	for _, c := range []struct {
		text, differences string
	}{
		{"must be wachted by the wardens", "wachted>watched"},
		{"must flagpole be watched by", "flagpole>"},
		{"wardens of parishes, they said", ">both"},
		{"old flagpole on the Ash", "flagpole>weir"},
		{"more than 3 feet of snow fell over the hills in May 2022", "3>2"},
		{"the hills in May 2021. The ferry was", "2021>2022"},
		{"over the hills in May 2021", "2021>2022"},
		{"Some 5% to 10% of the sheep", "5>8"},
		{"lost, and 28.1%", "28.1>28.3"},
		{"IL-17F was found in ewes, and the IL17F type in goats", "goats>rams"},
		{"zebras must flagpole crossed asked", "none"},
		{"it must be on", "none"},
	} {
		a, err := e.Ask(t.Context(), answer.Question{Text: c.text, Form: answer.CheckQuote})
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, d := range a.Check.Differences {
			all = append(all, d.Given+">"+d.Stands)
		}
		got := strings.Join(all, "|")
		if a.Check.Verdict != answer.Altered || a.Check.Joined {
			got = "none"
		}
		if got != c.differences {
			t.Errorf("%s: %s, %q, joined %v", c.text, a.Check.Verdict, all, a.Check.Joined)
		}
	}
}

// TestCheckCommonCarrier checks a quote of next to nothing but common words, which a thousand passages hold
// that are no quote of it: that it stands in another is found.
func TestCheckCommonCarrier(t *testing.T) {
	var articles []*corpus.Article
	for i := range 1500 {
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: fmt.Sprintf("a%d", i)}, fmt.Sprintf("They found it. They found %d of it.", i)))
	}
	articles = append(articles, corpus.NewArticle(corpus.Meta{ID: "last"}, strings.Repeat("It rained on the long road to the sea. ", 20)+"They looked, AND FOUND that it was empty, the people of the whole village told us there."))
	e := engine.New(index.New(articles))
	for text, want := range map[string]answer.Verdict{"and found that it": answer.Exact, "and found … that it": answer.Exact} {
		a, err := e.Ask(t.Context(), answer.Question{Text: text, Form: answer.CheckQuote})
		if err != nil || a.Check.Verdict != want || a.Snippets[0].Cite.Article.ID != "last" {
			t.Errorf("%s: %+v, %v", text, a.Check, err)
		}
	}
}

// TestCheckPage checks what was copied from a page over something that is no part of the story.
func TestCheckPage(t *testing.T) {
	a := corpus.NewArticle(corpus.Meta{ID: "dam"}, "The dam will hold for years, the mayor said.\n\nAdvertisement\n\nThe weir below it was built by monks in the old days.")
	if len(a.Paragraphs) != 2 {
		t.Fatalf("%d paragraphs: the advertisement is one", len(a.Paragraphs))
	}
	e := engine.New(index.New([]*corpus.Article{a}))
	for _, c := range []struct {
		text        string
		verdict     answer.Verdict
		differences string
		quotes      int
	}{
		{"for years, the mayor said. Advertisement The weir below it was built", answer.Exact, "", 2},
		{"for years, the mayor said. The weir below it was built", answer.Exact, "", 2},
		{"for years, the mayor said. Advertisement The weir below it was bought", answer.Altered, "bought>built", 2},
		{"mayor said. Advertisement", answer.Exact, "", 1},
		{"Advertisement", answer.Absent, "", 0},
	} {
		got, err := e.Ask(t.Context(), answer.Question{Text: c.text, Form: answer.CheckQuote, Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, d := range got.Check.Differences {
			all = append(all, d.Given+">"+d.Stands)
		}
		if got.Check.Verdict != c.verdict || strings.Join(all, "|") != c.differences || len(got.Snippets) != c.quotes {
			t.Errorf("%s: %s, %q, %d quotes", c.text, got.Check.Verdict, all, len(got.Snippets))
		}
		for _, s := range got.Snippets {
			if err := s.Verify(); err != nil {
				t.Error(err)
			}
		}
	}
}
