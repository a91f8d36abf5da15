// Package corpus holds what Newshound answers from: articles, and the order
// that is found in their text.
//
// An [Article] keeps its body exactly as it was loaded, byte for byte, because
// every quote is later checked against it. What is no part of the story (the
// repeated headline, an advertisement's placeholder, a "Related Content" line)
// is therefore never cut out of the body: [NewArticle] finds the paragraphs
// that a reader would call the story, and what lies between them cannot be
// reached by a quote.
//
// The order is found in three steps. header.go and frontmatter.go find the fields above a story,
// survey.go the habits of the whole text: whether its lines are broken to a width, and
// what sets paragraphs apart. layout.go divides the text by them into pieces, and judges
// each: furniture.go, notice.go and vocabulary.go know what pages put around a story,
// picture.go captions and credits, top.go what stands above the lead, placeholder.go and
// markdown.go what is left of a template or of markup. leadin.go finds which paragraphs
// are quoted from another publication.
//
// The packages below this one load articles from somewhere: corpus/textfile
// from a directory of text files, of which corpus/webpage reads those in HTML, and
// corpus/records from a file of records: lines or an array of JSON, a table, or a
// feed. Each offers a [Loader]; textfile.Loads and [HoldsRecords] tell their files
// by their names. html.go takes the text out of HTML, wherever that comes from.
//
// # A further kind of file
//
// One of many articles is a reader in corpus/records, anything else a package beside it.
// record.go reads metadata in JSON, time.go times. What is wrong with one item is an
// [ItemError] that says what to do, and the rest still load ([Collect]). In cmd/newshound, openLoader (corpus.go) chooses the loader of a path,
// and with the flag --corpus says what there is to choose from; meter.go tells how much
// is left to read. For index --watch, index_files.go lists the files to follow, and
// index_changed.go loads them.
//
// # Decisions
//
// The body is the source. Context: text files carry furniture around and
// inside the story, and quotes must be byte-exact. Decision: the stored body
// is the whole text as supplied, and offsets count its bytes; paragraphs are
// ranges over it. Consequence: anyone can check a citation with the source
// file and nothing else, and a better rule for furniture never moves an offset.
//
// Captions have no number of their own. Context: paragraph 1 is the lead, for
// every reader of every outlet. Decision: only paragraphs of the story are
// counted; a caption or credit is cited as what it is, beside the paragraph
// that it stands above. Consequence: a citation's paragraph can be counted off
// on the outlet's own page.
//
// A header is furniture. Context: a text file may tell its headline and outlet
// in a block above the story, and an article must come out the same from its
// metadata and body alone, wherever it is kept meanwhile. Decision: the block is
// part of the body, and [NewArticle] passes over it in any body, whoever loaded
// it. Consequence: a body that starts with a block such as "Source: Jane Doe"
// and a blank line cannot be quoted there.
//
// The end of a quotation is read from the layout. Context: "According to The
// Post:" is followed by the Post's words, and pages mark their end by an
// indent that the text has lost. Decision: a lead-in reaches to the next gap that is
// wider than the text's ordinary one, if there is one within six paragraphs,
// and otherwise over one paragraph. Consequence: of a long quotation whose end
// left no trace only the first paragraph is marked.
package corpus

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"time"
)

// Meta is what is known of an article beside its body. A field that is not
// known is left at its zero value; nothing is guessed.
type Meta struct {
	ID       string // unique within a corpus
	Headline string
	Byline   string
	Outlet   string
	Section  string
	URL      string
	// Published is the publication time, as far from UTC as the outlet tells it. How much
	// of it is known, [PrecisionOf] tells.
	Published time.Time
}

// Span is a half-open range of bytes.
type Span struct{ Start, End int }

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps reports whether two ranges share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Widened returns the range with so many bytes more on either side. It may reach beyond
// the text.
func (s Span) Widened(bytes int) Span { return Span{Start: s.Start - bytes, End: s.End + bytes} }

// Article is one story. It is immutable once made, and so safe for use by
// several goroutines.
type Article struct {
	Meta
	// Body is the text exactly as it was loaded. All offsets count its bytes.
	Body string
	// Origin says where the article was loaded from ("news.jsonl:12"), for
	// messages only. It may be empty.
	Origin string
	// Paragraphs are the parts of Body that may be quoted, in reading order.
	// They do not overlap.
	Paragraphs []Paragraph
}

// NewArticle returns the article with the given body, divided into
// paragraphs. The body must be valid UTF-8.
func NewArticle(meta Meta, body string) *Article {
	return &Article{Meta: meta, Body: body, Paragraphs: paragraphs(meta, body)}
}

// Text returns the bytes of the body in s.
func (a *Article) Text(s Span) string { return a.Body[s.Start:s.End] }

// Kind says what part of a page a paragraph is.
type Kind uint8

// The kinds of paragraph. The zero value is a paragraph of the story itself.
const (
	Text    Kind = iota
	Caption      // the text under a picture
	Credit       // who made the picture
)

// String returns the kind's name in citations and in JSON.
func (k Kind) String() string {
	switch k {
	case Text:
		return "text"
	case Caption:
		return "caption"
	case Credit:
		return "credit"
	}
	return fmt.Sprintf("Kind(%d)", uint8(k))
}

// Paragraph is one paragraph of an article's body.
type Paragraph struct {
	Span
	Kind Kind
	// N is the paragraph's number: 1 is the lead. A caption or a credit has the
	// number of the story's paragraph that it stands above, or of the last one
	// where none follows, and 1 where there is no other. Two parts of one
	// paragraph that an advertisement's placeholder divides have one number.
	N int
	// LeadIn is the paragraph that announces this one as quoted from another
	// publication ("According to The Post:"), and empty where none does.
	LeadIn Span
}

// Passage is the unit of retrieval: a run of whole paragraphs of one article,
// or, where a paragraph is very long, a run of its sentences.
type Passage struct {
	Article *Article
	// First and Last are indexes into Article.Paragraphs, both inclusive.
	First, Last int
	// Span is the range of Article.Body from the start of the first paragraph's
	// part to the end of the last one's.
	Span
}

// Parts yields the passage's paragraphs, or the parts of them that are in it, in
// order, each under its index in Article.Paragraphs. What lies between paragraphs
// is no part of the story.
func (p Passage) Parts() iter.Seq2[int, Span] {
	return func(yield func(int, Span) bool) {
		for i := p.First; i <= p.Last; i++ {
			paragraph := p.Article.Paragraphs[i]
			if !yield(i, Span{max(p.Start, paragraph.Start), min(p.End, paragraph.End)}) {
				return
			}
		}
	}
}

// Text returns the passage as one text, its paragraphs set apart by empty lines.
func (p Passage) Text() string {
	if p.First == p.Last {
		return p.Article.Text(p.Span)
	}
	var b strings.Builder
	for _, part := range p.Parts() {
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(p.Article.Text(part))
	}
	return b.String()
}

// Loader yields the articles of one source.
type Loader interface {
	// Load yields each article in a fixed order. An item that cannot be used
	// yields a nil article and an error that wraps [ErrMalformed] and names the
	// item's file and line (see [ItemError]); the rest still load. If only part
	// of an item's metadata cannot be read, or its text is not what a reader would
	// see, such an error comes together with the article. Any other error means
	// that the source cannot be read to its end, and ends the sequence. When ctx
	// ends, so does the sequence, with its error.
	Load(ctx context.Context) iter.Seq2[*Article, error]
}
