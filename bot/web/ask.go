package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/internal/form"
)

// maxOptions is how many outlets are a list to choose from. Of more, the name is typed.
const maxOptions = 100

// asking is the form on top of the page, filled in.
type asking struct {
	Q, Outlet, From, To string
	Outlets             []answer.OutletCount
	Typed               bool   // there are too many outlets to choose from
	First, Last         string // the days that the coverage spans, or ""
	Narrow              bool   // a filter is set
	Form                answer.Form
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
	Passage bool
	Export  string
	Notes   []string
	More    string // addresses, or ""
	Back    string
	over    // what was found, over time
}

// choice is a form in which a question can be answered.
type choice struct {
	Name, Address string
	Here          bool
}

// prompt is a question that is suggested.
type prompt struct{ Text, Address string }

// ask answers "/": a form, and below it what was asked.
func (p *Page) ask(w http.ResponseWriter, r *http.Request) {
	began := time.Now()
	in := r.URL.Query()
	view := askPage{asking: p.asking(in)}
	if view.Q == "" {
		view.Coverage = bot.DescribeCoverage(p.options.Asker.Coverage())
		for _, text := range p.options.Prompts() {
			view.Prompts = append(view.Prompts, prompt{text, view.address(url.Values{"q": {text}})})
		}
		p.render(w, http.StatusOK, "ask", frame{Here: "ask", Body: view})
		return
	}
	p.options.Observer.Count(bot.EventAccepted)
	filters, problem := form.Fields{Outlet: view.Outlet, From: view.From, To: view.To}.Text()
	if problem != "" {
		view.Asked, view.Lines = true, lines(problem)
		p.render(w, http.StatusOK, "ask", frame{Title: view.Q, Here: "ask", Body: view})
		return
	}
	view.choices()
	if view.Form == "" {
		view.show(p.options.Relay.Handle(r.Context(), message(filters+view.Q, in)))
	} else {
		p.inForm(r.Context(), &view, filters+view.Q)
	}
	p.render(w, http.StatusOK, "ask", frame{Title: view.Q, Here: "ask", Body: view})
	p.options.Observer.Took(bot.StageTotal, time.Since(began))
}

// asking reads the form.
func (p *Page) asking(in url.Values) asking {
	c := p.options.Asker.Coverage()
	field := func(name string) string { return strings.TrimSpace(in.Get(name)) }
	a := asking{Q: field("q"), Outlet: field("outlet"), From: field("from"), To: field("to"), Outlets: c.Outlets}
	if a.Form = answer.Form(field("form")); !slices.Contains(answer.Forms(), a.Form) {
		a.Form = ""
	}
	if f, rest := answer.FormOf(a.Q); f != "" {
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
		a.First, a.Last = c.First.Format(time.DateOnly), c.Last.Format(time.DateOnly)
	}
	return a
}

// address returns the address of the page with the form as it is filled in, but for
// what is given.
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

// Day reports whether a text is a day or nothing, as a field for days has it.
func (a asking) Day(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return text == "" || err == nil
}

// The parameters of a link that goes on from an answer: which way, and the turn.
const (
	paramGo    = "go"
	paramShown = "shown"
	paramSeal  = "seal"
)

// message returns what a request says to the bot: the question, or the command of a
// link under its answer.
func message(question string, in url.Values) bot.Message {
	command := in.Get(paramGo)
	shown, err := strconv.Atoi(in.Get(paramShown))
	if err != nil || command != bot.MoreCommand && command != bot.BackCommand {
		return bot.Message{Text: question}
	}
	return bot.Message{Text: command, Last: bot.Turn{Question: question, Shown: shown, Seal: in.Get(paramSeal)}}
}

// show puts a reply on the page.
func (v *askPage) show(r bot.Reply) {
	v.Asked, v.Outcome, v.Passage = true, r.Outcome, r.Passage
	v.Lines, v.Quotes, v.Notes, v.Export = lines(r.Text), quotes(r.Snippets), r.Notes, r.Export
	step := func(command string) string {
		return v.address(url.Values{paramGo: {command}, paramShown: {strconv.Itoa(r.Turn.Shown)}, paramSeal: {r.Turn.Seal}})
	}
	if r.More {
		v.More = step(bot.MoreCommand)
	}
	if len(r.Snippets) > 0 && r.Snippets[0].Cite.N > 1 {
		v.Back = step(bot.BackCommand)
	}
}
