// Package index is the passage index: an inverted file over the stems of
// articles, held in memory, that ranks passages by BM25 and knows the words
// that the coverage uses.
//
// [New] analyses the articles (read.go) and builds the index (build.go), which
// is immutable from then on. retrieve.go ranks, with the help of phrase.go and
// top.go; lexicon.go, names.go and spelling.go answer for the vocabulary.
//
// # Ranking
//
// A passage is scored with BM25 (Robertson and Zaragoza, The Probabilistic
// Relevance Framework: BM25 and Beyond, 2009), with the header of its article
// ([answer.Header]) as a weighted field in the manner of BM25F: an occurrence in
// the header counts as much as headerWeight occurrences in the passage. For one
// term of weight w,
//
//	score = w · tf·(k1+1) / (tf + k1·(1 − b + b·len/avglen))
//
// where tf is the weighted frequency, len the number of words of the passage
// that are no stop words, avglen its mean over the corpus, and w the weight that
// the query brings along, its inverse document frequency in the main. The
// frequency of several terms in a row is the number of places in the passage
// where such a row ends; the header does not count for it.
//
// A query may have the article's own score count beside the passage's: the same
// formula with the article taken as one passage.
//
// # Decisions
//
// Every posting of every term is looked at. Context: methods that skip
// passages which cannot reach the top pay for queries of few terms, and a
// question with its related words has dozens. Decision: scores are added up in
// an array over all passages. Consequence: the ranking is exact, and a query's
// time grows with its postings.
//
// Names are counted in full. Context: a corpus has far more names than acronyms,
// and which of them will be asked for by initials is not known. Decision: every
// name counts while the index is built, but only the most frequent few are kept
// for one acronym. Consequence: a rare name whose initials are common cannot be
// found by them.
package index

import (
	"slices"
	"sync"

	"newshound/answer"
	"newshound/corpus"
)

// The parameters of BM25.
const (
	k1           = 1.2
	b            = 0.6
	headerWeight = 2
)

// Index is an index in memory. It is immutable and safe for concurrent use.
type Index struct {
	articles []*corpus.Article
	passages []corpus.Passage
	// norms are k1·(1 − b + b·len/avglen) for every passage, and articleNorms the
	// same for every article taken as one passage.
	norms, articleNorms []float64
	articleOf           []uint32          // the article of each passage
	terms               map[string]uint32 // the term's number in postings
	postings            postings
	lexicon             lexicon
	coverage            answer.Coverage

	accumulators sync.Pool // of *accumulator
}

var _ answer.Index = (*Index)(nil)

// New indexes the articles, which must have different ids.
func New(articles []*corpus.Article) *Index {
	articles = slices.Clone(articles)
	bytes := 0
	for _, a := range articles {
		bytes += len(a.Body)
	}
	b := newBuilder(bytes)
	read(articles, b)
	ix := b.finish()
	ix.articles = articles
	ix.coverage = coverage(articles)
	ix.coverage.Passages = len(ix.passages)
	ix.accumulators.New = func() any { return newAccumulator(len(ix.passages), len(articles)) }
	return ix
}

// Coverage implements [answer.Index].
func (ix *Index) Coverage() answer.Coverage {
	c := ix.coverage
	c.Outlets = slices.Clone(c.Outlets)
	return c
}

// Articles implements [answer.Index].
func (ix *Index) Articles(limit int) []*corpus.Article {
	return slices.Clone(ix.articles[:max(0, min(limit, len(ix.articles)))])
}

// DocFreq implements [answer.Vocabulary]. A passage holds the terms of its
// article's header too.
func (ix *Index) DocFreq(term string) int {
	t, ok := ix.terms[term]
	if !ok {
		return 0
	}
	return len(ix.postings.of(t))
}
