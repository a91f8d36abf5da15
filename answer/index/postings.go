package index

import (
	"encoding/binary"
	"sort"
)

// posting is a passage that holds a term, with the frequencies in its text and in
// the header.
type posting struct {
	passage      uint32
	body, header uint16
}

// termPostings are the postings of one term, to be written: by rising passages, and
// the positions of all one after the other.
type termPostings struct {
	postings      []posting
	positions     []uint16
	postingsBytes []byte // room to encode in
	positionBytes []byte
}

func (p *termPostings) reset() { p.postings, p.positions = p.postings[:0], p.positions[:0] }

// encode returns the bytes of the postings and of the positions, which are good
// until the next call. lengths are those of the segment's passages.
func (p *termPostings) encode(lengths []uint16, m *impacts) (postings, positions []byte) {
	chunks, exceptions := 0, 0
	for i, x := range p.postings {
		if i == 0 || x.passage/chunkSize != p.postings[i-1].passage/chunkSize {
			chunks++
		}
		if x.frequency() == escape {
			exceptions++
		}
	}
	dst := binary.AppendUvarint(p.postingsBytes[:0], uint64(chunks))
	dst = pad(binary.AppendUvarint(dst, uint64(exceptions)))
	for start, i := 0, 1; i <= len(p.postings); i++ {
		if i == len(p.postings) || p.postings[i].passage/chunkSize != p.postings[start].passage/chunkSize {
			dst = binary.LittleEndian.AppendUint16(dst, uint16(p.postings[start].passage/chunkSize))
			dst = binary.LittleEndian.AppendUint16(dst, uint16(i-start-1))
			start = i
		}
	}
	for _, x := range p.postings {
		dst = binary.LittleEndian.AppendUint16(dst, uint16(x.passage%chunkSize))
	}
	for _, x := range p.postings {
		dst = append(dst, m.of(int(x.body)+headerWeight*int(x.header), int(lengths[x.passage])))
	}
	for _, x := range p.postings {
		dst = append(dst, x.frequency())
	}
	if exceptions > 0 {
		for i, x := range p.postings {
			if x.frequency() == escape {
				dst = binary.LittleEndian.AppendUint32(dst, uint32(i))
				dst = binary.LittleEndian.AppendUint16(dst, x.body)
				dst = binary.LittleEndian.AppendUint16(dst, x.header)
			}
		}
	}
	p.postingsBytes = pad(dst)

	dst = p.positionBytes[:0]
	n := 0
	for i, x := range p.postings {
		if i > 0 && i%stride == 0 {
			dst = binary.LittleEndian.AppendUint32(dst, uint32(n))
		}
		n += int(x.body)
	}
	for _, position := range p.positions {
		dst = binary.LittleEndian.AppendUint16(dst, position)
	}
	p.positionBytes = dst
	return p.postingsBytes, p.positionBytes
}

// frequency encodes how often the term occurs.
func (x posting) frequency() byte {
	if x.body > maxBody || x.header > maxBanner {
		return escape
	}
	return byte(x.header<<6 | x.body) // 63 and 3 are escape, too
}

func pad(b []byte) []byte {
	if len(b)%2 == 1 {
		b = append(b, 0)
	}
	return b
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
	l := readList(s.bytes(secPostings, e.postings[0], e.postings[1]), e.docFreq)
	l.segment, l.positionsIn = s, e.positions
	return l
}

// readList reads n postings, without their positions.
func readList(postings []byte, n int) list {
	c := cursor{data: postings}
	chunks, exceptions := c.count(len(c.data)), c.count(len(c.data))
	c.at += c.at % 2
	take := func(n int) []byte {
		part := cut(c.data, c.at, c.at+n)
		c.at += n
		return part
	}
	var l list
	l.chunks = take(4 * chunks)
	l.passages = uint16s(take(2 * n))
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
	n := len(l.exceptions) / 8
	j := sort.Search(n, func(j int) bool { return u32(l.exceptions, 2*j) >= i })
	if j == n || u32(l.exceptions, 2*j) != i {
		damaged("a frequency is missing")
	}
	return u16(l.exceptions, 4*j+2), u16(l.exceptions, 4*j+3)
}

// positionsOf returns the positions of the i-th posting.
func (l *list) positionsOf(i int) []uint16 {
	l.readPositions()
	first := 0
	if i >= stride {
		first = u32(l.positions, i/stride-1)
	}
	before := i / stride * stride
	for j, f := range l.freqs[before:i] {
		if f == escape {
			body, _ := l.freq(before + j)
			first += body
		} else {
			first += int(f & maxBody)
		}
	}
	n, _ := l.freq(i)
	start := l.positionsAt() + 2*first
	return uint16s(cut(l.positions, start, start+2*n))
}

func (l *list) readPositions() {
	if l.positions == nil {
		l.positions = l.segment.bytes(secPositions, l.positionsIn[0], l.positionsIn[1])
	}
}

// positionsAt returns where the positions begin, behind the offsets.
func (l *list) positionsAt() int { return 4 * ((len(l.passages) - 1) / stride) }

// chunk returns the number of the j-th chunk and how many postings are in it.
func (l *list) chunk(j int) (number, n int) {
	return u16(l.chunks, 2*j), u16(l.chunks, 2*j+1) + 1
}
