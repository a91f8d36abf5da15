package index

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"newshound/answer/index/internal/store"
	"newshound/corpus"
)

// TestLock has a writer wait for another one, and for the end of its context.
func TestLock(t *testing.T) {
	path := built(t, synthetic(20), Options{})
	w, err := store.OpenWriter(t.Context(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, write := range map[string]func(context.Context, Options) error{
		"Build":    func(ctx context.Context, o Options) error { return Build(ctx, path, slices.Values(synthetic(5)), o) },
		"Delete":   func(ctx context.Context, o Options) error { _, err := Delete(ctx, path, []string{"0"}, o); return err },
		"MergeAll": func(ctx context.Context, o Options) error { _, err := MergeAll(ctx, path, o); return err },
	} {
		synctest.Test(t, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), time.Second)
			defer cancel()
			told := 0
			err := write(ctx, Options{Waiting: func() { told++ }})
			if !errors.Is(err, context.DeadlineExceeded) || told != 1 {
				t.Errorf("%s: told %d times: %v", name, told, err)
			}
		})
	}
	w.Close()
	if c, err := Delete(t.Context(), path, []string{"0"}, Options{}); err != nil || c.Deleted != 1 {
		t.Errorf("%+v, %v", c, err)
	}
}

// TestFailedWrite changes nothing when a change is stopped, or cannot be written.
func TestFailedWrite(t *testing.T) {
	articles := synthetic(100)
	path := built(t, articles[:5], Options{})
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	stopping := func(yield func(*corpus.Article) bool) {
		yield(articles[7])
		cancel()
	}
	if _, err := Add(ctx, path, stopping, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Add: %v", err)
	}
	if err := Build(ctx, path, stopping, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Build: %v", err)
	}
	for _, f := range []func() error{
		func() error { _, err := MergeAll(ctx, path, Options{}); return err },
		func() error { return Check(ctx, path) },
	} {
		if err := f(); !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
	}
	full := errors.New("the disk is full")
	if err := store.Change(t.Context(), path, nil, func(w *store.Writer) error {
		_, err := w.AppendBytes(make([]byte, 100_000))
		return errors.Join(err, full)
	}); !errors.Is(err, full) {
		t.Error(err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, before) {
		t.Errorf("the file has changed, %v", err)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("%v is left, %v", left, err)
	}
}

// TestLinkAndMode makes an index anew that is private, and that a link leads to.
func TestLinkAndMode(t *testing.T) {
	path := built(t, synthetic(20), Options{})
	link := filepath.Join(t.TempDir(), "link.idx")
	if err := errors.Join(os.Chmod(path, 0o600), os.Symlink(path, link)); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func() error{
		"Build":    func() error { return Build(t.Context(), link, slices.Values(synthetic(30)), Options{}) },
		"MergeAll": func() error { _, err := MergeAll(t.Context(), link, Options{}); return err },
		"Delete":   func() error { _, err := Delete(t.Context(), link, []string{"10"}, Options{}); return err },
	} {
		if err := change(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if to, err := os.Readlink(link); err != nil || to != path {
			t.Errorf("after %s the link leads to %q, %v", name, to, err)
		}
		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("after %s: %v, %v", name, info.Mode(), err)
		}
		if stale, err := open(t, link).Stale(); stale || err != nil {
			t.Errorf("after %s: stale %v, %v", name, stale, err)
		}
	}
}
