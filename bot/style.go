package bot

import (
	"fmt"
	"slices"
	"strings"

	"newshound/answer"
	"newshound/bot/internal/plain"
	"newshound/corpus"
)

// style is a form in which articles are listed as references. What is not known
// of an article is left out as the style itself says, and never made up; a
// headline keeps its capitals, for only a person knows which are names.
type style struct {
	name    string // as typed: "apa"
	title   string // for people: "APA 7"
	typed   bool   // it is understood when typed, and no button offers it
	aliases []string
	// list returns the entries of articles, none of them twice. It is nil where
	// quotes returns an entry for each quote.
	list   func([]*corpus.Article) string
	quotes func([]answer.Snippet) string
	// inText returns what stands in the text beside a quote, or is nil where the
	// style has none that the reader does not know.
	inText func(answer.Citation) string
}

// styles returns the styles, in the order in which they are offered.
func styles() []style {
	return []style{
		{name: "apa", title: "APA 7", list: each(apa), inText: apaInText},
		{name: "mla", title: "MLA 9", list: each(mla)},
		{name: "chicago", title: "Chicago", list: each(chicago)},
		{name: "bibtex", title: "BibTeX", aliases: []string{"bib"}, list: bibtex},
		{name: "csl", title: "CSL-JSON", aliases: []string{"csl-json", "json"}, list: cslJSON},
		{name: "text", title: "in words", typed: true, quotes: inWords},
		{name: "selector", title: "W3C text quote selector", typed: true, aliases: []string{"w3c"}, quotes: selectors},
	}
}

// Styles returns the names of the styles for [CiteCommand] that a platform offers,
// each with its name for people.
func Styles() []Command {
	var all []Command
	for _, s := range styles() {
		if !s.typed {
			all = append(all, Command{Name: s.name, Does: s.title})
		}
	}
	return all
}

// Reference is a quote in one of the styles.
type Reference struct {
	Name, Title string // "apa", "APA 7"
	Text        string
}

// References returns a quote in every style: in words first, and then as an entry
// for a list of references or for a program.
func References(s answer.Snippet) []Reference {
	all := []Reference{{Name: "text", Title: "In words", Text: inWords([]answer.Snippet{s})}}
	for _, style := range styles() {
		if style.name != "text" {
			all = append(all, Reference{Name: style.name, Title: style.title, Text: style.export([]answer.Snippet{s})})
		}
	}
	return all
}

// ReferencesTo returns an article in every style that is of articles.
func ReferencesTo(a *corpus.Article) []Reference {
	var all []Reference
	for _, style := range styles() {
		if style.list != nil {
			all = append(all, Reference{Name: style.name, Title: style.title, Text: style.list([]*corpus.Article{a})})
		}
	}
	return all
}

// inWords returns quotes as a text has them, each with its citation below it.
func inWords(quotes []answer.Snippet) string {
	var all []string
	for _, s := range quotes {
		c := Cite(s.Cite)
		parts := []string{c.Outlet, c.Headline, c.Byline, c.Published, c.Section, c.Place, c.Speech, c.Voice, c.Link}
		if c.Article != "" {
			parts = append(parts, "article "+c.Article)
		}
		all = append(all, "“"+plain.OneLine(s.Quote)+"”\n"+plain.Join(" · ", parts...))
	}
	return strings.Join(all, "\n\n")
}

// styleNamed returns the style with a name, in any case.
func styleNamed(name string) (style, bool) {
	name = strings.ToLower(name)
	for _, s := range styles() {
		if s.name == name || slices.Contains(s.aliases, name) {
			return s, true
		}
	}
	return style{}, false
}

// styleNames lists the styles' names.
func styleNames() string {
	var names []string
	for _, s := range styles() {
		names = append(names, s.name)
	}
	return joined(names, " or ")
}

// reply returns the reply that lists the articles of quotes in the style.
func (s style) reply(quotes []answer.Snippet) Reply {
	r := Reply{Export: s.export(quotes)}
	if len(quotes) == 1 {
		r.Text = fmt.Sprintf("Quote %d, %s:", quotes[0].Cite.N, s.title)
	} else {
		r.Text = fmt.Sprintf("The quotes, %s:", s.title)
	}
	if s.inText != nil {
		for _, q := range quotes {
			r.Notes = append(r.Notes, fmt.Sprintf("In the text, for quote %d: %s", q.Cite.N, s.inText(q.Cite)))
		}
	}
	return r
}

// export returns quotes, or their articles, none of them twice, in the style.
func (s style) export(quotes []answer.Snippet) string {
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

// each returns what lists articles with an entry for each, apart by an empty line.
func each(entry func(*corpus.Article) string) func([]*corpus.Article) string {
	return func(articles []*corpus.Article) string {
		var entries []string
		for _, a := range articles {
			entries = append(entries, entry(a))
		}
		return strings.Join(entries, "\n\n")
	}
}

// headline returns an article's headline on one line, "" where it is not known.
func headline(a *corpus.Article) string { return plain.OneLine(a.Headline) }

// ended returns text with a full stop at its end, inside of quotation marks there,
// unless it ends a sentence.
func ended(text string) string {
	inner := strings.TrimRight(text, "”\"")
	if strings.HasSuffix(inner, "?") || strings.HasSuffix(inner, "!") || strings.HasSuffix(inner, ".") {
		return text
	}
	return inner + "." + text[len(inner):]
}

// quoted puts a headline in quotation marks, with a full stop or comma inside as
// American styles have it, and the marks that it holds made single. A headline
// that ends a sentence needs no full stop, but a comma (Chicago Manual, 6.125).
func quoted(text, stop string) string {
	open := true
	inner := strings.Map(func(r rune) rune {
		switch r {
		case '“':
			return '‘'
		case '”':
			return '’'
		case '"':
			open = !open
			if open {
				return '’'
			}
			return '‘'
		}
		return r
	}, text)
	closing := "”"
	if strings.HasSuffix(text, "”") || strings.HasSuffix(text, `"`) {
		inner, closing = strings.TrimSuffix(inner, "’"), "’”"
	}
	if stop == "." && strings.HasSuffix(ended(inner), inner) {
		stop = ""
	}
	return "“" + inner + stop + closing
}
