package index

import (
	"encoding/binary"
	"sort"

	"newshound/answer/index/internal/bm25"
	"newshound/answer/index/internal/disk"
	"newshound/answer/index/internal/raw"
)

// termPostings are the postings of one term, by rising passages, packed as a segment has
// them: each part of them by itself.
type termPostings struct {
	lengths []uint16 // of the segment's passages, for add
	m       *bm25.Impacts

	n         int // postings; the parts have room for more
	passages  []byte
	impacts   []byte
	freqs     []byte
	chunks    []byte
	chunk     int    // the last one, which chunks do not have yet
	start     int    // and its first posting
	offsets   []byte // of the positions of every 32nd posting
	placed    uint32 // positions
	positions []byte

	exceptions []byte
	head       []byte
	packed     []byte // of a compact segment; reused
}

func (p *termPostings) reset() {
	p.n, p.chunk, p.start, p.placed = 0, 0, 0, 0
	p.chunks, p.offsets, p.positions, p.exceptions = p.chunks[:0], p.offsets[:0], p.positions[:0], p.exceptions[:0]
}

// add adds a posting, of a passage that comes after all before, with the frequencies in
// its text and in the header. As many positions as its text has the term are added too,
// before or after it, unless they are not wanted.
func (p *termPostings) add(passage, body, header int) {
	p.addOf(passage, int(p.lengths[passage]), body, header)
}

// addOf does so where the length of the passage is at hand.
func (p *termPostings) addOf(passage, length, body, header int) {
	if p.n == len(p.impacts) {
		p.grow()
	}
	if chunk := passage / chunkSize; chunk != p.chunk {
		p.endChunk()
		p.chunk = chunk
	}
	i := p.n
	p.n++
	if i > 0 && i%stride == 0 {
		p.offsets = binary.LittleEndian.AppendUint32(p.offsets, p.placed)
	}
	p.placed += uint32(body)
	binary.LittleEndian.PutUint16(p.passages[2*i:], uint16(passage%chunkSize))
	p.impacts[i] = p.m.Of(body+bm25.HeaderWeight*header, length)
	freq := header<<6 | body
	if body > maxBody || header > maxBanner || freq == escape {
		p.exceptions = binary.LittleEndian.AppendUint32(p.exceptions, uint32(i))
		p.exceptions = binary.LittleEndian.AppendUint16(p.exceptions, uint16(body))
		p.exceptions = binary.LittleEndian.AppendUint16(p.exceptions, uint16(header))
		freq = escape
	}
	p.freqs[i] = byte(freq)
}

// grow makes room for more postings.
func (p *termPostings) grow() {
	const least = 64
	n := max(least, 2*len(p.impacts))
	p.passages = append(make([]byte, 0, 2*n), p.passages...)[:2*n]
	p.impacts = append(make([]byte, 0, n), p.impacts...)[:n]
	p.freqs = append(make([]byte, 0, n), p.freqs...)[:n]
}

// endChunk ends the last chunk, if it has postings.
func (p *termPostings) endChunk() {
	if p.n > p.start {
		p.chunks = binary.LittleEndian.AppendUint16(p.chunks, uint16(p.chunk))
		p.chunks = binary.LittleEndian.AppendUint16(p.chunks, uint16(p.n-1-p.start))
		p.start = p.n
	}
}

// list returns the postings to be read, until they change. Nothing can be added before
// they are reset.
func (p *termPostings) list() list {
	p.endChunk()
	return list{
		chunks: p.chunks, passages: raw.Uint16s(p.passages[:2*p.n]), impacts: p.impacts[:p.n], freqs: p.freqs[:p.n],
		exceptions: p.exceptions,
	}
}

// write writes the postings and the positions, and returns how many bytes they take.
// Nothing can be added before they are reset.
func (p *termPostings) write(postings, positions *disk.Spool) (postingBytes, positionBytes int) {
	p.endChunk()
	before := [2]int{postings.Size(), positions.Size()}
	p.head = binary.AppendUvarint(p.head[:0], uint64(len(p.chunks)/4))
	p.head = binary.AppendUvarint(p.head, uint64(len(p.exceptions)/8))
	p.head = append(p.head, make([]byte, len(p.head)%2)...)
	postings.Add(p.head)
	postings.Add(p.chunks)
	postings.Add(p.passages[:2*p.n])
	postings.Add(p.impacts[:p.n])
	postings.Add(p.freqs[:p.n])
	postings.Add(p.exceptions)
	positions.Add(p.offsets)
	positions.Add(p.positions)
	return postings.Size() - before[0], positions.Size() - before[1]
}

// list is the postings of a term, as a segment holds them.
type list struct {
	chunks     []byte
	passages   []uint16 // less the start of their chunk
	impacts    []byte
	freqs      []byte
	exceptions []byte
	// positions are nil until they are wanted: they are large, and few queries do.
	positions   []byte
	segment     *segment // that has them
	positionsIn [2]int   // from and to, in its section
}

// list returns the postings of a dictionary entry.
func (s *segment) list(e entry) list {
	read := readList
	if s.compact {
		read = s.unpack
	}
	l := read(s.bytes(secPostings, e.postings[0], e.postings[1]), e.docFreq)
	l.segment, l.positionsIn = s, e.positions
	return l
}

// readList reads n postings, without their positions.
func readList(postings []byte, n int) list {
	c := raw.Cursor{Data: postings}
	chunks, exceptions := c.Count(len(c.Data)), c.Count(len(c.Data))
	c.At += c.At % 2
	take := func(n int) []byte {
		part := raw.Cut(c.Data, c.At, c.At+n)
		c.At += n
		return part
	}
	var l list
	l.chunks = take(4 * chunks)
	l.passages = raw.Uint16s(take(2 * n))
	l.impacts, l.freqs = take(n), take(n)
	l.exceptions = take(8 * exceptions)
	return l
}

// freq returns how often the term occurs in the i-th posting's text and header.
func (l *list) freq(i int) (body, header int) {
	f := l.freqs[i]
	if f != escape {
		return int(f & maxBody), int(f >> 6)
	}
	return l.exception(i)
}

// exception returns the same where it does not fit into a byte.
func (l *list) exception(i int) (body, header int) {
	n := len(l.exceptions) / 8
	j := sort.Search(n, func(j int) bool { return raw.Uint32(l.exceptions, 2*j) >= i })
	if j == n || raw.Uint32(l.exceptions, 2*j) != i {
		raw.Damaged("a frequency is missing")
	}
	return raw.Uint16(l.exceptions, 4*j+2), raw.Uint16(l.exceptions, 4*j+3)
}

func (l *list) readPositions() {
	if l.positions == nil {
		l.positions = l.segment.bytes(secPositions, l.positionsIn[0], l.positionsIn[1])
		if l.segment.compact {
			l.positions = l.unpackPositions(l.positions)
		}
	}
}

// positionsAt returns where the positions begin, behind the offsets.
func (l *list) positionsAt() int { return 4 * ((len(l.passages) - 1) / stride) }

// chunk returns the number of the j-th chunk and how many postings are in it.
func (l *list) chunk(j int) (number, n int) {
	return raw.Uint16(l.chunks, 2*j), raw.Uint16(l.chunks, 2*j+1) + 1
}
