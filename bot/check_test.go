package bot_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/bot"
	"newshound/corpus"
)

func TestCheckedQuote(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2024, 5, d, 0, 0, 0, 0, time.UTC) }
	one, two := dated(t, 1, "The Post", day(6), "The bridge closed."), dated(t, 2, "The Sun", day(7), "The bridge closed.")
	for name, c := range map[string]struct {
		answer answer.Answer
		text   string
		notes  []string
	}{
		"exact": {
			answer.Answer{Outcome: answer.Found, Snippets: []answer.Snippet{one}, Total: 1, Check: &answer.QuoteCheck{Verdict: answer.Exact, Coverage: 1}},
			"Exact: it stands so in this coverage:", nil,
		},
		"exact, twice": {
			answer.Answer{Outcome: answer.Found, Snippets: []answer.Snippet{one, two}, Total: 2, Check: &answer.QuoteCheck{Verdict: answer.Exact, Coverage: 1, Elided: true}},
			"Exact, but for what it marks as left out or put in, in 2 articles:", []string{"Earliest in this coverage: The Post, 6 May 2024."},
		},
		"altered": {
			answer.Answer{Outcome: answer.Partial, Snippets: []answer.Snippet{one}, Total: 1, Check: &answer.QuoteCheck{
				Verdict: answer.Altered, Coverage: 0.876,
				Differences: []answer.Difference{{Given: "opened", Stands: "closed"}, {Given: "never"}, {Stands: strings.Repeat("word ", 20)}},
			}},
			"Altered: it does not stand so in this coverage. The closest wording:",
			[]string{
				"There it says “closed”, not “opened”.", "Not there: “never”.",
				"Left out: “" + strings.Repeat("word ", 8) + "[…]" + strings.Repeat(" word", 8) + "”.", "By weight, 87 % of the words stand there in this order.",
			},
		},
		"joined": {
			answer.Answer{Outcome: answer.Partial, Snippets: []answer.Snippet{one, two}, Total: 2, Check: &answer.QuoteCheck{Verdict: answer.Altered, Coverage: 1, Joined: true}},
			"Altered: it joins words that stand in different places:", nil,
		},
		"paraphrase": {
			answer.Answer{Outcome: answer.Partial, Snippets: []answer.Snippet{one}, Total: 1, Check: &answer.QuoteCheck{Verdict: answer.Paraphrase, Coverage: 0.5}},
			"Not in these words. It may be a paraphrase of this, which comes nearest:", []string{"By weight, 50 % of the words stand there in this order."},
		},
		"absent": {
			answer.Answer{Outcome: answer.None, Searched: []string{"bridge"}, Coverage: answer.Coverage{Articles: 2}, Check: &answer.QuoteCheck{Verdict: answer.Absent}},
			"Not in this coverage.", []string{"Searched 2 articles for “bridge”. This says nothing of whether the words were said."},
		},
		"between": {
			answer.Answer{Outcome: answer.Found, Snippets: []answer.Snippet{one}, Total: 1, Check: &answer.QuoteCheck{Verdict: answer.Exact, Coverage: 1, Between: []string{"said Lee"}}},
			"Exact, with “said Lee” in between:", nil,
		},
		"aside": {
			answer.Answer{Outcome: answer.Found, Snippets: []answer.Snippet{one}, Total: 1, Check: &answer.QuoteCheck{Verdict: answer.Exact, Coverage: 1, Aside: []string{"Bob Roe told us"}}},
			"Exact: it stands so in this coverage:", []string{"Not checked, for it is outside of the quotation marks: “Bob Roe told us”."},
		},
		"somebody else": {
			answer.Answer{Outcome: answer.Found, Snippets: []answer.Snippet{one}, Total: 1, Check: &answer.QuoteCheck{
				Verdict: answer.Exact, Coverage: 1, Aside: []string{"Joe Roy said"}, Named: "Joe Roy", By: "Gov. Ann Lee",
			}},
			"The words are exact, but here it is Gov. Ann Lee who says them, not “Joe Roy”:", nil,
		},
		"somebody else, altered": {
			answer.Answer{Outcome: answer.Partial, Snippets: []answer.Snippet{one}, Total: 1, Check: &answer.QuoteCheck{
				Verdict: answer.Altered, Coverage: 1, Joined: true, Aside: []string{"Joe Roy said"}, Named: "Joe Roy", By: "Gov. Ann Lee",
			}},
			"Altered: it joins words that stand in different places:", []string{"Here it is Gov. Ann Lee who says it, not “Joe Roy”."},
		},
		"headline": {
			answer.Answer{Outcome: answer.None, Check: &answer.QuoteCheck{Verdict: answer.Headline, Coverage: 1, Headlines: []*corpus.Article{
				corpus.NewArticle(corpus.Meta{ID: "1", Outlet: "The Post", Headline: "Bridge closes", Published: day(6), URL: "https://post.example/1"}, "It is shut."),
			}}},
			"In no article’s text, but in a headline.", []string{"“Bridge closes”, The Post, 6 May 2024, https://post.example/1"},
		},
		"many headlines": {
			answer.Answer{Outcome: answer.None, Check: &answer.QuoteCheck{Verdict: answer.Headline, Coverage: 1, Headlines: slices.Repeat([]*corpus.Article{
				corpus.NewArticle(corpus.Meta{Outlet: "The Post", Headline: "Bridge closes"}, "It is shut."),
			}, 5)}},
			"In no article’s text, but in a headline.", append(slices.Repeat([]string{"“Bridge closes”, The Post"}, 3), "And 2 more headlines."),
		},
		"many differences": {
			answer.Answer{Outcome: answer.Partial, Snippets: []answer.Snippet{one}, Total: 1, Check: &answer.QuoteCheck{
				Verdict: answer.Altered, Coverage: 1, Differences: slices.Repeat([]answer.Difference{{Given: "a", Stands: "b"}}, 7),
			}},
			"Altered: it does not stand so in this coverage. The closest wording:", append(slices.Repeat([]string{"There it says “b”, not “a”."}, 6), "And 1 more difference."),
		},
		"too common": {
			answer.Answer{Outcome: answer.None, Malformed: []answer.Malformed{{Field: "quote", Value: "it is", Common: true}}, Check: &answer.QuoteCheck{Verdict: answer.Absent}},
			"There is nothing to check.", []string{"All of these words are too common to be looked for. Give more of the quote."},
		},
		"nothing": {
			answer.Answer{Outcome: answer.None, Malformed: []answer.Malformed{{Field: "quote"}}, Check: &answer.QuoteCheck{Verdict: answer.Absent}},
			"There is nothing to check.", []string{"Give the words of a quote, as in: quote: we will miss it"},
		},
		"too long": {
			answer.Answer{Outcome: answer.None, Malformed: []answer.Malformed{{Field: "quote", Value: "a b c"}}, Check: &answer.QuoteCheck{Verdict: answer.Absent}},
			"There is nothing to check.", []string{"That is too long for one quote. Check it piece by piece."},
		},
	} {
		c.answer.Form = answer.CheckQuote
		if r := bot.ReplyTo(&c.answer); r.Text != c.text || !slices.Equal(r.Notes, c.notes) {
			t.Errorf("%s: got %q\n%q", name, r.Text, r.Notes)
		}
	}
}

func TestRelayChecksQuotes(t *testing.T) {
	s := answering(answer.Answer{Form: answer.CheckQuote, Check: &answer.QuoteCheck{Verdict: answer.Absent}})
	relay := bot.NewRelay(s, bot.Options{})
	for text, asked := range map[string]string{
		"/quote we will miss it":      "quote: we will miss it",
		"quote: we will miss it":      "quote: we will miss it",
		"“We will surely miss it.”":   "quote: “We will surely miss it.”",
		`"We will surely miss it"`:    `quote: "We will surely miss it"`,
		`"miss it"`:                   `"miss it"`,
		`"miss it" or "will miss it"`: `"miss it" or "will miss it"`,
		"quote the mayor":             "quote the mayor",
	} {
		relay.Handle(t.Context(), bot.Message{Text: text})
		if got := s.asked[len(s.asked)-1].Text; got != asked {
			t.Errorf("%q: asked %q", text, got)
		}
	}
}
