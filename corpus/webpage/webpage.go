// Package webpage reads an article from a web page that was saved as HTML.
//
// The story is the page's article element, else its main element, else the whole body, without
// menus, captions and the like (see [corpus.Texts]). If some other element has more text in
// paragraphs of its own, it is that one: the article element may be only a teaser beside the story.
// A live blog has an article element for each report, and its story is not one of them alone.
// schema.org's articleBody is taken if it is longer, as on a page that a script fills in. The
// metadata is what the page tells programs: a schema.org article in JSON, and the meta elements that
// Facebook (https://ogp.me), search engines and link previews read. If they give no headline, it is
// the page's title, or the heading with which the title begins: the outlet's name mostly follows it.
package webpage

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"newshound/corpus"
)

// Is reports whether a file of this name is taken for a web page.
func Is(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".html" || ext == ".htm"
}

// ErrHTML is the error for a page that cannot be read at all.
var ErrHTML = errors.New("cannot be read as HTML")

// Read returns what a page tells of its article, and the text of the story. Its error says
// what of the page cannot be read; the rest is there all the same.
func Read(page string) (corpus.Meta, string, error) {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return corpus.Meta{}, "", fmt.Errorf("%w: save its text as .txt (%w)", ErrHTML, err)
	}
	p := found{texts: corpus.TextsOf(root)}
	p.look(root)
	return p.meta(), p.story(), p.unread
}

// found is what a page was found to have.
type found struct {
	texts   corpus.Texts
	record  corpus.Record     // what schema.org tells
	tags    map[string]string // the contents of meta elements, by name, of each the first
	address string            // the canonical one
	title   string
	heading string // a heading of the first level that the title begins with
	article string // the longest text of an article element
	holds   bool   // an article element has others within it
	within  bool   // what is looked at stands in one
	beside  bool   // the node is no part of the story
	live    bool   // the story goes on in many articles, one below the other
	main    string
	body    string
	dense   string // the text of the element with the most text in paragraphs of its own
	most    int    // how much that is
	unread  error
}

// look searches a node and its children.
func (f *found) look(n *html.Node) {
	f.told(n)
	defer func(within, beside bool) { f.within, f.beside = within, beside }(f.within, f.beside)
	// What ASP.NET makes stands in a form as a whole.
	f.beside = f.beside || n.DataAtom != atom.Form && corpus.IsBeside(n)
	if !f.beside {
		f.part(n)
	}
	f.within = f.within || n.DataAtom == atom.Article
	own := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		f.look(c)
		if c.DataAtom == atom.P {
			own += len(f.texts.Of(c))
		}
	}
	if own > f.most && !f.beside {
		if text := f.texts.Of(n); text != "" { // of a form it is
			f.most, f.dense = own, text
		}
	}
}

// told takes what an element tells of the article beside its text.
func (f *found) told(n *html.Node) {
	switch n.DataAtom {
	case atom.Meta:
		f.tag(n)
	case atom.Link:
		if href := value(n, "href"); value(n, "rel") == "canonical" && isWeb(href) {
			f.address = href
		}
	case atom.Title:
		if n.FirstChild != nil {
			f.title = cmp.Or(f.title, strings.Join(strings.Fields(n.FirstChild.Data), " "))
		}
	case atom.H1:
		// Of what is no longer than the title and a blank line at each word of it: all of a page
		// may stand in one.
		if text := f.texts.Of(n); len(text) <= 2*len(f.title) {
			if text = strings.Join(strings.Fields(text), " "); strings.HasPrefix(f.title, text) {
				f.heading = cmp.Or(f.heading, text)
			}
		}
	case atom.Script:
		if value(n, "type") == "application/ld+json" && n.FirstChild != nil {
			f.schema([]byte(n.FirstChild.Data))
		}
	}
}

// part takes the text of an element that may hold the story.
func (f *found) part(n *html.Node) {
	switch n.DataAtom {
	case atom.Article:
		if f.within {
			f.holds = true
			return
		}
		if text := f.texts.Of(n); len(text) > len(f.article) {
			f.article = text
		}
	case atom.Main:
		if f.main == "" {
			f.main = f.texts.Of(n)
		}
	case atom.Body:
		f.body = f.texts.Of(n)
	}
}

// tag reads a meta element.
func (f *found) tag(n *html.Node) {
	name := strings.ToLower(cmp.Or(value(n, "property"), value(n, "name"), value(n, "itemprop")))
	if f.tags == nil {
		f.tags = make(map[string]string)
	}
	f.tags[name] = cmp.Or(f.tags[name], strings.TrimSpace(value(n, "content")))
}

// story returns the text of the story.
func (f *found) story() string {
	story := f.body
	parts := []string{f.article, f.main, f.dense}
	if f.live && !f.holds {
		parts = []string{f.main}
	}
	for _, part := range parts {
		if part != "" && len(part) >= f.most {
			story = part
			break
		}
	}
	if text := html.UnescapeString(f.record.Body); len(text) > len(story) {
		return text
	}
	return story
}

// meta returns the article's metadata.
func (f *found) meta() corpus.Meta {
	m := f.record.Meta
	m.ID = ""
	first := func(known string, names ...string) string {
		for _, name := range names {
			known = cmp.Or(known, f.tags[name])
		}
		return known
	}
	m.Headline = cmp.Or(first(m.Headline, "og:title", "twitter:title"), f.heading, f.title)
	m.Outlet = first(m.Outlet, "og:site_name", "application-name")
	for _, between := range []string{" | ", " - ", " – ", " — "} {
		if m.Outlet != "" {
			m.Headline = strings.TrimSuffix(m.Headline, between+m.Outlet)
		}
	}
	m.Section = first(m.Section, "article:section")
	addresses := []string{f.address, m.URL, f.tags["og:url"]}
	if m.URL = ""; slices.ContainsFunc(addresses, isWeb) {
		m.URL = addresses[slices.IndexFunc(addresses, isWeb)]
	}
	if by := first("", "author", "article:author", "byl"); m.Byline == "" && !strings.Contains(by, "://") {
		m.Byline = by
	}
	if at := first("", "article:published_time", "datepublished", "date", "pubdate", "parsely-pub-date"); m.Published.IsZero() && at != "" {
		m.Published, f.unread = corpus.ParseTime(at)
	}
	return m
}

// isWeb reports whether an address leads to the Web, and from anywhere: one may also be of a
// place on the page's own site.
func isWeb(address string) bool {
	return strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
}

// value returns the value of an attribute.
func value(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
