package postings

import (
	"encoding/binary"
	"slices"

	"newshound/answer/index/internal/bm25"
	"newshound/answer/index/internal/disk"
	"newshound/answer/index/internal/raw"
)

// The postings of a compact segment are unpacked into a list as other segments have it, so
// that nothing that reads one need know.
const (
	// fewInChunk postings and more of a chunk are packed as steps.
	fewInChunk = 256
	// longStep is a step that is no posting.
	longStep = 255
	// longSkip postings have the frequency 1, and what follows tells of one behind them.
	longSkip = 63
	// otherFreq says that a frequency follows, and is none of usualFreqs.
	otherFreq = 3
)

// usualFreqs are the frequencies that take two bits: two or three times in the text, or
// once in the header.
var usualFreqs = [otherFreq]byte{2, 3, 1 << 6}

// Pack writes the postings and the positions as a compact segment has them, and returns how
// many bytes they take. Nothing can be added before they are reset.
func (p *Writer) Pack(postings, positions *disk.Spool) (postingBytes, positionBytes int) {
	l := p.List()
	p.packed = packPostings(p.packed[:0], l)
	postings.Add(p.packed)
	postingBytes = len(p.packed)
	p.packed = packPositions(p.packed[:0], l, p.positions)
	positions.Add(p.packed)
	return postingBytes, len(p.packed)
}

// packPostings appends the postings of a list to dst.
func packPostings(dst []byte, l List) []byte {
	var freqs []byte
	last, from, exception := -1, 0, 0
	for i := range len(l.chunks) / 4 {
		number, n := l.chunk(i)
		dst = binary.AppendUvarint(dst, uint64(number-last-1))
		dst = binary.AppendUvarint(dst, uint64(n-1))
		dst = packPassages(dst, l.Passages[from:from+n])
		freqs = freqs[:0]
		skip := 0
		for _, freq := range l.freqs[from : from+n] {
			if freq == 1 {
				skip++
				continue
			}
			for ; skip >= longSkip; skip -= longSkip {
				freqs = append(freqs, longSkip<<2)
			}
			code := slices.Index(usualFreqs[:], freq)
			if code >= 0 {
				freqs = append(freqs, byte(skip<<2|code))
			} else {
				freqs = append(freqs, byte(skip<<2|otherFreq), freq)
			}
			if freq == escape {
				freqs = append(freqs, l.exceptions[8*exception+4:8*exception+8]...)
				exception++
			}
			skip = 0
		}
		dst = binary.AppendUvarint(dst, uint64(len(freqs)))
		dst = append(dst, freqs...)
		last, from = number, from+n
	}
	return dst
}

// packPassages appends those of one chunk.
func packPassages(dst []byte, passages []uint16) []byte {
	if len(passages) < fewInChunk {
		for _, id := range passages {
			dst = binary.LittleEndian.AppendUint16(dst, id)
		}
		return dst
	}
	next := 0
	for _, id := range passages {
		step := int(id) - next
		for ; step >= longStep; step -= longStep {
			dst = append(dst, longStep)
		}
		dst = append(dst, byte(step))
		next = int(id) + 1
	}
	return dst
}

// packPositions appends the positions of a list to dst.
func packPositions(dst []byte, l List, positions []byte) []byte {
	at := 0
	for i := range l.freqs {
		freq, _ := l.Freq(i)
		for next := 0; freq > 0; freq-- {
			position := raw.Uint16(positions, at)
			if step := position - next; step < longStep {
				dst = append(dst, byte(step))
			} else {
				dst = binary.LittleEndian.AppendUint16(append(dst, longStep), uint16(position))
			}
			next = position + 1
			at++
		}
	}
	return dst
}

// unpack returns the n postings that data holds.
func (s *Source) unpack(data []byte, n int) List {
	if n > s.Passages {
		raw.Damaged("a term has %d postings in %d passages", n, s.Passages)
	}
	l := List{Passages: make([]uint16, n), Impacts: make([]byte, n), freqs: slices.Repeat([]byte{1}, n)}
	c := raw.Cursor{Data: data}
	for from, chunk := 0, -1; from < n; {
		chunk += 1 + c.Count(s.Passages/ChunkSize)
		first := chunk * ChunkSize
		if first >= s.Passages {
			raw.Damaged("postings in chunk %d of %d passages", chunk, s.Passages)
		}
		lengths := s.Lengths(first, min(s.Passages, first+ChunkSize))
		size := 1 + c.Count(min(n-from, len(lengths))-1)
		l.chunks = binary.LittleEndian.AppendUint16(l.chunks, uint16(chunk))
		l.chunks = binary.LittleEndian.AppendUint16(l.chunks, uint16(size-1))
		readPassages(&c, l.Passages[from:from+size], len(lengths))
		s.Impacts.Once(l.Impacts[from:from+size], l.Passages[from:from+size], lengths)
		l.unpackFreqs(c.Bytes(), from, from+size, lengths, s.Impacts)
		from += size
	}
	if c.At != len(data) {
		raw.Damaged("postings are followed by others")
	}
	return l
}

// readPassages reads passages of a chunk that has so many.
func readPassages(c *raw.Cursor, dst []uint16, limit int) {
	if len(dst) < fewInChunk {
		data := raw.Cut(c.Data, c.At, c.At+2*len(dst))
		c.At += len(data)
		for i := range dst {
			dst[i] = binary.LittleEndian.Uint16(data[2*i:])
			if int(dst[i]) >= limit {
				raw.Damaged("passage %d of %d", dst[i], limit)
			}
		}
		return
	}
	next, i := uint32(0), 0
	for c.At < len(c.Data) && i < len(dst) { // without a branch for long steps, which come at random
		step := uint32(c.Data[c.At])
		c.At++
		long := (step + 1) >> 8
		next += step
		dst[i] = uint16(next)
		next += 1 - long
		i += int(1 - long)
	}
	if i < len(dst) || int(next) > limit {
		raw.Damaged("passage %d, the %dth of %d, of %d", next, i, len(dst), limit)
	}
}

// unpackFreqs sets the frequencies that are not 1, and the impacts, of the postings of a
// chunk, from one on to another.
func (l *List) unpackFreqs(data []byte, from, to int, lengths []uint16, m *bm25.Impacts) {
	for i := from; len(data) > 0; i++ {
		i += int(data[0] >> 2)
		if data[0]>>2 == longSkip {
			data = data[1:]
			i-- // which is no posting
			continue
		}
		if i >= to {
			raw.Damaged("frequency %d of %d", i-from, to-from)
		}
		code := data[0] & 3
		data = data[1:]
		var freq byte
		if code < otherFreq {
			freq = usualFreqs[code]
		} else {
			freq, data = raw.Cut(data, 0, 1)[0], data[1:]
		}
		l.freqs[i] = freq
		if freq == escape {
			l.exceptions = binary.LittleEndian.AppendUint32(l.exceptions, uint32(i))
			l.exceptions = append(l.exceptions, raw.Cut(data, 0, 4)...)
			data = data[4:]
		}
		body, header := l.Freq(i)
		l.Impacts[i] = m.Of(body+bm25.HeaderWeight*header, int(lengths[l.Passages[i]]))
	}
}

// unpackPositions returns the positions of a list as other segments have them.
func (l *List) unpackPositions(data []byte) []byte {
	table := l.positionsAt()
	out := make([]byte, table, table+2*len(data))
	for i := range l.freqs {
		if i > 0 && i%stride == 0 {
			binary.LittleEndian.PutUint32(out[4*(i/stride-1):], uint32(len(out)-table)/2)
		}
		freq, _ := l.Freq(i)
		for next := 0; freq > 0; freq-- {
			if len(data) == 0 {
				raw.Damaged("positions are cut off")
			}
			position := next + int(data[0])
			if data[0] == longStep {
				position = raw.Uint16(raw.Cut(data, 1, 3), 0)
				data = data[2:]
			}
			data = data[1:]
			out = binary.LittleEndian.AppendUint16(out, uint16(position))
			next = position + 1
		}
	}
	if len(data) > 0 {
		raw.Damaged("positions are followed by others")
	}
	return out
}
