package index

import (
	"context"
	"iter"

	"newshound/corpus"
)

// Loader loads the articles of an index file, for another index to be made of
// them. It keeps nothing between calls of Load, and is safe for use by several
// goroutines.
type Loader struct{ path string }

// NewLoader returns a loader for the index file at path. It is opened by Load.
func NewLoader(path string) *Loader { return &Loader{path: path} }

// Load implements [corpus.Loader].
func (l *Loader) Load(ctx context.Context) iter.Seq2[*corpus.Article, error] {
	return func(yield func(*corpus.Article, error) bool) {
		ix, err := Open(l.path)
		if err != nil {
			yield(nil, err)
			return
		}
		for _, s := range ix.segments {
			for i := range s.articles {
				if !s.live(i) {
					continue
				}
				a, err := ix.load(ctx, s, i)
				if !yield(a, err) || err != nil {
					return
				}
			}
		}
	}
}

// load reads an article that is not to be remembered.
func (ix *Index) load(ctx context.Context, s *segment, i int) (a *corpus.Article, err error) {
	defer faults()()
	defer guard(&err)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	a = s.read(i)
	if a.Origin == "" {
		a.Origin = ix.path
	}
	return a, nil
}
