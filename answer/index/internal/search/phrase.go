package search

import (
	"cmp"
	"slices"
	"strings"

	"newshound/answer/index/internal/bm25"
	"newshound/answer/index/internal/postings"
	"newshound/answer/index/internal/segment"
)

// phraseGap is the largest distance between the positions of two neighbours in
// a phrase: one word, such as the “of” of a name, may stand between them.
const phraseGap = 2

// phraseFinder finds phrases; it keeps its memory for the next one.
type phraseFinder struct {
	seekers    []postings.Seeker
	rarest     []*postings.Seeker // the same, by the number of their postings
	common     []uint16           // the passages of a chunk that hold all terms
	bits       [postings.ChunkSize / 64]uint64
	ends, next []uint16
}

// of returns the postings of a phrase in a segment, found if they are not known.
func (f *phraseFinder) of(s *segment.Segment, terms []string, m *bm25.Impacts) postings.List {
	return s.Phrases.Of(strings.Join(terms, " "), func() postings.List { return f.find(s, terms, m) })
}

// find returns the postings of a phrase in a segment, made of those of its terms,
// of which there are two at least: the passages that hold them in that order with
// at most one word between two neighbours. A passage's frequency is the number
// of places where such a row ends. The result is empty where there is none.
func (f *phraseFinder) find(s *segment.Segment, terms []string, m *bm25.Impacts) postings.List {
	f.seekers, f.rarest = slices.Grow(f.seekers[:0], len(terms)), f.rarest[:0]
	for i, term := range terms {
		l := s.Term(term)
		if len(l.Passages) == 0 {
			return postings.List{}
		}
		f.seekers = append(f.seekers, postings.Seeker{})
		f.seekers[i].Reset(l)
		f.rarest = append(f.rarest, &f.seekers[i])
	}
	f.sortRarest()
	found := postings.NewWriter(nil, m)
	for f.rarest[0].Number < postings.NoChunk {
		chunk := f.rarest[0].Number
		f.intersect()
		for _, id := range f.common {
			passage := chunk*postings.ChunkSize + int(id)
			for i := range f.seekers {
				f.seekers[i].Seek(passage)
			}
			if n := f.count(); n > 0 {
				found.AddOf(passage, s.Length(passage), n, 0)
			}
		}
		f.rarest[0].Next()
	}
	return found.List()
}

// sortRarest puts first the seekers with the fewest postings.
func (f *phraseFinder) sortRarest() {
	slices.SortStableFunc(f.rarest, func(x, y *postings.Seeker) int { return cmp.Compare(len(x.Passages), len(y.Passages)) })
}

// holding returns the passages of a chunk that all lists have, until it finds others.
func (f *phraseFinder) holding(lists []postings.Seeker, chunk int) []uint16 {
	f.rarest = f.rarest[:0]
	for i := range lists {
		f.rarest = append(f.rarest, &lists[i])
	}
	f.sortRarest()
	lead := f.rarest[0]
	for lead.Number < chunk {
		lead.Next()
	}
	if lead.Number > chunk {
		return nil
	}
	f.intersect()
	return f.common
}

// intersect sets common to the passages that hold all terms, in the chunk that
// the rarest term stands at.
func (f *phraseFinder) intersect() {
	lead := f.rarest[0]
	f.common = append(f.common[:0], lead.Passages[lead.Start:lead.End]...)
	for _, k := range f.rarest[1:] {
		for k.Number < lead.Number {
			k.Next()
		}
		if k.Number != lead.Number {
			f.common = f.common[:0]
		}
		passages := k.Passages[k.Start:k.End]
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
	ends := first.Occurrences()
	for i := range f.seekers[1:] {
		k := &f.seekers[1+i]
		f.next = follow(f.next[:0], ends, k.Occurrences())
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
