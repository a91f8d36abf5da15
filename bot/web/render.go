package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"html/template"
	"net/http"
	"path"
	"strings"
	"time"

	"newshound/bot"
	"newshound/bot/phrase"
)

//go:embed *.html style.css icon.svg openapi.json
var files embed.FS

// newTemplates returns the pages by their name, each with the layout around it.
func newTemplates() map[string]*template.Template {
	pages := make(map[string]*template.Template)
	for _, name := range []string{"ask", "article", "coverage", "problem"} {
		pages[name] = template.Must(template.New("").Funcs(template.FuncMap{"grouped": phrase.Grouped}).ParseFS(files, "layout.html", "parts.html", name+".html"))
	}
	return pages
}

// frame is what the layout shows around a page.
type frame struct {
	Title string // "" for the site's own
	Here  string // the page in the navigation: "ask", "coverage", "help" or ""
	Body  any
}

// render answers with a page. A client that has gone is not told.
func (p *Page) render(w http.ResponseWriter, status int, name string, f frame) {
	var b bytes.Buffer
	if err := p.templates[name].ExecuteTemplate(&b, "layout", f); err != nil {
		p.options.Log.Error("a page cannot be made", "page", name, "err", err)
		http.Error(w, "Sorry, something went wrong here.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes())
}

// problem answers with a page that says what is wrong, and what to do.
func (p *Page) problem(w http.ResponseWriter, status int, what, do string) {
	p.render(w, status, "problem", frame{Title: what, Body: struct{ What, Do string }{what, do}})
}

// isAsset reports whether a path is that of a file of this package.
func isAsset(urlPath string) bool { return urlPath == "/style.css" || urlPath == "/icon.svg" }

// asset answers with a file of this package.
func asset(name string) http.HandlerFunc {
	data, err := files.ReadFile(name)
	if err != nil {
		panic(err) // it is embedded
	}
	sum := sha256.Sum256(data)
	tag := `"` + hex.EncodeToString(sum[:8]) + `"`
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", map[string]string{".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}[path.Ext(name)])
		w.Header().Set("Etag", tag)
		http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(data))
	}
}

// part is a piece of text that is marked, or is not.
type part struct {
	Text string
	Mark bool
}

// parts divides text at its marks. Marks of neighbouring words become one.
func parts(text string, marks []bot.Span) []part {
	var all []part
	at := 0
	for _, m := range bot.Runs(text, marks) {
		if m.Start > at {
			all = append(all, part{text[at:m.Start], false})
		}
		all = append(all, part{text[m.Start:m.End], true})
		at = m.End
	}
	if at < len(text) {
		all = append(all, part{text[at:], false})
	}
	return all
}

// line is a line of what the bot says. An item is one of a list; it may begin with the command
// that it is about.
type line struct {
	Command string
	Text    string
	Item    bool
}

// lines divides what the bot says. A line that begins with a bullet is an item.
func lines(text string) []line {
	var all []line
	for l := range strings.Lines(text) {
		if l = strings.TrimSpace(l); l != "" {
			item, ok := strings.CutPrefix(l, "• ")
			all = append(all, line{Text: item, Item: ok})
			for _, c := range bot.Commands() {
				if does, is := strings.CutPrefix(item, c.Name+": "); ok && is {
					all[len(all)-1].Command, all[len(all)-1].Text = c.Name, does
				}
			}
		}
	}
	return all
}
