package index

// phraseGap is the largest distance between the positions of two neighbours in
// a phrase: one word, such as the “of” of a name, may stand between them.
const phraseGap = 2

// phraseFinder finds phrases; it keeps its memory for the next one.
type phraseFinder struct {
	seekers    []seeker
	ends, next []uint16
}

// find returns the postings of a phrase in a segment, made of those of its terms,
// of which there are two at least: the passages that hold them in that order with
// at most one word between two neighbours. A passage's frequency is the number
// of places where such a row ends. The result is empty where there is none.
func (f *phraseFinder) find(s *segment, terms []string, m *impacts) list {
	f.seekers = f.seekers[:0]
	rarest := 0
	for i, term := range terms {
		e, ok := s.lookup(term)
		if !ok {
			return list{}
		}
		f.seekers = append(f.seekers, seeker{})
		f.seekers[i].reset(s.list(e))
		if len(f.seekers[i].passages) < len(f.seekers[rarest].passages) {
			rarest = i
		}
	}
	var found termPostings
	lead := &f.seekers[rarest]
	for p, ok := lead.passage(); ok; p, ok = lead.passage() {
		if f.all(p) {
			if n := f.count(); n > 0 {
				found.add(uint32(p), uint16(n), 0)
			}
		}
		lead.at++
	}
	if len(found.passages) == 0 {
		return list{}
	}
	postings, _ := found.encode(s.lengths, m)
	return readList(postings, len(found.passages))
}

// all moves every seeker on to the passage, and reports whether all terms are
// in it.
func (f *phraseFinder) all(passage int) bool {
	for i := range f.seekers {
		if _, ok := f.seekers[i].seek(passage); !ok {
			return false
		}
	}
	return true
}

// count returns the number of places where the phrase ends, in the passage that
// the seekers stand at.
func (f *phraseFinder) count() int {
	first := &f.seekers[0]
	ends := first.positionsOf(first.at)
	for i := range f.seekers[1:] {
		k := &f.seekers[1+i]
		f.next = follow(f.next[:0], ends, k.positionsOf(k.at))
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
