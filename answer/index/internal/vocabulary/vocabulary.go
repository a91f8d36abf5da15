// Package vocabulary tells of the words of some segments, less those of deleted articles: in
// how many passages a term is (vocabulary.go), what an acronym stands for and what acronyms a
// name has (acronyms.go), and what a word may be a misspelling of (spelling.go).
package vocabulary

import (
	"newshound/answer/analysis"
	"newshound/answer/index/internal/roll"
	"newshound/answer/index/internal/segment"
)

// Vocabulary tells of the words of some segments. It is safe for concurrent use. Its methods
// panic with damage.
type Vocabulary struct {
	segments []*segment.Segment
	analyzer analysis.Analyzer // of names and acronyms
}

// New returns the vocabulary of segments.
func New(segments []*segment.Segment) *Vocabulary { return &Vocabulary{segments: segments} }

// DocFreq returns how many passages hold a term. A passage holds the terms of its
// article's header too.
func (v *Vocabulary) DocFreq(term string) (n int) {
	for _, s := range v.segments {
		if e, ok := s.Lookup(term); ok {
			n += e.DocFreq - s.Roll.Count(roll.Term, term)
		}
	}
	return n
}
