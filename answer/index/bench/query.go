package main

import (
	"cmp"
	"context"
	"math"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"newshound/answer"
	answers "newshound/answer/engine"
	newshound "newshound/answer/index"
)

// latencies are the times that queries took, in milliseconds.
type latencies struct {
	Set     string  `json:"set"`     // the file's name without its ending
	Queries int     `json:"queries"` // how many were asked
	Words   float64 `json:"words"`   // of a query, the mean
	P50     float64 `json:"p50"`
	P95     float64 `json:"p95"`
	P99     float64 `json:"p99"`
	Max     float64 `json:"max"`
	// Process is the mean of what all threads of the process spent, its garbage
	// collector among them, over all passes.
	Process float64 `json:"process"`
}

// setName names a file of queries: "news" for "q_news.txt".
func setName(path string) string {
	name := strings.TrimPrefix(filepath.Base(path), "q_")
	return strings.TrimSuffix(name, filepath.Ext(name))
}

// measureQueries asks each query of a file, and again in every pass.
func measureQueries(ctx context.Context, e engine, t task) (*latencies, error) {
	ix, err := e.open(ctx, t.Index)
	if err != nil {
		return nil, err
	}
	s, err := ix.searcher(ctx)
	if err != nil {
		return nil, err
	}
	return latenciesOf(t, threadTime, func(q query) error {
		_, err := s.search(ctx, q.words)
		return err
	})
}

// measureAsk asks each question of a file of Newshound as a whole. What all its
// threads spend counts.
func measureAsk(ctx context.Context, t task) (*latencies, error) {
	ix, err := newshound.Open(t.Index)
	if err != nil {
		return nil, err
	}
	e := answers.New(ix)
	return latenciesOf(t, processTime, func(q query) error {
		_, err := e.Ask(ctx, answer.Question{Text: q.question})
		return err
	})
}

// latenciesOf times ask by a clock for each query of a file: once, and then in as
// many passes as are wanted and the time box allows. Queries that are not reached
// in the time box do not count.
func latenciesOf(t task, now func() time.Duration, ask func(query) error) (*latencies, error) {
	queries, err := readQueries(t.Queries, t.Max)
	if err != nil {
		return nil, err
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	fastest := make([]float64, 0, len(queries))
	count := 0
	process := processTime()
	pass := func(first bool) error {
		for i, q := range queries {
			if processTime()-process > t.Box && (i > 0 || !first) {
				break
			}
			before := now()
			if err := ask(q); err != nil {
				return err
			}
			took := milliseconds(now() - before)
			count++
			if first {
				fastest = append(fastest, took)
			} else {
				fastest[i] = min(fastest[i], took)
			}
		}
		queries = queries[:len(fastest)]
		return nil
	}
	for i := range 1 + t.Passes {
		if err := pass(i == 0); err != nil {
			return nil, err
		}
	}
	l := &latencies{Set: setName(t.Queries), Queries: len(fastest), Process: milliseconds(processTime()-process) / float64(count)}
	words := 0
	for _, q := range queries {
		words += len(q.words)
	}
	l.Words = float64(words) / float64(len(queries))
	slices.Sort(fastest)
	l.P50, l.P95, l.P99, l.Max = quantile(fastest, 0.5), quantile(fastest, 0.95), quantile(fastest, 0.99), quantile(fastest, 1)
	return l, nil
}

// quantile returns the value below which the share q of sorted values is.
func quantile(sorted []float64, q float64) float64 {
	return sorted[int(math.Round(q*float64(len(sorted)-1)))]
}

// throughput compares two threads that search with one.
type throughput struct {
	// One and Two are queries in a second of wall time, the best of several rounds.
	One float64 `json:"one"`
	Two float64 `json:"two"`
	// CPUOne and CPUTwo are the milliseconds that the processors spent on a query,
	// the least of several rounds: on a machine that does something else too, two
	// threads are worth 2 × CPUOne / CPUTwo.
	CPUOne float64 `json:"cpuOneMs"`
	CPUTwo float64 `json:"cpuTwoMs"`
}

// measureThreads has one thread and two threads in turn answer the queries.
func measureThreads(ctx context.Context, e engine, t task) (*throughput, error) {
	queries, err := readQueries(t.Queries, t.Max)
	if err != nil {
		return nil, err
	}
	ix, err := e.open(ctx, t.Index)
	if err != nil {
		return nil, err
	}
	var searchers [2]searcher
	for i := range searchers {
		if searchers[i], err = ix.searcher(ctx); err != nil {
			return nil, err
		}
	}
	const atLeast = 500 * time.Millisecond // a round
	round := func(threads, repeat int) (wall, cpu time.Duration, err error) {
		var next atomic.Int64
		var running sync.WaitGroup
		failed := make([]error, threads)
		start, before := time.Now(), processTime()
		for i := range threads {
			running.Go(func() {
				for n := int(next.Add(1)) - 1; n < repeat*len(queries) && failed[i] == nil; n = int(next.Add(1)) - 1 {
					_, failed[i] = searchers[i].search(ctx, queries[n%len(queries)].words)
				}
			})
		}
		running.Wait()
		return time.Since(start), processTime() - before, cmp.Or(failed[0], failed[len(failed)-1])
	}
	wall, _, err := round(2, 1)
	repeat := 1 + int(atLeast/max(wall, 1))
	done := float64(repeat * len(queries))
	r := &throughput{CPUOne: math.Inf(1), CPUTwo: math.Inf(1)}
	for range t.Passes {
		for threads := 1; threads <= 2 && err == nil; threads++ {
			var cpu time.Duration
			wall, cpu, err = round(threads, repeat)
			rate, each := done/wall.Seconds(), milliseconds(cpu)/done
			if threads == 1 {
				r.One, r.CPUOne = max(r.One, rate), min(r.CPUOne, each)
			} else {
				r.Two, r.CPUTwo = max(r.Two, rate), min(r.CPUTwo, each)
			}
		}
	}
	return r, err
}
