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
		"Mr. Smith said all is well now":               "the bridge was safe",
	} {
		q := parse(given)
		differ := q.Read(a, corpus.Span{End: len(body)}).Fit(q).Differences()
		if len(differ) != 1 || differ[0].Stands != want {
			t.Errorf("%s: %+v, want %q", given, differ, want)
		}
	}
}

// TestShort holds that what a desk writes short is the same as in full, and nothing else is.
func TestShort(t *testing.T) {
	for _, c := range []struct {
		given, body string
		same        bool
	}{
		{"a loss of $8bn, it said", "It was a loss of $8 billion, it said.", true},
		{"a loss of $8 billion, it said", "It was a loss of $8bn, it said.", true},
		{"a loss of £1.5m in May", "A loss of £1.5 million in May.", true},
		{"some 40bn litres", "Some 40 billion litres.", true},
		{"some 1500 jobs", "Some 1,500 jobs.", true},
		{"some 1,500 jobs", "Some 1500 jobs.", true},
		{"a loss of $12,500m, it said", "A loss of $12500 million, it said.", true},
		{"a loss of 1200 bn euros", "A loss of 1,200bn euros.", true},
		{"some 1,500.5 jobs", "Some 1500.5 jobs.", true},
		{"some 15,00 jobs", "Some 1500 jobs.", false},
		{"some 1.500 jobs", "Some 1500 jobs.", false},
		{"some 1,500 jobs", "Some 1,600 jobs.", false},
		{"rose by 6.5% in May", "It rose by 6.5 percent in May.", true},
		{"rose by 6.5 per cent", "It rose by 6.5%.", true},
		{"rose by 6 percent", "It rose by 6 per cent.", true},
		{"closed on January 31", "It closed on Jan. 31.", true},
		{"closed on 31 Sept. and", "It closed on 31 September and left.", true},
		{"closed on Jan. 31, 2020", "It closed on Jan 31 2020.", true},
		{"we all liked Jan.", "“We all liked Jan,” she said.", true},
		{"a loss of 8 bn euros", "A loss of 8bn euros.", true},
		{"a loss of 8bn euros", "A loss of 8 billion euros.", true},
		{"a loss of $8", "It was a loss of $8bn.", false},
		{"a loss of $8bn", "It was a loss of $8m.", false},
		{"a dam of 8 million", "It was a dam of 8m.", false},
		{"rose by 6", "It rose by 6%.", false},
		{"they may march on", "They may mar on.", false},
		{"it will not march. They", "It will not mar. They go.", false},
	} {
		q := parse(c.given)
		a := corpus.NewArticle(corpus.Meta{ID: "a"}, c.body)
		if _, same := q.Read(a, corpus.Span{End: len(c.body)}).Find(q); same != c.same {
			t.Errorf("%s: %s: %v", c.given, c.body, same)
		}
	}
}
