package web

import (
	"errors"
	"html/template"
	"log/slog"
	"net/http"

	"newshound/bot"
)

// Options say what a page is made of.
type Options struct {
	// Relay answers the questions. Its limit is how many quotes a page has.
	Relay *bot.Relay
	// Asker is what the relay answers from: its coverage and its articles.
	Asker bot.Asker
	// Loopback says to answer only this machine: the Host of a request must be localhost
	// or a loopback address.
	Loopback bool
	// Prompts returns questions to suggest. It may be slow at times, and may be nil.
	Prompts func() []string
	// Log is told of failures; nil means that nothing is logged.
	Log *slog.Logger
	// Observer is told what happens; nil means nobody is.
	Observer bot.Observer
}

// Page is the page as an [http.Handler]. It is safe for concurrent use, and reads no
// body of more than [MaxBody].
type Page struct {
	options   Options
	handler   http.Handler
	templates map[string]*template.Template // by their name
}

// MaxBody is the size in bytes of the largest body that is read: that of a question in JSON, with
// its escapes.
const MaxBody = 2*bot.MaxQuestion + 1024

// New returns a page. It returns an error where an option is missing.
func New(o Options) (*Page, error) {
	if o.Relay == nil || o.Asker == nil {
		return nil, errors.New("a page needs a relay and what it answers from")
	}
	if o.Prompts == nil {
		o.Prompts = func() []string { return nil }
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Observer == nil {
		o.Observer = bot.Unobserved{}
	}
	p := &Page{options: o, templates: newTemplates()}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", p.ask)
	mux.HandleFunc("GET /article/{id}", p.article)
	mux.HandleFunc("GET /coverage", p.coverage)
	for _, name := range []string{"style.css", "icon.svg"} {
		mux.HandleFunc("GET /"+name, asset(name))
	}
	for path, e := range p.endpoints() {
		mux.HandleFunc(apiPath+path, e.serve)
	}
	mux.HandleFunc(apiPath, noEndpoint)
	mux.HandleFunc("/", p.other)
	p.handler = p.guarded(mux)
	return p, nil
}

// ServeHTTP implements [http.Handler].
func (p *Page) ServeHTTP(w http.ResponseWriter, r *http.Request) { p.handler.ServeHTTP(w, r) }

// other answers unknown paths and methods.
func (p *Page) other(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		p.problem(w, http.StatusMethodNotAllowed, "This page can only be read.", "")
		return
	}
	p.problem(w, http.StatusNotFound, "There is no such page.", "The address may have been cut off, or mistyped.")
}
