package eval

import (
	"context"
	"fmt"
	"math"
	"runtime"
	"slices"
	"time"

	"newshound/answer"
)

// timedLimit is how many passages are retrieved when that is timed, and
// timedPasses how often each question is put.
const (
	timedLimit  = 10
	timedPasses = 3
)

// Latency is the time that one question takes, over all questions.
type Latency struct {
	Queries  int         `json:"queries"`
	Retrieve Percentiles `json:"retrieve_ms"` // the words of the question, for ten passages
	Ask      Percentiles `json:"ask_ms"`      // Ask, from the text to the quotes
}

// Percentiles are times in milliseconds, to the microsecond: half, 95 % and
// 99 % of the questions take no longer.
type Percentiles struct {
	P50 float64 `json:"p50"`
	P95 float64 `json:"p95"`
	P99 float64 `json:"p99"`
}

// Engine is what [Time] needs.
type Engine interface {
	// Retrieve returns the best passages, up to limit, for the words of a text,
	// each a term of a disjunction, by BM25.
	Retrieve(ctx context.Context, text string, limit int) ([]answer.Hit, error)
	Asker
}

// Time measures e on one goroutine, locked to its thread. Every question is
// put once without being timed, so that caches are as they are in service, and
// then three times, the whole list after the whole list; the least of the
// three counts, because what disturbs a measurement only adds to it.
//
// Two things are timed for each question, both from its text on: Retrieve for ten
// passages, which is the work that other engines do with the same words, and Ask
// with its default limit, to the answer with its quotes. Making text or JSON of the
// answer is in neither.
//
// On Linux the time is the thread's CPU time (CLOCK_THREAD_CPUTIME_ID), which
// other processes do not lengthen; on other systems it is the wall clock's. CPU
// time of other threads is not in it: not the garbage collector's background
// work, though what it makes this goroutine do for its allocations is, and not
// that of goroutines that e starts.
func Time(ctx context.Context, e Engine, cases []Case, progress Progress) (Latency, error) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	retrieve := make([]float64, len(cases))
	ask := make([]float64, len(cases))
	for pass := range 1 + timedPasses {
		for i, c := range cases {
			r, a, err := timeOne(ctx, e, c)
			if err != nil {
				return Latency{}, fmt.Errorf("query %s: %w", c.ID, err)
			}
			if pass <= 1 { // the first timed pass replaces the warming one
				retrieve[i], ask[i] = r, a
			}
			retrieve[i], ask[i] = min(retrieve[i], r), min(ask[i], a)
			if progress != nil {
				progress(pass*len(cases)+i+1, (1+timedPasses)*len(cases))
			}
		}
	}
	return Latency{Queries: len(cases), Retrieve: percentiles(retrieve), Ask: percentiles(ask)}, nil
}

// timeOne returns the milliseconds of one Retrieve and one Ask.
func timeOne(ctx context.Context, e Engine, c Case) (retrieve, ask float64, err error) {
	start := clock()
	if _, err := e.Retrieve(ctx, c.Text, timedLimit); err != nil {
		return 0, 0, err
	}
	retrieved := clock()
	if _, err := e.Ask(ctx, c.Question(0)); err != nil {
		return 0, 0, err
	}
	return milliseconds(retrieved - start), milliseconds(clock() - retrieved), nil
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// percentiles sorts the times and takes nearest ranks. Times must not be empty.
func percentiles(times []float64) Percentiles {
	slices.Sort(times)
	at := func(permille int) float64 { return math.Round(quantile(times, permille)*1000) / 1000 }
	return Percentiles{P50: at(500), P95: at(950), P99: at(990)}
}
