package index

import (
	"newshound/answer/index/internal/raw"
)

// noChunk is more than the number of any chunk.
const noChunk = 1 << 16

// seeker goes through the postings of a term, forward only.
type seeker struct {
	list
	chunk      int // its place in the list's chunks
	start, end int // the chunk's postings
	at         int // in the chunk's postings, where the last one was sought
	number     int // the chunk's number
	// placed positions stand before those of the posting counted, which is one that
	// occurrences has come to.
	counted, placed int
}

// reset puts the seeker at the start of a list.
func (k *seeker) reset(l list) {
	*k = seeker{list: l, chunk: -1}
	k.next()
}

// next goes on to the next chunk. Behind the last one, its number is larger than
// any.
func (k *seeker) next() {
	k.chunk++
	k.start, k.at = k.end, k.end
	if 4*k.chunk == len(k.chunks) {
		k.number = noChunk
		return
	}
	var n int
	k.number, n = k.list.chunk(k.chunk)
	k.end += n
}

// seek goes on to the passage's posting, and reports whether there is one. Without one,
// the seeker stands where it would be.
func (k *seeker) seek(passage int) bool {
	for k.number < passage/chunkSize {
		k.next()
	}
	if k.number > passage/chunkSize {
		return false
	}
	id := uint16(passage % chunkSize)
	k.at += before(k.passages[k.at:k.end], id)
	return k.at < k.end && k.passages[k.at] == id
}

// before returns how many of rising passages come before one. That is found at steps of
// eight, which grow where many do, and in the end by counting among eight, all without a
// branch that the processor would guess wrong: those are what a search takes long by.
func before(passages []uint16, id uint16) int {
	n, step := 0, 8
	for n+step <= len(passages) && passages[n+step-1] < id {
		n += step
		if n >= 16*step {
			step *= 2
		}
	}
	for step > 8 {
		step /= 2
		if n+step <= len(passages) && passages[n+step-1] < id {
			n += step
		}
	}
	if n+8 <= len(passages) {
		p, x := (*[8]uint16)(passages[n:]), uint32(id) // the sign of a difference counts
		return n + int((uint32(p[0])-x)>>31+(uint32(p[1])-x)>>31+(uint32(p[2])-x)>>31+(uint32(p[3])-x)>>31+
			(uint32(p[4])-x)>>31+(uint32(p[5])-x)>>31+(uint32(p[6])-x)>>31+(uint32(p[7])-x)>>31)
	}
	for n < len(passages) && passages[n] < id {
		n++
	}
	return n
}

// from goes on to the first posting of the passage or of one behind it, and returns that
// passage, and whether there is one.
func (k *seeker) from(passage int) (int, bool) {
	k.seek(passage)
	return k.passage()
}

// passage returns the passage of the posting that the seeker stands at, and
// whether there is one.
func (k *seeker) passage() (int, bool) {
	for k.at == k.end && k.number < noChunk {
		k.next()
	}
	if k.number == noChunk {
		return 0, false
	}
	return k.number*chunkSize + int(k.passages[k.at]), true
}

// occurrences returns the positions of the posting that the seeker stands at.
func (k *seeker) occurrences() []uint16 {
	k.readPositions()
	if i := k.at / stride; i > k.counted/stride {
		k.counted, k.placed = i*stride, raw.Uint32(k.list.positions, i-1)
	}
	for ; k.counted < k.at; k.counted++ {
		n, _ := k.freq(k.counted)
		k.placed += n
	}
	n, _ := k.freq(k.at)
	start := k.positionsAt() + 2*k.placed
	return raw.Uint16s(raw.Cut(k.list.positions, start, start+2*n))
}
