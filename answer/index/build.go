package index

import (
	"cmp"
	"context"
	"io"
	"iter"
	"path/filepath"

	"newshound/answer/index/internal/build"
	"newshound/answer/index/internal/disk"
	"newshound/answer/index/internal/store"
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

// of returns the options of a segment for the file at path, which writes behind where what
// stands behind its head is wanted already, unless that is nil.
func (o Options) of(path string, behind io.Writer) build.Options {
	return build.Options{Dir: filepath.Dir(path), Behind: behind, Memory: cmp.Or(o.Memory, DefaultMemory), Compact: o.Compact}
}

// Build makes an index of the articles, which must have different ids, in a file
// at path. What was there is replaced when all is done, and not touched before;
// a build that was killed leaves a file of that name and “.new”, which the
// next one overwrites; two builds of one file wait for each other. The sequence ends early
// if ctx does; then its error is returned.
func Build(ctx context.Context, path string, articles iter.Seq[*corpus.Article], o Options) error {
	unlock := func() {}
	defer func() { unlock() }()
	return store.Replace(ctx, path, ".new", o.Waiting, func(t *store.Target) (*store.Commit, error) {
		t.AlignSegment()
		w, err := build.Segment(ctx, articles, o.of(path, t.BehindHead()))
		if err != nil {
			return nil, err
		}
		defer w.Close()
		locked, err := disk.LockIfThere(ctx, path, o.Waiting)
		if err != nil {
			return nil, err
		}
		unlock = locked
		ref, err := t.Complete(w)
		return store.NewCommit(1, []store.Ref{ref}), err
	})
}
