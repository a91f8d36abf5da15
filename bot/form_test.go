package bot_test

import (
	"slices"
	"testing"
	"time"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/bottest"
)

// dated returns a quote of an article of an outlet, published at a time.
func dated(t *testing.T, n int, outlet string, published time.Time, quote string) answer.Snippet {
	a := bottest.Article(bottest.Meta{ID: outlet, Outlet: outlet, Published: published}, quote)
	return bottest.Snippet(t, a, n, quote)
}

func TestFormNotes(t *testing.T) {
	day := func(d, hour int) time.Time { return time.Date(2024, 5, d, hour, 0, 0, 0, time.UTC) }
	coverage := answer.Coverage{Articles: 9, Outlets: make([]answer.OutletCount, 3)}
	plain := dated(t, 1, "The Post", day(6, 9), "The bridge closed.")
	for name, c := range map[string]struct {
		answer  answer.Answer
		text    string
		notes   []string
		actions []string
	}{
		"quotes": {
			answer:  answer.Answer{Snippets: []answer.Snippet{plain}},
			text:    "The coverage says:",
			actions: []string{"timeline", "compare"},
		},
		"timeline": {
			answer: answer.Answer{Form: answer.Timeline, Total: 5, Snippets: []answer.Snippet{
				plain, dated(t, 2, "The Sun", day(7, 9), "It closed on Monday, May 6."), dated(t, 3, "", time.Time{}, "In June 2023 it stood."),
			}},
			text: "The coverage, in the order of publication:",
			notes: []string{
				"Earliest in this coverage: The Post, 6 May 2024, 09:00 UTC.", "The last article has no known date.",
				"Dates in the text, not of publication: quote 2 “May 6”; quote 3 “June 2023”.", "These are the first 3 of 5.",
			},
			actions: []string{"compare", "quotes"},
		},
		"timeline, of what was read": {
			answer: answer.Answer{Form: answer.Timeline, Total: 1, Unread: true, Snippets: []answer.Snippet{plain}},
			text:   "The coverage, in the order of publication:",
			notes: []string{
				"Earliest of what was read: The Post, 6 May 2024, 09:00 UTC.",
				"More of the coverage bears on this than I read for one question, so there may be more articles, and earlier ones. Narrow it down by outlet or dates.",
			},
			actions: []string{"compare", "quotes"},
		},
		"newest": {
			answer: answer.Answer{Newest: true, Total: 12, Filter: answer.Filter{Outlets: []string{"The Post"}}, Snippets: []answer.Snippet{plain}},
			text:   "The coverage has 12 such articles, the newest first:",
			notes:  []string{"Only The Post."},
		},
		"newest, of no filter": {
			answer: answer.Answer{Newest: true, Total: 2, Snippets: []answer.Snippet{dated(t, 1, "The Sun", time.Time{}, "It closed.")}},
			text:   "The coverage has 2 articles, of no known date:",
		},
		"newest, one": {
			answer:  answer.Answer{Newest: true, Total: 1, Filter: answer.Filter{Outlets: []string{"The Post"}, Sections: []string{"News"}}, Snippets: []answer.Snippet{plain}},
			text:    "The coverage has 1 such article:",
			notes:   []string{"Only The Post, in the section News."},
			actions: []string{"any outlet", "any section"},
		},
		"timeline, a tie": {
			answer: answer.Answer{Form: answer.Timeline, Total: 3, Snippets: []answer.Snippet{
				dated(t, 1, "The Sun", day(6, 0), "It closed."), dated(t, 2, "The Post", day(6, 9), "The bridge closed."), dated(t, 3, "The Eye", day(7, 0), "Closed."),
			}},
			text:    "The coverage, in the order of publication:",
			notes:   []string{"Earliest in this coverage, on 6 May 2024: The Sun and The Post; which of them was first is not known."},
			actions: []string{"compare", "quotes"},
		},
		"timeline, a tie of one outlet": {
			answer: answer.Answer{Form: answer.Timeline, Total: 2, Snippets: []answer.Snippet{
				dated(t, 1, "The Sun", day(6, 0), "It closed."), dated(t, 2, "The Sun", day(6, 0), "The bridge closed."),
			}},
			text:    "The coverage, in the order of publication:",
			notes:   []string{"Earliest in this coverage: The Sun, 6 May 2024, in 2 articles."},
			actions: []string{"compare", "quotes"},
		},
		"timeline, no dates": {
			answer: answer.Answer{Form: answer.Timeline, Total: 2, Snippets: []answer.Snippet{
				dated(t, 1, "The Sun", time.Time{}, "It closed."), dated(t, 2, "The Post", time.Time{}, "The bridge closed."),
			}},
			text:    "The coverage, in the order of publication:",
			notes:   []string{"None of these articles has a known date: their order says nothing."},
			actions: []string{"compare", "quotes"},
		},
		"compare": {
			answer: answer.Answer{Form: answer.Compare, Total: 1, Snippets: []answer.Snippet{plain}, Sides: []answer.Side{
				{Outlet: "The Post", Articles: 3, First: day(6, 9), Last: day(8, 0), Undated: 1}, {Outlet: "The Sun"}, {Outlet: "Eye Inc."},
			}},
			text: "What each outlet says, the best quote of each:",
			notes: []string{
				"Articles found that bear on it: The Post 3 (6 May 2024 to 8 May 2024, 1 of no known date).", "Nothing on it was found in The Sun and Eye Inc.",
			},
			actions: []string{"timeline", "quotes"},
		},
	} {
		c.answer.Outcome, c.answer.Coverage = answer.Found, coverage
		r := bot.ReplyTo(&c.answer)
		var actions []string
		for _, a := range r.Actions {
			actions = append(actions, a.Command)
		}
		if r.Text != c.text || !slices.Equal(r.Notes, c.notes) || !slices.Equal(actions, c.actions) {
			t.Errorf("%s: got %q\n%q\n%q", name, r.Text, r.Notes, actions)
		}
	}
}

func TestRelayForms(t *testing.T) {
	s := answering(answer.Answer{Outcome: answer.Found, Snippets: []answer.Snippet{dated(t, 1, "The Post", time.Time{}, "The bridge closed.")}})
	relay := bot.NewRelay(s, bot.Options{})
	last := bot.Turn{Question: "Why did it close?", Shown: 1}
	for _, c := range []struct {
		text  string
		last  bot.Turn
		asked string
	}{
		{"timeline", last, "timeline: Why did it close?"},
		{"is there a timeline?", last, "timeline: Why did it close?"},
		{"which outlets reported that?", last, "compare: Why did it close?"},
		{"/compare", bot.Turn{Question: "timeline: Why did it close?", Shown: 1}, "compare: Why did it close?"},
		{"quotes", bot.Turn{Question: "timeline: Why did it close?", Shown: 1}, "Why did it close?"},
		{"/timeline the bridge", last, "timeline: the bridge"},
		{"compare: the bridge", last, "compare: the bridge"},
		{"timeline the bridge", last, "timeline the bridge"},
	} {
		r := relay.Handle(t.Context(), bot.Message{Text: c.text, Last: c.last})
		if asked := s.asked[len(s.asked)-1].Text; asked != c.asked || r.Turn.Question != c.asked {
			t.Errorf("%q: asked %q, turn %q", c.text, asked, r.Turn.Question)
		}
	}
	if r := relay.Handle(t.Context(), bot.Message{Text: "timeline"}); r.Text != "There is no answer here yet. Ask a question first, or say this where the answer stands." {
		t.Errorf("without a question: %q", r.Text)
	}
}
