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

// TestFirstOfFewer asks what somebody said, once for one quote and once for three: the first is the same. Lee's words
// are the third quote, and not on what is asked.
func TestFirstOfFewer(t *testing.T) {
	e := engine.New(index.New([]*corpus.Article{
		corpus.NewArticle(corpus.Meta{ID: "1", Headline: "Fraud trial: the second week"}, "The second week of the trial saw Ann Lee, once the head of Ashford Bank, in court for three days.\n\n"+
			"Lee said that the ledgers had eight sheets for lenders.\n\n“I was told to hide what Ann Lee knew of the trial,” said Bob Roe, who said that Ann Lee wept."),
		corpus.NewArticle(corpus.Meta{ID: "2", Headline: "Jury leaves"}, "A jury left the trial of Ann Lee's partner early. Ann Lee saw the trial."),
		corpus.NewArticle(corpus.Meta{ID: "3", Headline: "The trial"}, "Ann Lee said that it snowed.\n\nAnn Lee was at the trial."),
	}))
	var all [2]*answer.Answer
	for i, limit := range []int{1, 3} {
		a, err := e.Ask(t.Context(), answer.Question{Text: "What did Ann Lee say about the trial?", Limit: limit, Explain: true})
		if err != nil {
			t.Fatal(err)
		}
		if all[i] = a; len(a.Snippets) != limit || len(a.Explanation.Quotes) > limit {
			t.Fatalf("%d quotes and %d explanations, want %d", len(a.Snippets), len(a.Explanation.Quotes), limit)
		}
	}
	if one, three := all[0], all[1]; one.Snippets[0].Quote != three.Snippets[0].Quote || len(one.Unheld) != 1 || one.Unheld[0] != three.Unheld[0] {
		t.Errorf("of one: %q, %+v; of three: %q, %+v", one.Snippets[0].Quote, one.Unheld, three.Snippets[0].Quote, three.Unheld)
	}
}
