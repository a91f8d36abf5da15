package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/index"
	"newshound/corpus"
)

// TestMerits asks single articles what one of their sentences holds more words of, and
// another tells.
func TestMerits(t *testing.T) {
	for _, test := range []struct{ about, text, question, first string }{
		{"no question for an answer",
			"Can Ashford still make the playoff this year?\n\nCoach Ida Brenner thinks that with some luck Ashford may make the playoff.",
			"Can Ashford make the playoff?", "with some luck"},
		{"a newsroom's other word",
			"Ashford Rail opened a line to the coast in May.\n\nAshford Rail told of layoffs in the same month.",
			"Did Ashford Rail dismiss anyone?", "layoffs"},
		{"what is answered below a question",
			"Ida Brenner coaches Ashford. She leaves on Friday, after 31 years.\n\nHow many games have you won?\n\nSome hundreds, I think.\n\nWho will replace you?\n\nBo Quill. He is better than I was.",
			"Who will replace Ida Brenner?", "Bo Quill"},
		{"another question in between",
			"Bo Quill may replace Ida Brenner in May. Why not sooner?\n\nNobody knows.\n\nWhat will become of the yard?\n\nA car park.",
			"When may Bo Quill replace Ida Brenner?", "in May"},
	} {
		t.Run(test.about, func(t *testing.T) {
			article := corpus.NewArticle(corpus.Meta{ID: "a", Outlet: "Valley Post", Headline: "Of Ida Brenner"}, test.text)
			a, err := engine.New(index.New([]*corpus.Article{article})).Ask(t.Context(), answer.Question{Text: test.question})
			if err != nil {
				t.Fatal(err)
			}
			if len(a.Snippets) == 0 || !strings.Contains(a.Snippets[0].Quote, test.first) {
				t.Errorf("%s: %s, quotes %+v, not %q first", test.question, a.Outcome, a.Snippets, test.first)
			}
		})
	}
}

// TestMeritOfDay asks what two stories tell of two companies, the older one in more of the
// question's words. Where it is known when it was asked, the other comes first.
func TestMeritOfDay(t *testing.T) {
	engine := engine.New(index.New([]*corpus.Article{
		corpus.NewArticle(corpus.Meta{ID: "old", Published: time.Date(2021, 3, 1, 0, 0, 0, 0, time.UTC)},
			"Ashford Rail, the company, confirmed that it was laying off 900 employees.\n\nAt its yard employees of the company had been laid off before, it confirmed, and 900 company employees laid off there."),
		corpus.NewArticle(corpus.Meta{ID: "new", Published: time.Date(2024, 6, 3, 0, 0, 0, 0, time.UTC)},
			"Dunmore Trams, the company, confirmed on a day of talks that 900 of its employees would be laid off.\n\nThe trams will run as before, it said."),
	}))
	for _, test := range []struct {
		first string
		asked time.Time
	}{
		{first: "old"},
		{first: "new", asked: time.Date(2024, 6, 7, 0, 0, 0, 0, time.UTC)},
		{first: "old", asked: time.Date(2021, 3, 5, 0, 0, 0, 0, time.UTC)},
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: "Which company confirmed this week that it was laying off 900 employees?", Asked: test.asked})
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Snippets) == 0 || a.Snippets[0].Cite.Article.ID != test.first {
			t.Errorf("asked %v: %s, quotes %+v, not of %s first", test.asked, a.Outcome, a.Snippets, test.first)
		}
	}
}

// A caption that holds the words does not come before a story that is about them.
func TestRankBrevity(t *testing.T) {
	articles := []*corpus.Article{
		corpus.NewArticle(corpus.Meta{ID: "caption"}, "Kestrels on the tower (photo: A. Reader)"),
		corpus.NewArticle(corpus.Meta{ID: "story"}, "Kestrels nest on the tower of the abbey every spring. "+
			strings.Repeat("Visitors come to look at them from the hill behind it. ", 4)),
	}
	hits, err := engine.New(index.New(articles)).Rank(t.Context(), answer.Question{Text: "Where do kestrels live?", Limit: 2})
	if err != nil || len(hits) != 2 || hits[0].Passage.Article.ID != "story" {
		t.Error(hits, err)
	}
}

// TestRankReading asks for what the second of two passages tells, though the first has as
// many of the words, or more often.
func TestRankReading(t *testing.T) {
	for _, test := range []struct{ about, question, first, second string }{
		{"the kind of thing beside the words", "How many bridges of Ashford were closed?",
			"The bridges of Ashford were closed when the river rose above its banks last week.",
			"Of all its old bridges, Ashford says, it closed 14 when the river rose above its banks."},
		{"all of it in one sentence", "Which harbour do the kestrels of Ashford avoid?",
			"Kestrels nest in Ashford. Its harbour is what they avoid.",
			"Though they nest all over the town, kestrels would, or so say those who live in Ashford, rather avoid what is loud, such as a harbour."},
	} {
		t.Run(test.about, func(t *testing.T) {
			articles := []*corpus.Article{
				corpus.NewArticle(corpus.Meta{ID: "first"}, test.first),
				corpus.NewArticle(corpus.Meta{ID: "second"}, test.second),
			}
			for i := range 40 {
				articles = append(articles, corpus.NewArticle(corpus.Meta{ID: strconv.Itoa(i)}, "The bakery won a prize for its rye bread."))
			}
			hits, err := engine.New(index.New(articles)).Rank(t.Context(), answer.Question{Text: test.question, Limit: 2})
			if err != nil || len(hits) != 2 || hits[0].Passage.Article.ID != "second" {
				t.Errorf("%s: %v, %v", test.question, hits, err)
			}
		})
	}
}

// TestClausesTakeTurns asks for two things at once, of which three articles tell the one,
// and a fourth the other in a sentence.
func TestClausesTakeTurns(t *testing.T) {
	texts := []string{
		"Regulators say that Halden Search paid phone makers billions for default placement.",
		"Halden Search paid billions for default placement, phone makers told regulators.",
		"Phone makers were paid billions by Halden Search, say regulators, for default placement.",
		"With summaries that robots write, the newspapers are harmed, say publishers of Ashford. The fair of the town was opened in the rain, and nobody spoke of anything else.",
	}
	for i := range 40 {
		texts = append(texts, fmt.Sprintf("The bakery in street %d of Ashford won a prize for rye bread.", i))
	}
	var articles []*corpus.Article
	for i, text := range texts {
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: strconv.Itoa(i)}, text))
	}
	question := "Did regulators say Halden Search paid phone makers billions for default placement, and are publishers of newspapers harmed by summaries that robots write?"
	hits, err := engine.New(index.New(articles)).Rank(t.Context(), answer.Question{Text: question, Limit: 2})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(hits, func(h answer.Hit) bool { return h.Passage.Article.ID == "3" }) {
		t.Errorf("the first two of %q are %v", question, hits)
	}
}
