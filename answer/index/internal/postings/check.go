package postings

import (
	"newshound/answer/index/internal/bm25"
	"newshound/answer/index/internal/raw"
)

// Check checks the postings of a term, and adds to words how often it is
// in every passage.
func (s *Source) Check(term string, l List, words []int) {
	l.readPositions()
	var k Seeker
	k.Reset(l)
	n, before, exceptions, last := 0, 0, 0, -1
	chunk := -1
	table := l.positionsAt()
	for passage, ok := k.Passage(); ok; passage, ok = k.Passage() {
		if passage <= last || passage >= s.Passages || k.Number < chunk {
			raw.Damaged("a posting of %q is out of order", term)
		}
		body, header := k.Freq(n)
		if body+header == 0 || l.Impacts[n] != s.Impacts.Of(body+bm25.HeaderWeight*header, int(s.Lengths(passage, passage+1)[0])) {
			raw.Damaged("a frequency of %q is wrong", term)
		}
		if l.freqs[n] == escape {
			if raw.Uint32(l.exceptions, 2*exceptions) != n {
				raw.Damaged("a frequency of %q is missing", term)
			}
			exceptions++
		}
		if n > 0 && n%stride == 0 && raw.Uint32(l.positions, n/stride-1) != before {
			raw.Damaged("the positions of %q are in the wrong place", term)
		}
		positions := raw.Uint16s(raw.Cut(l.positions, table+2*before, table+2*(before+body)))
		for i := range positions {
			if i > 0 && positions[i] <= positions[i-1] {
				raw.Damaged("a position of %q is out of order", term)
			}
		}
		words[passage] += body
		before += body
		last, chunk = passage, k.Number
		n++
		k.At++
	}
	if n != len(l.Passages) || 8*exceptions != len(l.exceptions) || table+2*before != len(l.positions) {
		raw.Damaged("the postings of %q have the wrong number", term)
	}
}
