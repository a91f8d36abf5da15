package answer

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"newshound/answer/analysis"
	"newshound/corpus"
)

// Snippet is one verbatim quote with its citation.
type Snippet struct {
	Quote string
	// Marks are the words of Quote that match the question: ranges of its bytes,
	// in order, not overlapping.
	Marks []corpus.Span
	// Score orders the snippets of one answer. It has no unit and does not
	// compare across questions.
	Score float64
	Cite  Citation
}

// Citation says where a quote stands.
type Citation struct {
	// N is the citation's number in its answer, from 1.
	N       int
	Article *corpus.Article
	// Paragraph is the index into Article.Paragraphs of the paragraph that holds
	// the quote.
	Paragraph int
	// Span is the quote's range in Article.Body.
	corpus.Span
	// Heading is the paragraph of the heading above the quote, if that names what the quote itself
	// does not: the firm in a list of layoffs. Else it is zero.
	Heading corpus.Span
	// Also are the other articles, one citation each, that hold a copy of the quote
	// and of what stands around it, the earliest first, and those of no known date last.
	// What stands there may differ in a word. See [Citation.Copies] and
	// [Citation.Versions].
	Also []Citation
}

// Copies returns the citations of Also that are in other outlets, or where an outlet
// is not known; each of those is a copy.
func (c Citation) Copies() []Citation {
	return slices.DeleteFunc(slices.Clone(c.Also), c.isVersion)
}

// Versions returns the citations of Also that are of the same outlet: articles that it
// put out twice, or went on writing.
func (c Citation) Versions() []Citation {
	return slices.DeleteFunc(slices.Clone(c.Also), func(o Citation) bool { return !c.isVersion(o) })
}

func (c Citation) isVersion(o Citation) bool {
	outlet := analysis.Fold(c.Article.Outlet)
	return outlet != "" && outlet == analysis.Fold(o.Article.Outlet)
}

// Overlaps reports whether a quote overlaps another, or a copy of one of them does.
func (c Citation) Overlaps(o Citation) bool {
	return o.Covers(c.Article, c.Span) || slices.ContainsFunc(c.Also, func(there Citation) bool { return o.Covers(there.Article, there.Span) })
}

// Where returns the paragraph that holds the quote.
func (c Citation) Where() corpus.Paragraph { return c.Article.Paragraphs[c.Paragraph] }

// LeadIn returns the article's own words that announce the quoted paragraph as
// taken from another publication ("According to The Post:"), or "".
func (c Citation) LeadIn() string { return c.Article.Text(c.Where().LeadIn) }

// Asked returns what the paragraph above a quote asks, in the article's own words, if it does
// nothing else and the quote begins its own: as in an interview, or under a heading that asks. Else
// it is "".
func (c Citation) Asked() string {
	const longest, label = 200, 2 // bytes of the paragraph; words of what may stand before: Q.
	if c.Paragraph == 0 || c.Span.Start != c.Where().Start {
		return ""
	}
	above := c.Article.Paragraphs[c.Paragraph-1]
	text := strings.TrimSpace(c.Article.Text(above.Span))
	if above.Kind != corpus.Text || len(text) > longest || !asks(text) {
		return ""
	}
	for start, end := range analysis.Sentences(text) {
		if one := text[start:end]; !asks(one) && len(strings.Fields(one)) > label {
			return ""
		}
	}
	return text
}

// asks reports whether a text ends with a question mark, whatever closes behind it.
func asks(text string) bool {
	return strings.HasSuffix(strings.TrimRight(text, " \"'*_)”’"), "?")
}

// ErrNotVerbatim is returned for a snippet that is not what its article says.
var ErrNotVerbatim = errors.New("quote is not verbatim")

// Verify checks the snippet against the stored article: the quote must be the very bytes
// that the citation points at, inside one paragraph, with every mark inside the quote; and
// its copies are as well inside a paragraph each. Whoever shows a snippet calls it first.
// The error wraps [ErrNotVerbatim].
func (s Snippet) Verify() error {
	c := s.Cite
	if err := c.verify(); err != nil {
		return err
	}
	if c.Article.Text(c.Span) != s.Quote {
		return fmt.Errorf("citation %d of article %s: %w", c.N, c.Article.ID, ErrNotVerbatim)
	}
	for _, o := range c.Also {
		if err := o.verify(); err != nil {
			return fmt.Errorf("copy of citation %d: %w", c.N, err)
		}
	}
	end := 0
	for _, m := range s.Marks {
		if m.Start < end || m.End <= m.Start || m.End > len(s.Quote) {
			return fmt.Errorf("citation %d has a mark outside its quote: %w", c.N, ErrNotVerbatim)
		}
		end = m.End
	}
	return nil
}

// verify checks that the citation points into one paragraph.
func (c Citation) verify() error {
	switch {
	case c.Article == nil || c.Paragraph < 0 || c.Paragraph >= len(c.Article.Paragraphs):
		return fmt.Errorf("citation %d points at no paragraph: %w", c.N, ErrNotVerbatim)
	case c.Start < c.Where().Start || c.End > c.Where().End || c.Start >= c.End:
		return fmt.Errorf("citation %d leaves its paragraph: %w", c.N, ErrNotVerbatim)
	}
	return nil
}

// Covers reports whether a quote overlaps the citation, or a copy that is known of it.
func (c Citation) Covers(a *corpus.Article, quote corpus.Span) bool {
	same := func(o Citation) bool { return o.Article.ID == a.ID && o.Span.Overlaps(quote) }
	return same(c) || slices.ContainsFunc(c.Also, same)
}
