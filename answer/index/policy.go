package index

import (
	"slices"

	"newshound/answer/index/internal/segment"
)

// policy says when to merge.
type policy struct {
	segments int // so many there may be
	dead     int // bytes that may be dead, if no more are live
	all      bool
}

// usual keeps the costs of a query low, which has to look into every segment, and
// those of merging: as long as segments are added that are about alike, an article
// is merged as often as the logarithm of the number of articles says.
func usual() policy { return policy{segments: 8, dead: 4 << 20} }

// wasteful reports whether too much of a file is dead.
func (p policy) wasteful(live, size int) bool { return size-live > max(live, p.dead) }

// choose returns the rows of segments to be merged.
func (p policy) choose(segments []*segment.Segment) (spans []span) {
	n := len(segments)
	if n == 0 {
		return nil
	}
	sizes := make([]int, n)
	for i, s := range segments {
		gone, _ := s.Gone()
		sizes[i] = s.Passages - gone
	}
	if p.all || n > 1 && slices.Max(sizes) == 0 { // one that is empty still tells whether it is compact
		return []span{{from: 0, to: n}}
	}
	start := n
	if n > p.segments {
		// As few of the last as leave none before them that is not twice as large
		// as they are together.
		start = n - 2
		sum := sizes[n-1] + sizes[n-2]
		for start > 0 && sizes[start-1] < 2*sum {
			start--
			sum += sizes[start]
		}
	}
	for i := range start {
		if segments[i].Passages > sizes[i] && 4*sizes[i] < 3*segments[i].Passages {
			spans = append(spans, span{from: i, to: i + 1})
		}
	}
	if start < n {
		spans = append(spans, span{from: start, to: n})
	}
	return spans
}
