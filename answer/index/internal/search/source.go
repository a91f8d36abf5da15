package search

import (
	"newshound/answer/index/internal/postings"
)

// source is an alternative in a segment.
type source struct {
	postings.Seeker
	segment int
	clause  int
	weight  float64 // the alternative's
	factor  uint32  // what an impact is multiplied with, in 65,536ths, to be added up
}

// take goes on to the postings in a chunk, and returns how many there are.
func (k *source) take(chunk int) int {
	for k.Number < chunk {
		k.Next()
	}
	k.At = k.Start
	if k.Number == chunk {
		k.At = k.End
	}
	return k.At - k.Start
}

// taken returns the postings that were taken last.
func (k *source) taken() []uint16 { return k.Passages[k.Start:k.At] }

// worth returns what an impact is worth in units.
func (k *source) worth(impact byte) uint32 { return (uint32(impact)*k.factor + 0xffff) >> 16 }

// add adds the impacts of what was taken to sums.
func (k *source) add(sums *[postings.ChunkSize]uint16) {
	passages := k.taken()
	_ = sums[0] // there is no need to look in the loop whether it is nil
	for i, impact := range k.Impacts[k.Start:k.At][:len(passages)] {
		sums[passages[i]] += uint16(k.worth(impact))
	}
}

// lift does what raise does, for the first alternative of a clause: nothing of it can be
// exceeded yet.
func (k *source) lift(sums, most *[postings.ChunkSize]uint16, base uint32) {
	passages, factor := k.taken(), k.factor
	_, _ = sums[0], most[0]
	for i, impact := range k.Impacts[k.Start:k.At][:len(passages)] {
		p, worth := passages[i], (uint32(impact)*factor+0xffff)>>16
		most[p] = uint16(base + worth)
		sums[p] += uint16(worth)
	}
}

// raise adds to sums by how much the impacts of what was taken exceed the most of their
// clause so far. That stands above base, and what clauses before have left below, so that
// nothing needs to be cleared between two of them; all of it fits, as the sums do.
func (k *source) raise(sums, most *[postings.ChunkSize]uint16, base uint32) {
	passages, factor, above := k.taken(), k.factor, base<<16+0xffff
	_, _ = sums[0], most[0]
	for i, impact := range k.Impacts[k.Start:k.At][:len(passages)] {
		p := passages[i]
		before := max(uint32(most[p]), base)
		now := max(before, (uint32(impact)*factor+above)>>16)
		most[p] = uint16(now)
		sums[p] += uint16(now - before)
	}
}
