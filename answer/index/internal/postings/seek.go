package postings

import "newshound/answer/index/internal/raw"

// NoChunk is more than the number of any chunk.
const NoChunk = 1 << 16

// Seeker goes through the postings of a term, forward only.
type Seeker struct {
	List
	chunk      int // its place in the list's chunks
	Start, End int // the chunk's postings
	At         int // in the chunk's postings, where the last one was sought; it may be set ahead
	Number     int // the chunk's number
	// placed positions stand before those of the posting counted, which is one that
	// Occurrences has come to.
	counted, placed int
}

// Reset puts the seeker at the start of a list.
func (k *Seeker) Reset(l List) {
	*k = Seeker{List: l, chunk: -1}
	k.Next()
}

// Next goes on to the next chunk. Behind the last one, its number is larger than
// any.
func (k *Seeker) Next() {
	k.chunk++
	k.Start, k.At = k.End, k.End
	if 4*k.chunk == len(k.chunks) {
		k.Number = NoChunk
		return
	}
	var n int
	k.Number, n = k.List.chunk(k.chunk)
	k.End += n
}

// Seek goes on to the passage's posting, and reports whether there is one. Without one,
// the seeker stands where it would be.
func (k *Seeker) Seek(passage int) bool {
	for k.Number < passage/ChunkSize {
		k.Next()
	}
	if k.Number > passage/ChunkSize {
		return false
	}
	id := uint16(passage % ChunkSize)
	k.At += before(k.Passages[k.At:k.End], id)
	return k.At < k.End && k.Passages[k.At] == id
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

// From goes on to the first posting of the passage or of one behind it, and returns that
// passage, and whether there is one.
func (k *Seeker) From(passage int) (int, bool) {
	k.Seek(passage)
	return k.Passage()
}

// Passage returns the passage of the posting that the seeker stands at, and
// whether there is one.
func (k *Seeker) Passage() (int, bool) {
	for k.At == k.End && k.Number < NoChunk {
		k.Next()
	}
	if k.Number == NoChunk {
		return 0, false
	}
	return k.Number*ChunkSize + int(k.Passages[k.At]), true
}

// Occurrences returns the positions of the posting that the seeker stands at.
func (k *Seeker) Occurrences() []uint16 {
	k.readPositions()
	if i := k.At / stride; i > k.counted/stride {
		k.counted, k.placed = i*stride, raw.Uint32(k.List.positions, i-1)
	}
	for ; k.counted < k.At; k.counted++ {
		n, _ := k.Freq(k.counted)
		k.placed += n
	}
	n, _ := k.Freq(k.At)
	start := k.positionsAt() + 2*k.placed
	return raw.Uint16s(raw.Cut(k.List.positions, start, start+2*n))
}
