package index

import (
	"cmp"
	"math"
	"slices"
)

// scored is a passage with its score.
type scored struct {
	passage uint32
	score   float64
}

// compare orders by falling score, and by the order of the corpus where scores
// are equal.
func (x scored) compare(y scored) int {
	return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.passage, y.passage))
}

// take returns the passages with the highest positive scores, in order, and
// clears all scores. The result is good until the next call.
//
// The best so far are kept in a heap, the last of them at its root. Once there
// are enough, a passage must score more than that one to take its place: with
// the same score it would come behind, being later in the corpus.
func (acc *accumulator) take(limit int) []scored {
	top := acc.top[:0]
	floor := 0.0
	if limit <= 0 {
		floor = math.Inf(1)
	}
	for p, s := range acc.total {
		if s <= floor {
			continue
		}
		if len(top) < limit {
			top = append(top, scored{uint32(p), s})
			rise(top)
		} else {
			top[0] = scored{uint32(p), s}
			sink(top)
		}
		if len(top) == limit {
			floor = top[0].score
		}
	}
	clear(acc.total)
	slices.SortFunc(top, scored.compare)
	acc.top = top
	return top
}

// rise moves the last element of a heap to its place.
func rise(heap []scored) {
	for i := len(heap) - 1; i > 0; {
		parent := (i - 1) / 2
		if heap[i].compare(heap[parent]) <= 0 {
			return
		}
		heap[i], heap[parent] = heap[parent], heap[i]
		i = parent
	}
}

// sink moves the first element of a heap to its place.
func sink(heap []scored) {
	for i := 0; ; {
		last := i // of it and its children
		for child := 2*i + 1; child <= 2*i+2 && child < len(heap); child++ {
			if heap[child].compare(heap[last]) > 0 {
				last = child
			}
		}
		if last == i {
			return
		}
		heap[i], heap[last] = heap[last], heap[i]
		i = last
	}
}
