package build

import (
	"slices"

	"newshound/answer/index/internal/postings"
	"newshound/answer/index/internal/strtab"
)

// streams hold the occurrences of all terms, packed into numbers of 32 bits. Each term
// belongs to one of some streams, that take them in as they come: the ends of so many
// streams stay in the processor's caches, as those of a list for each term would not.
// When all are there, each stream is sorted by its terms, which takes one that is in
// the caches too.
//
// An occurrence is a number, and others where that has no room. From its low bits:
//
//	 9  position; farPosition: another number has it
//	              inHeader: in the header of so many passages as another number says
//	 7  difference to the passage before in the stream; farPassage: another number has
//	    the passage, before any of the above
//	16  number of the term among those of the stream
//
// Once they are sorted, an occurrence has its passage in place of the last two.
type streams struct {
	ends   [streamCount]streamEnd
	chunks [streamCount][]*chunk
	pool   chunkPool
	terms  uint32
	starts [streamCount][]uint32 // of each term's occurrences in the sorted stream, and their end
	term   []uint32              // occurrences of one that stand in several chunks; reused
}

// streamEnd is where the next number of a stream goes.
type streamEnd struct {
	chunk   *chunk
	next    uint32
	passage uint32 // of the last occurrence
}

const (
	streamCount  = 256
	positionBits = 9
	farPosition  = 1<<positionBits - 1
	inHeader     = farPosition - 1
	passageBits  = 7
	farPassage   = 1<<passageBits - 1
	termShift    = positionBits + passageBits

	// From these numbers of passages and terms on there may be no room for one more
	// article, which brings no more of either than as many again.
	fullPassages = 1 << (32 - positionBits - 1)
	fullTerms    = streamCount << (32 - termShift - 1)
)

// newTerm adds a term, and returns its number.
func (s *streams) newTerm() uint32 {
	s.terms++
	return s.terms - 1
}

// add adds an occurrence in a passage, which comes after all before.
func (s *streams) add(term, passage, position uint32) {
	end := &s.ends[term%streamCount]
	// Most have room in one number, and that in the chunk at hand.
	if more := passage - end.passage; more < farPassage && position < inHeader && end.next%chunkNumbers != 0 {
		end.chunk[end.next%chunkNumbers] = term/streamCount<<termShift | more<<positionBits | position
		end.next++
		end.passage = passage
		return
	}
	if position < inHeader {
		s.put(term, passage, position)
		return
	}
	s.put(term, passage, farPosition)
	s.append(term%streamCount, position)
}

// addHeader adds an occurrence in the header of so many passages from the first on.
func (s *streams) addHeader(term, first, passages uint32) {
	s.put(term, first, inHeader)
	s.append(term%streamCount, passages)
}

// put appends the first number of an occurrence, and its passage if that is far.
func (s *streams) put(term, passage, position uint32) {
	stream := term % streamCount
	end := &s.ends[stream]
	number := term/streamCount<<termShift | position
	if more := passage - end.passage; more < farPassage {
		s.append(stream, number|more<<positionBits)
	} else {
		s.append(stream, number|farPassage<<positionBits)
		s.append(stream, passage)
	}
	end.passage = passage
}

// append appends a number to a stream.
func (s *streams) append(stream, number uint32) {
	end := &s.ends[stream]
	if end.next%chunkNumbers == 0 {
		s.grow(stream)
	}
	end.chunk[end.next%chunkNumbers] = number
	end.next++
}

// grow gives a stream its next chunk.
func (s *streams) grow(stream uint32) {
	next := s.pool.next()
	s.ends[stream].chunk = next
	s.chunks[stream] = append(s.chunks[stream], next)
}

// size is about how many bytes the streams take.
func (s *streams) size() int { return s.pool.size() }

// sort sorts the streams by their terms. Nothing can be added after that.
func (s *streams) sort() {
	var numbers, sorted []uint32
	for i := range s.ends {
		numbers = appendNumbers(numbers[:0], s.chunks[i], 0, s.ends[i].next)
		sorted, s.starts[i] = sortByTerm(sorted, numbers, s.terms/streamCount+1)
		for j, chunk := range s.chunks[i] {
			copy(chunk[:], sorted[min(j*chunkNumbers, len(sorted)):])
		}
	}
}

// sortByTerm returns the numbers of a stream of so many terms as they are once they are
// sorted, in the room of sorted if there is enough, and where those of each term begin
// and the last ones end.
func sortByTerm(sorted, numbers []uint32, terms uint32) (_, starts []uint32) {
	starts = make([]uint32, terms+2)
	for i := 0; i < len(numbers); i++ {
		n := numbers[i]
		if n>>positionBits&farPassage == farPassage {
			i++
		}
		size := uint32(1)
		if n&farPosition >= inHeader {
			i++
			size++
		}
		starts[n>>termShift+2] += size
	}
	for i := range terms {
		starts[i+2] += starts[i+1]
	}
	sorted = slices.Grow(sorted[:0], int(starts[terms+1]))[:starts[terms+1]]
	passage := uint32(0)
	for i := 0; i < len(numbers); i++ {
		n := numbers[i]
		if more := n >> positionBits & farPassage; more < farPassage {
			passage += more
		} else {
			i++
			passage = numbers[i]
		}
		end := &starts[n>>termShift+1] // where the term's begin, first, and at last those of the next one
		sorted[*end] = passage<<positionBits | n&farPosition
		*end++
		if n&farPosition >= inHeader {
			i++
			sorted[*end] = numbers[i]
			*end++
		}
	}
	return sorted, starts[:terms+1]
}

// touch looks at the first occurrences of some terms, once the streams are sorted: while the
// processor waits for one of them, it fetches those that follow. What it returns is for the
// compiler to leave that in.
func (s *streams) touch(terms []strtab.Keyed) (touched uint32) {
	for _, t := range terms {
		touched |= s.starts[t.N%streamCount][t.N/streamCount]
	}
	for _, t := range terms {
		chunks, from := s.chunks[t.N%streamCount], s.starts[t.N%streamCount][t.N/streamCount]
		if int(from/chunkNumbers) < len(chunks) {
			touched |= chunks[from/chunkNumbers][from%chunkNumbers]
		}
	}
	return touched
}

// of returns the occurrences of a term, once the streams are sorted, until the next call.
func (s *streams) of(term uint32) []uint32 {
	stream, number := term%streamCount, term/streamCount
	from, to := s.starts[stream][number], s.starts[stream][number+1]
	if from < to && from/chunkNumbers == (to-1)/chunkNumbers {
		return s.chunks[stream][from/chunkNumbers][from%chunkNumbers:][:to-from]
	}
	s.term = appendNumbers(s.term[:0], s.chunks[stream], from, to)
	return s.term
}

// unpack adds the postings that the sorted occurrences of a term are.
func unpack(p *postings.Writer, numbers []uint32) {
	p.Expect(len(numbers))
	var first, next, end, header int // of the last header: its first passage, and those that it still holds for
	for i := 0; i < len(numbers); {
		passage := int(numbers[i] >> positionBits)
		if numbers[i]&farPosition == inHeader {
			if header > 0 && passage == first {
				header++
			} else {
				addHeaders(p, next, end, header)
				first, next, end, header = passage, passage, passage+int(numbers[i+1]), 1
			}
			i += 2
			continue
		}
		if n := numbers[i] & farPosition; n < inHeader && next >= end && (i+1 == len(numbers) || int(numbers[i+1]>>positionBits) != passage) {
			p.AddPosition(uint16(n)) // as most do, it occurs once
			p.Add(passage, 1, 0)
			i++
			continue
		}
		body := 0
		for ; i < len(numbers) && int(numbers[i]>>positionBits) == passage; i++ {
			position := numbers[i] & farPosition
			if position == farPosition {
				i++
				position = numbers[i]
			}
			p.AddPosition(uint16(position))
			body++
		}
		addHeaders(p, next, min(passage, end), header)
		next = max(next, min(passage, end))
		in := 0
		if next < end { // it stands at the passage
			in = header
			next++
		}
		p.Add(passage, body, in)
	}
	addHeaders(p, next, end, header)
}

// addHeaders adds the postings of passages that have the term in the header only.
func addHeaders(p *postings.Writer, from, to, header int) {
	for ; from < to; from++ {
		p.Add(from, 0, header)
	}
}
