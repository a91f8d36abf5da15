package postings

import "newshound/answer/index/internal/bm25"

// Place is where the postings of a term stand: its line in the dictionary.
type Place struct {
	DocFreq   int
	Postings  [2]int // from and to, in the section
	Positions [2]int
}

// Sections are those of a segment that its postings are read of.
type Sections interface {
	// Postings and Positions return bytes of theirs, from one on to another.
	Postings(from, to int) []byte
	Positions(from, to int) []byte
	// Lengths returns the lengths of passages, from one on to another.
	Lengths(from, to int) []uint16
}

// Source reads the postings of a segment. It is safe for concurrent use. Its methods panic with damage.
type Source struct {
	Sections
	Passages int
	Compact  bool          // whether they are packed
	Impacts  *bm25.Impacts // that they were made with
}

// List returns the postings that stand at a place.
func (s *Source) List(at Place) List {
	read := readList
	if s.Compact {
		read = s.unpack
	}
	l := read(s.Postings(at.Postings[0], at.Postings[1]), at.DocFreq)
	l.source, l.positionsIn = s, at.Positions
	return l
}
