package segment

import (
	"encoding/binary"
	"hash/maphash"
	"sync/atomic"

	"newshound/answer/index/internal/bm25"
	"newshound/answer/index/internal/pages"
	"newshound/answer/index/internal/postings"
	"newshound/answer/index/internal/raw"
	"newshound/answer/index/internal/roll"
	"newshound/corpus"
)

// Segment is a part of an index that never changes. It is safe for concurrent
// use. Its methods panic with damage.
type Segment struct {
	Data   []byte // all of it
	Offset int    // in the file
	Pages  *pages.Pages
	at     [SectionCount][2]int

	Articles, Passages, terms int
	Words                     int // the sum of the passages' lengths
	Longest                   int
	Dates                     Dates           // of all articles
	Compact                   bool            // its postings and positions are packed
	lists                     postings.Source // its postings, by their places
	Impacts                   *bm25.Impacts   // with which its postings were made

	// kept are the articles of an index in memory. Of others the last ones read
	// are remembered.
	kept       []*corpus.Article
	recent     []atomic.Pointer[recentArticle]
	recentText atomic.Int64 // the bytes of their bodies
	// Phrases were found in it, terms of a compact one were unpacked, and the last terms looked
	// up are remembered, by a hash.
	Phrases     postings.Kept
	unpacked    postings.Kept
	recentTerms []atomic.Pointer[recentTerm]
	seed        maphash.Seed
	// Deleted are the articles that do not count any more, by number; nil if there
	// are none; Roll tells what they take from the counts.
	Deleted []bool
	Roll    *roll.Roll
}

// Each posting takes 4 bytes or so.
const (
	mostPhrases  = 1 << 20 // in a segment
	mostUnpacked = 16      // for each passage of a compact one
)

// Open returns the segment that data holds. It panics with damage.
func Open(data []byte, kept []*corpus.Article) *Segment {
	head := raw.Cut(data, 0, min(pages.HeadSize, len(data)))
	if len(head) < pages.HeadSize || string(head[:segVersionAt]) != segmentMagic {
		raw.Damaged("a segment does not begin as one")
	}
	if raw.Checksum(head[:segCRCAt]) != binary.LittleEndian.Uint32(head[segCRCAt:]) {
		raw.Damaged("the head of a segment does not fit its checksum")
	}
	if n := binary.LittleEndian.Uint32(head[segSectionsAt:]); n != uint32(SectionCount) {
		raw.Damaged("a segment has %d sections, and %d are known", n, int(SectionCount))
	}
	number := func(at int) int { return int(binary.LittleEndian.Uint64(head[at:])) }
	if number(segLengthAt) != len(data) {
		raw.Damaged("a segment has %d bytes, and %d are there", number(segLengthAt), len(data))
	}
	s := &Segment{
		Articles: number(segArticlesAt), Passages: number(segPassagesAt), terms: number(segTermsAt), Words: number(segWordsAt),
		Longest: number(segLongestAt),
		Data:    data,
		Pages:   pages.Open(data, number(segCheckAt)), kept: kept,
	}
	for i := range s.at {
		start := number(segTableAt + 16*i)
		s.at[i] = [2]int{start, start + number(segTableAt+16*i+8)}
	}
	switch compact := number(segCompactAt); compact {
	case 0, 1:
		s.Compact = compact == 1
	default:
		raw.Damaged("a segment is compact or not, and not %d", compact)
	}
	when := func(at, zoneAt int) Moment {
		return Moment{int64(binary.LittleEndian.Uint64(head[at:])), number(zoneAt)}
	}
	s.Dates = Dates{when(segFirstAt, segFirstZoneAt), when(segLastAt, segLastZoneAt), number(segUndatedAt)}
	s.Phrases.Most, s.unpacked.Most = mostPhrases, mostUnpacked*s.Passages
	s.Impacts = bm25.NewImpacts(bm25.Mean(s.Words, s.Passages))
	s.lists = postings.Source{Sections: postingSections{s}, Passages: s.Passages, Compact: s.Compact, Impacts: s.Impacts}
	s.recentTerms, s.seed = make([]atomic.Pointer[recentTerm], max(1, min(recentTerms, s.terms))), maphash.MakeSeed()
	if kept == nil {
		s.recent = make([]atomic.Pointer[recentArticle], min(recentArticles, s.Articles))
	}
	return s
}

// Section returns a whole section.
func (s *Segment) Section(kind Kind) []byte {
	return s.Pages.Bytes(s.at[kind][0], s.at[kind][1])
}

// bytes returns a part of a section.
func (s *Segment) bytes(kind Kind, start, end int) []byte {
	at := s.at[kind]
	if start < 0 || end < start || end > at[1]-at[0] {
		raw.Damaged("bytes %d to %d of section %d", start, end, kind)
	}
	return s.Pages.Bytes(at[0]+start, at[0]+end)
}

// List returns the postings that stand at a place.
func (s *Segment) List(at postings.Place) postings.List { return s.lists.List(at) }

// postingSections are the sections that lists are read of.
type postingSections struct{ s *Segment }

// Postings implements [postings.Sections].
func (p postingSections) Postings(from, to int) []byte { return p.s.bytes(Postings, from, to) }

// Positions implements [postings.Sections].
func (p postingSections) Positions(from, to int) []byte { return p.s.bytes(Positions, from, to) }

// Lengths implements [postings.Sections].
func (p postingSections) Lengths(from, to int) []uint16 {
	return raw.Uint16s(p.s.bytes(Lengths, 2*from, 2*to))
}

// Term returns the postings of a term in the segment, which are empty if it has none.
func (s *Segment) Term(term string) postings.List {
	e, ok := s.Lookup(term)
	switch {
	case !ok:
		return postings.List{}
	case !s.Compact:
		return s.List(e)
	}
	return s.unpacked.Of(term, func() postings.List { return s.List(e) })
}
