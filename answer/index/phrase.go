package index

import (
	"cmp"
	"slices"

	"newshound/answer/index/internal/bm25"
)

// phraseGap is the largest distance between the positions of two neighbours in
// a phrase: one word, such as the “of” of a name, may stand between them.
const phraseGap = 2

// phraseFinder finds phrases; it keeps its memory for the next one.
type phraseFinder struct {
	seekers    []seeker
	rarest     []*seeker // the same, by the number of their postings
	common     []uint16  // the passages of a chunk that hold all terms
	bits       [chunkSize / 64]uint64
	ends, next []uint16
}

// find returns the postings of a phrase in a segment, made of those of its terms,
// of which there are two at least: the passages that hold them in that order with
// at most one word between two neighbours. A passage's frequency is the number
// of places where such a row ends. The result is empty where there is none.
func (f *phraseFinder) find(s *segment, terms []string, m *bm25.Impacts) list {
	f.seekers, f.rarest = slices.Grow(f.seekers[:0], len(terms)), f.rarest[:0]
	for i, term := range terms {
		l := s.term(term)
		if len(l.passages) == 0 {
			return list{}
		}
		f.seekers = append(f.seekers, seeker{})
		f.seekers[i].reset(l)
		f.rarest = append(f.rarest, &f.seekers[i])
	}
	f.sortRarest()
	found := termPostings{m: m}
	for f.rarest[0].number < noChunk {
		chunk := f.rarest[0].number
		f.intersect()
		for _, id := range f.common {
			passage := chunk*chunkSize + int(id)
			for i := range f.seekers {
				f.seekers[i].seek(passage)
			}
			if n := f.count(); n > 0 {
				found.addOf(passage, s.length(passage), n, 0)
			}
		}
		f.rarest[0].next()
	}
	return found.list()
}

// sortRarest puts first the seekers with the fewest postings.
func (f *phraseFinder) sortRarest() {
	slices.SortStableFunc(f.rarest, func(x, y *seeker) int { return cmp.Compare(len(x.passages), len(y.passages)) })
}

// holding returns the passages of a chunk that all lists have, until it finds others.
func (f *phraseFinder) holding(lists []seeker, chunk int) []uint16 {
	f.rarest = f.rarest[:0]
	for i := range lists {
		f.rarest = append(f.rarest, &lists[i])
	}
	f.sortRarest()
	lead := f.rarest[0]
	for lead.number < chunk {
		lead.next()
	}
	if lead.number > chunk {
		return nil
	}
	f.intersect()
	return f.common
}

// intersect sets common to the passages that hold all terms, in the chunk that
// the rarest term stands at.
func (f *phraseFinder) intersect() {
	lead := f.rarest[0]
	f.common = append(f.common[:0], lead.passages[lead.start:lead.end]...)
	for _, k := range f.rarest[1:] {
		for k.number < lead.number {
			k.next()
		}
		if k.number != lead.number {
			f.common = f.common[:0]
		}
		passages := k.passages[k.start:k.end]
		kept := f.common[:0]
		// To mark a passage and to clear the mark takes about a tenth of the time
		// that a search takes.
		if len(passages) > 10*len(f.common) {
			for _, id := range f.common {
				i, ok := slices.BinarySearch(passages, id)
				if passages = passages[i:]; ok {
					kept = append(kept, id)
				}
			}
			f.common = kept
			continue
		}
		for _, id := range passages {
			f.bits[id/64] |= 1 << (id % 64)
		}
		for _, id := range f.common {
			if f.bits[id/64]&(1<<(id%64)) != 0 {
				kept = append(kept, id)
			}
		}
		for _, id := range passages {
			f.bits[id/64] = 0
		}
		f.common = kept
	}
}

// count returns the number of places where the phrase ends, in the passage that
// the seekers stand at.
func (f *phraseFinder) count() int {
	first := &f.seekers[0]
	ends := first.occurrences()
	for i := range f.seekers[1:] {
		k := &f.seekers[1+i]
		f.next = follow(f.next[:0], ends, k.occurrences())
		f.ends, f.next = f.next, f.ends
		ends = f.ends
		if len(ends) == 0 {
			return 0
		}
	}
	return len(ends)
}

// follow appends to dst the positions that stand closely behind one of ends. All
// are rising.
func follow(dst, ends, positions []uint16) []uint16 {
	for _, p := range positions {
		for len(ends) > 0 && int(ends[0])+phraseGap < int(p) {
			ends = ends[1:]
		}
		if len(ends) > 0 && ends[0] < p {
			dst = append(dst, p)
		}
	}
	return dst
}
