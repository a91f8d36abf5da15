package index

import (
	"context"
	"iter"
	"runtime"

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
		defer runtime.KeepAlive(ix) // and what it is mapped to
		for _, s := range ix.segments {
			for i := range s.Articles {
				if !s.Live(i) {
					continue
				}
				a, err := s.Load(i)
				if err == nil {
					err = ctx.Err()
				}
				if err != nil {
					yield(nil, err)
					return
				}
				if a.Origin == "" {
					a.Origin = l.path
				}
				if !yield(a, nil) {
					return
				}
			}
		}
	}
}
