package web

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/cite"
	"newshound/bot/internal/plain"
)

// quote is a snippet as a page shows it, or several that are one text.
type quote struct {
	N       int
	Text    [][]part // its paragraphs
	Cite    cite.Citation
	Outside string // the address of the passage at the outlet, or ""
	Archive string // that of what copies the Internet Archive has, or ""
	Here    string // that of the passage in the article on this page
	Known   []cite.Reference
	When    string // in a timeline, when it was published
}

// Details returns what else is known of the article and where the quote stands in it.
func (q quote) Details() []string {
	c := q.Cite
	if q.When != "" {
		c.Published = "" // it stands above the quote
	}
	return plain.Known(c.Byline, c.Published, c.Section, c.Place)
}

// quotes returns snippets, which are verified, as a page shows them.
func quotes(snippets []answer.Snippet) []quote {
	all := make([]quote, 0, len(snippets))
	for _, s := range snippets {
		all = append(all, quoteOf(s))
	}
	return all
}

func quoteOf(s answer.Snippet) quote {
	c := cite.Quote(s.Cite)
	return quote{
		N: s.Cite.N, Text: [][]part{parts(s.Quote, s.Marks)}, Cite: c,
		Outside: cite.LinkToQuote(s.Cite), Archive: cite.LinkToArchive(s.Cite.Article),
		Here: passagePath(s), Known: cite.References(s, c),
	}
}

// passage returns neighbouring paragraphs of an article as one text, cited as the one
// that has marks.
func passage(snippets []answer.Snippet) []quote {
	var text [][]part
	cited := 0
	for i, s := range snippets {
		text = append(text, parts(s.Quote, s.Marks))
		if len(s.Marks) > 0 {
			cited = i
		}
	}
	q := quoteOf(snippets[cited])
	q.Text = text
	return []quote{q}
}

// articlePath returns where an article is read here.
func articlePath(id string) string { return "/article/" + url.PathEscape(id) }

// passagePath returns where a quote is read in its article, marked.
func passagePath(s answer.Snippet) string {
	c := s.Cite
	return fmt.Sprintf("%s?mark=%d-%d-%s#%s", articlePath(c.Article.ID), c.Start, c.End, fingerprint(s.Quote), anchors(c)[c.Paragraph])
}

// fingerprint returns a short hash of words, to see whether they are still the same. It is no
// protection against people.
func fingerprint(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:4])
}

// anchors returns the names of an article's paragraphs in addresses: p4 is paragraph 4. Captions
// and credits have names of their own.
func anchors(c answer.Citation) []string {
	names := make([]string, len(c.Article.Paragraphs))
	seen := make(map[string]int)
	for i, p := range c.Article.Paragraphs {
		name := "p" + strconv.Itoa(p.N)
		if k := p.Kind.String(); k != "text" {
			name = k + strconv.Itoa(p.N)
		}
		seen[name]++
		if n := seen[name]; n > 1 {
			name += "-" + strconv.Itoa(n)
		}
		names[i] = name
	}
	return names
}

// marked reads the mark in the address of a passage, its place and fingerprint. It returns the
// passage as a snippet, or !ok where the article does not have it any more.
func marked(c answer.Citation, mark string) (s answer.Snippet, ok bool) {
	part := strings.Split(mark, "-")
	if len(part) != 3 {
		return s, false
	}
	start, err1 := strconv.Atoi(part[0])
	end, err2 := strconv.Atoi(part[1])
	if err1 != nil || err2 != nil {
		return s, false
	}
	for i, p := range c.Article.Paragraphs {
		if p.Start <= start && start < end && end <= p.End {
			c.N, c.Paragraph, c.Span = 1, i, bot.Span{Start: start, End: end}
			s = answer.Snippet{Quote: c.Article.Text(c.Span), Cite: c}
			return s, s.Verify() == nil && fingerprint(s.Quote) == part[2]
		}
	}
	return s, false
}
