package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"

	"newshound/answer/index/internal/disk"
	"newshound/answer/index/internal/raw"
	"newshound/answer/index/internal/roll"
	"newshound/answer/index/internal/segment"
)

// errNoLock says why an index cannot be changed in place.
var errNoLock = errors.New("on this system an index cannot be changed in its place: make it again with `newshound index`")

// Writer changes an index file in its place. It holds the lock on it.
type Writer struct {
	Target
	path     string
	Commit   *Commit
	Segments []*segment.Segment // those of the commit
	pointed  bool               // a slot may point at what was appended
}

// Draft is a segment of the commit that comes next.
type Draft struct {
	ref     Ref
	Segment *segment.Segment
	Gone    []int // articles to be deleted, beside those that are
}

// OpenWriter locks and opens the index file at path. The error does not name it.
func OpenWriter(ctx context.Context, path string, waiting func()) (*Writer, error) {
	if !disk.CanLock {
		return nil, errNoLock
	}
	f, err := disk.Lock(ctx, path, os.O_RDWR, waiting)
	if err != nil {
		return nil, disk.Cause(err)
	}
	w := &Writer{Target: Target{file: f}, path: path}
	if err := w.open(); err != nil {
		w.Close()
		return nil, err
	}
	return w, nil
}

// open reads the commit.
func (w *Writer) open() (err error) {
	defer raw.Faults()()
	defer raw.Guard(&err)
	data, err := w.mapped()
	if err != nil {
		return disk.Cause(err)
	}
	if w.Commit, err = ReadCommit(data); err != nil {
		return err
	}
	w.End = w.Commit.End()
	w.Segments = OpenSegments(data, w.Commit)
	return nil
}

// Close ends the writing; what was not committed does not count.
func (w *Writer) Close() {
	w.unmap()
	_ = w.file.Close() // what counts was flushed
}

// Drafts returns the segments as they are.
func (w *Writer) Drafts() []Draft {
	out := make([]Draft, len(w.Segments))
	for i, s := range w.Segments {
		out[i] = Draft{ref: w.Commit.Segments[i], Segment: s}
	}
	return out
}

// Write makes the drafts the commit that holds. When it returns without an error
// they are on the disk, and stay.
func (w *Writer) Write(drafts []Draft) error {
	next := &Commit{slot: slot{Generation: w.Commit.Generation + 1}, place: 1 - w.Commit.place}
	var err error
	if next.Segments, err = appendRolls(&w.Target, drafts); err != nil {
		return disk.Cause(err)
	}
	if err := w.appendCommit(next); err != nil {
		return disk.Cause(err)
	}
	w.pointed = true
	if _, err := w.file.WriteAt(next.slot.encode(), int64(slotAt[next.place])); err != nil {
		return disk.Cause(err)
	}
	if err := w.file.Sync(); err != nil {
		return disk.Cause(err)
	}
	// The other slot is no longer wanted. If this does not reach the disk, the
	// generation still tells which one holds.
	_, _ = w.file.WriteAt(make([]byte, slotSize), int64(slotAt[w.Commit.place]))
	w.Commit = next
	return nil
}

// appendRolls appends the rolls of the drafts of which articles are deleted now,
// and returns the segments of the next commit. Those of which nothing is left stay
// until they are merged: by that a merge under way knows the others again.
func appendRolls(t *Target, drafts []Draft) ([]Ref, error) {
	refs := make([]Ref, 0, len(drafts))
	for _, d := range drafts {
		if len(d.Gone) > 0 {
			deleted := append(slices.Clone(d.ref.Deleted), d.Gone...)
			slices.Sort(deleted)
			d.ref.Deleted = deleted
			tally := roll.NewTally()
			for _, article := range d.Gone {
				tally.Add(d.Segment.Read(article))
			}
			data := tally.AddTo(d.Segment.Roll, d.Segment.TellsName)
			at, err := t.AppendBytes(data)
			if err != nil {
				return nil, err
			}
			d.ref.Roll = RollRef{Offset: at, Length: len(data), sum: raw.Checksum(data)}
		}
		refs = append(refs, d.ref)
	}
	return refs, nil
}

// Is reports whether the writer's file is one that was open before.
func (w *Writer) Is(info os.FileInfo) bool {
	own, err := w.file.Stat()
	return err == nil && os.SameFile(own, info)
}

// Follows reports whether the segments of the commit c are where they were, whatever
// was added behind them.
func (w *Writer) Follows(c *Commit) bool {
	if len(w.Commit.Segments) < len(c.Segments) {
		return false
	}
	for i, s := range c.Segments {
		if w.Commit.Segments[i].Offset != s.Offset {
			return false
		}
	}
	return true
}

// Replace writes the file anew, with the segments that write appends to another.
func (w *Writer) Replace(ctx context.Context, suffix string, waiting func(), write func(*Target) ([]Draft, error)) error {
	return Replace(ctx, w.path, suffix, waiting, func(t *Target) (*Commit, error) {
		drafts, err := write(t)
		if err != nil {
			return nil, err
		}
		refs, err := appendRolls(t, drafts)
		return NewCommit(w.Commit.Generation+1, refs), err
	})
}

// Change runs change with the index file at path open for writing.
func Change(ctx context.Context, path string, waiting func(), change func(*Writer) error) (err error) {
	defer func() {
		if err != nil && ctx.Err() == nil {
			err = fmt.Errorf("change the index %s: %w", path, err)
		}
	}()
	w, err := OpenWriter(ctx, path, waiting)
	if err != nil {
		return err
	}
	defer w.Close()
	defer func() {
		if err != nil && !w.pointed {
			_ = w.file.Truncate(int64(w.Commit.End())) // the disk may be full
		}
	}()
	defer raw.Faults()()
	defer raw.Guard(&err)
	return change(w)
}
