package search

import (
	"cmp"
	"context"
	"runtime"
	"slices"

	"newshound/answer"
	"newshound/answer/index/internal/bm25"
	"newshound/answer/index/internal/postings"
	"newshound/answer/index/internal/segment"
)

// Searcher finds passages in some segments. It is immutable, and safe for concurrent use.
type Searcher struct {
	segments []*segment.Segment
	// average and articleAverage are the mean lengths of a passage and of an
	// article, without those that are deleted.
	average, articleAverage float64
	workspaces              chan *workspace // that are free
}

// New returns a searcher of segments, in the order of the corpus, whose passages and
// articles have these lengths on average, without those that are deleted.
func New(segments []*segment.Segment, average, articleAverage float64) *Searcher {
	return &Searcher{
		segments: segments, average: average, articleAverage: articleAverage,
		workspaces: make(chan *workspace, runtime.GOMAXPROCS(0)),
	}
}

// Retrieve ranks as [answer.Retriever] has it. It panics with damage.
func (in *Searcher) Retrieve(ctx context.Context, q answer.Query) (hits []answer.Hit, err error) {
	depth := q.Limit
	if q.Article > 0 {
		depth = max(depth, q.Depth)
	}
	if q.Limit > 0 {
		w := in.workspace()
		if hits, err = in.rank(ctx, w, q, depth); err == nil {
			in.free(w)
		}
	}
	return hits, err
}

// rank does it in a workspace, which is as it was if there is no error.
func (in *Searcher) rank(ctx context.Context, w *workspace, q answer.Query, depth int) ([]answer.Hit, error) {
	w.start(in, q, depth)
	for _, s := range in.segments {
		if err := w.scan(ctx, s, q); err != nil {
			return nil, err
		}
	}
	top := w.best(w.score(in, q), depth)
	if q.Article > 0 {
		for i := range top {
			top[i].score += q.Article * top[i].article
		}
		slices.SortFunc(top, candidate.compare)
	}
	return in.hits(w, top[:min(len(top), q.Limit)], q), nil
}

// hits reads the passages of candidates, the best first, until one is worth too little. What
// that is is known in time: the measure comes before all that it leaves out.
func (in *Searcher) hits(w *workspace, top []candidate, q answer.Query) []answer.Hit {
	if len(top) == 0 {
		return nil
	}
	hits := make([]answer.Hit, 0, len(top))
	least := 0.0
	for _, c := range top {
		if c.score < least {
			break
		}
		h := answer.Hit{Passage: in.segments[c.segment].Passage(c.passage), Score: c.score, Held: c.held}
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
func (in *Searcher) workspace() *workspace {
	select {
	case w := <-in.workspaces:
		return w
	default:
		w := new(workspace)
		clear(w.sums[:])
		clear(w.most[:])
		return w
	}
}

// free keeps a workspace for the next query, unless there are enough.
func (in *Searcher) free(w *workspace) {
	select {
	case in.workspaces <- w:
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
	held     float64 // see [answer.Hit]
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
