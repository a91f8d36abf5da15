package wording

import (
	"strings"
	"testing"

	"newshound/corpus"
)

// TestFindNear holds that of words that stand more than once, those are found that what
// follows a mark in the quote follows in the text.
func TestFindNear(t *testing.T) {
	const body = "The board met. The board rose. On Monday the board no longer had confidence in him. The board left."
	a := corpus.NewArticle(corpus.Meta{ID: "a"}, body)
	all := corpus.Span{End: len(body)}
	for given, want := range map[string]string{
		"The board [of it] no longer had confidence":      "the board no",
		"The board … had confidence … the board":          "the board no",
		"The board met … no longer had confidence in him": "The board met",
		"The board … met":                                 "The board met",
	} {
		q := parse(given)
		if f, found := q.Read(a, all).Find(q); !found || f.First() != strings.Index(body, want) {
			t.Errorf("%s: %v at %d, want %d", given, found, f.First(), strings.Index(body, want))
		}
	}
	q := parse("had confidence … on Monday")
	if _, found := q.Read(a, all).Find(q); found {
		t.Error("found in another order")
	}
}

// TestFitEdges holds what is told to stand in place of a quote's first and last words: none of
// another sentence than the rest, and all of that, abbreviations with it.
func TestFitEdges(t *testing.T) {
	const body = "The vote is over. Mr. Smith said the bridge was safe."
	a := corpus.NewArticle(corpus.Meta{ID: "a"}, body)
	for given, want := range map[string]string{
		"Dr. Jones said the bridge was safe":           "Mr. Smith",
		"There Dr. Jones said the bridge was safe":     "Mr. Smith",
		"Smith said the bridge was safe, they thought": "",
	} {
		q := parse(given)
		differ := q.Read(a, corpus.Span{End: len(body)}).Fit(q).Differences()
		if len(differ) != 1 || differ[0].Stands != want {
			t.Errorf("%s: %+v, want %q", given, differ, want)
		}
	}
}
