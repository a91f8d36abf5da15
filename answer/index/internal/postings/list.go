package postings

import (
	"sort"

	"newshound/answer/index/internal/raw"
)

const (
	// ChunkSize is the number of passages in a chunk of a list.
	ChunkSize = 65536
	// stride is the number of postings between two offsets of positions.
	stride = 32

	escape    = 255 // a frequency that is among the exceptions
	maxBody   = 63  // the largest frequency in the text that is none
	maxBanner = 3   // and in the header
)

// List is the postings of a term, as a segment holds them.
type List struct {
	chunks     []byte
	Passages   []uint16 // less the start of their chunk
	Impacts    []byte
	freqs      []byte
	exceptions []byte
	// positions are nil until they are wanted: they are large, and few queries do.
	positions   []byte
	source      *Source // that has them
	positionsIn [2]int  // from and to, in its section
}

// readList reads n postings, without their positions.
func readList(postings []byte, n int) List {
	c := raw.Cursor{Data: postings}
	chunks, exceptions := c.Count(len(c.Data)), c.Count(len(c.Data))
	c.At += c.At % 2
	take := func(n int) []byte {
		part := raw.Cut(c.Data, c.At, c.At+n)
		c.At += n
		return part
	}
	var l List
	l.chunks = take(4 * chunks)
	l.Passages = raw.Uint16s(take(2 * n))
	l.Impacts, l.freqs = take(n), take(n)
	l.exceptions = take(8 * exceptions)
	return l
}

// Freq returns how often the term occurs in the i-th posting's text and header.
func (l *List) Freq(i int) (body, header int) {
	f := l.freqs[i]
	if f != escape {
		return int(f & maxBody), int(f >> 6)
	}
	return l.exception(i)
}

// exception returns the same where it does not fit into a byte.
func (l *List) exception(i int) (body, header int) {
	n := len(l.exceptions) / 8
	j := sort.Search(n, func(j int) bool { return raw.Uint32(l.exceptions, 2*j) >= i })
	if j == n || raw.Uint32(l.exceptions, 2*j) != i {
		raw.Damaged("a frequency is missing")
	}
	return raw.Uint16(l.exceptions, 4*j+2), raw.Uint16(l.exceptions, 4*j+3)
}

// readPositions reads the positions, unless they were.
func (l *List) readPositions() {
	if l.positions == nil {
		l.positions = l.source.Positions(l.positionsIn[0], l.positionsIn[1])
		if l.source.Compact {
			l.positions = l.unpackPositions(l.positions)
		}
	}
}

// positionsAt returns where the positions begin, behind the offsets.
func (l *List) positionsAt() int { return 4 * ((len(l.Passages) - 1) / stride) }

// chunk returns the number of the j-th chunk and how many postings are in it.
func (l *List) chunk(j int) (number, n int) {
	return raw.Uint16(l.chunks, 2*j), raw.Uint16(l.chunks, 2*j+1) + 1
}
