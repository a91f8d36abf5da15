package web_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/answer/syntax"
	"newshound/bot"
	"newshound/bot/bottest"
)

// forms is an asker that answers in every form, from three articles: one of them has
// no known date, and of one The Post has a copy.
type forms struct{ bot.Asker }

// Ask implements [bot.Asker].
func (f forms) Ask(ctx context.Context, q answer.Question) (*answer.Answer, error) {
	form, text := syntax.FormOf(q.Text)
	if form == answer.CheckQuote {
		article := bottest.OneParagraph(bottest.Meta{ID: "1"}, text) // whatever it is, it stands there
		s := answer.Snippet{Quote: text, Cite: answer.Citation{N: 1, Article: article, Span: article.Paragraphs[0].Span}}
		return &answer.Answer{Question: q, Form: form, Outcome: answer.Found, Check: &answer.QuoteCheck{Verdict: answer.Exact, Coverage: 1}, Snippets: []answer.Snippet{s}, Total: 1}, nil
	}
	if text == "nothing" {
		return &answer.Answer{Question: q, Form: form, Outcome: answer.None}, nil
	}
	a := &answer.Answer{Question: q, Form: form, Outcome: answer.Found, Total: 3, Coverage: f.Coverage(), Sides: []answer.Side{{Outlet: "The Hill", Articles: 1}}}
	first := 2024
	if text == "centuries" {
		first, a.Unread = first-300, true
	}
	for i, m := range []bottest.Meta{
		{ID: "1", Outlet: "The Ashford Gazette", Published: time.Date(first, 5, 6, 0, 0, 0, 0, time.UTC)},
		{ID: "2", Outlet: "The Hill", Published: time.Date(2024, 5, 8, 9, 0, 0, 0, time.UTC)},
		{ID: "3", Outlet: "The Hill"},
	} {
		article := bottest.OneParagraph(m, "The bridge is closed.")
		a.Snippets = append(a.Snippets, answer.Snippet{Quote: article.Body, Cite: answer.Citation{N: i + 1, Article: article, Span: article.Paragraphs[0].Span}})
	}
	there := bottest.OneParagraph(bottest.Meta{ID: "4", Outlet: "The Post", Published: time.Date(2024, 5, 7, 0, 0, 0, 0, time.UTC)}, "The bridge is closed.")
	a.Snippets[0].Cite.Also = []answer.Citation{{Article: there, Span: there.Paragraphs[0].Span}}
	return a, ctx.Err()
}

// TestForms shows a timeline and a comparison, with and without dates.
func TestForms(t *testing.T) {
	p := page(t, forms{bottest.Answering(t, bottest.Bridge())})
	for _, c := range []struct {
		path  string
		parts []string
		not   string
	}{
		{asking("bridge", "form", "timeline"), []string{
			"in the order of publication:", "<h2>Over time</h2>", `role="img" aria-label="Bar chart of articles that bear on the question by day, from 6 May 2024 to 8 May 2024; most in 6 May 2024: 1."`,
			"<title>8 May 2024: 1 article</title>", `<th scope="row">8 May 2024</th><td class="n">1</td>`, `<p class="hint">Not in the chart, for the day is not known: 1 article.</p>`,
			`<p class="when">8 May 2024, 09:00 UTC</p>`, `<p class="when">Date not known</p>`, `<p class="known"><span dir="auto">paragraph 1</span></p>`,
		}, "</h3>"},
		{asking("timeline: bridge"), []string{"in the order of publication:", `value="bridge"`, `name="form" value="timeline"`}, "<title>7 May 2024"},
		{asking("bridge", "form", "compare"), []string{
			"the best quote of each:", "How much each outlet published on it", `<h3>The Hill <span class="sum">1</span></h3>`, `<th scope="row">6 May 2024</th><td>The Ashford Gazette</td>`,
			`<h3>The Post <span class="sum">1</span></h3>`, `<th scope="row">7 May 2024</th><td>The Post</td>`,
			`<p class="hint">Not in the chart, for the day is not known: 1 article.</p>`,
		}, ""},
		{asking("centuries", "form", "timeline"), []string{
			`<p class="hint">Only in the table, for they are from before 1875: 1 article.</p>`, `<th scope="row">1724</th><td class="n">1</td>`, "from 1875 to 2024",
			`<p class="hint">Only what was read for the question is counted: more of the coverage bears on it.</p>`,
		}, "<title>1724"},
		{asking("we will miss it", "form", "quote", "outlet", "The Hill"), []string{
			"Exact: it stands so in this coverage", "<blockquote><p dir=\"auto\">we will miss it</p></blockquote>", "outlet and date were left aside", `aria-current="true">Check a quote</a>`,
		}, "<svg"},
		{asking("nothing", "form", "compare"), []string{"The coverage does not say."}, "<svg"},
	} {
		_, text := get(t, p, c.path)
		for _, part := range c.parts {
			if !strings.Contains(text, part) {
				t.Errorf("%s has no %q:\n%s", c.path, part, text)
			}
		}
		if c.not != "" && strings.Contains(text, c.not) {
			t.Errorf("%s has %q", c.path, c.not)
		}
	}
	_, text := get(t, p, asking("bridge", "form", "timeline"))
	for name, want := range map[string]string{"Quotes": "/?q=bridge", "Compare": "/?form=compare&q=bridge"} {
		if got := links(text)[name]; got != want {
			t.Errorf("%s leads to %s", name, got)
		}
	}
}
