package postings

import (
	"encoding/binary"
	"slices"

	"newshound/answer/index/internal/bm25"
	"newshound/answer/index/internal/disk"
	"newshound/answer/index/internal/raw"
)

// Writer takes in the postings of one term, by rising passages, and then of another. They
// stand in it as a segment has them: each part of them by itself.
type Writer struct {
	lengths []uint16 // of the segment's passages, for Add
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

// NewWriter returns those of no term, for a segment of passages of some lengths, which
// [Writer.AddOf] does not ask for.
func NewWriter(lengths []uint16, m *bm25.Impacts) *Writer {
	return &Writer{lengths: lengths, m: m}
}

// Len returns the number of postings.
func (p *Writer) Len() int { return p.n }

// Reset makes room for the next term.
func (p *Writer) Reset() {
	p.n, p.chunk, p.start, p.placed = 0, 0, 0, 0
	p.chunks, p.offsets, p.positions, p.exceptions = p.chunks[:0], p.offsets[:0], p.positions[:0], p.exceptions[:0]
}

// Add adds a posting, of a passage that comes after all before, with the frequencies in
// its text and in the header. As many positions as its text has the term are added too,
// before or after it, unless they are not wanted.
func (p *Writer) Add(passage, body, header int) {
	p.AddOf(passage, int(p.lengths[passage]), body, header)
}

// AddOf adds a posting where the length of the passage is at hand.
func (p *Writer) AddOf(passage, length, body, header int) {
	if p.n == len(p.impacts) {
		p.grow()
	}
	if chunk := passage / ChunkSize; chunk != p.chunk {
		p.endChunk()
		p.chunk = chunk
	}
	i := p.n
	p.n++
	if i > 0 && i%stride == 0 {
		p.offsets = binary.LittleEndian.AppendUint32(p.offsets, p.placed)
	}
	p.placed += uint32(body)
	binary.LittleEndian.PutUint16(p.passages[2*i:], uint16(passage%ChunkSize))
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

// Expect makes room for so many more positions.
func (p *Writer) Expect(positions int) { p.positions = slices.Grow(p.positions, 2*positions) }

// AddPosition adds a position of a posting that is added before or after it.
func (p *Writer) AddPosition(n uint16) {
	p.positions = binary.LittleEndian.AppendUint16(p.positions, n)
}

// AddList adds the postings of a list with their positions; its passage 0 is number first
// here.
func (p *Writer) AddList(l List, first int) {
	var k Seeker
	k.Reset(l)
	k.readPositions()
	for passage, ok := k.Passage(); ok; passage, ok = k.Passage() {
		body, header := k.Freq(k.At)
		p.Add(first+passage, body, header)
		k.At++
	}
	p.positions = append(p.positions, k.positions[k.positionsAt():]...)
}

// grow makes room for more postings.
func (p *Writer) grow() {
	const least = 64
	n := max(least, 2*len(p.impacts))
	p.passages = append(make([]byte, 0, 2*n), p.passages...)[:2*n]
	p.impacts = append(make([]byte, 0, n), p.impacts...)[:n]
	p.freqs = append(make([]byte, 0, n), p.freqs...)[:n]
}

// endChunk ends the last chunk, if it has postings.
func (p *Writer) endChunk() {
	if p.n > p.start {
		p.chunks = binary.LittleEndian.AppendUint16(p.chunks, uint16(p.chunk))
		p.chunks = binary.LittleEndian.AppendUint16(p.chunks, uint16(p.n-1-p.start))
		p.start = p.n
	}
}

// List returns the postings to be read, until they change. Nothing can be added before
// they are reset.
func (p *Writer) List() List {
	p.endChunk()
	return List{
		chunks: p.chunks, Passages: raw.Uint16s(p.passages[:2*p.n]), Impacts: p.impacts[:p.n], freqs: p.freqs[:p.n],
		exceptions: p.exceptions,
	}
}

// Write writes the postings and the positions, and returns how many bytes they take.
// Nothing can be added before they are reset.
func (p *Writer) Write(postings, positions *disk.Spool) (postingBytes, positionBytes int) {
	p.endChunk()
	before := [2]int{postings.Size(), positions.Size()}
	p.head = binary.AppendUvarint(p.head[:0], uint64(len(p.chunks)/4))
	p.head = binary.AppendUvarint(p.head, uint64(len(p.exceptions)/8))
	if len(p.head)%2 > 0 {
		p.head = append(p.head, 0)
	}
	p.head = append(p.head, p.chunks...)
	postings.Add(p.head)
	postings.Add(p.passages[:2*p.n])
	postings.Add(p.impacts[:p.n])
	postings.Add(p.freqs[:p.n])
	if len(p.exceptions) > 0 {
		postings.Add(p.exceptions)
	}
	if len(p.offsets) > 0 {
		positions.Add(p.offsets)
	}
	positions.Add(p.positions)
	return postings.Size() - before[0], positions.Size() - before[1]
}
