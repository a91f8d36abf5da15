package cite

import (
	"slices"
	"strings"

	"newshound/answer"
	"newshound/bot/internal/plain"
	"newshound/corpus"
)

// Style is a form in which articles are listed as references. What is not known
// of an article is left out as the style itself says, and never made up; a
// headline keeps its capitals, for only a person knows which are names.
type Style struct {
	Name  string // as typed: "apa"
	Title string // for people: "APA 7"
	Typed bool   // it can be typed, but no button offers it

	aliases []string
	// list returns an entry for each of several articles. It is nil for a style of quotes, where
	// quotes returns an entry for each quote.
	list   func([]*corpus.Article) string
	quotes func([]answer.Snippet) string
	// inText is [Style.InText], or nil where the style needs none.
	inText func(answer.Citation) string
}

// Styles returns the styles, in the order in which they are offered.
func Styles() []Style {
	return []Style{
		{Name: "apa", Title: "APA 7", list: each(apa), inText: apaInText},
		{Name: "mla", Title: "MLA 9", list: each(mla)},
		{Name: "chicago", Title: "Chicago", list: each(chicago)},
		{Name: "bibtex", Title: "BibTeX", aliases: []string{"bib"}, list: bibtex},
		{Name: "csl", Title: "CSL-JSON", aliases: []string{"csl-json", "json"}, list: cslJSON},
		{Name: "text", Title: "in words", Typed: true, quotes: inWords},
		{Name: "selector", Title: "W3C text quote selector", Typed: true, aliases: []string{"w3c"}, quotes: selectors},
		{Name: "link", Title: "links", Typed: true, aliases: []string{"links", "fragment", "archive", "archived"}, quotes: links},
	}
}

// OfferedStyles returns the styles that a platform offers.
func OfferedStyles() []Style {
	return slices.DeleteFunc(Styles(), func(s Style) bool { return s.Typed })
}

// StyleNamed returns the style with a name, in any case.
func StyleNamed(name string) (Style, bool) {
	name = strings.ToLower(name)
	for _, s := range Styles() {
		if s.Name == name || slices.Contains(s.aliases, name) {
			return s, true
		}
	}
	return Style{}, false
}

// Export returns quotes, or their articles, each once, in the style.
func (s Style) Export(quotes []answer.Snippet) string {
	if s.quotes != nil {
		return s.quotes(quotes)
	}
	var articles []*corpus.Article
	for _, q := range quotes {
		if !slices.Contains(articles, q.Cite.Article) {
			articles = append(articles, q.Cite.Article)
		}
	}
	return s.list(articles)
}

// InText returns the citation in the text beside a quote, "(Doe, 2024, para. 1)", or "" where the
// style has none.
func (s Style) InText(c answer.Citation) string {
	if s.inText == nil {
		return ""
	}
	return s.inText(c)
}

// Reference is a quote in one of the styles.
type Reference struct {
	Name, Title string // "apa", "APA 7"
	Text        string
}

// References returns a quote in every style but links: in words first, and then as an entry for a
// list of references or for a program. c is the citation that [Quote] returned for it.
func References(s answer.Snippet, c Citation) []Reference {
	all := []Reference{{Name: "text", Title: "In words", Text: c.below(s.Quote)}}
	for _, style := range Styles() {
		if style.Name != "text" && style.Name != "link" {
			all = append(all, Reference{Name: style.Name, Title: style.Title, Text: style.Export([]answer.Snippet{s})})
		}
	}
	return all
}

// ReferencesTo returns an article in every style that is about articles rather than quotes.
func ReferencesTo(a *corpus.Article) []Reference {
	var all []Reference
	for _, style := range Styles() {
		if style.list != nil {
			all = append(all, Reference{Name: style.Name, Title: style.Title, Text: style.list([]*corpus.Article{a})})
		}
	}
	return all
}

// inWords returns quotes in quotation marks, each with its citation in words below it.
func inWords(quotes []answer.Snippet) string {
	var all []string
	for _, s := range quotes {
		all = append(all, Quote(s.Cite).below(s.Quote))
	}
	return strings.Join(all, "\n\n")
}

// below returns a quote with its citation below it.
func (c Citation) below(quote string) string {
	parts := []string{c.Outlet, c.Headline, c.Byline, c.Published, c.Section, c.Place, c.Speech, c.Voice, c.Link}
	if c.Article != "" {
		parts = append(parts, "article "+c.Article)
	}
	return "“" + plain.OneLine(quote) + "”\n" + plain.Join(" · ", parts...)
}

// each returns a function that lists articles with an entry for each, separated by empty lines.
func each(entry func(*corpus.Article) string) func([]*corpus.Article) string {
	return func(articles []*corpus.Article) string {
		var entries []string
		for _, a := range articles {
			entries = append(entries, entry(a))
		}
		return strings.Join(entries, "\n\n")
	}
}
