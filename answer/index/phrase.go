package index

import "sort"

// phraseGap is the largest distance between the positions of two neighbours in
// a phrase: one word, such as the “of” of a name, may stand between them.
const phraseGap = 2

// phraseFinder finds phrases; it keeps its memory for the next one.
type phraseFinder struct {
	cursors    []cursor
	found      []posting
	ends, next []uint16
}

// cursor goes through the postings of one term.
type cursor struct {
	term uint32
	list []posting
	at   int
}

// find returns the passages that hold the terms, of which there are two at
// least, in that order with at most one word between two neighbours. A
// passage's frequency is the number of places where such a row ends.
func (f *phraseFinder) find(ix *Index, terms []string) []posting {
	f.cursors, f.found = f.cursors[:0], f.found[:0]
	rarest := 0
	for i, term := range terms {
		t, ok := ix.terms[term]
		if !ok {
			return nil
		}
		f.cursors = append(f.cursors, cursor{term: t, list: ix.postings.of(t)})
		if len(f.cursors[i].list) < len(f.cursors[rarest].list) {
			rarest = i
		}
	}
	for _, p := range f.cursors[rarest].list {
		if !f.seek(p.passage) {
			continue
		}
		if n := f.count(&ix.postings); n > 0 {
			f.found = append(f.found, posting{p.passage, float32(n)})
		}
	}
	return f.found
}

// seek moves every cursor on to the passage, and reports whether all terms are
// in it. A term that is not stands where it would be.
func (f *phraseFinder) seek(passage uint32) bool {
	for i := range f.cursors {
		c := &f.cursors[i]
		// Passages that are far apart are reached by doubling steps.
		step := 1
		for c.at+step < len(c.list) && c.list[c.at+step].passage < passage {
			c.at += step
			step *= 2
		}
		rest := c.list[c.at:min(len(c.list), c.at+step)]
		c.at += sort.Search(len(rest), func(i int) bool { return rest[i].passage >= passage })
		if c.at == len(c.list) || c.list[c.at].passage != passage {
			return false
		}
	}
	return true
}

// count returns the number of places where the phrase ends, in the passage that
// the cursors stand at.
func (f *phraseFinder) count(p *postings) int {
	ends := p.positions(f.cursors[0].term, f.cursors[0].at)
	for _, c := range f.cursors[1:] {
		f.next = follow(f.next[:0], ends, p.positions(c.term, c.at))
		f.ends, f.next = f.next, f.ends
		ends = f.ends
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
