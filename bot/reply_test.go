package bot_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/corpus"
)

func TestReplyTo(t *testing.T) {
	a := bottest.Bridge()
	one := bottest.Snippet(t, a, 1, "It carried 900 cars a day.", "cars")
	two := bottest.Snippet(t, a, 2, "“We will miss it,” said the mayor, Ann Lee.")
	false1 := one
	false1.Quote = "It carried 901 cars a day."
	outside := two
	outside.Marks = []corpus.Span{{Start: 0, End: 1000}}
	coverage := answer.Coverage{Articles: 3, Outlets: []answer.OutletCount{{Outlet: "A", Articles: 2}, {Outlet: "B", Articles: 1}}}

	july := func(d int) time.Time { return time.Date(2023, 7, d, 0, 0, 0, 0, time.UTC) }
	for _, c := range []struct {
		name   string
		answer answer.Answer
		text   string
		quotes []int
		notes  []string
	}{
		{
			name:   "found",
			answer: answer.Answer{Outcome: answer.Found, Snippets: []answer.Snippet{one, two}, Searched: []string{"car"}},
			text:   "The coverage says:",
			quotes: []int{1, 2},
		}, {
			name: "found, corrected",
			answer: answer.Answer{Outcome: answer.Found, Snippets: []answer.Snippet{one},
				Corrected: []answer.Correction{{From: "brigde", To: "bridge"}}},
			text:   "The coverage says:",
			quotes: []int{1},
			notes:  []string{"Read “brigde” as “bridge”."},
		}, {
			name:   "found, with a word that is nowhere",
			answer: answer.Answer{Outcome: answer.Found, Snippets: []answer.Snippet{one}, Missing: []string{"really"}},
			text:   "The coverage says:",
			quotes: []int{1},
			notes:  []string{"The coverage never uses “really”."},
		}, {
			name:   "found, with a word that is not near",
			answer: answer.Answer{Outcome: answer.Found, Snippets: []answer.Snippet{one}, Absent: []string{"cost"}},
			text:   "The coverage says this, with no “cost” near it:",
			quotes: []int{1},
		}, {
			name:   "found, with a name that is near something else",
			answer: answer.Answer{Outcome: answer.Found, Snippets: []answer.Snippet{one}, Parted: []string{"Ann Lee"}},
			text:   "The coverage says this, and names “Ann Lee” only apart from it:",
			quotes: []int{1},
		}, {
			name:   "partial, for no quote is of the days that are asked of",
			answer: answer.Answer{Outcome: answer.Partial, Snippets: []answer.Snippet{one}, Asked: july(3), Apart: true},
			text:   "The coverage says this much, of other days:",
			quotes: []int{1},
			notes:  []string{"Read as asked on 3 July 2023."},
		}, {
			name:   "partial, for that and for a word that is not near",
			answer: answer.Answer{Outcome: answer.Partial, Snippets: []answer.Snippet{one}, Absent: []string{"cost"}, Asked: july(3), Apart: true},
			text:   "The coverage says this, with no “cost” near it:",
			quotes: []int{1},
			notes:  []string{"Read as asked on 3 July 2023. Nothing here was published near that day."},
		}, {
			name:   "partial, for nothing that is asked is near",
			answer: answer.Answer{Outcome: answer.Partial, Snippets: []answer.Snippet{one}, Absent: []string{"cost"}},
			text:   "The coverage says this, with no “cost” near it:",
			quotes: []int{1},
		}, {
			name:   "partial, with words that are not near",
			answer: answer.Answer{Outcome: answer.Partial, Snippets: []answer.Snippet{one, two}, Missing: []string{"tunnel"}, Absent: []string{"cost", "toll"}},
			text:   "The coverage says this much, and never uses “tunnel”:",
			quotes: []int{1, 2},
			notes:  []string{"There is no “cost” or “toll” near it."},
		}, {
			name:   "partial",
			answer: answer.Answer{Outcome: answer.Partial, Snippets: []answer.Snippet{one}, Missing: []string{"Macron", "Paris", "tunnel"}},
			text:   "The coverage says this much, and never uses “Macron”, “Paris” or “tunnel”:",
			quotes: []int{1},
		}, {
			name:   "partial, for one of two things asked",
			answer: answer.Answer{Outcome: answer.Partial, Snippets: []answer.Snippet{one}, Unanswered: []string{"when it fell"}, Missing: []string{"fell"}},
			text:   "The coverage answers a part of this, and not “when it fell”:",
			quotes: []int{1},
			notes:  []string{"The coverage never uses “fell”."},
		}, {
			name:   "partial, for an outlet is silent",
			answer: answer.Answer{Outcome: answer.Partial, Snippets: []answer.Snippet{one}, Silent: []string{"The Hill"}},
			text:   "The coverage says this much:",
			quotes: []int{1},
			notes:  []string{"Nothing on it was found in The Hill."},
		}, {
			name:   "partial, though every word is there",
			answer: answer.Answer{Outcome: answer.Partial, Snippets: []answer.Snippet{one}},
			text:   "The coverage says this much, which may not be what is asked:",
			quotes: []int{1},
		}, {
			name:   "none",
			answer: answer.Answer{Outcome: answer.None, Searched: []string{"bridge", "toll"}, Missing: []string{"Macron"}, Coverage: coverage},
			text:   "The coverage does not say.",
			notes:  []string{"Searched 3 articles of 2 outlets for “bridge” and “toll”.", "The coverage never uses “Macron”."},
		}, {
			name:   "none, but something comes near",
			answer: answer.Answer{Outcome: answer.None, Near: []answer.Snippet{two}, Searched: []string{"bridge"}, Coverage: coverage},
			text:   "The coverage does not say. This comes nearest, and is no answer:",
			quotes: []int{2},
			notes:  []string{"Searched 3 articles of 2 outlets for “bridge”."},
		}, {
			name:   "none, and what comes near is false",
			answer: answer.Answer{Outcome: answer.None, Near: []answer.Snippet{false1}, Searched: []string{"bridge"}, Coverage: coverage},
			text:   "The coverage does not say.",
			notes:  []string{"Searched 3 articles of 2 outlets for “bridge”.", "1 quote was left out: it is not what its article says."},
		}, {
			name:   "none, for very many words",
			answer: answer.Answer{Outcome: answer.None, Missing: strings.Split("abcdefghijklmnop", "")},
			text:   "The coverage does not say.",
			notes: []string{"Searched 0 articles.",
				"The coverage never uses “a”, “b”, “c”, “d”, “e”, “f”, “g”, “h”, “i”, “j”, “k”, “l” and 4 more."},
		}, {
			name:   "none, with nothing to search for",
			answer: answer.Answer{Outcome: answer.None, Coverage: answer.Coverage{Articles: 1, Outlets: coverage.Outlets[:1]}},
			text:   "The coverage does not say.",
			notes:  []string{"Searched nothing in 1 article of 1 outlet: the question names no person, place or thing."},
		}, {
			name:   "none, of articles of no known outlet",
			answer: answer.Answer{Outcome: answer.None, Missing: []string{"x"}, Coverage: answer.Coverage{Articles: 7}},
			text:   "The coverage does not say.",
			notes:  []string{"Searched 7 articles.", "The coverage never uses “x”."},
		}, {
			name: "filtered",
			answer: answer.Answer{Outcome: answer.Found, Snippets: []answer.Snippet{one},
				Filter: answer.Filter{Outlets: []string{"The Hill"}, From: july(1), Barred: []string{"toll"}}, Coverage: answer.Coverage{Undated: 2}},
			text:   "The coverage says:",
			quotes: []int{1},
			notes:  []string{"Only The Hill, from 1 July 2023, without “toll”.", "Left out: 2 articles of no known date."},
		}, {
			name: "filtered by no day",
			answer: answer.Answer{Outcome: answer.Found, Snippets: []answer.Snippet{one}, Coverage: answer.Coverage{Undated: 2},
				Filter: answer.Filter{Sections: []string{"World"}, Bylines: []string{"By Ann Roe"}}},
			text:   "The coverage says:",
			quotes: []int{1},
			notes:  []string{"Only in the section World, by Ann Roe."},
		}, {
			name: "filters that the coverage does not hold",
			answer: answer.Answer{Outcome: answer.None, Searched: []string{"bridge"}, Coverage: coverage, Unheld: []answer.Unheld{
				{Field: "outlet", Name: "The Hil", Nearest: "The Hill"}, {Field: "byline", Name: "Nobody"},
				{Field: "from", Name: "2030-01-02", Nearest: "2018-07-27"}, {Field: "to", Name: "1999", Nearest: "2018-07-01"},
			}},
			text: "The coverage does not say.",
			notes: []string{"The coverage has nothing of the outlet “The Hil”. Did you mean “The Hill”?", "The coverage has nothing of the byline “Nobody”.",
				"The coverage ends on 27 July 2018, before 2 January 2030.", "The coverage begins on 1 July 2018, after 1999."},
		}, {
			name: "a speaker who says nothing",
			answer: answer.Answer{Outcome: answer.None, Coverage: coverage, Unheld: []answer.Unheld{
				{Field: "said", Name: "Wry", Nearest: "FBI Director Christopher Wray"}, {Field: "said", Name: "Nobody"}, {Field: "said", Name: "Lee", Elsewhere: true}}},
			text: "The coverage does not say.",
			notes: []string{"The coverage attributes nothing to “Wry”. Did you mean “FBI Director Christopher Wray”?", "The coverage attributes nothing to “Nobody”.",
				"Nothing that the filters admit is attributed to “Lee”."},
		}, {
			name:   "what somebody says",
			answer: answer.Answer{Outcome: answer.Found, Snippets: []answer.Snippet{one}, Total: 3, Filter: answer.Filter{Said: []string{"Wray", "Lee"}}},
			text:   "What the coverage attributes to Wray, Lee, in the order of the articles:",
			quotes: []int{1},
			notes:  []string{"This is the first of 3.", "Only what is said by Wray or Lee."},
		}, {
			name:   "what somebody says, in more articles than are read",
			answer: answer.Answer{Outcome: answer.Found, Snippets: []answer.Snippet{one, two}, Total: 2, Unread: true, Filter: answer.Filter{Said: []string{"Wray"}}},
			text:   "What the coverage attributes to Wray, in the order of the articles:",
			quotes: []int{1, 2},
			notes: []string{"More articles name the speaker than I read for one question, so there may be more. Narrow it down by outlet or dates.",
				"Only what is said by Wray."},
		}, {
			name: "a phrase that is nowhere",
			answer: answer.Answer{Outcome: answer.Partial, Snippets: []answer.Snippet{one},
				Unheld: []answer.Unheld{{Field: "phrase", Name: "toll bridge"}}},
			text:   "The coverage says this much:",
			quotes: []int{1},
			notes:  []string{"The coverage never says “toll bridge” in these very words."},
		}, {
			name: "a phrase that the filters leave out",
			answer: answer.Answer{Outcome: answer.None, Coverage: coverage, Searched: []string{"bridge"},
				Unheld: []answer.Unheld{{Field: "phrase", Name: "toll bridge", Elsewhere: true}}},
			text:  "The coverage does not say.",
			notes: []string{"Searched 3 articles of 2 outlets for “bridge”.", "Nothing that the filters admit says “toll bridge” in these very words."},
		}, {
			name: "nothing but a phrase that is nowhere",
			answer: answer.Answer{Outcome: answer.None, Coverage: coverage, Missing: []string{"toll"},
				Unheld: []answer.Unheld{{Field: "phrase", Name: "toll bridge"}}},
			text:  "The coverage does not say.",
			notes: []string{"Searched 3 articles of 2 outlets.", "The coverage never says “toll bridge” in these very words.", "The coverage never uses “toll”."},
		}, {
			name: "filters that make no sense",
			answer: answer.Answer{Outcome: answer.None, Filter: answer.Filter{From: july(2)}, Malformed: []answer.Malformed{
				{Field: "from", Value: "yesterday"}, {Field: "to", Value: "2023-07-01"}, {Field: "phrase", Value: "it is what it is", Common: true}}},
			text: "I cannot read a part of that question, and so did not search.",
			notes: []string{"“from:yesterday” is no day that I can read. Write it like this: from:2018-07-27, from:2018-07 or from:2018.",
				"The last day, 1 July 2023, is before the first.", "All words of “it is what it is” are too common to be looked for. Give more of the quote."},
		}, {
			name:   "a false quote",
			answer: answer.Answer{Outcome: answer.Found, Snippets: []answer.Snippet{false1, two}},
			text:   "The coverage says:",
			quotes: []int{2},
			notes:  []string{"1 quote was left out: it is not what its article says."},
		}, {
			name:   "nothing but false quotes",
			answer: answer.Answer{Outcome: answer.Found, Snippets: []answer.Snippet{false1, outside, {}}},
			text:   "There is no quote to show.",
			notes:  []string{"3 quotes were left out: they are not what their articles say."},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.answer.Question.Text = "the question"
			r := bot.ReplyTo(&c.answer)
			var quotes []int
			for _, s := range r.Snippets {
				quotes = append(quotes, s.Cite.N)
				if err := s.Verify(); err != nil {
					t.Error(err)
				}
			}
			if r.Text != c.text || !slices.Equal(quotes, c.quotes) || !slices.Equal(r.Notes, c.notes) {
				t.Errorf("got  %q, quotes %v, notes %q\nwant %q, quotes %v, notes %q", r.Text, quotes, r.Notes, c.text, c.quotes, c.notes)
			}
			if r.Turn.Question != "the question" || r.Outcome != c.answer.Outcome || r.Full {
				t.Errorf("Turn %+v, Full %v", r.Turn, r.Full)
			}
		})
	}
}
