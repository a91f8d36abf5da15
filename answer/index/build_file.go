package index

import (
	"context"
	"io"
	"iter"
	"path/filepath"

	"newshound/answer/analysis"
	"newshound/answer/index/internal/disk"
	"newshound/answer/index/internal/raw"
	"newshound/answer/index/internal/segment"
	"newshound/corpus"
)

// DefaultMemory is how many bytes a build may take unless [Options] say otherwise.
const DefaultMemory = 1 << 30

// Options adjust a build. The zero value is ready to use.
type Options struct {
	// Memory is about how many bytes a build may hold at a time; 0 means
	// [DefaultMemory]. What is more is kept in files beside the index meanwhile.
	Memory int
	// Compact makes segments of which postings and positions are packed: they take less than
	// half of the bytes, and are unpacked where a question needs them. What is added to an
	// index that begins with such a segment, or is merged in it, becomes one too.
	Compact bool
	// Waiting, if it is not nil, is called when another process writes the file, and
	// its end is waited for.
	Waiting func()
}

// Build makes an index of the articles, which must have different ids, in a file
// at path. What was there is replaced when all is done, and not touched before;
// a build that was killed leaves a file of that name and “.new”, which the
// next one overwrites; two builds of one file wait for each other. The sequence ends early
// if ctx does; then its error is returned.
func Build(ctx context.Context, path string, articles iter.Seq[*corpus.Article], o Options) error {
	unlock := func() {}
	defer func() { unlock() }()
	return replace(ctx, path, ".new", o, func(t *target) (*commit, error) {
		t.alignSegment()
		r, err := buildSegment(ctx, filepath.Dir(path), t.behindHead(), articles, o)
		if err != nil {
			return nil, err
		}
		defer r.close()
		if unlock, err = disk.LockIfThere(ctx, path, o.Waiting); err != nil {
			return nil, err
		}
		ref, err := t.complete(r.final)
		return &commit{slot: slot{generation: 1}, segments: []segmentRef{ref}}, err
	})
}

// buildSegment makes a segment of the articles, with files in a directory for what does
// not fit into memory. behind is what [newSegmentWriter] wants. The caller closes what it
// returns.
func buildSegment(ctx context.Context, dir string, behind io.Writer, articles iter.Seq[*corpus.Article], o Options) (*runs, error) {
	r := newRuns(dir, behind, o)
	read(func(yield func(*corpus.Article) bool) {
		for a := range articles {
			if ctx.Err() != nil || !yield(a) {
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
	return r, nil
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
	files    [][]byte
	err      error
}

// leastForms is how many forms of words are remembered however little memory there is.
const leastForms = 1 << 16

func newRuns(dir string, behind io.Writer, o Options) *runs {
	if o.Memory == 0 {
		o.Memory = DefaultMemory
	}
	r := &runs{final: segment.NewWriter(dir, true, behind), dir: dir, memory: o.Memory}
	r.final.Compact = o.Compact
	r.analyzer.Remember(max(leastForms, o.Memory/8/analysis.FormSize))
	r.b = newBuilder(&r.analyzer)
	return r
}

func (r *runs) addArticle(a *corpus.Article, header *analysed) {
	if r.b.full() || r.b.size() > r.memory/2 { // the rest is for what is not counted, and for garbage
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
	data, err := r.spilledTerms()
	if err != nil && r.err == nil {
		r.err = err
	}
	if r.err == nil {
		r.files = append(r.files, data)
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
	t := target{file: f}
	w := r.final.Part(r.dir, r.first, r.words, t.behindHead())
	defer w.Close()
	r.b.finish(w)
	if _, err := t.complete(w); err != nil {
		return nil, err
	}
	return disk.Map(f)
}

// finish hands all terms to the final writer.
func (r *runs) finish() (err error) {
	defer raw.Guard(&err)
	if len(r.spilled) == 0 && r.err == nil {
		r.b.finish(r.final)
		return nil
	}
	r.spill()
	r.b = nil
	if r.err != nil {
		return r.err
	}
	segment.MergeTerms(r.final, r.spilled)
	return nil
}

// close gives back what the runs hold.
func (r *runs) close() {
	r.final.Close()
	for _, data := range r.files {
		disk.Unmap(data)
	}
}
