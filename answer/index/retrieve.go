package index

import (
	"context"

	"newshound/answer"
)

// Retrieve implements [answer.Retriever]. It looks at every posting of every
// term of the query.
func (ix *Index) Retrieve(ctx context.Context, q answer.Query) ([]answer.Hit, error) {
	acc := ix.accumulators.Get().(*accumulator) // it is put back clean
	for _, c := range q.Clauses {
		if ctx.Err() != nil {
			break
		}
		ix.addClause(acc, c)
		if q.Article > 0 {
			ix.addArticles(acc, c)
		}
	}
	ix.filter(acc, q.Filter)
	depth := q.Limit
	if q.Article > 0 && q.Limit > 0 {
		depth = max(depth, q.Depth)
	}
	top := acc.take(depth)
	if q.Article > 0 {
		ix.addShare(acc, top, q.Article)
	}
	top = top[:min(len(top), max(0, q.Limit))]
	var hits []answer.Hit
	if len(top) > 0 {
		hits = make([]answer.Hit, len(top))
	}
	for i, s := range top {
		hits[i] = answer.Hit{Passage: ix.passages[s.passage], Score: s.score}
	}
	ix.accumulators.Put(acc)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return hits, nil
}

// accumulator is the working memory of a query.
type accumulator struct {
	total []float64 // score of each passage, zero between queries
	// best is, of the clause at hand, the best alternative's share for each
	// passage in touched, and zero for the others.
	best    []float64
	touched []uint32
	top     []scored
	phrase  phraseFinder

	articles articleScores
}

func newAccumulator(passages, articles int) *accumulator {
	return &accumulator{
		total: make([]float64, passages), best: make([]float64, passages),
		articles: articleScores{total: make([]float64, articles), best: make([]float64, articles)},
	}
}

// addClause adds to every passage what the clause is worth there.
func (ix *Index) addClause(acc *accumulator, c answer.Clause) {
	if len(c.Alts) == 1 { // most words of most questions
		a := c.Alts[0]
		for _, p := range ix.matches(acc, a.Terms) {
			acc.total[p.passage] += c.Weight * (a.Weight * saturate(p.freq, ix.norms[p.passage]))
		}
		return
	}
	for _, a := range c.Alts {
		for _, p := range ix.matches(acc, a.Terms) {
			s, best := a.Weight*saturate(p.freq, ix.norms[p.passage]), acc.best[p.passage]
			if s <= best {
				continue
			}
			if best == 0 {
				acc.touched = append(acc.touched, p.passage)
			}
			acc.best[p.passage] = s
		}
	}
	for _, p := range acc.touched {
		acc.total[p] += c.Weight * acc.best[p]
		acc.best[p] = 0
	}
	acc.touched = acc.touched[:0]
}

// saturate returns the part of BM25 that depends on the passage.
func saturate(freq float32, norm float64) float64 {
	tf := float64(freq)
	return tf * (k1 + 1) / (tf + norm)
}

// matches returns the passages that hold the terms in a row. The result is good
// until the next call.
func (ix *Index) matches(acc *accumulator, terms []string) []posting {
	switch len(terms) {
	case 0:
		return nil
	case 1:
		t, ok := ix.terms[terms[0]]
		if !ok {
			return nil
		}
		return ix.postings.of(t)
	}
	return acc.phrase.find(ix, terms)
}
