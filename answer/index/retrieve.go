package index

import (
	"cmp"
	"context"
	"runtime"
	"slices"

	"newshound/answer"
	"newshound/answer/index/internal/bm25"
	"newshound/answer/index/internal/postings"
	"newshound/answer/index/internal/raw"
	"newshound/answer/index/internal/segment"
)

// Retrieve implements [answer.Retriever].
func (ix *Index) Retrieve(ctx context.Context, q answer.Query) (hits []answer.Hit, err error) {
	defer runtime.KeepAlive(ix) // and what it is mapped to
	defer raw.Faults()()
	defer raw.Guard(&err)
	depth := q.Limit
	if q.Article > 0 {
		depth = max(depth, q.Depth)
	}
	if q.Limit > 0 {
		w := ix.workspace()
		if hits, err = ix.retrieve(ctx, w, q, depth); err == nil {
			ix.free(w)
		}
	}
	switch damage := ix.damage.Load(); {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case damage != nil:
		return nil, *damage
	}
	return hits, err
}

func (ix *Index) retrieve(ctx context.Context, w *workspace, q answer.Query, depth int) ([]answer.Hit, error) {
	w.start(ix, q, depth)
	for _, s := range ix.segments {
		if err := w.scan(ctx, s, q); err != nil {
			return nil, err
		}
	}
	top := w.best(w.score(ix, q), depth)
	if q.Article > 0 {
		for i := range top {
			top[i].score += q.Article * top[i].article
		}
		slices.SortFunc(top, candidate.compare)
	}
	return ix.hits(w, top[:min(len(top), q.Limit)], q), nil
}

// hits reads the passages of candidates, the best first, until one is worth too little. What
// that is is known in time: the measure comes before all that it leaves out.
func (ix *Index) hits(w *workspace, top []candidate, q answer.Query) []answer.Hit {
	if len(top) == 0 {
		return nil
	}
	hits := make([]answer.Hit, 0, len(top))
	least := 0.0
	for _, c := range top {
		if c.score < least {
			break
		}
		h := answer.Hit{Passage: ix.segments[c.segment].Passage(c.passage), Score: c.score}
		if q.Parts {
			h.Parts = slices.Clone(w.parts[c.parts:][:len(q.Clauses)])
		}
		if q.Measure.Is(h.Passage) {
			least = q.Measure.Share * h.Score
		}
		hits = append(hits, h)
	}
	return hits
}

// workspace is the memory that a query works in, kept for the next one.
type workspace struct {
	// sources are the postings of every alternative of every clause, in order,
	// segment after segment.
	sources []source
	phrase  phraseFinder
	must    []postings.Seeker // the phrases of the filter in the segment at hand
	// sums and most are what scan adds up. They are zero between two chunks.
	sums, most [postings.ChunkSize]uint16
	collector  collector
	candidates []candidate
	parts      []float64 // what each clause is worth to each candidate, where that is asked for
	light      []int     // the clauses that choose no candidates, rising
	stretches  []stretch // of the segment at hand
}

// workspace returns one that is free, or a new one. The sums of a new one are written
// before they are read: memory that is read first costs the system two page faults each.
func (ix *Index) workspace() *workspace {
	select {
	case w := <-ix.workspaces:
		return w
	default:
		w := new(workspace)
		clear(w.sums[:])
		clear(w.most[:])
		return w
	}
}

// free keeps a workspace for the next query, unless there are enough.
func (ix *Index) free(w *workspace) {
	select {
	case ix.workspaces <- w:
	default:
	}
}

// candidate is a passage that may be among the best, with its exact score.
type candidate struct {
	segment  int
	passage  int
	norm     float64
	score    float64
	article  float64 // what its article scores as one passage, where that counts
	clauseAt float64 // its best alternative of the clause at hand
	parts    int     // where its parts begin
}

// compare orders by falling score, and by the order of the corpus where scores
// are equal.
func (x candidate) compare(y candidate) int {
	switch { // scores are seldom equal, and never NaN
	case x.score > y.score:
		return -1
	case x.score < y.score:
		return 1
	}
	return cmp.Or(cmp.Compare(x.segment, y.segment), cmp.Compare(x.passage, y.passage))
}

// best orders candidates and returns those that score anything at all, no more
// than limit.
func (w *workspace) best(found []candidate, limit int) []candidate {
	slices.SortFunc(found, candidate.compare)
	found = found[:min(len(found), limit)]
	for len(found) > 0 && found[len(found)-1].score <= 0 {
		found = found[:len(found)-1]
	}
	return found
}

// find returns the postings of an alternative in a segment, and whether it has any.
func (w *workspace) find(s *segment.Segment, terms []string, m *bm25.Impacts) (postings.List, bool) {
	var l postings.List
	switch len(terms) {
	case 0:
	case 1:
		l = s.Term(terms[0])
	default:
		l = w.phrase.of(s, terms, m)
	}
	return l, len(l.Passages) > 0
}
