package engine

import (
	"newshound/answer"
	"newshound/answer/align"
	"newshound/answer/wording"
	"newshound/corpus"
)

const (
	// beside is how many bytes on either side of a quote help to find its place: one line of a
	// list, taken alone, may fit the copy of its neighbour better.
	beside = 200
	// sameShare is the share of the quote's words, and of those beside it, that a copy has in
	// order. It is also the share of the shorter of two quotes that makes them one.
	sameShare = 0.5
	// closeShare is the share of the quote's words that is enough by itself, where a paragraph
	// beside it is gone or stands elsewhere.
	closeShare = 0.75
	// around is how many more bytes of the other text are read on either side, since a paragraph
	// may have been cut or put in there.
	around = 1000
	// A text is compared word by word only if it has suspectShare of the runs of words in and
	// beside the quote, or suspectQuote of those in the quote.
	suspectShare = 0.2
	suspectQuote = 0.3
)

// original is a quote of which copies are sought.
type original struct {
	cite     answer.Citation
	near     align.Set    // the runs of words in the quote and beside it
	own      align.Set    // those in the quote alone
	words    []align.Word // the words in and beside the quote; nil until read
	from, to int          // the range of the quote's own words
}

func newOriginal(c answer.Citation) *original {
	return &original{
		cite: c,
		near: align.NewSet(runsAround(c.Article, c.Span)),
		own:  align.NewSet(align.Runs(align.Hashes(c.Article.Text(c.Span)))),
	}
}

// suspects reports whether a text with these runs of words may hold a copy.
func (o *original) suspects(runs []uint64) bool {
	common := o.near.Count(runs)
	return common > 0 && (float64(common) >= suspectShare*float64(min(o.near.Len(), len(runs))) ||
		float64(o.own.Count(runs)) >= suspectQuote*float64(o.own.Len()))
}

// read divides the quote and what stands beside it into words, once.
func (o *original) read() {
	if o.words == nil {
		s := readAround(o.cite.Article, o.cite.Span, beside)
		o.words = s.Words
		o.from, o.to = s.Between(o.cite.Span)
	}
}

// in looks for a copy of a quote in another article, close to a part of its body. It returns
// the sentences there to be cited, all of one paragraph, and the range that the quote's words
// fit, which may be another.
func (f *folding) in(o *original, a *corpus.Article, part corpus.Span) (c answer.Citation, fits corpus.Span, ok bool) {
	if a.ID == o.cite.Article.ID || !f.stories.Same(o.cite.Article, o.cite.Span, a, part) {
		return c, fits, false
	}
	o.read()
	s := readAround(a, part, around+beside+o.cite.Len())
	from, to, found := o.find(s.Words)
	if !found {
		return c, fits, false
	}
	fits = corpus.Span{Start: s.Words[from].Start, End: s.Words[to-1].End}
	c, ok = cut(s, from, to)
	return c, fits, ok
}

// find returns the range among some words that the quote fits: together with what stands
// beside it, or else by itself.
func (o *original) find(words []align.Word) (from, to int, ok bool) {
	quote := float64(o.to - o.from)
	fit := align.Fit(o.words, words)
	from, to, same := fit.Within(o.from, o.to)
	if float64(same) >= closeShare*quote || float64(same) >= sameShare*quote && float64(fit.Same) >= sameShare*float64(len(o.words)) {
		return from, to, from < to
	}
	from, to, same = align.Fit(o.words[o.from:o.to], words).Within(0, o.to-o.from)
	return from, to, from < to && float64(same) >= closeShare*quote
}

// repeats reports whether half of the words of the shorter of two quotes, a candidate and the
// original, stand in the other: an article may set off a sentence that it has in its text, too.
func (o *original) repeats(c candidate) bool {
	o.read()
	quote := o.words[o.from:o.to]
	words := readAround(c.article, c.Span, 0).Words
	if len(words) == 0 || len(quote) == 0 {
		return false
	}
	short, long := words, quote
	if len(quote) < len(words) {
		short, long = quote, words
	}
	return float64(align.Fit(short, long).Same) >= sameShare*float64(len(short))
}

// runsAround returns the runs of words in and beside a part of an article's body.
func runsAround(a *corpus.Article, part corpus.Span) []uint64 {
	part = part.Widened(beside)
	hashes := make([]uint64, 0, align.Room(part.Len()))
	for _, p := range a.Paragraphs {
		if span := (corpus.Span{Start: max(p.Start, part.Start), End: min(p.End, part.End)}); span.Start < span.End {
			hashes = align.AppendHashes(hashes, a.Text(span))
		}
	}
	return align.Runs(hashes)
}

// readAround reads a part of an article's body, and more bytes on either side.
func readAround(a *corpus.Article, part corpus.Span, more int) *wording.Source {
	return wording.Read(a, part.Widened(more))
}

// cut cites the sentences that a range of words stands in. They are of the paragraph that
// holds most of the words, and have half of their own words in the range, or half of the
// range in them.
func cut(s *wording.Source, from, to int) (answer.Citation, bool) {
	count := make(map[int]int)
	most := s.Paragraphs[from]
	for _, p := range s.Paragraphs[from:to] {
		if count[p]++; count[p] > count[most] {
			most = p
		}
	}
	c := answer.Citation{Article: s.Article, Paragraph: most}
	p := c.Where().Span
	for _, sentence := range quotable(s.Article.Text(p), p.Start) {
		first, last := s.Between(sentence)
		shared := min(last, to) - max(first, from)
		if shared <= 0 || 2*shared < last-first && 2*shared < to-from {
			continue
		}
		if c.Len() == 0 {
			c.Start = sentence.Start
		}
		c.End = sentence.End
	}
	return c, c.Len() > 0
}
