package index

import (
	"context"
	"errors"
	"os"

	"newshound/answer/index/internal/build"
	"newshound/answer/index/internal/disk"
	"newshound/answer/index/internal/pages"
	"newshound/answer/index/internal/raw"
	"newshound/answer/index/internal/segment"
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
	ix, data, err := openFile(path)
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
	for _, s := range c.segments {
		live += s.length
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
	err = writing(ctx, path, o, func(w *writer) error {
		if info, err := w.file.Stat(); err != nil || !os.SameFile(info, ix.file.info) || !w.follows(c) {
			return errOvertaken
		}
		live, size := pages.HeadSize, w.end
		for i, s := range w.commit.segments {
			if spanOf(spans, i) == nil {
				live += s.length
			}
		}
		for i := range spans {
			live += spans[i].built.Size()
			size += spans[i].built.Size()
		}
		if m.Rewritten = p.all || p.wasteful(live, size); m.Rewritten {
			m.After, err = w.rewrite(ctx, path, o, spans)
			return err
		}
		drafts, err := w.merged(&w.target, spans)
		if err != nil {
			return disk.Cause(err)
		}
		m.After = len(drafts)
		return w.write(drafts)
	})
	return m, err
}

// rewrite writes the file anew with the segments that the spans become, and returns how
// many there are.
func (w *writer) rewrite(ctx context.Context, path string, o Options, spans []span) (segments int, err error) {
	err = replace(ctx, path, ".merged", o, func(t *target) (*commit, error) {
		drafts, err := w.merged(t, spans)
		if err != nil {
			return nil, err
		}
		refs, err := appendRolls(t, drafts)
		segments = len(refs)
		return &commit{slot: slot{generation: w.commit.generation + 1}, segments: refs}, err
	})
	return segments, err
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

// follows reports whether the segments of the commit c are where they were, whatever
// was added behind them.
func (w *writer) follows(c *commit) bool {
	if len(w.commit.segments) < len(c.segments) {
		return false
	}
	for i, s := range c.segments {
		if w.commit.segments[i].offset != s.offset {
			return false
		}
	}
	return true
}

// merged appends the spans to a file and, unless that is the writer's own, the
// segments that are in none, and returns them all in their order.
func (w *writer) merged(t *target, spans []span) (drafts []draft, err error) {
	for i, d := range w.drafts() {
		x := spanOf(spans, i)
		switch {
		case x == nil && t != &w.target:
			if d, err = t.appendCopy(d, d.segment.Data); err != nil {
				return nil, err
			}
			drafts = append(drafts, d)
		case x == nil:
			drafts = append(drafts, d)
		case i == x.from && (x.built.Articles > 0 || x.to-x.from == len(w.segments)): // what is added is compact if one is
			merged, err := t.appendDraft(x.built)
			if err != nil {
				return nil, err
			}
			for j, s := range w.segments[x.from:x.to] {
				merged.gone = append(merged.gone, x.deletedSince(j, s)...)
			}
			drafts = append(drafts, merged)
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
