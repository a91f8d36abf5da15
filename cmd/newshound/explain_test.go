package main

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/index"
	"newshound/corpus"
)

// TestExplanation checks that what an explanation tells adds up to what the
// answer says.
func TestExplanation(t *testing.T) {
	engine := seedEngine(t)
	for _, text := range []string{
		"Did Russian hackers attack Senator McCaskill?",
		"What do The Hill and the Washington Examiner say about the meeting?",
		"How did The Root describe the meeting, while The Hill reported that the Daily Beast wrote of hackers in the emails of McCaskill?",
		`What did Trump say of "election security"?`,
		`Was it "election security" or "not successful"?`,
		"What was said on July 27, 2018?",
		"How old is Vladimir Putin?",
	} {
		ask := func(explain bool) *answer.Answer {
			a, err := engine.Ask(t.Context(), answer.Question{Text: text, Explain: explain})
			if err != nil {
				t.Fatal(err)
			}
			return a
		}
		a, plain := ask(true), ask(false)
		if plain.Explanation != nil || plain.Outcome != a.Outcome || len(plain.Snippets) != len(a.Snippets) {
			t.Errorf("%s: the explanation changes the answer", text)
		}
		x := a.Explanation
		found := slices.DeleteFunc(slices.Clone(a.Snippets), func(s answer.Snippet) bool { return s.Score == 0 })
		if x == nil || len(x.Quotes) != max(len(found), 1) || len(x.Words) == 0 {
			t.Fatalf("%s: explained as %+v", text, x)
		}
		for _, s := range x.Sides {
			if s.Words == "" {
				t.Errorf("%s: a part without words is searched by itself", text)
			}
		}
		equal := func(what string, got, want float64) {
			if math.Abs(got-want) > 1e-9 {
				t.Errorf("%s: %s is %v, want %v", text, what, got, want)
			}
		}
		for i, q := range x.Quotes {
			if len(a.Snippets) > 0 {
				equal("score", q.Score, a.Snippets[q.N-1].Score)
			}
			equal("sum of merits", total(q.Merits), q.Score)
			equal("sum of shares", total(q.Passage.Shares), q.Passage.Score)
			words := 0.0
			for _, w := range q.Passage.Words {
				words += w.Score
				if (w.Body+w.Header > 0) != (w.Score > 0) {
					t.Errorf("%s: %+v", text, w)
				}
			}
			equal("sum of words", words, q.Passage.Shares[0].Value)
			if i == 0 && len(x.Sides) > 0 != (q.Passage.Side != nil) {
				t.Errorf("%s: found for %v", text, q.Passage.Side)
			}
		}
		odds := 0.0
		for _, f := range x.Evidence {
			odds += f.Value * f.Weight
		}
		equal("confidence", 1/(1+math.Exp(-odds)), a.Confidence)
		if (a.Confidence >= x.Enough) != (a.Outcome != answer.None) {
			t.Errorf("%s: %s with confidence %v", text, a.Outcome, a.Confidence)
		}
	}
}

func total(shares []answer.Share) float64 {
	sum := 0.0
	for _, s := range shares {
		sum += s.Value
	}
	return sum
}

func TestPrintExplanation(t *testing.T) {
	var b bytes.Buffer
	a := &answer.Answer{Explanation: &answer.Explanation{
		Expects: "a place", Sides: []answer.ExplainedSide{{Outlets: []string{"A", "B"}, Words: "what of it"}}, Dates: []string{"1 May"},
		Words: []answer.ExplainedWord{
			{Word: "flood", Part: "name", Weight: 2, Proof: 1, Passages: 3, Alternatives: []answer.ExplainedAlternative{{Terms: "high water", Weight: 0.25, Passages: 2}}},
			{Word: "of", Part: "only asks"},
		},
		Quotes: []answer.ExplainedQuote{{N: 1, Score: 0.5, Merits: []answer.Share{{Name: "words", Value: 0.55}, {Name: "caption", Value: -0.05}}, Passage: answer.ExplainedPassage{
			Rank: 2, Side: &answer.ExplainedSide{Words: "what of it"}, Score: 3, Shares: []answer.Share{{Name: "words", Value: 3}}, Words: []answer.ExplainedTerm{{Word: "flood", Body: 1, Score: 3, Quote: 1, Near: 1}},
		}}},
		Evidence: []answer.Feature{{Name: "always", Value: 1, Weight: -2}, {Name: "never", Value: 0, Weight: 3}}, Confidence: 0.25, Enough: 0.5,
	}}
	if err := printExplanation(&b, a); err != nil {
		t.Fatal(err)
	}
	const want = `
Why:

The question asks for a place.
Searched by itself: “what of it” in A, B.
It names 1 May.
  Word   Part       Weight  Proof  Passages  Also found by
  flood  name       2.00    1.00   3         high water ×0.25 (2)
  of     only asks  0.00    0.00   0

Quote 1 scores 0.50 = words 0.55 − caption 0.05.
Its passage, number 2, found for “what of it”, scores 3.00 = words 3.00.

  Word   In passage  In header  Adds  In quote  Near it
  flood  1           0          3.00  1.00      1.00

Evidence of the quote that proves most:

  What    Value  Weight  Adds
  always  1.00   -2.00   -2.00

Confidence 0.25. The coverage is held to say from 0.50 on.
`
	if b.String() != want {
		t.Error(firstDifference(want, b.String()))
	}
	b.Reset()
	if err := printExplanation(&b, &answer.Answer{}); err != nil || !strings.Contains(b.String(), "No passage bears on the question.") {
		t.Errorf("%q, %v", b.String(), err)
	}
	b.Reset()
	if err := printExplanation(&b, &answer.Answer{Snippets: make([]answer.Snippet, 1)}); err != nil || !strings.Contains(b.String(), "was not ranked") {
		t.Errorf("of a list: %q, %v", b.String(), err)
	}
}

// TestExplainTimeline holds that it is the quotes of a timeline that are explained, in the
// order in which they are shown, and not those that fit best.
func TestExplainTimeline(t *testing.T) {
	article := func(id string, day int, body string) *corpus.Article {
		return corpus.NewArticle(corpus.Meta{ID: id, Published: time.Date(2024, 5, day, 0, 0, 0, 0, time.UTC)}, body)
	}
	e := engine.New(index.New([]*corpus.Article{
		article("best", 9, "The drawbridge of Ashford was painted."),
		article("earliest", 7, "In Ashford, where there was a market with music, and a lot of cattle was sold, the drawbridge was painted."),
	}))
	a, err := e.Ask(t.Context(), answer.Question{Text: "drawbridge of Ashford painted", Form: answer.Timeline, Explain: true, Limit: 1})
	if err != nil || len(a.Snippets) != 1 || a.Snippets[0].Cite.Article.ID != "earliest" {
		t.Fatalf("%+v, %v", a, err)
	}
	if x := a.Explanation.Quotes; len(x) != 1 || x[0].Passage.Rank != 2 {
		t.Errorf("explained: %+v", x)
	}
}
