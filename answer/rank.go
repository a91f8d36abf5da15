package answer

import (
	"cmp"
	"context"
	"slices"
)

const (
	// pool is the number of passages that are retrieved to be ranked, unless more
	// are wanted.
	pool = 200
	// articleShare is how much an article that bears on the question as a whole
	// counts for its passages. Where the question names outlets it counts nothing:
	// then it is about what single articles say.
	articleShare = 0.3
	// proximityShare is how much neighbours in the question count that are
	// neighbours in the passage.
	proximityShare = 0.9
	// proximityDepth is the number of passages that are read for proximity.
	proximityDepth = 60
)

// Rank returns the best q.Limit passages for a question, best first: those
// that hold most of its words, weighed by BM25, with credit for words that
// stand together as they do in the question. A question that names outlets is
// ranked for each of its sides, and the sides take turns.
func (e *Engine) Rank(ctx context.Context, q Question) ([]Hit, error) {
	in := e.understand(q.Text)
	return e.rank(ctx, in, e.expand(in), q.Limit)
}

func (e *Engine) rank(ctx context.Context, in inquiry, x expansion, limit int) ([]Hit, error) {
	q := Query{Limit: max(pool, limit)}
	if len(in.facets) == 0 {
		q.Article = articleShare
	}
	hits, err := e.search(ctx, x, q)
	if err != nil {
		return nil, err
	}
	if len(in.facets) > 0 {
		sides := make([][]Hit, len(in.facets))
		for i, f := range in.facets {
			q.Filter.Outlets = f.outlets
			if sides[i], err = e.search(ctx, f.of(x, len(in.facets)), q); err != nil {
				return nil, err
			}
		}
		hits = merge(sides, hits)
	}
	return hits[:min(len(hits), limit)], nil
}

// search retrieves what the expansion asks for, with q's limits, and ranks it.
func (e *Engine) search(ctx context.Context, x expansion, q Query) ([]Hit, error) {
	for _, w := range x.wants {
		if w.Weight > 0 {
			q.Clauses = append(q.Clauses, w.Clause)
		}
	}
	hits, err := e.index.Retrieve(ctx, q)
	if err != nil {
		return nil, err
	}
	e.addProximity(x, hits[:min(len(hits), proximityDepth)])
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(b.Score, a.Score) })
	return hits, nil
}

// addProximity adds to the hits' scores what the question's neighbours are
// worth that are neighbours in the passage too, after the sequential dependence
// model (Metzler and Croft, A Markov Random Field Model for Term Dependencies,
// 2005).
func (e *Engine) addProximity(x expansion, hits []Hit) {
	s := scorer{matcher: newMatcher(x.wants)}
	for i := range hits {
		hits[i].Score += proximityShare * s.adjacency(s.find(Tokens(e.analyzer, nil, hits[i].Passage)))
	}
}
