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
	// proximityShare is how much neighbours in the question count that are
	// neighbours in the passage.
	proximityShare = 0.6
	// proximityDepth is the number of passages that are read for proximity.
	proximityDepth = 60
)

// Rank returns the best q.Limit passages for a question, best first: those
// that hold most of its words, weighed by BM25, with credit for words that
// stand together as they do in the question.
func (e *Engine) Rank(ctx context.Context, q Question) ([]Hit, error) {
	return e.rank(ctx, e.expand(e.understand(q.Text)), q.Limit)
}

func (e *Engine) rank(ctx context.Context, x expansion, limit int) ([]Hit, error) {
	query := Query{Limit: max(pool, limit)}
	for _, w := range x.wants {
		if w.Weight > 0 {
			query.Clauses = append(query.Clauses, w.Clause)
		}
	}
	hits, err := e.index.Retrieve(ctx, query)
	if err != nil {
		return nil, err
	}
	e.addProximity(x, hits[:min(len(hits), proximityDepth)])
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(b.Score, a.Score) })
	return hits[:min(len(hits), limit)], nil
}

// addProximity adds to the hits' scores what the question's neighbours are
// worth that are neighbours in the passage too, after the sequential dependence
// model (Metzler and Croft, A Markov Random Field Model for Term Dependencies,
// 2005).
func (e *Engine) addProximity(x expansion, hits []Hit) {
	s := scorer{matcher: newMatcher(x.wants)}
	for i := range hits {
		p := hits[i].Passage
		hits[i].Score += proximityShare * s.adjacency(s.find(e.analyzer.Tokens(p.Article.Text(p.Span)), p.Start))
	}
}
