// Package index is the passage index: an inverted file over the stems of
// articles, held in memory, that ranks passages by BM25 and knows the words
// that the coverage uses.
//
// [New] analyses the articles and builds the index, which is immutable from
// then on. retrieve.go ranks; lexicon.go answers for the vocabulary: frequency,
// spelling, acronyms.
//
// # Ranking
//
// A passage is scored with BM25 (Robertson and Zaragoza, The Probabilistic
// Relevance Framework: BM25 and Beyond, 2009), with the header of its article
// ([answer.Header]) as a weighted field in the manner of BM25F: an occurrence in
// the header counts as much as headerWeight occurrences in the passage. For one term of
// weight w,
//
//	score = w · tf·(k1+1) / (tf + k1·(1 − b + b·len/avglen))
//
// where tf is the weighted frequency, len the number of words of the passage
// that are no stop words, and w the weight that the query
// brings along, its inverse document frequency in the main.
package index

import (
	"math"

	"newshound/answer"
	"newshound/answer/analysis"
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
	lengths  []uint32 // words of a passage that are no stop words
	average  float64  // of lengths
	terms    map[string]*postings
	lexicon  lexicon
	coverage answer.Coverage
}

// postings are the passages that hold a term, in order. The slices run in
// parallel.
type postings struct {
	passage  []uint32
	tf       []uint16 // occurrences in the passage
	header   []uint8  // occurrences in the header of its article
	offset   []uint32 // where the passage's positions start in positions
	position []uint16 // word positions, stop words counted, rising within a passage
}

var _ answer.Index = (*Index)(nil)

// New indexes the articles, which must have different ids.
func New(articles []*corpus.Article) *Index {
	ix := &Index{articles: articles, terms: make(map[string]*postings)}
	b := builder{Index: ix, lexicon: newLexiconBuilder()}
	for _, a := range articles {
		b.add(a)
	}
	b.finish()
	return ix
}

// Coverage implements [answer.Index].
func (ix *Index) Coverage() answer.Coverage { return ix.coverage }

// Articles implements [answer.Index].
func (ix *Index) Articles(limit int) []*corpus.Article {
	return ix.articles[:min(limit, len(ix.articles))]
}

// DocFreq implements [answer.Vocabulary].
func (ix *Index) DocFreq(term string) int {
	if p := ix.terms[term]; p != nil {
		return len(p.passage)
	}
	return 0
}

// builder adds articles to an index.
type builder struct {
	*Index
	analyzer analysis.Analyzer
	lexicon  *lexiconBuilder
	tokens   []analysis.Token
	header   []analysis.Token
}

func (b *builder) add(a *corpus.Article) {
	header := answer.Header(a)
	b.header = b.analyzer.Append(b.header[:0], header)
	b.lexicon.add(header, b.header)
	for _, p := range answer.Passages(a) {
		text := a.Text(p.Span)
		b.tokens = b.analyzer.Append(b.tokens[:0], text)
		b.lexicon.add(text, b.tokens)
		b.addPassage(p)
	}
}

func (b *builder) addPassage(p corpus.Passage) {
	id := uint32(len(b.passages))
	b.passages = append(b.passages, p)
	length := uint32(0)
	for pos, t := range b.tokens {
		if t.Stop {
			continue
		}
		length++
		i := b.posting(t.Term, id)
		ps := b.terms[t.Term]
		if ps.tf[i] < math.MaxUint16 && pos <= math.MaxUint16 {
			ps.tf[i]++
			ps.position = append(ps.position, uint16(pos))
		}
	}
	for _, t := range b.header {
		if t.Stop {
			continue
		}
		i := b.posting(t.Term, id)
		if ps := b.terms[t.Term]; ps.header[i] < math.MaxUint8 {
			ps.header[i]++
		}
	}
	b.lengths = append(b.lengths, length)
}

// posting returns the index of the passage's posting for the term, which it
// makes if need be.
func (b *builder) posting(term string, id uint32) int {
	ps := b.terms[term]
	if ps == nil {
		ps = new(postings)
		b.terms[term] = ps
	}
	last := len(ps.passage) - 1
	if last < 0 || ps.passage[last] != id {
		ps.passage = append(ps.passage, id)
		ps.tf = append(ps.tf, 0)
		ps.header = append(ps.header, 0)
		ps.offset = append(ps.offset, uint32(len(ps.position)))
		last++
	}
	return last
}

func (b *builder) finish() {
	total := 0.0
	for _, n := range b.lengths {
		total += float64(n)
	}
	b.average = max(1, total/max(1, float64(len(b.lengths))))
	b.Index.lexicon = b.lexicon.finish()
	b.coverage = coverage(b.articles)
	b.coverage.Passages = len(b.passages)
}
