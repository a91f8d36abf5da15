package index

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

// writer changes an index file in its place. It holds the lock on it.
type writer struct {
	target
	path     string
	commit   *commit
	segments []*segment.Segment // those of the commit
	pointed  bool               // a slot may point at what was appended
}

// draft is a segment of the commit that comes next.
type draft struct {
	ref     segmentRef
	segment *segment.Segment
	gone    []int // articles to be deleted, beside those that are
}

// openWriter locks and opens the index file at path. The error does not name it.
func openWriter(ctx context.Context, path string, o Options) (*writer, error) {
	if !disk.CanLock {
		return nil, errNoLock
	}
	f, err := disk.Lock(ctx, path, os.O_RDWR, o.Waiting)
	if err != nil {
		return nil, disk.Cause(err)
	}
	w := &writer{target: target{file: f}, path: path}
	if err := w.open(); err != nil {
		w.close()
		return nil, err
	}
	return w, nil
}

// open reads the commit.
func (w *writer) open() (err error) {
	defer raw.Faults()()
	defer raw.Guard(&err)
	data, err := w.mapped()
	if err != nil {
		return disk.Cause(err)
	}
	if w.commit, err = readCommit(data); err != nil {
		return err
	}
	w.end = w.commit.end()
	w.segments = openSegments(data, w.commit)
	return nil
}

// close ends the writing; what was not committed does not count.
func (w *writer) close() {
	w.unmap()
	_ = w.file.Close() // what counts was flushed
}

// drafts returns the segments as they are.
func (w *writer) drafts() []draft {
	out := make([]draft, len(w.segments))
	for i, s := range w.segments {
		out[i] = draft{ref: w.commit.segments[i], segment: s}
	}
	return out
}

// write makes the drafts the commit that holds. When it returns without an error
// they are on the disk, and stay.
func (w *writer) write(drafts []draft) error {
	next := &commit{slot: slot{generation: w.commit.generation + 1}, place: 1 - w.commit.place}
	var err error
	if next.segments, err = appendRolls(&w.target, drafts); err != nil {
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
	_, _ = w.file.WriteAt(make([]byte, slotSize), int64(slotAt[w.commit.place]))
	w.commit = next
	return nil
}

// appendRolls appends the rolls of the drafts of which articles are deleted now,
// and returns the segments of the next commit. Those of which nothing is left stay
// until they are merged: by that a merge under way knows the others again.
func appendRolls(t *target, drafts []draft) ([]segmentRef, error) {
	refs := make([]segmentRef, 0, len(drafts))
	for _, d := range drafts {
		if len(d.gone) > 0 {
			deleted := append(slices.Clone(d.ref.deleted), d.gone...)
			slices.Sort(deleted)
			d.ref.deleted = deleted
			tally := roll.NewTally(d.segment.Roll)
			for _, article := range d.gone {
				tally.Add(d.segment.Read(article))
			}
			data := tally.Bytes()
			at, err := t.appendBytes(data)
			if err != nil {
				return nil, err
			}
			d.ref.roll = rollRef{offset: at, length: len(data), sum: raw.Checksum(data)}
		}
		refs = append(refs, d.ref)
	}
	return refs, nil
}

// writing runs change with the index file at path open for writing.
func writing(ctx context.Context, path string, o Options, change func(*writer) error) (err error) {
	defer func() {
		if err != nil && ctx.Err() == nil {
			err = fmt.Errorf("change the index %s: %w", path, err)
		}
	}()
	w, err := openWriter(ctx, path, o)
	if err != nil {
		return err
	}
	defer w.close()
	defer func() {
		if err != nil && !w.pointed {
			_ = w.file.Truncate(int64(w.commit.end())) // the disk may be full
		}
	}()
	defer raw.Faults()()
	defer raw.Guard(&err)
	return change(w)
}
