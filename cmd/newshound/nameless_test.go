package main

import (
	"testing"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/index"
	"newshound/corpus"
)

// TestTellsANameOnce asks for names that the coverage never has: that is told once, and of a name
// with a word that is never used by that word.
func TestTellsANameOnce(t *testing.T) {
	e := engine.New(index.New([]*corpus.Article{
		corpus.NewArticle(corpus.Meta{ID: "a"}, "Omar Reyes of Millbrook won the race against Ingrid Halvorsen."),
	}))
	for question, want := range map[string]int{`Who is Omar Halvorsen?`: 1, `Who is "Omar Halvorsen"?`: 1, `Who is Omar Zymurgy?`: 0} {
		a, err := e.Ask(t.Context(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		if a.Outcome != answer.None || len(a.Unheld) != want || want == 0 && len(a.Missing) == 0 {
			t.Errorf("%s %s, not held %v, missing %v", question, a.Outcome, a.Unheld, a.Missing)
		}
	}
}

// TestInitials asks for names with initials, with and without the blanks that the coverage has in them.
func TestInitials(t *testing.T) {
	e := engine.New(index.New([]*corpus.Article{
		corpus.NewArticle(corpus.Meta{ID: "a"}, "J.K. Rowling opened the dam at Millbrook on Monday."),
		corpus.NewArticle(corpus.Meta{ID: "b"}, "W. E. B. Doyle closed the bridge at Ashford on Friday."),
		corpus.NewArticle(corpus.Meta{ID: "c"}, "J. K. Okafor sold the mill at Tarn on Sunday."),
	}))
	for question, want := range map[string]string{
		"What did J. K. Rowling open?":  "a",
		"What did J.K. Rowling open?":   "a",
		"What did W.E.B. Doyle close?":  "b",
		"What did W. E.B. Doyle close?": "b",
		"What did J. K. Okafor sell?":   "c", // not J.K., as another has them
		"What did J.K. Okafor sell?":    "c",
	} {
		a, err := e.Ask(t.Context(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		if a.Outcome != answer.Found || a.Snippets[0].Cite.Article.ID != want {
			t.Errorf("%s %s, not held %v, missing %v", question, a.Outcome, a.Unheld, a.Missing)
		}
	}
}

// TestLandform asks for a place by what it is and by its name, of which the coverage has the name alone.
func TestLandform(t *testing.T) {
	e := engine.New(index.New([]*corpus.Article{
		corpus.NewArticle(corpus.Meta{ID: "a"}, "Etna erupted on Sunday, and ash fell on Millbrook. The mayor climbed Mount Ash."),
	}))
	for question, want := range map[string]answer.Outcome{"When did Mount Etna erupt?": answer.Found, "When did Mount Doyle erupt?": answer.None} {
		a, err := e.Ask(t.Context(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		if a.Outcome != want {
			t.Errorf("%s %s, not held %v, missing %v", question, a.Outcome, a.Unheld, a.Missing)
		}
	}
}
