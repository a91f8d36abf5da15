package web

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"newshound/answer"
	"newshound/answer/syntax"
	"newshound/bot"
	"newshound/bot/internal/form"
	"newshound/bot/internal/plain"
)

// maxOptions is how many outlets a list to choose from has. If there are more, the name is typed.
const maxOptions = 100

// maxUnknown is how many characters of an unknown form are repeated.
const maxUnknown = 40

// asking is the form on top of the page, filled in.
type asking struct {
	Q, Outlet, From, To string
	Outlets             []answer.OutletCount
	Typed               bool   // there are too many outlets for a list: the name is typed
	First, Last         string // the days that the coverage spans, or ""
	Narrow              bool   // a filter is set
	Form                answer.Form
	unknown             string // the form that was asked for, if there is no such form
}

// askPage is the page on which questions are asked.
type askPage struct {
	asking
	Coverage string
	Prompts  []prompt

	Asked   bool
	Forms   []choice
	Outcome answer.Outcome
	Lines   []line
	Quotes  []quote
	Export  string
	Notes   []string
	More    string // addresses, or ""
	Back    string
	Actions []choice // what else the reply offers
	Turn    bot.Turn // to go on from
	overTime
}

// choice is a form in which a question can be answered.
type choice struct {
	Name, Address string
	Here          bool
}

// prompt is a question that is suggested.
type prompt struct{ Text, Address string }

// ask answers "/": a form, and below it the answer to what was asked.
func (p *Page) ask(w http.ResponseWriter, r *http.Request) {
	began := time.Now()
	in, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		p.problem(w, http.StatusBadRequest, "This address cannot be read.", "It may have been cut off, or mistyped: a percent sign is written %25 in it.")
		return
	}
	view := askPage{asking: p.asking(in)}
	if view.Q == "" && view.unknown == "" && (!view.Narrow || view.Form == answer.CheckQuote) {
		p.invite(w, view)
		return
	}
	p.options.Observer.Count(bot.EventAccepted)
	filters, problem := form.Fields{Outlet: view.Outlet, From: view.From, To: view.To}.Text()
	if view.unknown != "" {
		view.choices()
		problem = fmt.Sprintf("There is no form “%s” of an answer: choose one above.", plain.Clip(view.unknown, maxUnknown))
	}
	if problem != "" {
		view.Asked, view.Lines = true, lines(problem)
		p.render(w, http.StatusOK, "ask", frame{Title: view.Title(), Here: "ask", Body: view})
		return
	}
	if view.Form == answer.CheckQuote {
		filters = "" // which would be taken for words of the quote
	}
	question := strings.TrimSpace(filters + view.Q)
	m := message(syntax.As(view.Form, question), in)
	here := "ask"
	if m.Text == bot.HelpCommand {
		here = "help"
	}
	if m.Last.Question == "" && view.Form != "" {
		p.inForm(r.Context(), &view, question)
	} else {
		reply := p.options.Relay.Handle(r.Context(), m)
		now := reply.Turn.Question
		if now != "" && now != syntax.As(view.Form, question) {
			view.turnTo(now)
		}
		if reply.Outcome != "" && view.Form != "" {
			p.inForm(r.Context(), &view, now) // which shows all of it
		} else {
			view.show(reply)
		}
	}
	if view.Outcome != "" || view.Form != "" || view.Turn.Question != "" { // else there is nothing to answer in a form
		view.choices()
	}
	p.render(w, http.StatusOK, "ask", frame{Title: view.Title(), Here: here, Body: view})
	p.options.Observer.Took(bot.StageTotal, time.Since(began))
}

// invite shows the form, what the coverage is, and questions to begin with.
func (p *Page) invite(w http.ResponseWriter, view askPage) {
	view.Coverage = bot.DescribeCoverage(p.options.Asker.Coverage())
	for _, text := range p.options.Prompts() {
		view.Prompts = append(view.Prompts, prompt{text, view.address(url.Values{"q": {text}})})
	}
	p.render(w, http.StatusOK, "ask", frame{Here: "ask", Body: view})
}

// asking reads the form.
func (p *Page) asking(in url.Values) asking {
	c := p.options.Asker.Coverage()
	field := func(name string) string { return strings.TrimSpace(strings.ToValidUTF8(in.Get(name), "\uFFFD")) }
	a := asking{Q: field("q"), Outlet: field("outlet"), From: field("from"), To: field("to"), Outlets: c.Outlets}
	if a.Form = answer.Form(field("form")); a.Form != "" && !slices.Contains(syntax.Forms(), a.Form) {
		a.Form, a.unknown = "", string(a.Form)
	}
	if f, rest := syntax.FormOf(a.Q); f != "" {
		a.Form, a.Q = f, rest
	}
	a.Narrow = a.Outlet+a.From+a.To != ""
	if len(a.Outlets) > maxOptions {
		a.Outlets, a.Typed = a.Outlets[:maxOptions], true
	}
	if !a.Typed && a.Outlet != "" && !slices.ContainsFunc(a.Outlets, func(o answer.OutletCount) bool { return o.Outlet == a.Outlet }) {
		a.Outlets = append(a.Outlets, answer.OutletCount{Outlet: a.Outlet}) // it stays as it was asked for
	}
	if !c.First.IsZero() {
		a.First, a.Last = nameOfPeriod(answer.Day, c.First), nameOfPeriod(answer.Day, c.Last)
	}
	return a
}

// address returns the address of the page with the form as it is filled in. The fields of with
// replace those of the form; a field of "" is left out.
func (a asking) address(with url.Values) string {
	out := url.Values{}
	for name, value := range map[string]string{"q": a.Q, "outlet": a.Outlet, "from": a.From, "to": a.To, "form": string(a.Form)} {
		if value != "" {
			out.Set(name, value)
		}
	}
	for name, values := range with {
		out[name] = values
		if values[0] == "" {
			out.Del(name)
		}
	}
	return "/?" + out.Encode()
}

// Title is what an answer is about.
func (a asking) Title() string {
	if a.Q == "" {
		return "The newest articles"
	}
	return a.Q
}

// Checks reports whether the form is for a quote that is to be checked.
func (a asking) Checks() bool { return a.Form == answer.CheckQuote }

// Day reports whether a text is a day or nothing, as a field for days has it.
func (a asking) Day(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return text == "" || err == nil
}

// The parameters of an address that goes on from an answer: what is said next, and the parts of
// the turn.
const (
	paramGo      = "go"
	paramShown   = "shown"
	paramPage    = "page"
	paramSeal    = "seal"
	paramEarlier = "earlier"
)

// message returns what a request says to the bot: the question itself, or what is said after its
// answer.
func message(question string, in url.Values) bot.Message {
	said := strings.TrimSpace(in.Get(paramGo))
	shown, err := strconv.Atoi(in.Get(paramShown))
	if said == "" || err != nil {
		return bot.Message{Text: question}
	}
	return bot.Message{Text: said, Last: bot.Turn{
		Question: question, Shown: shown, Page: bot.Numbers(in.Get(paramPage)), Seal: in.Get(paramSeal),
		Earlier: strings.ReplaceAll(in.Get(paramEarlier), "\r", ""), // a form has its lines end so
	}}
}

// turnTo makes the form show a question that was answered in place of the one that was asked.
func (v *askPage) turnTo(question string) {
	form, rest := syntax.FormOf(question)
	v.Q, v.Form = rest, form
	v.Outlet, v.From, v.To, v.Narrow = "", "", "", false // they stand in the question
}

// show puts a reply on the page.
func (v *askPage) show(r bot.Reply) {
	v.Asked, v.Outcome, v.Turn = true, r.Outcome, r.Turn
	v.Lines, v.Notes, v.Export = lines(r.Text), r.Notes, r.Export
	if r.Passage && len(r.Snippets) > 0 {
		v.Quotes = passage(r.Snippets)
	} else {
		v.Quotes = quotes(r.Snippets)
	}
	if v.Form == answer.Timeline {
		for i, q := range v.Quotes {
			v.Quotes[i].When = cmp.Or(q.Cite.Published, "Date not known")
		}
	}
	step := func(said string) string {
		with := url.Values{paramGo: {said}}
		for _, h := range v.carried() {
			with.Set(h.Name, h.Value)
		}
		return v.address(with)
	}
	if r.More {
		v.More = step(bot.MoreCommand)
	}
	if len(r.Snippets) > 0 && r.Snippets[0].Cite.N > 1 && !r.Passage && !r.Full {
		v.Back = step(bot.BackCommand)
	}
	for _, a := range r.Actions {
		// The forms are offered on top of every answer.
		if a.Command != bot.QuotesCommand && !slices.Contains(syntax.Forms(), answer.Form(a.Command)) {
			v.Actions = append(v.Actions, choice{Name: a.Label, Address: step(a.Command)})
		}
	}
}

// hidden is a field that a form carries along.
type hidden struct{ Name, Value string }

// Hidden returns the hidden fields of the form that goes on from an answer: the question, and the
// parts of the turn.
func (v askPage) Hidden() []hidden {
	all := v.carried()
	for _, h := range []hidden{{"q", v.Q}, {"outlet", v.Outlet}, {"from", v.From}, {"to", v.To}, {"form", string(v.Form)}} {
		if h.Value != "" {
			all = append(all, h)
		}
	}
	return all
}

// carried returns the parts of the turn, other than the question, for an address or a form.
func (v askPage) carried() []hidden {
	all := []hidden{{paramShown, strconv.Itoa(v.Turn.Shown)}, {paramPage, string(v.Turn.Page)}, {paramSeal, v.Turn.Seal}}
	if v.Turn.Earlier != "" {
		all = append(all, hidden{paramEarlier, v.Turn.Earlier})
	}
	return all
}
