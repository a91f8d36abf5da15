package index

import (
	"encoding/binary"
	"hash/maphash"
	"math"
	"sort"
	"sync/atomic"

	"newshound/answer"
	"newshound/answer/index/internal/bm25"
	"newshound/answer/index/internal/pages"
	"newshound/answer/index/internal/postings"
	"newshound/answer/index/internal/raw"
	"newshound/answer/index/internal/roll"
	"newshound/corpus"
)

// segment is a part of an index that never changes. It is safe for concurrent
// use. Its methods panic with damage.
type segment struct {
	data   []byte // all of it
	offset int    // in the file
	pages  *pages.Pages
	at     [sectionCount][2]int

	articles, passages, terms int
	words                     int // the sum of the passages' lengths
	longest                   int
	dates                     dates           // of all articles
	compact                   bool            // its postings and positions are packed
	lists                     postings.Source // its postings, by their places
	impacts                   *bm25.Impacts   // with which its postings were made

	// kept are the articles of an index in memory. Of others the last ones read
	// are remembered.
	kept   []*corpus.Article
	recent []atomic.Pointer[recentArticle]
	// phrases were found in it, terms of a compact one were unpacked, and the last terms looked
	// up are remembered, by a hash.
	phrases     postings.Kept
	unpacked    postings.Kept
	recentTerms []atomic.Pointer[recentTerm]
	seed        maphash.Seed
	// deleted are the articles that do not count any more, by number; nil if there
	// are none; roll tells what they take from the counts.
	deleted []bool
	roll    *roll.Roll
}

// Each posting takes 4 bytes or so.
const (
	mostPhrases  = 1 << 20 // in a segment
	mostUnpacked = 16      // for each passage of a compact one
)

// recentArticle is an article with its number.
type recentArticle struct {
	number  int
	article *corpus.Article
}

// recentArticles is how many articles of a segment are remembered.
const recentArticles = 1 << 12

// openSegment returns the segment that data holds. It panics with damage.
func openSegment(data []byte, kept []*corpus.Article) *segment {
	head := raw.Cut(data, 0, min(pages.HeadSize, len(data)))
	if len(head) < pages.HeadSize || string(head[:segVersionAt]) != segmentMagic {
		raw.Damaged("a segment does not begin as one")
	}
	if raw.Checksum(head[:segCRCAt]) != binary.LittleEndian.Uint32(head[segCRCAt:]) {
		raw.Damaged("the head of a segment does not fit its checksum")
	}
	if n := binary.LittleEndian.Uint32(head[segSectionsAt:]); n != uint32(sectionCount) {
		raw.Damaged("a segment has %d sections, and %d are known", n, int(sectionCount))
	}
	number := func(at int) int { return int(binary.LittleEndian.Uint64(head[at:])) }
	if number(segLengthAt) != len(data) {
		raw.Damaged("a segment has %d bytes, and %d are there", number(segLengthAt), len(data))
	}
	s := &segment{
		articles: number(segArticlesAt), passages: number(segPassagesAt), terms: number(segTermsAt), words: number(segWordsAt),
		longest: number(segLongestAt),
		data:    data,
		pages:   pages.Open(data, number(segCheckAt)), kept: kept,
	}
	for i := range s.at {
		start := number(segTableAt + 16*i)
		s.at[i] = [2]int{start, start + number(segTableAt+16*i+8)}
	}
	switch compact := number(segCompactAt); compact {
	case 0, 1:
		s.compact = compact == 1
	default:
		raw.Damaged("a segment is compact or not, and not %d", compact)
	}
	when := func(at, zoneAt int) moment { return moment{int64(number(at)), number(zoneAt)} }
	s.dates = dates{when(segFirstAt, segFirstZoneAt), when(segLastAt, segLastZoneAt), number(segUndatedAt)}
	s.phrases.Most, s.unpacked.Most = mostPhrases, mostUnpacked*s.passages
	s.impacts = bm25.NewImpacts(bm25.Mean(s.words, s.passages))
	s.lists = postings.Source{Sections: postingSections{s}, Passages: s.passages, Compact: s.compact, Impacts: s.impacts}
	s.recentTerms, s.seed = make([]atomic.Pointer[recentTerm], max(1, min(recentTerms, s.terms))), maphash.MakeSeed()
	if kept == nil {
		s.recent = make([]atomic.Pointer[recentArticle], min(recentArticles, s.articles))
	}
	return s
}

// section returns a whole section.
func (s *segment) section(kind sectionKind) []byte {
	return s.pages.Bytes(s.at[kind][0], s.at[kind][1])
}

// bytes returns a part of a section.
func (s *segment) bytes(kind sectionKind, start, end int) []byte {
	at := s.at[kind]
	if start < 0 || end < start || end > at[1]-at[0] {
		raw.Damaged("bytes %d to %d of section %d", start, end, kind)
	}
	return s.pages.Bytes(at[0]+start, at[0]+end)
}

// list returns the postings that stand at a place.
func (s *segment) list(at postings.Place) postings.List { return s.lists.List(at) }

// postingSections are the sections that lists are read of.
type postingSections struct{ s *segment }

// Postings implements [postings.Sections].
func (p postingSections) Postings(from, to int) []byte { return p.s.bytes(secPostings, from, to) }

// Positions implements [postings.Sections].
func (p postingSections) Positions(from, to int) []byte { return p.s.bytes(secPositions, from, to) }

// Lengths implements [postings.Sections].
func (p postingSections) Lengths(from, to int) []uint16 {
	return raw.Uint16s(p.s.bytes(secLengths, 2*from, 2*to))
}

// article returns an article by its number.
func (s *segment) article(i int) *corpus.Article {
	if s.kept != nil {
		return s.kept[i]
	}
	slot := &s.recent[i%len(s.recent)]
	if r := slot.Load(); r != nil && r.number == i {
		return r.article
	}
	a := s.read(i)
	slot.Store(&recentArticle{i, a})
	return a
}

// read reads an article, which is not remembered.
func (s *segment) read(i int) *corpus.Article { return readRecord(s.record(i)) }

// record returns the record of an article.
func (s *segment) record(i int) []byte {
	at := s.bytes(secArticleAt, 8*i, 8*i+16)
	return s.bytes(secArticles, int(binary.LittleEndian.Uint64(at)), int(binary.LittleEndian.Uint64(at[8:])))
}

// live reports whether an article is not deleted.
func (s *segment) live(article int) bool { return len(s.deleted) == 0 || !s.deleted[article] }

// row is what is at hand of an article.
type row struct {
	outlet, section, byline int
	moment
}

// unknown is the time of publication of an article that has none.
const unknown = math.MinInt64

func (s *segment) row(i int) row {
	r := s.bytes(secArticleRow, rowSize*i, rowSize*i+rowSize)
	return row{
		outlet: raw.Uint32(r, 0), section: raw.Uint32(r, 1), byline: raw.Uint32(r, 2),
		moment: moment{int64(binary.LittleEndian.Uint64(r[12:])), int(int32(raw.Uint32(r, 5)))},
	}
}

// passagesOf returns the numbers of an article's passages, from and to.
func (s *segment) passagesOf(article int) (from, to int) {
	from, to = s.firstPassage(article), s.passages
	if article+1 < s.articles {
		to = s.firstPassage(article + 1)
	}
	return from, to
}

// firstPassage returns the number of an article's first passage, or of the one that
// would be.
func (s *segment) firstPassage(article int) int {
	return raw.Uint32(s.bytes(secArticleSize, sizeSize*article, sizeSize*article+4), 0)
}

// lengthOf returns the length of an article in words that are no stop words.
func (s *segment) lengthOf(article int) int {
	return raw.Uint32(s.bytes(secArticleSize, sizeSize*article+4, sizeSize*article+8), 0)
}

// length returns the length of a passage in words that are no stop words.
func (s *segment) length(passage int) int {
	return raw.Uint16(s.bytes(secLengths, 2*passage, 2*passage+2), 0)
}

// articleOf returns the number of a passage's article.
func (s *segment) articleOf(passage int) int {
	return raw.Uint32(s.bytes(secPassages, passageSize*passage, passageSize*passage+4), 0)
}

// articleAround returns the same. Where the passage's page of the file has not been read,
// it looks among the articles' first passages: far fewer pages than the passages stand
// in, so that a first question need not read and check as many.
func (s *segment) articleAround(passage int) int {
	if at := s.at[secPassages][0] + passageSize*passage; s.pages.Ready(at, at+4) {
		return s.articleOf(passage)
	}
	return sort.Search(s.articles, func(i int) bool { return s.firstPassage(i) > passage }) - 1
}

// passage returns a passage with its article.
func (s *segment) passage(i int) corpus.Passage {
	r := s.bytes(secPassages, passageSize*i, passageSize*(i+1))
	return corpus.Passage{
		Article: s.article(raw.Uint32(r, 0)),
		First:   raw.Uint32(r, 1), Last: raw.Uint32(r, 2),
		Span: corpus.Span{Start: raw.Uint32(r, 3), End: raw.Uint32(r, 4)},
	}
}

// labels returns what outlets, sections or bylines there are, with the number of
// their articles, by their numbers.
func (s *segment) labels(kind sectionKind) []answer.OutletCount {
	c := raw.Cursor{Data: s.section(kind)}
	out := make([]answer.OutletCount, c.Count(len(c.Data)))
	for i := range out {
		out[i] = answer.OutletCount{Outlet: c.String(), Articles: c.Count(s.articles)}
	}
	return out
}

// term returns the postings of a term in the segment, which are empty if it has none.
func (s *segment) term(term string) postings.List {
	e, ok := s.lookup(term)
	switch {
	case !ok:
		return postings.List{}
	case !s.compact:
		return s.list(e)
	}
	return s.unpacked.Of(term, func() postings.List { return s.list(e) })
}
