package cite

import (
	"fmt"
	"slices"
	"strings"

	"newshound/answer"
	"newshound/bot/internal/plain"
	"newshound/bot/phrase"
	"newshound/corpus"
)

// Citation is a citation in plain words, part by part. A part that is not known
// is "", and is left out wherever the citation is shown.
type Citation struct {
	Outlet   string
	Headline string
	// Article is the article's id, where neither a headline nor a link names it.
	Article   string
	Byline    string
	Published string // "27 July 2018", or with the time where that is known
	Section   string
	// Place is where the quote stands in the article: "paragraph 4", "photo
	// caption above paragraph 1".
	Place string
	// Speech says who speaks in the quote: "said by Ann Lee", "speaker unclear". Attributed
	// repeats the article's words that say so: "“Lee told reporters”".
	Speech, Attributed string
	// Also says which other outlets have a copy of the quote: "also in The Root", "also in
	// 7 outlets". Copies lists the copies.
	Also, Copies string
	// Again says that the same outlet has other versions of the article: "also as a later
	// version of 9 May 2024", "also as 3 other versions". Versions lists them.
	Again, Versions string
	// Voice says whom the outlet is itself quoting there, or which question stands right above.
	Voice string
	Link  string
}

// Field is a part of a citation with its name, to stand on a line of its own.
type Field struct{ Name, Value string }

// Fields returns the parts that are known, except for the link, which each platform shows in
// its own way.
func (c Citation) Fields() []Field {
	where := c.Place
	if c.Voice != "" {
		where += ", " + c.Voice
	}
	return slices.DeleteFunc([]Field{
		{"Outlet", c.Outlet}, {"Headline", c.Headline}, {"Article", c.Article}, {"Byline", c.Byline},
		{"Published", c.Published}, {"Section", c.Section}, {"Place", where},
		{"Speech", c.Speech}, {"Attributed", c.Attributed}, {"Also in", c.Copies}, {"Also as", c.Versions},
	}, func(f Field) bool { return f.Value == "" })
}

// maxPart is how many characters of a headline or the like a citation repeats: more than any
// sound one has, and few enough for a citation to fit everywhere.
const maxPart = 300

// Quote puts the citation of a quote into plain words. A headline, a byline or the like that is
// far too long is cut.
func Quote(c answer.Citation) Citation {
	cite := Article(c.Article).cut()
	cite.Place = place(c)
	cite.Speech, cite.Attributed = speech(c)
	cite.Also, cite.Copies = copies(c)
	cite.Again, cite.Versions = versions(c)
	if lead := c.LeadIn(); lead != "" {
		cite.Voice = fmt.Sprintf("quoting another publication there: “%s”", lead)
	} else if asked := strings.Trim(plain.OneLine(c.Asked()), `“”"`); asked != "" {
		cite.Voice = fmt.Sprintf("below the question: “%s”", asked)
	} else if c.Heading.Len() > 0 {
		cite.Voice = fmt.Sprintf("below the heading: “%s”", strings.Trim(plain.OneLine(c.Article.Text(c.Heading)), `“”"`))
	}
	return cite
}

// Article puts into plain words what is known of an article, without a place in it. Each part is
// one line.
func Article(a *corpus.Article) Citation {
	m := a.Meta
	cite := Citation{
		Outlet:    plain.OneLine(m.Outlet),
		Headline:  plain.OneLine(m.Headline),
		Byline:    plain.OneLine(m.Byline),
		Published: phrase.Day(m.Published),
		Section:   plain.OneLine(m.Section),
		Link:      m.URL,
	}
	if cite.Headline == "" && cite.Link == "" {
		cite.Article = m.ID
	}
	return cite
}

// cut cuts what is too long.
func (c Citation) cut() Citation {
	for _, part := range []*string{&c.Outlet, &c.Headline, &c.Article, &c.Byline, &c.Section} {
		*part = plain.Clip(*part, maxPart)
	}
	return c
}

// place says where in its article a quote stands.
func place(c answer.Citation) string {
	p := c.Where()
	what := "photo caption"
	switch {
	case p.Kind == corpus.Text:
		return fmt.Sprintf("paragraph %d", p.N)
	case p.Kind == corpus.Credit:
		what = "photo credit"
	}
	if p.N == 0 {
		return what
	}
	for _, later := range c.Article.Paragraphs[c.Paragraph+1:] {
		if later.Kind == corpus.Text {
			return fmt.Sprintf("%s above paragraph %d", what, p.N)
		}
	}
	return fmt.Sprintf("%s below paragraph %d", what, p.N)
}
