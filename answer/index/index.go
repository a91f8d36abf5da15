// Package index is the passage index: an inverted file over the stems of
// articles that ranks passages by BM25 and knows the words that the coverage
// uses. It is one file, mapped into memory and described byte by byte in
// format.go, or the same bytes in memory.
//
// [New] makes an index of articles in memory, [Build] one in a file, and [Open] opens
// that; [OpenCopy] holds a small one in memory, whatever becomes of its file. An index is a
// set of segments, which never change, and the articles of them that were deleted ([Index] is
// one state of it).
//
// [Add], [Delete] and [Update] append a segment and a commit (update.go), [Merge] and
// [MergeAll] make one segment of several (merge.go, policy.go). Writers are kept apart by a
// lock, readers need none: [Index.Stale] tells them to open the file again (open.go). [Check]
// verifies all of it. The order of the corpus, by which equal scores stand, is that
// of the segments in the commit and of the articles in them: what is added or
// updated stands at the end, and merging changes nothing.
//
// Beneath stand, each upon those before it, in answer/index/internal: disk maps, locks and
// replaces files, raw reads numbers and strings that may be damaged, pages checks them when
// they are first read; strtab numbers strings and orders them; bm25 is the formula below;
// postings has where a term occurs, roll what deleted articles take from the counts, and
// segment all that does not change, which build makes of articles; search
// ranks passages, vocabulary knows the words, and store keeps segments in a file and
// changes which of them count.
//
// # Ranking
//
// A passage is scored with BM25 (Robertson and Zaragoza, The Probabilistic
// Relevance Framework: BM25 and Beyond, 2009), with the header of its article
// ([answer.Header]) as a weighted field in the manner of BM25F: an occurrence in
// the header counts as much as headerWeight occurrences in the passage. For one
// term of weight w,
//
//	score = w · tf·(k1+1) / (tf + k1·(1 − b + b·len/avglen))
//
// where tf is the weighted frequency, len the number of words of the passage
// that are no stop words, avglen its mean over the corpus, and w the weight that
// the query brings along, its inverse document frequency in the main. The
// frequency of several terms in a row is the number of places in the passage
// where such a row ends; the header does not count for it.
//
// A query may have the article's own score count beside the passage's: the same
// formula with the article taken as one passage.
//
// # Decisions
//
// A merge analyses the articles again. Context: postings could be copied, but the
// counts of words and names of what is left out cannot be told from them. Decision:
// the merged segment is built like any other, of the articles' text. Consequence:
// it is what a fresh build makes, and costs as much; by the policy of merge.go an
// article is merged a logarithmic number of times.
//
// A process that answers one question pays for what it touches. Context: of the twenty
// milliseconds or so that `newshound ask` takes on a million passages a quarter is Go's start, and
// more than a third the system's for some two thousand page faults: of fresh memory, of the
// program and of the file, three hundred of these. Decision: nothing is made before it is
// needed; tables are written to before they are looked at, for memory that is read first
// costs two faults; what is gathered in pieces is gathered in memory that is used again. Consequence:
// what is saved hardly shows in a service. Tried without gain: to have the system map a long
// list's pages at once (MADV_POPULATE_READ: 80 faults fewer, and no less time); huge pages for the
// heap (260 faults fewer, and no less time); profile-guided optimisation (2 to 8 % of a build,
// nothing of answers, for four minutes of compiling); patterns of two allocations for four (12 µs);
// given names in a map (3 % of telling who says what, for half a millisecond to make it); to
// write the file in pieces of 2 MB, which Linux 6.18 keeps and maps as such (a tenth less of a
// cold question, for a tenth more of a build; the program copied so by dd starts in 3.2 ms, not
// 4.7); no system call before a page is read (3 %, and a disk that hangs would hold all up); to
// add up the shortest lists of a chunk and to seek in the others only what may still be among
// the best (a tenth of the postings less, for that which is in vain no less time);
// a passage's sum and what its clause is worth so far in one word (no less time); to go
// through the shorter lists with the candidates' articles marked, rather than to seek each
// (1 to 2 % of a search); fewer collections of garbage (GOGC=400: no less time; off: a
// tenth more, for memory that is fresh).
package index

import (
	"context"
	"runtime"
	"slices"
	"sync/atomic"

	"newshound/answer"
	"newshound/answer/index/internal/bm25"
	"newshound/answer/index/internal/build"
	"newshound/answer/index/internal/raw"
	"newshound/answer/index/internal/search"
	"newshound/answer/index/internal/segment"
	"newshound/answer/index/internal/store"
	"newshound/answer/index/internal/vocabulary"
	"newshound/corpus"
)

// Index is one state of an index. It is immutable and safe for concurrent use.
type Index struct {
	segments []*segment.Segment
	coverage answer.Coverage
	search   *search.Searcher

	file   fileState     // if it has one
	commit *store.Commit // that it was opened at, if it has a file

	words  *vocabulary.Vocabulary
	damage atomic.Pointer[error]
}

var _ answer.Index = (*Index)(nil)

// New indexes the articles in memory. They must have different ids.
func New(articles []*corpus.Article) *Index {
	articles = slices.Clone(articles)
	w := build.InMemory(articles)
	data := make(buffer, 0, w.Size())
	if err := w.WriteAll(&data); err != nil {
		panic(err) // there is nothing that can fail in memory
	}
	ix, err := newIndex([]*segment.Segment{segment.Open(data, articles)})
	if err != nil {
		panic(err) // nor be damaged
	}
	return ix
}

// buffer collects bytes.
type buffer []byte

func (b *buffer) Write(p []byte) (int, error) {
	*b = append(*b, p...)
	return len(p), nil
}

// newIndex returns the index of some segments.
func newIndex(segments []*segment.Segment) (ix *Index, err error) {
	defer raw.Guard(&err)
	ix = &Index{segments: segments, coverage: coverage(segments)}
	passages, words := 0, 0
	for _, s := range segments {
		gone, goneWords := s.Gone()
		passages += s.Passages - gone
		words += s.Words - goneWords
	}
	ix.coverage.Passages = passages
	ix.words = vocabulary.New(segments)
	ix.search = search.New(segments, bm25.Mean(words, passages), bm25.Mean(words, ix.coverage.Articles))
	return ix, nil
}

// compact reports whether what is added to the index is packed: its first segment is.
func (ix *Index) compact() bool { return len(ix.segments) > 0 && ix.segments[0].Compact }

// guard is called first by a method that has no error to return, and what it
// returns is deferred: the error of damage is kept for the next Retrieve.
func (ix *Index) guard() (end func()) {
	restore := raw.Faults()
	return func() {
		restore()
		if err := raw.DamageOf(recover()); err != nil {
			ix.damage.Store(&err)
		}
	}
}

// Coverage implements [answer.Index].
func (ix *Index) Coverage() answer.Coverage {
	c := ix.coverage
	c.Outlets = slices.Clone(c.Outlets)
	return c
}

// Retrieve implements [answer.Retriever].
func (ix *Index) Retrieve(ctx context.Context, q answer.Query) (hits []answer.Hit, err error) {
	defer runtime.KeepAlive(ix) // and what it is mapped to
	defer raw.Faults()()
	defer raw.Guard(&err)
	hits, err = ix.search.Retrieve(ctx, q)
	switch damage := ix.damage.Load(); {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case damage != nil:
		return nil, *damage
	}
	return hits, err
}

// Newest implements [answer.Index].
func (ix *Index) Newest(ctx context.Context, f answer.Filter, limit int) (articles []*corpus.Article, total int, err error) {
	defer runtime.KeepAlive(ix) // and what it is mapped to
	defer raw.Faults()()
	defer raw.Guard(&err)
	return ix.search.Newest(ctx, f, limit)
}

// Articles implements [answer.Index].
func (ix *Index) Articles(limit int) (out []*corpus.Article) {
	defer ix.guard()()
	for _, s := range ix.segments {
		for i := range s.Articles {
			if len(out) >= limit {
				return out
			}
			if s.Live(i) {
				out = append(out, s.Article(i))
			}
		}
	}
	return out
}

// Article implements [answer.Index].
func (ix *Index) Article(id string) *corpus.Article {
	defer ix.guard()()
	for _, s := range ix.segments {
		for _, i := range s.Find(id) {
			if s.Live(i) {
				return s.Article(i)
			}
		}
	}
	return nil
}
