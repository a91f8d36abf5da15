package answer

import (
	"slices"

	"newshound/answer/align"
	"newshound/corpus"
)

// Two articles hold copies of a text where a quote stands in both, and what stands
// around it does too. Measured with `newshound eval --copies`, on copies with one in ten
// of their words changed, and on different stories about one event.
const (
	// beside is how much on either side of a quote, in bytes, its place is found by: of
	// ten lines of a list one alone may come nearer to its neighbour's copy.
	beside = 200
	// sameShare is the share of those words, and of the quote's, that a copy has in order.
	sameShare = 0.5
	// closeShare is the share of the quote's own words with which it is found even where
	// a paragraph beside it is gone.
	closeShare = 0.75
	// around is how much of a text is compared on either side of the quote, in bytes; in
	// the other text twice as much is looked at, for a paragraph may be cut there or put
	// in.
	around = 500
	// story is how much is compared on either side to tell a copy of an article from one
	// that repeats a part of another: guides have the same advice, and all articles of an
	// outlet the same invitations. It is all of most articles.
	story = 10000
	// aroundShare and storyShare are the shares of the shingles there that a copy has.
	// Stories on one event share a statement or two, and not what stands before and after.
	aroundShare = 0.3
	storyShare  = 0.4
	// suspectShare is the share of shingles without which nothing is looked at closely.
	suspectShare = 0.2
)

// original is a quote of which copies are sought.
type original struct {
	cite     Citation
	words    []align.Word // of the quote and beside it
	from, to int          // the range of the quote's own
	beside   []uint64     // the shingles of all words
	around   vicinity
	story    []uint64 // of the whole article; nil until it is asked for
}

// vicinity is the shingles about a quote: the nearest, and as much as may stand there
// in a copy.
type vicinity struct{ near, wide []uint64 }

func newOriginal(c Citation) *original {
	s := readAround(c.Article, c.Span, 2*around)
	from, to := s.between(grown(c.Span, beside))
	o := &original{cite: c, words: s.words[from:to], beside: align.ShinglesOf(s.words[from:to]), around: s.vicinity(c.Span, around)}
	first, last := s.between(c.Span)
	o.from, o.to = first-from, last-from
	return o
}

// suspects reports whether a text may hold a copy, by its shingles.
func (o *original) suspects(shingles []uint64) bool {
	return align.Resemblance(o.around.wide, shingles) >= suspectShare
}

// in returns where the quote stands in another article, close to a part of its body, if
// that holds a copy, and the range that its words fit. The sentences cited there are cut
// anew, of one paragraph: their words may not be the same.
func (o *original) in(a *corpus.Article, part corpus.Span) (c Citation, fits corpus.Span, ok bool) {
	if a.ID == o.cite.Article.ID || o.from == o.to {
		return c, fits, false
	}
	s := readAround(a, part, 2*around+beside+o.cite.Len())
	fit := align.Fit(o.words, s.words)
	from, to, same := fit.Within(o.from, o.to)
	quote := float64(o.to - o.from)
	if float64(same) < sameShare*quote || float64(same) < closeShare*quote && float64(fit.Same) < sameShare*float64(len(o.words)) {
		return c, fits, false
	}
	fits = corpus.Span{Start: s.words[from].Start, End: s.words[to-1].End}
	if o.around.share(s.vicinity(fits, around)) < aroundShare {
		return c, fits, false
	}
	if o.story == nil {
		o.story = storyOf(o.cite.Article, o.cite.Span)
	}
	if align.Resemblance(o.story, storyOf(a, fits)) < storyShare {
		return c, fits, false
	}
	c, ok = s.cut(from, to)
	return c, fits, ok
}

// repeats reports whether a quote has most of the words of the original's, or that of
// its: an article may have a sentence twice.
func (o *original) repeats(c candidate) bool {
	quote := o.words[o.from:o.to]
	words := readAround(c.article, c.Span, 0).words
	if len(words) == 0 || len(quote) == 0 {
		return false
	}
	short, long := words, quote
	if len(quote) < len(words) {
		short, long = quote, words
	}
	return float64(align.Fit(short, long).Same) >= closeShare*float64(len(short))
}

// storyOf returns the shingles of an article, or of what stands around a part of a very
// long one.
func storyOf(a *corpus.Article, part corpus.Span) []uint64 {
	return align.ShinglesOf(readAround(a, part, story).words)
}

// share returns the larger of the shares of what stands nearest in one text that stands
// about there in the other.
func (v vicinity) share(other vicinity) float64 {
	return max(align.Resemblance(v.near, other.wide), align.Resemblance(other.near, v.wide))
}

// grown returns a range with so many bytes more on either side.
func grown(s corpus.Span, more int) corpus.Span {
	return corpus.Span{Start: s.Start - more, End: s.End + more}
}

// readAround reads a part of an article's body, and so many bytes on either side.
func readAround(a *corpus.Article, part corpus.Span, more int) *source {
	part = grown(part, more)
	s := &source{article: a, part: corpus.Span{Start: max(0, part.Start), End: min(len(a.Body), part.End)}}
	return s.read()
}

// between returns the range of the source's words that lie in a part of the body.
func (s *source) between(part corpus.Span) (from, to int) {
	for from < len(s.words) && s.words[from].Start < part.Start {
		from++
	}
	for to = from; to < len(s.words) && s.words[to].End <= part.End; {
		to++
	}
	return from, to
}

// vicinity returns that of a part of the body, with so many bytes on either side.
func (s *source) vicinity(part corpus.Span, size int) vicinity {
	shingles := func(more int) []uint64 {
		from, to := s.between(grown(part, more))
		return align.ShinglesOf(s.words[from:to])
	}
	return vicinity{shingles(size), shingles(2 * size)}
}

// cut cites the sentences that a range of words stands in: of the paragraph that holds
// most of them, the sentences with half of their words in the range or half of the range
// in them.
func (s *source) cut(from, to int) (Citation, bool) {
	count := make(map[int]int)
	most := s.paragraphs[from]
	for _, p := range s.paragraphs[from:to] {
		if count[p]++; count[p] > count[most] {
			most = p
		}
	}
	c := Citation{Article: s.article, Paragraph: most}
	p := c.Where().Span
	for _, sentence := range quotable(s.article.Text(p), p.Start) {
		first, last := s.between(sentence)
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

// covers reports whether a quote overlaps the citation, or a copy that is known of it.
func (c Citation) covers(a *corpus.Article, quote corpus.Span) bool {
	same := func(o Citation) bool { return o.Article.ID == a.ID && overlap(o.Span, quote) }
	return same(c) || slices.ContainsFunc(c.Also, same)
}
