package main

import (
	"slices"
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/index"
	"newshound/corpus"
)

// TestOffices asks who holds an office. An initialism is an office as well as a word, a vice president is no
// president, and if every quote has the office of something else, the answer says so.
func TestOffices(t *testing.T) {
	day := func(n int) time.Time { return time.Date(2024, time.May, n, 0, 0, 0, 0, time.UTC) }
	e := engine.New(index.New([]*corpus.Article{
		corpus.NewArticle(corpus.Meta{ID: "a", Published: day(1).AddDate(-1, 0, 0)}, "Ann Roe was named CEO of Quillwater, the company that runs the ferries across the Ash.\n\nThe old boats will go by the end of the year, and two new ones have been ordered."),
		corpus.NewArticle(corpus.Meta{ID: "b", Published: day(9)}, "Quillwater CEO John Miller said on Monday that the ferries would sail again in June.\n\nThe pier had been closed since the flood, and nobody knew for how long."),
		corpus.NewArticle(corpus.Meta{ID: "c", Published: day(5)}, "“Others build better boats than we do,” said Paul Harris, the CEO of Larkhill, who had worked for a time at the yard that was then called Ostrander.\n\nThe yard has been sold twice since then, and goes by another name."),
		corpus.NewArticle(corpus.Meta{ID: "d", Published: day(2)}, "Norrland President Mary Walker opened the new bridge on Sunday, and called it a wonder.\n\nIt took nine years to build, and cost twice what had been planned."),
		corpus.NewArticle(corpus.Meta{ID: "e", Published: day(8)}, "Norrland Vice President Peter Grant closed the old bridge on Monday, and called it a ruin.\n\nIt had stood there for a hundred years, and had been mended forty times."),
	}))
	for question, want := range map[string]struct{ quote, parted string }{
		"Who is the CEO of Quillwater?":                     {quote: "Quillwater CEO John Miller"},
		"Who is the CEO of Ostrander?":                      {quote: "Paul Harris, the CEO of Larkhill", parted: "Ostrander"},
		"Who is the chief executive of Ostrander?":          {quote: "Paul Harris, the CEO of Larkhill", parted: "Ostrander"},
		"Who is the chief executive officer of Quillwater?": {quote: "Quillwater CEO John Miller"},
		"Who is the president of Norrland?":                 {quote: "Mary Walker"},
	} {
		a, err := e.Ask(t.Context(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		var parted []string
		if want.parted != "" {
			parted = []string{want.parted}
		}
		if a.Outcome != answer.Found || !strings.Contains(a.Snippets[0].Quote, want.quote) || !slices.Equal(a.Parted, parted) {
			t.Errorf("%s %s, parted %q: %v", question, a.Outcome, a.Parted, a.Snippets)
		}
	}
}

// TestSpeakerWithOffice asks what somebody says by another office than the coverage gives.
func TestSpeakerWithOffice(t *testing.T) {
	e := engine.New(index.New([]*corpus.Article{
		corpus.NewArticle(corpus.Meta{ID: "a"}, "John Miller, who leads Quillwater, met the council on Monday.\n\n“They will sail again in June,” Miller said of the ferries."),
		corpus.NewArticle(corpus.Meta{ID: "b"}, "Quillwater Boats CEO John Miller came late to the talks on ferries, and left early.\n\nNobody was there."),
	}))
	a, err := e.Ask(t.Context(), answer.Question{Text: "What did Quillwater Boats CEO John Miller say about the ferries?"})
	if err != nil {
		t.Fatal(err)
	}
	if a.Outcome != answer.Found || !strings.HasPrefix(a.Snippets[0].Quote, "“They will sail") || len(a.Unheld) > 0 {
		t.Errorf("%s, unheld %v: %v", a.Outcome, a.Unheld, a.Snippets)
	}
}

// TestHolderWithHome asks what the holder of an office said, whom the answer names with what it is an office of.
func TestHolderWithHome(t *testing.T) {
	e := engine.New(index.New([]*corpus.Article{
		corpus.NewArticle(corpus.Meta{ID: "a"}, "President Ana Walker of Norrland met President John Miller of Larkhill in Ashford on Sunday.\n\n“We agree,” said Miller of the border.\n\nThe premier of Larkhill, Paul Harris, called the deal a mistake."),
	}))
	a, err := e.Ask(t.Context(), answer.Question{Text: "What did he say?", Previous: "Who is the president of Larkhill?"})
	if err != nil {
		t.Fatal(err)
	}
	if want := "What did President John Miller say?"; a.Read != want {
		t.Errorf("read as %q, want %q", a.Read, want)
	}
}
