package index

import (
	"context"
	"errors"

	"newshound/answer/index/internal/build"
	"newshound/answer/index/internal/disk"
	"newshound/answer/index/internal/pages"
	"newshound/answer/index/internal/raw"
	"newshound/answer/index/internal/segment"
	"newshound/answer/index/internal/store"
	"newshound/corpus"
)

// Merged tells what a merge did.
type Merged struct {
	Before, After int // segments
	// Rewritten says that the file was written anew, without what is dead.
	Rewritten bool
}

// Merge merges segments of the index file at path where there are too many, makes
// those anew of which more than a quarter is deleted, and writes the whole file
// anew beside itself, to take its place, where more of it is dead than live (a merge that
// is killed may leave a file of that name and “.merged”, which the next one overwrites). The
// articles and their order stay what they were.
//
// Articles are analysed again for that, which takes its time; meanwhile others may
// add and delete. Only for the end of it Merge waits for them and they for it. What
// others merge all the time it leaves to them.
func Merge(ctx context.Context, path string, o Options) (Merged, error) {
	return merge(ctx, path, o, usual())
}

// MergeAll makes one segment of the whole index, in a file without anything dead
// that takes the place of the old one. Otherwise it is like [Merge].
func MergeAll(ctx context.Context, path string, o Options) (Merged, error) {
	return merge(ctx, path, o, policy{all: true})
}

// errOvertaken is the error of a merge whose segments are not there any more.
var errOvertaken = errors.New("another process has merged it again and again meanwhile")

// mergeAttempts is how often a merge is begun that others overtake.
const mergeAttempts = 5

// span is a row of segments that are merged into one.
type span struct {
	from, to int
	built    *segment.Writer
	// numbers are, for each of the segments, the numbers that its articles have in
	// the one they are merged into; −1 for those that are left out.
	numbers [][]int32
}

func merge(ctx context.Context, path string, o Options, p policy) (m Merged, err error) {
	for range mergeAttempts {
		if m, err = mergeOnce(ctx, path, o, p); !errors.Is(err, errOvertaken) {
			return m, err
		}
	}
	if !p.all {
		return m, nil // others see to it
	}
	return m, err
}

func mergeOnce(ctx context.Context, path string, o Options, p policy) (m Merged, err error) {
	ix, data, err := openFile(path, 0)
	if err != nil {
		return m, err
	}
	defer disk.Unmap(data)
	defer raw.Faults()()
	defer raw.Guard(&err)
	c := ix.commit // data may hold a newer one by now, which reaches beyond it
	m.Before, m.After = len(ix.segments), len(ix.segments)
	spans := p.choose(ix.segments)
	live := pages.HeadSize
	for _, s := range c.Segments {
		live += s.Length
	}
	if len(spans) == 0 && !p.all && !p.wasteful(live, len(data)) {
		return m, nil
	}
	o.Compact = o.Compact || ix.compact()
	defer func() {
		for i := range spans {
			spans[i].close()
		}
	}()
	for i := range spans {
		if err := spans[i].build(ctx, ix, o.of(path, nil)); err != nil {
			return m, err
		}
	}
	err = store.Change(ctx, path, o.Waiting, func(w *store.Writer) error {
		if !w.Is(ix.file.info) || !w.Follows(c) {
			return errOvertaken
		}
		live, size := pages.HeadSize, w.End
		for i, s := range w.Commit.Segments {
			if spanOf(spans, i) == nil {
				live += s.Length
			}
		}
		for i := range spans {
			live += spans[i].built.Size()
			size += spans[i].built.Size()
		}
		if m.Rewritten = p.all || p.wasteful(live, size); m.Rewritten {
			return w.Replace(ctx, ".merged", o.Waiting, func(t *store.Target) (drafts []store.Draft, err error) {
				drafts, err = merged(w, t, spans)
				m.After = len(drafts)
				return drafts, err
			})
		}
		drafts, err := merged(w, &w.Target, spans)
		if err != nil {
			return disk.Cause(err)
		}
		m.After = len(drafts)
		return w.Write(drafts)
	})
	return m, err
}

// build makes the segment that the span becomes.
func (x *span) build(ctx context.Context, ix *Index, o build.Options) (err error) {
	var failed error
	n, read := int32(0), 0
	x.built, err = build.Segment(ctx, func(yield func(*corpus.Article) bool) {
		for _, s := range ix.segments[x.from:x.to] {
			numbers := make([]int32, s.Articles)
			x.numbers = append(x.numbers, numbers)
			for i := range numbers {
				numbers[i] = -1
				if !s.Live(i) {
					continue
				}
				a, err := s.Load(i)
				if err != nil {
					failed = err
					return
				}
				numbers[i] = n
				n++
				if read += len(a.Body); read > segment.ForgetAfter {
					read = 0
					disk.Forget(s.Data)
				}
				if !yield(a) {
					return
				}
			}
		}
	}, o)
	if err != nil {
		return err
	}
	return failed
}

// close gives back what the span holds.
func (x *span) close() {
	if x.built != nil {
		x.built.Close()
	}
}

// spanOf returns the span that a segment is in, or nil.
func spanOf(spans []span, segment int) *span {
	for i := range spans {
		if x := &spans[i]; x.from <= segment && segment < x.to {
			return x
		}
	}
	return nil
}

// merged appends the spans to a file and, unless that is a writer's own, the
// segments that are in none, and returns them all in their order.
func merged(w *store.Writer, t *store.Target, spans []span) (drafts []store.Draft, err error) {
	for i, d := range w.Drafts() {
		x := spanOf(spans, i)
		switch {
		case x == nil && t != &w.Target:
			if d, err = t.AppendCopy(d); err != nil {
				return nil, err
			}
			drafts = append(drafts, d)
		case x == nil:
			drafts = append(drafts, d)
		case i == x.from && (x.built.Articles > 0 || x.to-x.from == len(w.Segments)): // what is added is compact if one is
			next, err := t.AppendDraft(x.built)
			if err != nil {
				return nil, err
			}
			for j, s := range w.Segments[x.from:x.to] {
				next.Gone = append(next.Gone, x.deletedSince(j, s)...)
			}
			drafts = append(drafts, next)
		}
	}
	return drafts, nil
}

// deletedSince returns the articles, by their numbers in the span, that were
// deleted from its j-th segment since it was read.
func (x *span) deletedSince(j int, s *segment.Segment) (numbers []int) {
	for article, n := range x.numbers[j] {
		if n >= 0 && !s.Live(article) {
			numbers = append(numbers, int(n))
		}
	}
	return numbers
}
