package search

import (
	"newshound/answer/index/internal/bm25"
	"newshound/answer/index/internal/segment"
)

// slack tells how far the sums of a segment's passages may be from their scores, in
// units. There are two bounds: one for passages of any sum, and one in shares of the
// sum, which is smaller for most.
type slack struct {
	most    int
	share   float64
	clauses int // that are rounded up to a unit
}

// slackOf returns that of a segment and a query with so many clauses, which weigh so many
// units together, where average is the mean length in the index.
func slackOf(s *segment.Segment, average, weight float64, clauses int) slack {
	own := bm25.Mean(s.Words, s.Passages)
	// Rounding the impact, and rounding the mean length away.
	off := weight * (s.Impacts.Rounding(s.Longest) + bm25.Drift(own, average))
	least := bm25.Quantum * float64(bm25.Impact(1, bm25.Norm(s.Longest, s.Impacts.Average)))
	share := (1+s.Impacts.Rounding(s.Longest)/least)*(1+bm25.DriftShare(own, average)) - 1
	return slack{int(min(off, full)), share, clauses}
}

// off returns how far a score may be from a sum, but for rounding up. It does not fall
// when the sum rises. A clause's factor is rounded down, which takes less than a 256th of
// a unit from it.
func (s slack) off(sum int) int {
	return min(s.most, int(min(s.share*float64(sum+s.clauses), full))) + s.clauses/256 + 2
}

// score returns what the score of a sum is at least and at most.
func (s slack) score(sum int) (least, most int) {
	off := s.off(sum)
	return max(0, sum-s.clauses-off), sum + off
}
