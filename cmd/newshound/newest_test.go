package main

import (
	"slices"
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/index"
	"newshound/bot/cite"
	"newshound/corpus"
)

// TestNewestArticles lists articles for who asks what there is.
func TestNewestArticles(t *testing.T) {
	var got []string
	for _, a := range filed(t).Newest(2) {
		got = append(got, a.ID)
	}
	if !slices.Equal(got, []string{"c", "b"}) {
		t.Errorf("the newest are %q", got)
	}
}

// TestNewest asks for no more than articles, by filters that are typed or said in words.
func TestNewest(t *testing.T) {
	engine := filed(t)
	today := time.Date(2024, 6, 8, 0, 0, 0, 0, time.UTC)
	for asked, want := range map[string]struct{ articles, filter string }{
		"What's new?":                  {"c b a", ""},
		"show me the latest headlines": {"c b a", ""},
		`byline:"Ann Roe"`:             {"c a", "Only by Ann Roe or Ann Roe and Bo Doe."},
		"outlet:post -stadium":         {"a", "Only The Valley Post, without “stadium”."},
		"timeline: outlet:post":        {"c a", "Only The Valley Post."},
		"from:2024-05-04":              {"c b", "Only from 4 May 2024."},
		"What happened yesterday according to The Valley Post?":  {"c", "Only The Valley Post, of 7 June 2024."},
		"According to The Valley Post, what happened last week?": {"", "Only The Valley Post, from 27 May 2024 to 2 June 2024."},
		"articles from May 5":                                        {"b", "Only of 5 May 2024."},
		"yesterday's news":                                           {"c", "Only of 7 June 2024."},
		"what happened last month?":                                  {"b a", "Only from 1 May 2024 to 31 May 2024."},
		"what's new since Wednesday?":                                {"c", "Only from 5 June 2024."},
		"what has Ann Roe written?":                                  {"c a", "Only by Ann Roe or Ann Roe and Bo Doe."},
		"Ann Roe's articles":                                         {"c a", "Only by Ann Roe or Ann Roe and Bo Doe."},
		"how many articles are there by Bo Doe?":                     {"c b", "Only by Bo Doe or Ann Roe and Bo Doe."},
		"show me everything in section sport":                        {"c", "Only in the section Sport."},
		"the sport section":                                          {"c", "Only in the section Sport."},
		"latest from The Valley Post":                                {"c a", "Only The Valley Post."},
		"What did The Valley Post say?":                              {"c a", "Only The Valley Post."},
		"what has The Valley Post been saying since June 1st, 2024?": {"c", "Only The Valley Post, from 1 June 2024."},
		"Ashford Gazette articles":                                   {"b", "Only Ashford Gazette."},
		"what did the Ashford Gazette publish in May?":               {"b", "Only Ashford Gazette, from 1 May 2024 to 31 May 2024."},
		"anything by Ann Roe in The Valley Post?":                    {"c a", "Only The Valley Post, by Ann Roe or Ann Roe and Bo Doe."},
		"byline:roe section:science":                                 {"", "Only in the section Science, by Ann Roe or Ann Roe and Bo Doe."},
		"news from The Valley Post since June 1st, 2024":             {"c", "Only The Valley Post, from 1 June 2024."},
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: asked, Today: today})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for i, s := range a.Snippets {
			got = append(got, s.Cite.Article.ID)
			if err := s.Verify(); err != nil || s.Cite.N != i+1 || !strings.HasPrefix(s.Cite.Article.Body, s.Quote) {
				t.Errorf("%s: %d. %q, %v", asked, s.Cite.N, s.Quote, err)
			}
		}
		if articles := strings.Join(got, " "); articles != want.articles || !a.Newest || a.Total != len(got) || a.Form != "" {
			t.Errorf("%s: %d of %d, %q, newest %v, want %q", asked, len(got), a.Total, articles, a.Newest, want.articles)
		}
		if got := a.Filter.Describe(); got != want.filter {
			t.Errorf("%s: %q, want %q", asked, got, want.filter)
		}
	}
	for _, asked := range []string{"What happened on May 5?", "the flood", "what's new about the bridge?", "said:engineers", `-"great flood"`, "stories by candlelight",
		"What did The Valley Post say about the bridge?", "What did The Valley Post say and why?", "said:Roe what did The Valley Post say?"} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: asked, Today: today})
		if err != nil || a.Newest {
			t.Errorf("%s: asks for articles, %v", asked, err)
		}
	}
}

// TestNewestAhead holds that an article is not the newest by a date that is yet to come, unless the coverage is of
// another time than the question.
func TestNewestAhead(t *testing.T) {
	var articles []*corpus.Article
	for _, line := range []string{
		"old|2024-01-05|Mayor Ann Roe looked at the cracks in the bridge from a boat.",
		"new|2024-05-09|Divers found that the bridge has no new cracks. The council of Mayor Bo Doe was glad.",
		"tomorrow|2024-05-11|Cracks close the bridge once more, and Mayor Cy Poe is sad.",
		"wrong|2042-05-10|The bridge got its first cracks in a flood a century ago. It was painted by Mayor Di Loe.",
		"none||A list of bridges and of the cracks in each bridge was made by Mayor Ed Hoe for a book.",
	} {
		f := strings.Split(line, "|")
		published, _ := corpus.ParseTime(f[1])
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: f[0], Published: published}, f[2]))
	}
	engine := engine.New(index.New(articles))
	for _, test := range []struct {
		text, day string
		want      []string // ids, the first of all
	}{
		{"newest", "2024-05-10", []string{"tomorrow", "new", "old", "none", "wrong"}},
		{"articles from:2024-05-01", "2024-05-10", []string{"tomorrow", "new", "wrong"}},
		{"newest", "2020-05-10", []string{"wrong", "tomorrow", "new", "old", "none"}},
		{"newest", "", []string{"wrong", "tomorrow", "new", "old", "none"}},
		{"what is the latest on the cracks in the bridge?", "2024-05-10", []string{"new", "tomorrow"}},
		{"what is the latest on the cracks in the bridge?", "2020-05-10", []string{"wrong"}},
		{"who is the mayor?", "2024-05-10", []string{"new", "tomorrow"}},
		{"who is the mayor?", "", []string{"wrong"}},
	} {
		q := answer.Question{Text: test.text, Limit: 5}
		if test.day != "" {
			q.Today, _ = corpus.ParseTime(test.day)
		}
		a, err := engine.Ask(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range a.Snippets {
			got = append(got, s.Cite.Article.ID)
		}
		if len(got) < len(test.want) || !slices.Equal(got[:len(test.want)], test.want) {
			t.Errorf("%q on %q: %q, want %q", test.text, test.day, got, test.want)
		}
	}
}

// TestNewestLead takes what an article begins with from a paragraph of some length that has
// to do with the headline, and folds copies.
func TestNewestLead(t *testing.T) {
	const news = "The council of Ashford voted on Monday evening to close the old bridge over the river Ash, the mayor told reporters, after engineers had found long cracks in two of its nine stone arches in spring."
	var articles []*corpus.Article
	for i, body := range []string{
		"Editor’s note: This report on the old bridge of Ashford has been brought up to date, and was first published in another form last week, before the council met.\n\n" +
			"ASHFORD\n\nSign up to our letter and be the first to know what goes on.\n\n" + news + "\n\nThe bridge was built in 1911.",
		news,
		"Nothing here has to do with it, and this is what it begins with.",
		"Brief.",
	} {
		meta := corpus.Meta{ID: string(rune('a' + i)), Outlet: string(rune('P' + i)), Headline: "Old bridge to close", Published: time.Date(2024, 5, 9-i, 0, 0, 0, 0, time.UTC)}
		articles = append(articles, corpus.NewArticle(meta, body))
	}
	a, err := engine.New(index.New(articles)).Ask(t.Context(), answer.Question{Text: "the latest news", Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range a.Snippets {
		got = append(got, s.Quote)
		for _, o := range s.Cite.Copies() {
			got = append(got, "also "+o.Article.ID)
		}
	}
	want := news + "|also b|Nothing here has to do with it, and this is what it begins with.|Brief."
	if strings.Join(got, "|") != want || a.Total != 4 {
		t.Errorf("%q of %d", got, a.Total)
	}
}

// TestDayOfOutlet finds an article by the day that its outlet and its citation have.
func TestDayOfOutlet(t *testing.T) {
	published, err := corpus.ParseTime("2023-11-17T23:30:00-05:00")
	if err != nil {
		t.Fatal(err)
	}
	article := corpus.NewArticle(corpus.Meta{ID: "a", Published: published}, "The bridge was closed.")
	a, err := engine.New(index.New([]*corpus.Article{article})).Ask(t.Context(), answer.Question{Text: "articles from 17 November 2023"})
	if err != nil || len(a.Snippets) != 1 {
		t.Fatal(a, err)
	}
	c := cite.Quote(a.Snippets[0].Cite)
	if got := c.Published; got != "17 November 2023, 23:30 UTC-05:00" {
		t.Error(got)
	}
	if all := cite.References(a.Snippets[0], c); !slices.ContainsFunc(all, func(r cite.Reference) bool { return strings.Contains(r.Text, "2023, November 17") }) {
		t.Error(all)
	}
}
