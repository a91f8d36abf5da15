package main

import (
	"testing"

	"newshound/answer"
)

// TestOutletAsked asks what one outlet tells: nobody else's quotes answer that, and the
// outlet is dropped, or another put in its place, in the question's own words.
func TestOutletAsked(t *testing.T) {
	engine := filed(t)
	ask := func(q answer.Question) *answer.Answer {
		t.Helper()
		a, err := engine.Ask(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	for text, outlet := range map[string]string{
		"What did the Ashford Gazette report on the flood?":      "Ashford Gazette",
		"what has The Valley Post written about the bridge?":     "The Valley Post",
		"anything in the Ashford Gazette about the bridge?":      "Ashford Gazette",
		"Any news from The Valley Post on the flood?":            "The Valley Post",
		"What did engineers say in May of the Ashford Gazette?":  "",
		"How does the bridge in the Ashford Gazette look today?": "",
	} {
		a := ask(answer.Question{Text: text})
		if got := a.Filter.Outlets; outlet == "" && len(got) > 0 || outlet != "" && (len(got) != 1 || got[0] != outlet) {
			t.Errorf("%q is of %q, want %q", text, got, outlet)
		}
	}
	const asked = "What did the Ashford Gazette report on the flood since 4 May 2024?"
	a := ask(answer.Question{Text: asked, Drop: "outlet"})
	if want := "What did anyone report on the flood since 4 May 2024?"; a.Read != want || len(a.Filter.Outlets) > 0 || len(a.Snippets) != 2 {
		t.Errorf("of any outlet it is read as %q, of %q, with %d quotes", a.Read, a.Filter.Outlets, len(a.Snippets))
	}
	a = ask(answer.Question{Text: "and The Valley Post?", Previous: "What did the Ashford Gazette report on the flood?"})
	if want := "What did The Valley Post report on the flood?"; a.Read != want {
		t.Errorf("of another outlet it is read as %q, want %q", a.Read, want)
	}
}
