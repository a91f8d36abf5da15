package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"newshound/answer/index/internal/build"
	"newshound/answer/index/internal/segment"
	"newshound/corpus"
)

// of returns a segment of articles that have these ids.
func of(t *testing.T, ids ...string) *segment.Writer {
	t.Helper()
	var articles []*corpus.Article
	for _, id := range ids {
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: id}, "The flood of "+id+" came.\n"))
	}
	w, err := build.Segment(t.Context(), slices.Values(articles), build.Options{Dir: t.TempDir(), Memory: 1 << 30})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Close)
	return w
}

// state returns the ids of the articles that count in a file's bytes, and its generation.
func state(t *testing.T, data []byte) (ids []string, generation uint64) {
	t.Helper()
	c, err := ReadCommit(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range OpenSegments(data, c) {
		for i := range s.Articles {
			if s.Live(i) {
				ids = append(ids, s.ID(i))
			}
		}
	}
	return ids, c.Generation
}

// fresh makes a file of two articles.
func fresh(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.idx")
	err := Replace(t.Context(), path, ".new", nil, func(to *Target) (*Commit, error) {
		d, err := to.AppendDraft(of(t, "a", "b"))
		return NewCommit(1, []Ref{d.ref}), err
	})
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// TestChange adds a segment and deletes an article in one step, and changes nothing in one
// that fails.
func TestChange(t *testing.T) {
	path := fresh(t)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if ids, n := state(t, before); !slices.Equal(ids, []string{"a", "b"}) || n != 1 {
		t.Errorf("%q, generation %d", ids, n)
	}
	full := errors.New("the disk is full")
	add := func(w *Writer) ([]Draft, error) {
		d, err := w.AppendDraft(of(t, "c"))
		drafts := append(w.Drafts(), d)
		drafts[0].Gone = []int{0}
		return drafts, err
	}
	err = Change(t.Context(), path, nil, func(w *Writer) error {
		_, err := add(w)
		return errors.Join(err, full)
	})
	if after, readErr := os.ReadFile(path); !errors.Is(err, full) || readErr != nil || !bytes.Equal(before, after) {
		t.Errorf("a change that failed has changed something: %v, %v", err, readErr)
	}
	err = Change(t.Context(), path, nil, func(w *Writer) error {
		drafts, err := add(w)
		if err != nil {
			return err
		}
		return w.Write(drafts)
	})
	if err != nil {
		t.Fatal(err)
	}
	after, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if ids, n := state(t, after); !slices.Equal(ids, []string{"b", "c"}) || n != 2 {
		t.Errorf("%q, generation %d", ids, n)
	}
	// Who has the file open goes on with what it was.
	if c, err := ReadCommit(before); err != nil || !bytes.Equal(after[c.Segments[0].Offset:c.End()], before[c.Segments[0].Offset:c.End()]) {
		t.Errorf("what was there is overwritten, %v", err)
	}
}

// TestWriterReplace writes a file anew with a part of what it has, under the next generation.
func TestWriterReplace(t *testing.T) {
	path := fresh(t)
	err := Change(t.Context(), path, nil, func(w *Writer) error {
		return w.Replace(t.Context(), ".merged", nil, func(to *Target) ([]Draft, error) {
			d, err := to.AppendDraft(of(t, "b"))
			return []Draft{d}, err
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if ids, n := state(t, data); !slices.Equal(ids, []string{"b"}) || n != 2 {
		t.Errorf("%q, generation %d", ids, n)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	slots, err := ReadSlots(f)
	if n, ok := NewestGeneration(slots); err != nil || !ok || n != 2 {
		t.Errorf("generation %d, %v, %v", n, ok, err)
	}
	if !IsIndex(path) {
		t.Error("it does not begin as an index does")
	}
}
