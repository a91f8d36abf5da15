package web

import (
	"context"
	"net/url"

	"newshound/answer"
	"newshound/answer/syntax"
	"newshound/bot"
)

// maxInForm is how many quotes a timeline or a comparison has at most. The engine reads that many
// passages for one.
const maxInForm = 200

// overTime says when the articles that bear on a question were published.
type overTime struct {
	Chart    *chart        // of all outlets
	ByOutlet []outletChart // or of each
	Rows     []row
	NotDrawn []string // which articles are in no chart
}

// choices adds links to the forms in which the question can be answered.
func (v *askPage) choices() {
	for _, c := range []struct {
		form answer.Form
		name string
	}{{"", "Quotes"}, {answer.Timeline, "Timeline"}, {answer.Compare, "Compare"}, {answer.CheckQuote, "Check a quote"}} {
		v.Forms = append(v.Forms, choice{c.name, v.address(url.Values{"form": {string(c.form)}}), c.form == v.Form && v.unknown == ""})
	}
}

// inForm answers a question in the form that the page asks for, with all quotes at once and with
// charts.
func (p *Page) inForm(ctx context.Context, v *askPage, question string) {
	a, err := p.options.Relay.Answer(ctx, answer.Question{Text: syntax.As(v.Form, question), Limit: maxInForm})
	if err != nil {
		v.show(bot.Reply{Text: bot.Problem(err)})
		return
	}
	p.options.Observer.Count(bot.EventOf(a.Outcome))
	v.show(bot.ReplyTo(a))
	if v.Form == answer.CheckQuote {
		if v.Narrow {
			v.Notes = append(v.Notes, "A quote is checked against all of the coverage: outlet and date were left aside.")
		}
		return // a checked quote has no chart
	}
	if v.Form == answer.Compare && a.Outcome != answer.None {
		// A comparison has one quote of each outlet. The charts need all articles.
		if a, err = p.options.Relay.Answer(ctx, answer.Question{Text: syntax.As(answer.Timeline, question), Limit: maxInForm}); err != nil {
			v.Notes = append(v.Notes, bot.Problem(err))
			return
		}
	}
	articles := firstOnly(a.Snippets) // whoever copies an article says nothing new; but its outlet published it
	if v.Form == answer.Compare {
		articles = quoted(a.Snippets)
	}
	counts, during := countArticles(articles)
	if len(counts) == 0 {
		return // there is nothing to draw
	}
	v.NotDrawn = notDrawn(counts, during, len(articles)-articlesIn(counts))
	if a.Unread {
		v.NotDrawn = append(v.NotDrawn, "Only what was read for the question is counted: more of the coverage bears on it.")
	}
	if v.Form == answer.Timeline {
		v.Chart = draw(counts, during, 0, "articles that bear on the question")
		v.Rows = v.Chart.Rows
		return
	}
	v.ByOutlet, v.Rows = perOutlet(counts, during)
}
