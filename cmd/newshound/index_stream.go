package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"iter"

	"newshound/corpus"
)

// stream loads the articles of a corpus one after the other, without holding all of them in memory.
type stream struct {
	env     *environment
	paths   []string
	loaders []corpus.Loader
	strict  bool
	meter   *meter

	n        int // articles so far
	problems int
}

// stream returns a stream of the corpus.
func (f *corpusFlags) stream(env *environment) (*stream, error) {
	paths := f.resolve(env)
	loaders, err := openLoaders(paths)
	if err != nil {
		return nil, err
	}
	return &stream{env: env, paths: paths, loaders: loaders, strict: f.strict, meter: newMeter(env, paths)}, nil
}

// all yields the articles. It warns of what is wrong with single items, or, where strict is set,
// calls stop with it and ends. It always does the latter if a source cannot be read at all.
func (s *stream) all(ctx context.Context, stop context.CancelCauseFunc) iter.Seq[*corpus.Article] {
	return func(yield func(*corpus.Article) bool) {
		for _, l := range s.loaders {
			for a, err := range l.Load(ctx) {
				switch {
				case ctx.Err() != nil:
					return
				case err != nil && errors.Is(err, corpus.ErrMalformed) && !s.strict:
					s.warn(err)
				case err != nil:
					stop(err)
					return
				}
				if a == nil {
					continue
				}
				s.n++
				s.meter.add(a)
				if !yield(a) {
					return
				}
			}
		}
		if s.n == 0 {
			stop(noArticle(s.paths))
		}
	}
}

// once yields the articles, but only the first of several with the same id. The others are treated
// like items that something is wrong with.
func (s *stream) once(ctx context.Context, stop context.CancelCauseFunc) iter.Seq[*corpus.Article] {
	return func(yield func(*corpus.Article) bool) {
		seen := make(map[[16]byte]bool) // the ids themselves would take more
		for a := range s.all(ctx, stop) {
			sum := sha256.Sum256([]byte(a.ID))
			key := [16]byte(sum[:])
			if !seen[key] {
				seen[key] = true
				if !yield(a) {
					return
				}
				continue
			}
			s.n--
			err := &corpus.DuplicateError{ID: a.ID, Again: a.Origin}
			if s.strict {
				stop(err)
				return
			}
			s.warn(err)
		}
	}
}

// warn tells a problem if it is one of the first maxProblems.
func (s *stream) warn(err error) {
	if s.problems++; s.problems <= maxProblems {
		s.meter.clear()
		s.env.tell("warning: %v", err)
	}
}

// end tells how many further problems there were, and returns the error of the whole: why the
// stream was stopped, if it was, and err otherwise.
func (s *stream) end(ctx context.Context, err error) error {
	s.meter.clear()
	if more := s.problems - maxProblems; more > 0 {
		s.env.tell("warning: "+moreProblems, more)
	}
	if err != nil && ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}
