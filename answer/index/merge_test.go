package index

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"sync"
	"testing"

	"newshound/answer/index/internal/build"
	"newshound/answer/index/internal/store"
	"newshound/corpus"
)

// TestMergeMeanwhile changes an index while it is being merged.
func TestMergeMeanwhile(t *testing.T) {
	articles := synthetic(400)
	path := built(t, articles[:10], Options{})
	add := func(from, to int) {
		if _, err := Add(t.Context(), path, slices.Values(articles[from:to]), Options{}); err != nil {
			t.Error(err)
		}
	}
	add(10, 20)
	w, err := store.OpenWriter(t.Context(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	// The merge waits for the lock, when it has built its segment.
	waiting, merged := make(chan struct{}), make(chan error)
	go func() {
		_, err := merge(t.Context(), path, Options{Waiting: func() { close(waiting) }}, policy{segments: 1, dead: 1 << 30})
		merged <- err
	}()
	<-waiting
	r, err := build.Segment(t.Context(), slices.Values(articles[20:30]), Options{}.of(path, nil))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	drafts := w.Drafts()
	new(Changes).delete(drafts, []string{articles[3].ID, articles[15].ID})
	added, err := w.AppendDraft(r)
	if err == nil {
		err = w.Write(append(drafts, added))
	}
	w.Close()
	if err := errors.Join(err, <-merged); err != nil {
		t.Fatal(err)
	}
	want := slices.Concat(articles[:3], articles[4:15], articles[16:30])
	ix := open(t, path)
	if got := ix.Articles(1000); !slices.EqualFunc(got, want, sameArticle) {
		t.Errorf("%d articles, want %d, or in another order", len(got), len(want))
	}
	if n := len(ix.segments); n != 2 {
		t.Errorf("%d segments, want 2", n)
	}
	if err := Check(t.Context(), path); err != nil {
		t.Error(err)
	}
}

// TestOvertaken has two merge the same segments.
func TestOvertaken(t *testing.T) {
	articles := synthetic(200)
	path := built(t, articles[:10], Options{})
	if _, err := Add(t.Context(), path, slices.Values(articles[10:20]), Options{}); err != nil {
		t.Fatal(err)
	}
	w, err := store.OpenWriter(t.Context(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	waiting, merged := make(chan struct{}), make(chan error)
	go func() {
		_, err := MergeAll(t.Context(), path, Options{Waiting: sync.OnceFunc(func() { close(waiting) })})
		merged <- err
	}()
	<-waiting
	err = w.Write(w.Drafts()[1:])
	w.Close()
	if err := errors.Join(err, <-merged); err != nil {
		t.Fatal(err)
	}
	if got := open(t, path).Articles(1000); !slices.EqualFunc(got, articles[10:20], sameArticle) {
		t.Errorf("%d articles, want 10", len(got))
	}
}

// TestBuildMeanwhile makes a file anew, while others merge it and make it anew too.
func TestBuildMeanwhile(t *testing.T) {
	articles := synthetic(600)
	path := built(t, articles[:10], Options{})
	waiting, done := make(chan struct{}), make(chan error, 1)
	err := Build(t.Context(), path, func(yield func(*corpus.Article) bool) {
		if _, err := MergeAll(t.Context(), path, Options{}); err != nil {
			t.Error(err)
		}
		go func() {
			done <- Build(t.Context(), path, slices.Values(articles[20:30]), Options{Waiting: func() { close(waiting) }})
		}()
		<-waiting
		yield(articles[10])
	}, Options{})
	if err := errors.Join(err, <-done); err != nil {
		t.Fatal(err)
	}
	if got := open(t, path).Articles(1000); !slices.EqualFunc(got, articles[20:30], sameArticle) {
		t.Errorf("%d articles, want 10", len(got))
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("%v is left, %v", left, err)
	}
}

// TestFewSegments adds one article after the other.
func TestFewSegments(t *testing.T) {
	articles := synthetic(600)
	path := built(t, nil, Options{})
	merges := 0
	for _, a := range articles {
		if _, err := Add(t.Context(), path, slices.Values([]*corpus.Article{a}), Options{}); err != nil {
			t.Fatal(err)
		}
		m, err := Merge(t.Context(), path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if m.After != m.Before {
			merges++
		}
		if limit := usual().segments; m.After > limit {
			t.Fatalf("there are %d segments, and %d are the most", m.After, limit)
		}
	}
	ix := open(t, path)
	if got := ix.Articles(1000); !slices.EqualFunc(got, articles, sameArticle) {
		t.Errorf("%d articles, want %d, or another order", len(got), len(articles))
	}
	if merges == 0 || merges > len(articles)/3 {
		t.Errorf("merged %d times for %d articles", merges, len(articles))
	}
	want := Info{Segments: len(ix.segments), Bytes: ix.Info().Bytes, Dead: ix.Info().Dead, Generation: ix.commit.Generation}
	if got := ix.Info(); !reflect.DeepEqual(got, want) || got.Dead > max(got.Bytes/2, usual().dead) {
		t.Errorf("Info = %+v", got)
	}
}
