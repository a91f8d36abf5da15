package main

import (
	"testing"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/index"
	"newshound/corpus"
)

// TestTwisted types words of asking with two letters in each other's place.
func TestTwisted(t *testing.T) {
	article := corpus.NewArticle(corpus.Meta{ID: "a", Headline: "Siad Barre remembered"}, "Ann Roe said that Siad Barre fled in 1991.")
	engine := engine.New(index.New([]*corpus.Article{article}))
	for typed, want := range map[string]struct {
		reads     string
		corrected int
	}{
		"what idd Ann Roe sya?":              {"what did Ann Roe say?", 2},
		"Whne did Barre flee?":               {"when did Barre flee?", 1},
		"who siad that Barre fled?":          {"", 0}, // a name of the coverage
		"hwo did Barre flee?":                {"", 0}, // who, or how
		"what did Asid say?":                 {"", 0}, // a name
		"what is the form?":                  {"", 0},
		`what is said of "sya bridge" there`: {"", 0},
		"timeline: sya what happened":        {"", 0},
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: typed})
		if err != nil {
			t.Fatal(err)
		}
		if a.Read != want.reads {
			t.Errorf("%s: read as %q, want %q", typed, a.Read, want.reads)
		}
		if n := len(a.Corrected); want.corrected > 0 && n != want.corrected {
			t.Errorf("%s: corrected %v", typed, a.Corrected)
		}
	}
}
