package index

import (
	"context"
	"errors"
	"os"
	"runtime"
	"slices"
	"testing"

	"newshound/answer/index/internal/pages"
)

// TestReplaced changes a file in its place, and then puts another there, in which every
// page has been damaged once.
func TestReplaced(t *testing.T) {
	path := built(t, synthetic(200), Options{})
	ix := open(t, path)
	if _, err := Add(t.Context(), path, slices.Values(synthetic(300)), Options{}); err != nil {
		t.Fatal(err)
	}
	now := open(t, path)
	if err := now.Verify(t.Context()); err != nil || ix.Replaced() || New(synthetic(1)).Replaced() {
		t.Errorf("what was added to is replaced, %v", err)
	}
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range now.segments {
		for page := pages.HeadSize; page < s.Pages.End(); page += pages.Size {
			bad := slices.Clone(good)
			bad[s.Offset+page] ^= 1
			other, err := openData(bad) // which reads a few
			if err == nil {
				err = other.Verify(t.Context())
			}
			if !errors.Is(err, ErrDamaged) {
				t.Fatalf("the page at %d of the segment at %d: %v", page, s.Offset, err)
			}
		}
	}
	if err := errors.Join(os.Rename(path, path+".old"), os.WriteFile(path, good, 0o600)); err != nil {
		t.Fatal(err)
	}
	if !ix.Replaced() {
		t.Error("another file is the same")
	}
}

// collecting is a context in which garbage is collected whenever it is looked at.
type collecting struct{ context.Context }

func (c collecting) Err() error {
	for range 3 { // what is found by one is cleaned up before the next is over
		runtime.GC()
	}
	return c.Context.Err()
}

// TestVerifyHoldsTheFile verifies an index that nothing refers to any more.
func TestVerifyHoldsTheFile(t *testing.T) {
	path := built(t, synthetic(4000), Options{})
	ix, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := ix.Verify(collecting{t.Context()}); err != nil {
		t.Error(err)
	}
}

// TestOpenCopy writes over a file and cuts it off, and asks the index that was opened before.
func TestOpenCopy(t *testing.T) {
	path := built(t, synthetic(500), Options{})
	q := questions(3, 1)[0]
	want, err := open(t, path).Retrieve(t.Context(), q)
	if err != nil || len(want) == 0 {
		t.Fatal(want, err)
	}
	ix, err := OpenCopy(path)
	if err != nil {
		t.Fatal(err)
	}
	if stale, err := ix.Stale(); stale || err != nil {
		t.Errorf("as it was opened it is stale: %v, %v", stale, err)
	}
	for _, text := range []string{"NEWSHND\nand then nothing", ""} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := ix.Retrieve(t.Context(), q); err != nil || !sameHits(got, want) {
			t.Errorf("with %q in its place it finds %v, %v", text, got, err)
		}
		if stale, err := ix.Stale(); !stale || err != nil {
			t.Errorf("with %q in its place it is stale: %v, %v", text, stale, err)
		}
	}
	if _, err := OpenCopy(path); err == nil {
		t.Error("an empty file is opened")
	}
}

// TestOpenCopyOverwritten is about another index that is written over one, of the same generation.
func TestOpenCopyOverwritten(t *testing.T) {
	path := built(t, synthetic(50), Options{})
	ix, err := OpenCopy(path)
	if err != nil {
		t.Fatal(err)
	}
	other, err := os.ReadFile(built(t, synthetic(60), Options{}))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, other, 0o600); err != nil {
		t.Fatal(err)
	}
	if stale, err := ix.Stale(); !stale || err != nil {
		t.Errorf("stale: %v, %v", stale, err)
	}
}
