package index

import (
	"bytes"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"newshound/answer"
	"newshound/answer/index/internal/segment"
	"newshound/answer/retrievertest"
	"newshound/corpus"
)

func TestCompactRetriever(t *testing.T) {
	dir, n := t.TempDir(), 0
	retrievertest.Run(t, func(articles []*corpus.Article) answer.Retriever {
		n++
		path := filepath.Join(dir, strconv.Itoa(n))
		if err := Build(t.Context(), path, slices.Values(articles), Options{Compact: true}); err != nil {
			t.Fatal(err)
		}
		return open(t, path)
	})
}

// TestCompactIsTheSame asks compact indexes what others are asked: of one segment, of one
// that was merged of pieces, and of several, of which only some are compact.
func TestCompactIsTheSame(t *testing.T) {
	for seed := range uint64(60) {
		l := lottery{rand.New(rand.NewPCG(seed, 9))}
		articles := l.articles()
		half := articles[:len(articles)/2]
		mixed := built(t, half, Options{Compact: seed%2 == 0})
		// What is in the segment that an index begins with decides; this one can be either.
		for i, some := range [][]*corpus.Article{articles[len(half):], {article("gone", "", "A flood came. The river rose.")}} {
			if _, err := Add(t.Context(), mixed, slices.Values(some), Options{Compact: i == 0}); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := Delete(t.Context(), mixed, []string{"gone"}, Options{}); err != nil {
			t.Fatal(err)
		}
		want := New(articles)
		indexes := map[string]*Index{
			"one segment": open(t, built(t, articles, Options{Compact: true})),
			"pieces":      open(t, built(t, articles, Options{Compact: true, Memory: 1})),
			"several":     open(t, mixed),
		}
		if _, err := MergeAll(t.Context(), mixed, Options{}); err != nil {
			t.Fatal(err)
		}
		indexes["merged"] = open(t, mixed)
		if got := indexes["merged"].Info().Compact; got != (seed%2 == 0) {
			t.Errorf("corpus %d: the merged index is compact: %v", seed, got)
		}
		for name, ix := range indexes {
			if err := ix.check(t.Context()); err != nil {
				t.Errorf("corpus %d, %s: %v", seed, name, err)
			}
		}
		for range 20 {
			q := l.query()
			want, err := want.Retrieve(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			for name, ix := range indexes {
				if got, err := ix.Retrieve(t.Context(), q); err != nil || !sameHits(got, want) {
					t.Fatalf("corpus %d, %s, query %+v:\ngot  %v %v\nwant %v", seed, name, q, scores(got), err, scores(want))
				}
			}
		}
	}
}

// TestCompactStays deletes all that compact segments have, and merges what is left.
func TestCompactStays(t *testing.T) {
	articles := synthetic(100)
	path := built(t, articles[:2], Options{Compact: true})
	ids := []string{articles[0].ID, articles[1].ID, articles[2].ID}
	for _, change := range []func() error{
		func() error { _, err := Add(t.Context(), path, slices.Values(articles[2:3]), Options{}); return err },
		func() error { _, err := Delete(t.Context(), path, ids, Options{}); return err },
		func() error { _, err := Merge(t.Context(), path, Options{}); return err },
	} {
		if err := change(); err != nil {
			t.Fatal(err)
		}
	}
	if got := open(t, path).Info(); !got.Compact || got.Segments != 1 || got.Deleted > 0 {
		t.Errorf("%+v is left", got)
	}
	if m, err := Merge(t.Context(), path, Options{}); err != nil || m != (Merged{Before: 1, After: 1}) {
		t.Errorf("and then Merge tells %+v, %v", m, err)
	}
}

// TestCompactSpill builds the same compact file in pieces, of which postings and positions
// take less than half of the bytes that others have.
func TestCompactSpill(t *testing.T) {
	articles := synthetic(3000)
	one, many := open(t, built(t, articles, Options{Compact: true})).segments[0], open(t, built(t, articles, Options{Compact: true, Memory: 1})).segments[0]
	for _, kind := range []segment.Kind{segment.Postings, segment.Positions, segment.Terms, segment.TermAt, segment.TermKeys} {
		if !bytes.Equal(one.Section(kind), many.Section(kind)) {
			t.Errorf("section %d is another", kind)
		}
	}
	whole := New(articles).segments[0]
	for _, kind := range []segment.Kind{segment.Postings, segment.Positions} {
		if got, bound := len(one.Section(kind)), len(whole.Section(kind))/2; got > bound {
			t.Errorf("section %d has %d bytes, want %d at most", kind, got, bound)
		}
	}
}

// TestUnpackedAreKept unpacks a term once.
func TestUnpackedAreKept(t *testing.T) {
	articles := []*corpus.Article{article("a", "", "A flood warning came."), article("b", "", "The river rose, and the river fell.")}
	s := open(t, built(t, articles, Options{Compact: true})).segments[0]
	if x, y := s.Term("flood"), s.Term("flood"); len(x.Passages) != 1 || &x.Passages[0] != &y.Passages[0] {
		t.Errorf("%v and then %v", x.Passages, y.Passages)
	}
	for range 3 {
		for _, term := range []string{"flood", "warn", "river"} {
			if l := s.Term(term); len(l.Passages) != 1 {
				t.Errorf("%s is in %d passages", term, len(l.Passages))
			}
		}
	}
}
