package eval

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"newshound/answer"
)

// Ranker ranks passages for a question: the best q.Limit of them, best first.
// It must be safe for concurrent use. [engine.Engine] is one.
type Ranker interface {
	Rank(ctx context.Context, q answer.Question) ([]answer.Hit, error)
}

// Ranking is what a [Ranker] found for one case, best first.
type Ranking struct {
	Case Case
	Hits []answer.Hit
}

// Articles returns the ids of the articles found, each once, in the order of
// their first passages.
func (r Ranking) Articles() []string {
	var ids []string
	seen := map[string]bool{}
	for _, h := range r.Hits {
		if id := h.Passage.Article.ID; !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}

// Progress is told how many of all questions are done. It is never called by
// two goroutines at once; nil is allowed.
type Progress func(done, total int)

// Rank puts every case to r with a limit of k passages, several at a time, and
// returns the rankings in the order of the cases. The first case that fails
// ends it.
func Rank(ctx context.Context, r Ranker, cases []Case, k int, progress Progress) ([]Ranking, error) {
	rankings := make([]Ranking, len(cases))
	err := forEach(ctx, cases, progress, func(i int, c Case) error {
		hits, err := r.Rank(ctx, c.Question(k))
		rankings[i] = Ranking{Case: c, Hits: hits[:min(k, len(hits))]}
		return err
	})
	if err != nil {
		return nil, err
	}
	return rankings, nil
}

// forEach calls do for every case, on as many goroutines as GOMAXPROCS allows,
// and waits for them. After an error no further case is begun, but those under
// way are finished: cases are begun in order, so the error returned, that of
// the first case that failed, is the same in every run.
func forEach(ctx context.Context, cases []Case, progress Progress, do func(i int, c Case) error) error {
	var (
		next   atomic.Int64
		failed atomic.Bool
		errs   = make([]error, len(cases))
		mu     sync.Mutex // guards done, and calls of progress
		done   int
		group  sync.WaitGroup
	)
	work := func() {
		for !failed.Load() && ctx.Err() == nil {
			i := int(next.Add(1)) - 1
			if i >= len(cases) {
				return
			}
			if errs[i] = do(i, cases[i]); errs[i] != nil {
				failed.Store(true)
				return
			}
			if progress != nil {
				mu.Lock()
				done++
				progress(done, len(cases))
				mu.Unlock()
			}
		}
	}
	for range min(runtime.GOMAXPROCS(0), len(cases)) {
		group.Go(work)
	}
	group.Wait()
	for i, err := range errs {
		if err != nil {
			return fmt.Errorf("query %s: %w", cases[i].ID, err)
		}
	}
	return ctx.Err()
}
