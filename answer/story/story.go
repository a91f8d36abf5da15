// Package story tells whether two articles are copies of each other, as outlets carry the
// reports of agencies and of each other with a headline and a few words of their own
// ([Comparer.Same]).
//
// Two articles tell the same story, one a copy of the other, where one of them has next
// to nothing of its own. Measured with `newshound eval --copies`, on copies with one in
// ten of their words changed, and on all pairs of articles that share much text in five
// corpora: a copy has no stretch of more than 22 words that the other has not, whatever
// else was done to it, and a copy of a copy one of 25; stories that one outlet wrote
// anew on another day, with most of the old one, have one of 31 and more.
package story

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer/align"
	"newshound/answer/analysis"
	"newshound/corpus"
)

const (
	// storyShare is the share of one's runs of words that the other must have.
	storyShare = 0.4
	// briefLength is the most runs of a brief story, which is so short that it shares many
	// with others on its event. Of its words, but for the first briefStart, the other may
	// lack a share of briefShare: of ten words one, of fewer none.
	briefLength = 60
	briefShare  = 0.25
	briefStart  = 6
	// ownStretch is the longest stretch of words that only one may have, such as an agency's
	// line or an editor's note. In a short article it is a share of ownShare, but at least
	// leastOwn, since a few changed words make as much.
	ownStretch = 30
	ownShare   = 0.2
	leastOwn   = 16
	// ownHeld is by how many words a stretch is shortened for each run inside it that the
	// other has by chance.
	ownHeld = 2
	// storyLength is the least share of the longer one's length that the shorter has; less
	// is a passage that was used again.
	storyLength = 0.2
	// otherNames is the share of its names and figures, or of its figures alone, that each
	// must have for itself, of at least fewNames, where two articles of one form tell of
	// different things: two lotteries, two earthquakes, one stock exchange on two days.
	// A brief story need not have as many figures: one flight is not another.
	otherNames = 0.5
	fewNames   = 5
	// Bodies of up to noticeLength bytes that have less than noticeShare of the words of
	// their headlines may be a notice in place of stories: that a video was slow to load.
	// Headlines with fewer than leastTold words of their own tell too little to judge by.
	noticeLength = 1500
	noticeShare  = 0.25
	leastTold    = 5
	// tile is how many bytes of a very long article are compared. In a copy they may stand
	// as much earlier or later. Most articles are shorter.
	tile = 20000
)

// story is what an article is compared by: all of it, or what stands around a part.
type story struct {
	article *corpus.Article
	own     corpus.Span // what is compared
	wide    corpus.Span // where it may stand in a copy
	runs    []uint64    // of three words of its own, in order
	held    *align.Set  // the runs of wide; nil until they are asked for
}

// Comparer compares articles, and remembers those that it has read. It is for the articles
// of one answer, and for one goroutine.
type Comparer struct {
	analyzer *analysis.Analyzer
	stories  map[key]*story
	terms    map[string]map[string]bool // of headlines and bodies
}

// NewComparer returns a comparer that has read nothing.
func NewComparer(a *analysis.Analyzer) *Comparer {
	return &Comparer{analyzer: a, stories: make(map[key]*story), terms: make(map[string]map[string]bool)}
}

// Same reports whether two articles are copies of each other; of very long ones,
// whether what stands around a part of one is a copy of what does around a part of the other.
func (c *Comparer) Same(x *corpus.Article, part corpus.Span, y *corpus.Article, other corpus.Span) bool {
	short, long := len(x.Body), len(y.Body)
	if long < short {
		short, long = long, short
	}
	if float64(short) < storyLength*float64(long) || c.isNotice(x, y) {
		return false
	}
	return c.storyOf(x, part, short > 2*tile).same(c.storyOf(y, other, short > 2*tile))
}

// isNotice reports whether what is stored of two articles is no story, but a notice that
// stands in the place of two: neither body has much of what its headline alone says, and
// the other, which may have the outlet's name as well, does not.
func (c *Comparer) isNotice(x, y *corpus.Article) bool {
	if x.Headline == y.Headline || len(x.Body) > noticeLength || len(y.Body) > noticeLength {
		return false
	}
	heldX, toldX := c.told(x, y.Headline)
	heldY, toldY := c.told(y, x.Headline)
	return float64(heldX+heldY) < noticeShare*float64(toldX+toldY) && toldX > 0 && toldY > 0 && toldX+toldY >= leastTold
}

// told returns how many terms the headline of an article has that another headline has
// not, and how many of them its body has.
func (c *Comparer) told(a *corpus.Article, other string) (held, told int) {
	others, body := c.termsOf(other), c.termsOf(a.Body)
	for term, tells := range c.termsOf(a.Headline) {
		if _, there := others[term]; !tells || there {
			continue
		}
		told++
		if _, there := body[term]; there {
			held++
		}
	}
	return held, told
}

// termsOf returns the terms of a text, and of each whether it is more than a word that
// stands everywhere. An article is compared with many, so they are kept.
func (c *Comparer) termsOf(text string) map[string]bool {
	terms, kept := c.terms[text]
	if !kept {
		terms = make(map[string]bool)
		for _, t := range c.analyzer.Tokens(text) {
			terms[t.Term] = terms[t.Term] || !t.Stop
		}
		c.terms[text] = terms
	}
	return terms
}

// storyOf returns the story of an article, or of what stands around a part of it.
func (c *Comparer) storyOf(a *corpus.Article, part corpus.Span, partly bool) *story {
	at := key{a.ID, whole}
	if partly {
		at.tile = part.Start / tile
	}
	if s := c.stories[at]; s != nil {
		return s
	}
	own, wide := corpus.Span{End: len(a.Body)}, corpus.Span{End: len(a.Body)}
	if partly {
		own = corpus.Span{Start: at.tile * tile, End: (at.tile + 1) * tile}.Widened(tile / 2)
		wide = own.Widened(tile)
	}
	s := newStory(a, own, wide)
	c.stories[at] = s
	return s
}

// key is an article, and which part of it.
type key struct {
	article string
	tile    int // or whole
}

const whole = -1

// newStory reads the runs of words of a part of an article, and notes the wider one in which a copy may have them.
func newStory(a *corpus.Article, own, wide corpus.Span) *story {
	s := &story{article: a, own: own, wide: wide}
	s.runs = align.Runs(s.words(own))
	return s
}

// has reports whether a run is among those of wide.
func (s *story) has(run uint64) bool {
	if s.held == nil {
		runs := s.runs
		if s.own != s.wide {
			runs = align.Runs(s.words(s.wide))
		}
		held := align.NewSet(runs)
		s.held = &held
	}
	return s.held.Has(run)
}

// paragraphs yields the paragraphs that have a part in a range.
func (s *story) paragraphs(part corpus.Span) iter.Seq[corpus.Span] {
	return func(yield func(corpus.Span) bool) {
		for _, p := range s.article.Paragraphs {
			if p.Overlaps(part) && !yield(p.Span) {
				return
			}
		}
	}
}

// names returns the names and figures of a story, and the figures alone, each once.
func (s *story) names() (names, figures []uint64) {
	seen := make(map[uint64]bool)
	for p := range s.paragraphs(s.own) {
		text := s.article.Text(p)
		end := -1
		for _, w := range align.Words(text) {
			if h := align.Hash(w.Key); end >= 0 && tellsApart(text[w.Start:w.End], text[end:w.Start]) && !seen[h] {
				seen[h] = true
				names = append(names, h)
				if isFigure(text[w.Start:w.End]) {
					figures = append(figures, h)
				}
			}
			end = w.End
		}
	}
	return names, figures
}

// words returns the words of a part of a story.
func (s *story) words(part corpus.Span) []uint64 {
	hashes := make([]uint64, 0, align.Room(min(part.Len(), len(s.article.Body))))
	for p := range s.paragraphs(part) {
		hashes = align.AppendHashes(hashes, s.article.Text(p))
	}
	return hashes
}

// tellsApart reports whether a word is a figure, or stands in a capital inside a sentence;
// before is what stands between it and the word before.
func tellsApart(word, before string) bool {
	if isFigure(word) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && !strings.ContainsAny(before, ".!?:;\"“”‘…")
}

func isFigure(word string) bool { return strings.ContainsAny(word, "0123456789") }

// same reports whether two stories are copies, if their lengths allow for that. The first is
// compared with many, and remembers its runs.
func (s *story) same(o *story) bool {
	return (o.within(s) || s.within(o)) && !(s.tellsOf(o) && o.tellsOf(s))
}

// within reports whether a story has next to nothing that the other has not.
func (s *story) within(o *story) bool {
	most := max(leastOwn, min(ownStretch, int(ownShare*float64(len(s.runs)))))
	held, own := 0, 0
	for _, r := range s.runs {
		if o.has(r) {
			held++
			own = max(0, own-ownHeld)
			continue
		}
		if own++; own > most {
			return false
		}
	}
	return held > 0 && float64(held) >= storyShare*float64(len(s.runs)) && (len(s.runs) > briefLength || s.isBriefOf(o))
}

// isBriefOf reports whether another story has the words of a brief one.
func (s *story) isBriefOf(o *story) bool {
	words, theirs := s.words(s.own), align.NewSet(o.words(o.wide))
	lacking := len(words) - theirs.Count(words)
	return lacking == 0 || float64(lacking) <= briefShare*float64(len(words)-briefStart)
}

// tellsOf reports whether a story tells of names and figures, or figures, of which the other
// does not.
func (s *story) tellsOf(other *story) bool {
	words := align.NewSet(other.words(other.wide))
	others := func(of []uint64, few int) bool {
		return len(of) >= few && float64(len(of)-words.Count(of)) > otherNames*float64(len(of))
	}
	names, figures := s.names()
	few := fewNames
	if len(s.runs) <= briefLength {
		few = 1
	}
	return others(names, fewNames) || others(figures, few)
}
