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
	// shareDepth is the number of passages to which it counts.
	shareDepth = 500
	// proximityShare is how much neighbours in the question count that are
	// neighbours in the passage.
	proximityShare = 0.9
	// proximityDepth is the number of passages that are read for proximity.
	proximityDepth = 60
)

// Rank returns the best q.Limit passages for a question, best first: those
// that hold most of its words, weighed by BM25, with credit for words that
// stand together as they do in the question. A question that names outlets is
// ranked for each of its sides, and the sides take turns. Filters in the
// question hold; one that the coverage does not hold is left out.
func (e *Engine) Rank(ctx context.Context, q Question) ([]Hit, error) {
	r := parseRequest(q.Text)
	only, err := e.restrict(ctx, r)
	if err != nil {
		return nil, err
	}
	in := e.understand(r.text)
	return e.rank(ctx, in, e.expand(in), only, q.Limit)
}

func (e *Engine) rank(ctx context.Context, in inquiry, x expansion, only restriction, limit int) ([]Hit, error) {
	q := Query{Limit: max(pool, limit), Depth: shareDepth, Filter: only.filter.with(only.phrases)}
	if len(in.facets) == 0 {
		q.Article = articleShare
	}
	hits, err := e.search(ctx, x, q)
	if err != nil {
		return nil, err
	}
	if parts := only.sides(in.facets, len(hits) > 0); len(parts) > 0 {
		found := make([][]Hit, len(parts))
		for i, part := range parts {
			q.Filter = part.filter
			if found[i], err = e.search(ctx, part.of(x, len(in.facets)), q); err != nil {
				return nil, err
			}
		}
		hits = merge(found, hits)
	}
	return hits[:min(len(hits), limit)], nil
}

// side is a part of a question that is searched by itself.
type side struct {
	facet
	filter Filter
}

// sides returns the sides of a question with these facets. Where no passage holds
// all of its phrases together, each is searched for alone, a facet's own phrases
// in its outlets.
func (r restriction) sides(facets []facet, together bool) []side {
	var out []side
	for _, f := range facets {
		only := r.filter
		if only.Outlets = shared(f.outlets, r.filter.Outlets); len(only.Outlets) == 0 {
			continue
		}
		phrases := r.phrases
		if len(facets) > 1 {
			phrases = f.phrases(phrases)
		}
		if together || len(facets) > 1 {
			out = append(out, side{f, only.with(phrases)})
			continue
		}
		for i := range phrases {
			out = append(out, side{f, only.with(phrases[i : i+1])})
		}
	}
	if len(facets) == 0 && !together && len(r.phrases) > 1 {
		for i := range r.phrases {
			out = append(out, side{filter: r.filter.with(r.phrases[i : i+1])})
		}
	}
	return out
}

// shared returns the outlets of a side that the question's filter admits.
func shared(side, filter []string) []string {
	if len(filter) == 0 {
		return side
	}
	var out []string
	for _, o := range side {
		if slices.Contains(filter, o) {
			out = append(out, o)
		}
	}
	return out
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
	hits = keepExact(hits, q.Filter)
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
