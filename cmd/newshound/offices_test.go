package main

import (
	"slices"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/index"
	"newshound/corpus"
)

// TestOffices asks for people by what they are to somebody or something.
func TestOffices(t *testing.T) {
	e := engine.New(index.New([]*corpus.Article{
		corpus.NewArticle(corpus.Meta{ID: "a"}, "Halvor Foods sold fewer pies. “It rained,” said Ann Okafor, chief executive of Halvor Foods.\n\nThe head of its bakeries agreed."),
		corpus.NewArticle(corpus.Meta{ID: "b"}, "Quill Boats goes to sea. “It is a start,” said Bo Reyes, CEO of Quill Boats.\n\nReyes, 44, is the first to lead it who cannot swim."),
		corpus.NewArticle(corpus.Meta{ID: "c"}, "A chef and a choir master sang on the old bridge."),
	}))
	for _, test := range []struct {
		question string
		outcome  answer.Outcome
		first    string
		absent   []string
	}{
		{"Who is the CEO of Halvor Foods?", answer.Found, "Ann Okafor", nil},
		{"Who is the chief executive of Quill Boats?", answer.Found, "Bo Reyes", nil},
		{"Who is Quill Boats' chief executive officer?", answer.Found, "Bo Reyes", nil},
		{"Who is the head chef of Halvor Foods?", answer.Partial, "Halvor Foods", []string{"chef"}},
		{"How old is Bo Reyes?", answer.Found, "Reyes, 44", nil},
		{"How old is Ann Okafor?", answer.None, "", nil},
		{"Who is the choirmaster of Halvor Foods?", answer.Partial, "Halvor Foods", []string{"choirmaster"}},
	} {
		a, err := e.Ask(t.Context(), answer.Question{Text: test.question})
		if err != nil {
			t.Fatal(err)
		}
		if a.Outcome != test.outcome || len(a.Snippets) == 0 && test.first != "" || len(a.Snippets) > 0 && !strings.Contains(a.Snippets[0].Quote, test.first) || !slices.Equal(a.Absent, test.absent) {
			t.Errorf("%s: %s, %q absent, %+v", test.question, a.Outcome, a.Absent, a.Snippets)
		}
	}
}
