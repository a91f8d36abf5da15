package answer

import (
	"context"

	"newshound/corpus"
)

// Query is a question after analysis: what to look for, and how much each part
// of it weighs.
type Query struct {
	Clauses []Clause
	// Article is how much the score of the whole article counts beside the
	// passage's own: 0 not at all, 1 as much.
	Article float64
	// Depth is the number of passages, the best by their own score, to which the
	// article's share is added and which are then ranked anew. It is Limit where it
	// is less.
	Depth int
	// Filter says which passages are looked at.
	Filter Filter
	// Limit is the largest number of hits wanted.
	Limit int
	// Measure leaves out hits that are worth little beside a certain one; its zero value
	// none.
	Measure Measure
	// Parts has every hit tell what each clause is worth to it.
	Parts bool
}

// Measure is a passage that others are measured by: the one that holds a place in an
// article's body. Where it is a hit, those with less than Share of its score are none.
type Measure struct {
	Article *corpus.Article
	At      int     // byte offset
	Share   float64 // at most 1
}

// Is reports whether a passage is the measure.
func (m Measure) Is(p corpus.Passage) bool {
	return m.Article != nil && m.Article.ID == p.Article.ID && p.Start <= m.At && m.At < p.End
}

// Clause is one thing that a question asks for: a word with whatever may stand
// in its place. A passage is scored once for it, by the alternative that fits
// best.
type Clause struct {
	Alts []Alt
	// Weight is what the clause is worth, its inverse document frequency in the
	// main. It is positive.
	Weight float64
}

// Alt is one way to satisfy a clause: a term, or several terms in that order
// with no more than one word between two of them.
type Alt struct {
	Terms []string
	// Weight is at most 1: how well the alternative stands for what was asked.
	Weight float64
}

// Hit is a passage that a query found.
type Hit struct {
	Passage corpus.Passage
	Score   float64
	// Parts are what the clauses of the query add to the score, each in its place, with the
	// article's share; nil unless they are asked for.
	Parts []float64
	// Held is how much of the query the article as a whole has, however often: the sum over
	// the clauses of Weight × the weight of the best alternative that it has. It is 0 where
	// the query has no article's share.
	Held float64
}

// Retriever ranks passages. It is the seam for another search engine.
//
// Retrieve returns at most q.Limit hits with a positive score, by falling
// score; equal scores stand in the order of the corpus. A hit's score is the
// sum over the clauses of Weight × max over the alternatives of Weight ×
// saturated frequency, with the saturation of BM25. Where Article is not zero,
// only the best Depth passages by that sum, or Limit of them where that is more,
// are hits at all, and Article × the same sum for the passage's article, taken as
// one passage, is added to their scores. It returns the context's error when that
// ends first. It is safe for concurrent use.
//
// Package retrievertest holds the suite that every Retriever passes.
type Retriever interface {
	Retrieve(ctx context.Context, q Query) ([]Hit, error)
}

// Name is a name of several words that the corpus uses.
type Name struct {
	// Words are the name, folded: department of homeland security.
	Words string
	// Terms are the terms of its capitalised words.
	Terms []string
	// Count is the number of times that it occurs.
	Count int
}

// Vocabulary tells what words a corpus uses, for a question to be put in them.
// It is safe for concurrent use.
type Vocabulary interface {
	// DocFreq returns the number of passages that hold the term.
	DocFreq(term string) int
	// Similar returns words of the corpus, folded, that the given folded word may
	// be a misspelling of; the likeliest first, and none for a word that is too
	// short to tell.
	Similar(word string) []string
	// SpelledOut returns the names that the corpus uses and whose initials are the
	// given acronym (folded), the most frequent first. Here and below, those that are
	// so by chance ([analysis.ByChance]) may be missing.
	SpelledOut(acronym string) []Name
	// Acronyms returns the acronyms, as terms, that the corpus uses and that the
	// given name, as terms, has as its initials.
	Acronyms(name []string) []string
}
