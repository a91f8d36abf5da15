package build

import (
	"context"
	"io"
	"iter"
	"math"
	"slices"
	"sync/atomic"

	"newshound/answer/analysis"
	"newshound/answer/index/internal/disk"
	"newshound/answer/index/internal/pages"
	"newshound/answer/index/internal/raw"
	"newshound/answer/index/internal/segment"
	"newshound/corpus"
)

// Options say how a segment is built.
type Options struct {
	Dir     string    // where files are kept meanwhile
	Behind  io.Writer // where what stands behind the head is wanted, or nil (see [segment.NewWriter])
	Memory  int       // about how many bytes may be held at a time
	Compact bool      // whether postings and positions are packed
}

// Segment makes a segment of the articles, with files in a directory for what does
// not fit into memory. It ends early if ctx does, with its error, and where it cannot write. The
// caller closes what it returns.
func Segment(ctx context.Context, articles iter.Seq[*corpus.Article], o Options) (*segment.Writer, error) {
	r := newRuns(o)
	read(func(yield func(*corpus.Article) bool) {
		for a := range articles {
			if ctx.Err() != nil || r.failed.Load() || !yield(a) {
				return
			}
		}
	}, &r.analyzer, r)
	err := ctx.Err()
	if err == nil {
		err = r.finish()
	}
	if err != nil {
		r.close()
		return nil, err
	}
	return r.final, nil
}

// InMemory makes a segment that keeps the articles, and no records of them.
func InMemory(articles []*corpus.Article) *segment.Writer {
	r := &runs{final: segment.NewWriter("", false, nil), memory: math.MaxInt}
	r.b = newBuilder(&r.analyzer)
	read(slices.Values(articles), &r.analyzer, r)
	if err := r.finish(); err != nil {
		panic(err) // there is no file
	}
	return r.final
}

// runs builds one segment in bounded memory: whenever a builder is full, its terms
// are kept in a file until all are merged.
type runs struct {
	analyzer analysis.Analyzer
	final    *segment.Writer
	dir      string
	memory   int
	b        *builder
	first    int // the first passage of the builder
	words    int // of all passages before
	spilled  []segment.Part
	mapped   [][]byte
	err      error
	failed   atomic.Bool // there is one: for who hands out articles
}

// leastForms is how many forms of words are remembered however little memory there is.
const leastForms = 1 << 16

func newRuns(o Options) *runs {
	r := &runs{final: segment.NewWriter(o.Dir, true, o.Behind), dir: o.Dir, memory: o.Memory}
	r.final.Compact = o.Compact
	r.analyzer.Remember(max(leastForms, o.Memory/8/analysis.FormSize))
	r.b = newBuilder(&r.analyzer)
	return r
}

func (r *runs) addArticle(a *corpus.Article, header *analysed) {
	if r.err == nil {
		r.err = r.final.Err()
	}
	if r.err != nil {
		r.failed.Store(true)
	} else if r.b.full() || r.b.size() > r.memory/2 { // the rest is for what is not counted, and for garbage
		r.spill()
	}
	r.final.AddArticle(a)
	r.b.addHeader(header, len(header.passages))
}

func (r *runs) addPassage(p corpus.Passage, t *analysed) {
	r.final.AddPassage(p, r.b.addPassage(t))
}

// spill puts the builder's terms into a file.
func (r *runs) spill() {
	var data []byte
	if data, r.err = r.spilledTerms(); r.err == nil {
		r.mapped = append(r.mapped, data)
		r.spilled = append(r.spilled, segment.Part{Segment: segment.Open(data, nil), First: r.first})
	}
	r.b, r.first, r.words = newBuilder(&r.analyzer), r.final.Passages(), r.final.Words
}

// spilledTerms returns a segment of the builder's terms, as a file that is mapped.
func (r *runs) spilledTerms() ([]byte, error) {
	f, err := disk.CreateTemp(r.dir)
	if err != nil {
		return nil, err
	}
	defer disk.CloseTemp(f)
	w := r.final.Part(r.dir, r.first, r.words, io.NewOffsetWriter(f, pages.HeadSize))
	defer w.Close()
	r.b.finish(w)
	if err := w.Complete(f, 0); err != nil {
		return nil, err
	}
	return disk.Map(f)
}

// finish hands all terms to the final writer, and gives back what the runs hold.
func (r *runs) finish() (err error) {
	defer raw.Guard(&err)
	defer r.unmap()
	switch {
	case r.err != nil:
		return r.err
	case len(r.spilled) == 0:
		r.b.finish(r.final)
		return nil
	}
	if r.spill(); r.err != nil {
		return r.err
	}
	r.b = nil
	segment.MergeTerms(r.final, r.spilled)
	return nil
}

// unmap gives back what was spilled.
func (r *runs) unmap() {
	for _, data := range r.mapped {
		disk.Unmap(data)
	}
	r.mapped = nil
}

// close gives back what the runs hold.
func (r *runs) close() {
	r.unmap()
	r.final.Close()
}
