package main

import (
	"strings"
	"testing"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/index"
	"newshound/bot/cite"
	"newshound/corpus"
)

// TestHeadings asks of articles whose paragraphs do not name what they are about: the heading above them does. What
// stands below another heading is no answer, though both are in one passage.
func TestHeadings(t *testing.T) {
	e := engine.New(index.New([]*corpus.Article{
		corpus.NewArticle(corpus.Meta{ID: "list", Headline: "All layoffs of the year"}, `Hardly a week went by without bad news for those who work in the ports and mills of the county.

Harrowgate Mills

Has laid off 15 people across its works, which are to be closed by the end of the year.

“Orrin Steel”

Announced the cut of a tenth of its staff, or 1,300 people, on the seventh of February.

Pellworm Ferries

At least 14 people have been laid off by the operator, and others were told to stay at home.`),
	}))
	for firm, want := range map[string]string{"Orrin Steel": "1,300", "Pellworm Ferries": "At least 14", "Harrowgate Mills": "15 people"} {
		question := "How many people did " + firm + " lay off?"
		a, err := e.Ask(t.Context(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		if a.Outcome != answer.Found || !strings.Contains(a.Snippets[0].Quote, want) {
			t.Errorf("%s %s: %v", question, a.Outcome, a.Snippets)
			continue
		}
		if got, want := cite.Quote(a.Snippets[0].Cite).Voice, "below the heading: “"+firm+"”"; got != want {
			t.Errorf("%s: cited as %q, want %q", question, got, want)
		}
	}
}

// TestOtherHeadings asks of a firm what only stands below the heading of another: the answer says that the quote does
// not name it.
func TestOtherHeadings(t *testing.T) {
	e := engine.New(index.New([]*corpus.Article{
		corpus.NewArticle(corpus.Meta{ID: "list"}, `Hardly a week went by without bad news for those who work in the ports and mills of the county.

Borg

The company opened a new works in Ashford, with a canteen and a park, and the mayor cut the ribbon.

Crane

The company let 99 of its people go on Sunday, a fifth of the staff, in a letter to all of them.`),
		corpus.NewArticle(corpus.Meta{ID: "rain"}, "It rained in Elmsley all day, and the people of the town stayed at home for the most part of it."),
	}))
	for question, absent := range map[string]string{"How many people did Crane let go?": "", "How many people did Borg let go?": "Borg", "Where did Crane open a new works?": "Crane"} {
		a, err := e.Ask(t.Context(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(a.Absent, " "); len(a.Snippets) == 0 || got != absent {
			t.Errorf("%s: without %q, want %q: %v", question, got, absent, a.Snippets)
		}
	}
}

// TestHeadingFarAbove asks for what stands so far below a heading that the passage does not have that: the quote is of
// the firm all the same, and nothing is said to be absent.
func TestHeadingFarAbove(t *testing.T) {
	const works = "The firm has its seat in the north of the county, where it makes gears and springs for the mills that stand along the river. " +
		"It was founded by two brothers, who had come to the county from the coast, and it has had many owners since the war ended, of whom none stayed long."
	e := engine.New(index.New([]*corpus.Article{
		corpus.NewArticle(corpus.Meta{ID: "list"}, "Borg\n\n"+strings.Repeat(works+"\n\n", 4)+"It let 99 of its people go on Sunday, a fifth of the staff, in a letter to all of them."),
		corpus.NewArticle(corpus.Meta{ID: "rain"}, "It rained in Elmsley all day, and the people of the town stayed at home for the most part of it."),
	}))
	a, err := e.Ask(t.Context(), answer.Question{Text: "How many people did Borg let go?"})
	if err != nil {
		t.Fatal(err)
	}
	if a.Outcome != answer.Found || len(a.Absent) > 0 || !strings.HasPrefix(a.Snippets[0].Quote, "It let 99") {
		t.Errorf("%s, without %q: %v", a.Outcome, a.Absent, a.Snippets)
	}
}
