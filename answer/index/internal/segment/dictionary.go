package segment

import (
	"encoding/binary"
	"hash/maphash"
	"strings"

	"newshound/answer/index/internal/disk"
	"newshound/answer/index/internal/postings"
	"newshound/answer/index/internal/raw"
)

// dictionaryWriter makes the dictionary.
type dictionaryWriter struct {
	terms, at *disk.Spool
	keys      *disk.Spool
	n         int
	last      string
	ends      [2]int // of the last postings and positions
	line      []byte
}

// add adds a term, which must come after the one before, with the number of its
// postings and the bytes that they and their positions take.
func (d *dictionaryWriter) add(term string, docFreq, postings, positions int) {
	d.line = d.line[:0]
	shared := 0
	if d.n%termBlock == 0 {
		d.at.Add(binary.LittleEndian.AppendUint32(d.line, uint32(d.terms.Size())))
		if d.n%(termBlock*blocksToMilestone) == 0 {
			d.keys.Add(appendMilestone(d.line, term))
		}
		d.line = binary.AppendUvarint(d.line, uint64(d.ends[0]))
		d.line = binary.AppendUvarint(d.line, uint64(d.ends[1]))
	} else {
		for shared < min(len(term), len(d.last)) && term[shared] == d.last[shared] {
			shared++
		}
	}
	d.line = binary.AppendUvarint(d.line, uint64(shared))
	d.line = raw.AppendString(d.line, term[shared:])
	for _, n := range []int{docFreq, postings, positions} {
		d.line = binary.AppendUvarint(d.line, uint64(n))
	}
	d.terms.Add(d.line)
	d.ends[0] += postings
	d.ends[1] += positions
	d.last = term
	d.n++
}

// finish ends the dictionary.
func (d *dictionaryWriter) finish() {
	d.at.Add(binary.LittleEndian.AppendUint32(nil, uint32(d.terms.Size())))
}

// block returns a cursor at a block of the dictionary.
func (s *Segment) block(i int) raw.Cursor {
	at := s.bytes(TermAt, 4*i, 4*i+8)
	return raw.Cursor{Data: s.bytes(Terms, raw.Uint32(at, 0), raw.Uint32(at, 1))}
}

// blockReader reads the terms of a block one by one.
type blockReader struct {
	c     raw.Cursor
	term  []byte
	entry postings.Place
}

func (s *Segment) readBlock(i int, term []byte) blockReader {
	r := blockReader{c: s.block(i), term: term[:0]}
	r.entry.Postings[1] = int(r.c.Uvarint())
	r.entry.Positions[1] = int(r.c.Uvarint())
	return r
}

// next reads the next term, and reports whether there was one.
func (r *blockReader) next() bool {
	shared, rest, ok := r.nextPart()
	if ok {
		if shared > len(r.term) {
			raw.Damaged("a term shares more than there is")
		}
		r.term = append(r.term[:shared], rest...)
	}
	return ok
}

// nextPart reads the next term without putting it together: how much it shares with
// the one before, and the rest.
func (r *blockReader) nextPart() (shared int, rest []byte, ok bool) {
	if r.c.At == len(r.c.Data) {
		return 0, nil, false
	}
	shared, rest = r.c.Count(len(r.c.Data)), r.c.Bytes()
	e := &r.entry
	e.DocFreq = int(r.c.Uvarint())
	e.Postings = [2]int{e.Postings[1], e.Postings[1] + int(r.c.Uvarint())}
	e.Positions = [2]int{e.Positions[1], e.Positions[1] + int(r.c.Uvarint())}
	return shared, rest, true
}

// recentTerm is a term that was looked up, and what was found.
type recentTerm struct {
	term  string
	entry postings.Place
	ok    bool
}

// recentTerms is how many terms of a segment are remembered: those of some dozens of
// questions, each of which looks up most of its terms several times.
const recentTerms = 1 << 12

// Lookup finds a term, among those that were looked up before or else in the dictionary.
func (s *Segment) Lookup(term string) (postings.Place, bool) {
	slot := &s.recentTerms[maphash.String(s.seed, term)%uint64(len(s.recentTerms))]
	if r := slot.Load(); r != nil && r.term == term {
		return r.entry, r.ok
	}
	e, ok := s.search(term)
	slot.Store(&recentTerm{strings.Clone(term), e, ok})
	return e, ok
}

// search finds a term in the dictionary.
func (s *Segment) search(term string) (postings.Place, bool) {
	blocks := (s.terms + termBlock - 1) / termBlock
	i := searchBetween(s.Section(TermKeys), blocksToMilestone, blocks, term, func(i int) bool {
		c := s.block(i)
		c.Uvarint()
		c.Uvarint()
		c.Uvarint() // the first term shares nothing
		return string(c.Bytes()) > term
	})
	if i == 0 {
		return postings.Place{}, false
	}
	matched := 0 // so many bytes of the term begin the one before, which is less
	for r := s.readBlock(i-1, nil); ; {
		shared, rest, ok := r.nextPart()
		switch {
		case !ok || shared < matched:
			return postings.Place{}, false
		case shared > matched: // it differs from the term where the one before does
			continue
		}
		wanted, n := term[matched:], 0
		for n < min(len(rest), len(wanted)) && rest[n] == wanted[n] {
			n++
		}
		switch {
		case n == len(rest) && n == len(wanted):
			return r.entry, true
		case n < len(rest) && (n == len(wanted) || rest[n] > wanted[n]):
			return postings.Place{}, false
		}
		matched += n
	}
}
