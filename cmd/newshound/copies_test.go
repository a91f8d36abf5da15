package main

import (
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/index"
	"newshound/corpus"
)

// TestCopies asks over coverage in which one story stands in three outlets, once with
// other words, beside another story on the event.
func TestCopies(t *testing.T) {
	story := []string{
		"The old bridge over the river Ash was closed on Monday night after engineers found long cracks in two of its stone piers.",
		"Mayor Ines Halvorsen told residents that the bridge would not open again before spring and that buses would run along the northern bank.",
		"The town council is to vote on the money for repairs next week, and a ferry may carry schoolchildren in the meantime.",
	}
	other := []string{
		"Commuters in Ashford woke on Tuesday to find the river crossing shut and long queues at the ferry.",
		"The mayor, Ines Halvorsen, promised buses, while shopkeepers near the bridge feared for their Christmas trade.",
	}
	article := func(id, outlet string, day int, paragraphs []string, change ...string) *corpus.Article {
		text := strings.NewReplacer(change...).Replace(strings.Join(paragraphs, "\n\n"))
		return corpus.NewArticle(corpus.Meta{ID: id, Outlet: outlet, Published: time.Date(2024, 5, day, 0, 0, 0, 0, time.UTC)}, text)
	}
	engine := engine.New(index.New([]*corpus.Article{
		article("later", "The Post", 9, story, "long cracks", "deep cracks"),
		article("first", "The Gazette", 7, story),
		article("between", "The Echo", 8, story, "again before", "before"),
		article("other", "The Hill", 8, other),
	}))
	for _, form := range []answer.Form{"", answer.Timeline} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: "When will the bridge open again, said Mayor Halvorsen?", Form: form, Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		for i, s := range a.Snippets {
			if err := s.Verify(); err != nil {
				t.Error(err)
			}
			id := s.Cite.Article.ID
			if id != "first" && id != "other" {
				t.Errorf("%s: quote %d is of the copy %q: %s", form, i+1, id, s.Quote)
			}
			if id == "first" && len(s.Cite.Also) != 2 || id == "other" && len(s.Cite.Also) != 0 {
				t.Errorf("%s: quote %d of %q has %d copies", form, i+1, id, len(s.Cite.Also))
			}
		}
		if len(a.Snippets) == 0 || a.Snippets[0].Cite.Article.ID != "first" {
			t.Errorf("%s: %d quotes", form, len(a.Snippets))
		}
	}
	// A copy is none that lacks the phrase which was asked for.
	for _, text := range []string{`what of the "deep cracks" in the bridge?`, `will the bridge with "deep cracks" open for Mayor Halvorsen?`} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: text, Limit: 10})
		if err != nil || len(a.Snippets) == 0 {
			t.Fatal(a, err)
		}
		for _, s := range a.Snippets {
			if s.Cite.Article.ID != "later" || len(s.Cite.Also) > 0 {
				t.Errorf("%s: of %q, and of %d others: %s", text, s.Cite.Article.ID, len(s.Cite.Also), s.Quote)
			}
		}
	}
	a, err := engine.Ask(t.Context(), answer.Question{Text: "bridge Mayor Halvorsen", Form: answer.Compare, Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	copies := 0
	for _, s := range a.Sides {
		copies += s.Copies
	}
	if len(a.Sides) != 4 || copies != 2 {
		t.Errorf("compared: %+v", a.Sides)
	}
}
