package main

import (
	"slices"
	"testing"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/index"
	"newshound/corpus"
)

// TestAbsentFromWhatIsShown has it told what stands near none of the quotes that are shown, and
// not what stands near none of those that were found: one more is, to know whether there is more.
func TestAbsentFromWhatIsShown(t *testing.T) {
	e := engine.New(index.New([]*corpus.Article{
		corpus.NewArticle(corpus.Meta{ID: "1", Outlet: "Post"}, "Carl Quist was sued over the ferry."),
		corpus.NewArticle(corpus.Meta{ID: "2", Outlet: "Post"}, "Carl Quist took a ferry that leaves from Oslo."),
		corpus.NewArticle(corpus.Meta{ID: "3", Outlet: "Post"}, "It rained on Monday."),
	}))
	for shown, want := range map[int][]string{0: nil, 1: {"Oslo"}, 2: nil, 9: nil} {
		a, err := e.Ask(t.Context(), answer.Question{Text: "Was Carl Quist sued over the ferry in Oslo?", Limit: 2, Shown: shown})
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Snippets) != 2 || !slices.Equal(a.Absent, want) {
			t.Errorf("of %d shown, %q is near none of %d, want %q of 2", shown, a.Absent, len(a.Snippets), want)
		}
	}
}
