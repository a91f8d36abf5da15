package index

import (
	"encoding/binary"

	"newshound/answer/analysis"
)

// streams hold the occurrences of every term in the order in which they come, packed
// into bytes: what a builder holds of a passage takes a few bytes a word. The bytes
// of a term are a chain of blocks in one arena.
//
// Each occurrence is a varint, in the manner of encoding/binary, and what belongs to
// it:
//
//	difference to the position before, 1 bit 0     again in the same passage
//	difference to the passage before, 2 bits 01,
//	  varint position                              in another passage
//	difference to the passage before, 2 bits 11,
//	  varint number of passages                    in the header of those from there on
type streams struct {
	terms   []stream
	chunks  [][]byte // the arena
	used    uint32   // bytes of it
	touched uint32   // what add looked at, for the compiler to leave it in
}

// stream is the occurrences of one term.
type stream struct {
	first     uint32 // where its first block is
	next, end uint32 // where the next byte goes, and where the last block's bytes end
	last      uint32 // twice the last passage; and one more if it is not a header's
	position  uint16 // of the last occurrence
	block     uint16 // the size of the last block
}

const (
	arenaChunk = 1 << 22
	// firstBlock is the size of a term's first block; most terms need no more. Those
	// that follow are each twice as large, up to lastBlock.
	firstBlock = 12
	lastBlock  = 12 << 7
	linkSize   = 4 // at a block's end: where the next one is
	// fullArena is a size of the arena from which on there is room for nothing more
	// than what one article may bring.
	fullArena = 3 << 30
)

// newTerm adds a term, and returns its number.
func (s *streams) newTerm() uint32 {
	if len(s.terms) == cap(s.terms) {
		larger := make([]stream, len(s.terms), max(1<<8, 2*cap(s.terms)))
		analysis.InHugePages(larger)
		copy(larger, s.terms)
		s.terms = larger
	}
	s.terms = append(s.terms, stream{})
	return uint32(len(s.terms) - 1)
}

// occurrence is a term at a place in a passage.
type occurrence struct {
	term     uint32
	position uint16
}

// add adds the occurrences in a passage, which is a later one than the last. What it
// writes to is looked at before: while the processor waits for some of it, it fetches
// the rest.
func (s *streams) add(passage uint32, found []occurrence) {
	touched := uint32(0)
	for _, o := range found {
		touched |= s.terms[o.term].next
	}
	for _, o := range found {
		if t := &s.terms[o.term]; t.block != 0 {
			touched |= uint32(s.chunks[t.next/arenaChunk][t.next%arenaChunk])
		}
	}
	s.touched = touched
	for _, o := range found {
		t := &s.terms[o.term]
		var code, size uint64
		if t.last == passage<<1|1 {
			code, size = packVarint(uint64(o.position-t.position) << 1)
		} else {
			code, size = packVarint(uint64(passage-t.last>>1)<<2 | 1)
			place, more := packVarint(uint64(o.position))
			code |= place << (8 * size)
			size += more
			t.last = passage<<1 | 1
		}
		t.position = o.position
		s.put(t, code, uint32(size))
	}
}

// addHeader adds an occurrence in the header of so many passages from the first on.
func (s *streams) addHeader(term, first, passages uint32) {
	t := &s.terms[term]
	code, size := packVarint(uint64(first-t.last>>1)<<2 | 3)
	t.last = first << 1
	s.put(t, code, uint32(size))
	code, size = packVarint(uint64(passages))
	s.put(t, code, uint32(size))
}

// packVarint returns the bytes of a varint of no more than 56 bits, the first one
// lowest, and their number.
func packVarint(v uint64) (code, size uint64) {
	for v >= 0x80 {
		code |= (v&0x7f | 0x80) << (8 * size)
		size++
		v >>= 7
	}
	return code | v<<(8*size), size + 1
}

// put appends up to eight bytes.
func (s *streams) put(t *stream, code uint64, size uint32) {
	if t.next+8 <= t.end+linkSize && t.next+size <= t.end { // what is written beyond size is overwritten later
		binary.LittleEndian.PutUint64(s.chunks[t.next/arenaChunk][t.next%arenaChunk:], code)
		t.next += size
		return
	}
	for ; size > 0; size-- {
		if t.next == t.end {
			s.grow(t)
		}
		s.chunks[t.next/arenaChunk][t.next%arenaChunk] = byte(code)
		t.next++
		code >>= 8
	}
}

// grow gives a term its next block.
func (s *streams) grow(t *stream) {
	before := t.block
	t.block = nextBlock(before)
	size := uint32(t.block)
	if s.used%arenaChunk+size > arenaChunk || int(s.used/arenaChunk) == len(s.chunks) {
		s.used = uint32(len(s.chunks)) * arenaChunk
		s.chunks = append(s.chunks, nil)
	}
	if last := &s.chunks[len(s.chunks)-1]; int(s.used%arenaChunk+size) > len(*last) {
		*last = s.larger(*last)
	}
	at := s.used
	s.used += size
	if before == 0 {
		t.first = at
	} else {
		binary.LittleEndian.PutUint32(s.chunks[t.end/arenaChunk][t.end%arenaChunk:], at)
	}
	t.next, t.end = at, at+size-linkSize
}

// larger returns a chunk that is larger than one, with the same in it. Only the first is
// not made as large as can be at once, for what has little to hold.
func (s *streams) larger(chunk []byte) []byte {
	size := arenaChunk
	if len(s.chunks) == 1 {
		size = max(1<<14, 4*len(chunk))
	}
	larger := make([]byte, size)
	analysis.InHugePages(larger)
	copy(larger, chunk)
	return larger
}

// nextBlock returns the size of the block that follows one of some size, or of the
// first one if that is 0.
func nextBlock(size uint16) uint16 {
	switch size {
	case 0:
		return firstBlock
	case lastBlock:
		return lastBlock
	}
	return 2 * size
}

// bytes appends the bytes of a term to dst.
func (s *streams) bytes(dst []byte, t *stream) []byte {
	if t.block == 0 {
		return dst
	}
	for at, size := t.first, uint16(firstBlock); ; size = nextBlock(size) {
		chunk, start, end := s.chunks[at/arenaChunk], at%arenaChunk, at%arenaChunk+uint32(size)-linkSize
		if at <= t.next && t.next <= at+uint32(size)-linkSize {
			return append(dst, chunk[start:start+t.next-at]...)
		}
		dst = append(dst, chunk[start:end]...)
		at = binary.LittleEndian.Uint32(chunk[end:])
	}
}

// size is about how many bytes the streams take.
func (s *streams) size() int { return int(s.used) + cap(s.terms)*streamSize }

const streamSize = 20

// unpack adds the postings that the bytes of a term are.
func (p *termPostings) unpack(data []byte) {
	var (
		passage, body, position int
		next, end, header       int // the passages that the last header still holds for
	)
	finish := func() {
		if body == 0 {
			return
		}
		for ; next < min(passage, end); next++ {
			p.add(next, 0, header)
		}
		in := 0
		if next < end { // it stands at the passage
			in = header
			next++
		}
		p.add(passage, body, in)
		body = 0
	}
	for at := 0; at < len(data); {
		v := uint64(data[at])
		at++
		if v >= 0x80 {
			var n int
			v, n = binary.Uvarint(data[at-1:])
			at += n - 1
		}
		if v&1 == 0 {
			position += int(v >> 1)
			body++
			p.positions = binary.LittleEndian.AppendUint16(p.positions, uint16(position))
			continue
		}
		finish()
		passage += int(v >> 2)
		n, size := binary.Uvarint(data[at:])
		at += size
		switch {
		case v&2 == 0:
			position, body = int(n), 1
			p.positions = binary.LittleEndian.AppendUint16(p.positions, uint16(position))
		case v>>2 == 0 && header > 0: // again in the same header
			header++
		default:
			for ; next < end; next++ {
				p.add(next, 0, header)
			}
			next, end, header = passage, passage+int(n), 1
		}
	}
	finish()
	for ; next < end; next++ {
		p.add(next, 0, header)
	}
}
