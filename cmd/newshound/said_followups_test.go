package main

import (
	"slices"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/index"
	"newshound/bot"
	"newshound/corpus"
)

// TestSaidFollowUps asks who says what after another question.
func TestSaidFollowUps(t *testing.T) {
	relay := bot.NewRelay(council(t), bot.Options{})
	for _, c := range []struct{ last, text, reads, filter string }{
		{"Is the flood to blame?", "only what Halvorsen said", "Is the flood to blame? said:Halvorsen", "Only what is said by Halvorsen."},
		{"Is the flood to blame?", "just said by Gov. Pike", `Is the flood to blame? said:"Gov. Pike"`, "Only what is said by Gov. Pike."},
		{"Is the flood to blame? said:Pike", "only what Halvorsen said about it", "Is the flood to blame? said:Halvorsen", "Only what is said by Halvorsen."},
		{"Is the flood to blame? said:Pike", "any speaker", "Is the flood to blame?", ""},
		{"Is the flood to blame? said:Pike", "What did she say about June?", "What did Pike say about June?", ""},
		{"What did Pike say about the flood?", "only what Halvorsen said", "What did Halvorsen say about the flood?", ""},
		{"said:Pike", "and Halvorsen?", "said:Halvorsen", "Only what is said by Halvorsen."},
		{"said:Pike", "and about cracks?", "cracks said:Pike", "Only what is said by Pike."},
		{"said:Pike", "about cracks", "cracks said:Pike", "Only what is said by Pike."},
		{"said:Pike", "what else did she say?", "said:Pike", ""},
		{"said:Pike", "what else did Halvorsen say?", "", ""},
		{"said:Pike", "only what she said", "said:Pike", ""},
		{"said:Pike", "and the Post?", "said:Pike outlet:\"The Post\"", "Only The Post, what is said by Pike."},
		{"Is the flood to blame?", "what Halvorsen said", "", ""},
		{"Is the flood to blame?", "only what he said", `Is the flood to blame? said:"Mr. Halvorsen"`, "Only what is said by Mr. Halvorsen."},
	} {
		r := relay.Handle(t.Context(), bot.Message{Text: c.text, Last: bot.Turn{Question: c.last}})
		want := c.reads
		if want == "" {
			want = c.text
		}
		notes := strings.Join(r.Notes, " ")
		if r.Turn.Question != want || !strings.Contains(notes, c.filter) || c.filter == "" && strings.Contains(notes, "Only ") {
			t.Errorf("%q, %q: read as %q, with %q; want %q, with %q", c.last, c.text, r.Turn.Question, r.Notes, want, c.filter)
		}
	}

	// A speaker can be dropped in one tap, but where nothing else is asked for.
	for question, want := range map[string]bool{"Is the flood to blame for cracks? said:Pike": true, "said:Pike": false} {
		r := relay.Handle(t.Context(), bot.Message{Text: question})
		if got := slices.ContainsFunc(r.Actions, func(a bot.Action) bool { return a.Label == "Any speaker" }); got != want {
			t.Errorf("%s: %v", question, r.Actions)
		}
	}
}

// TestSaidByPronoun asks for what somebody says where “she said” stands beside it, and the name
// beside much else.
func TestSaidByPronoun(t *testing.T) {
	const where = "“The river was brown, the trees had gone, and there were stones and branches where the road had been. It took us hours to get to the next house, " +
		"and there we found an old couple on the roof, who had been there all night,” she said.\n\n"
	text := "“The water is cold,” Ann Lee said on Monday.\n\n" + where + "“But the fish will come back,” she said."
	for _, kind := range strings.Fields("carp pike eel perch trout salmon bream roach tench barbel chub dace ruffe zander") {
		text += "\n\nA " + kind + " is a fish of which Ann Lee has a picture."
	}
	text += "\n\n“Fish is what we live on,” Ann Lee said."
	engine := engine.New(index.New([]*corpus.Article{corpus.NewArticle(corpus.Meta{ID: "fish"}, text)}))
	a, err := engine.Ask(t.Context(), answer.Question{Text: "What did Ann Lee say about the fish?"})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Snippets) < 2 || a.Snippets[0].Quote != "“Fish is what we live on,” Ann Lee said." || a.Snippets[1].Quote != "“But the fish will come back,” she said." {
		t.Errorf("got %v", a.Snippets)
	}
}

// TestSaidBySon holds that a son with his father's name is not his father, nor the other
// way round.
func TestSaidBySon(t *testing.T) {
	body := "President Joe Lee looked at the bridge. “I knew nothing,” Lee said.\n\n“I love it,” said his son, Joe Lee Jr.\n\n“It was short,” Lee Jr. told reporters."
	engine := engine.New(index.New([]*corpus.Article{corpus.NewArticle(corpus.Meta{ID: "a"}, body)}))
	for question, want := range map[string]string{
		`said:"Joe Lee Jr."`: "Joe Lee Jr.|Joe Lee Jr.",
		`said:"Lee Jr."`:     "Joe Lee Jr.|Joe Lee Jr.",
		"said:Lee":           "President Joe Lee|Joe Lee Jr.|Joe Lee Jr.",
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: question, Limit: 9})
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, s := range a.Snippets {
			for _, by := range s.Cite.Speech() {
				said = append(said, s.Cite.Article.Text(by.Speaker))
			}
		}
		if got := strings.Join(said, "|"); got != want {
			t.Errorf("%s: said by %s, want %s", question, got, want)
		}
	}
}
