package index

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"slices"
	"sync"
	"testing"

	"newshound/answer"
	"newshound/corpus"
)

// TestReaderKeepsItsState changes an index in every way while a reader has it open.
func TestReaderKeepsItsState(t *testing.T) {
	articles := synthetic(300)
	path := built(t, articles[:20], Options{})
	ix := open(t, path)
	q := questions(3, 2)[0]
	want, err := ix.Retrieve(t.Context(), q)
	if err != nil || len(want) == 0 {
		t.Fatal(len(want), err)
	}
	if stale, err := ix.Stale(); stale || err != nil {
		t.Errorf("Stale = %v, %v before there is any change", stale, err)
	}
	for _, c := range []struct {
		name   string
		change func() error
	}{
		{"Add", func() error { _, err := Add(t.Context(), path, slices.Values(articles[20:]), Options{}); return err }},
		{"merge", func() error {
			_, err := merge(t.Context(), path, Options{}, policy{segments: 1, dead: 1 << 30})
			return err
		}},
		{"Delete", func() error { _, err := Delete(t.Context(), path, []string{"0", "10"}, Options{}); return err }},
		{"MergeAll", func() error { _, err := MergeAll(t.Context(), path, Options{}); return err }},
		{"Build", func() error { return Build(t.Context(), path, slices.Values(articles[:3]), Options{}) }},
	} {
		name, change := c.name, c.change
		if err := change(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got, err := ix.Retrieve(t.Context(), q); err != nil || !sameHits(got, want) {
			t.Errorf("after %s a reader finds %v, %v, and not %v", name, scores(got), err, scores(want))
		}
		if stale, err := ix.Stale(); !stale || err != nil {
			t.Errorf("after %s Stale = %v, %v", name, stale, err)
		}
		if stale, err := open(t, path).Stale(); stale || err != nil {
			t.Errorf("after %s the file opened anew is stale: %v, %v", name, stale, err)
		}
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if stale, err := ix.Stale(); stale || err == nil {
		t.Errorf("without a file Stale = %v, %v", stale, err)
	}
}

// TestReadersAndWriters has several goroutines change an index while others open it
// and ask. A reader must see each update whole: in this index the articles of a pair
// have always the same words.
func TestReadersAndWriters(t *testing.T) {
	pair := func(n, round int) []*corpus.Article {
		text := fmt.Sprintf("Round%d of the flood.", round)
		return []*corpus.Article{article(fmt.Sprintf("x%d", n), "", text), article(fmt.Sprintf("y%d", n), "", text)}
	}
	const pairs, rounds = 3, 12
	path := built(t, slices.Concat(pair(0, 0), pair(1, 0), pair(2, 0)), Options{})
	var writers, readers sync.WaitGroup
	done := make(chan struct{})
	for n := range pairs {
		writers.Go(func() {
			for round := range rounds {
				c, err := Add(t.Context(), path, slices.Values(pair(n, 1+round)), Options{})
				if err != nil || c.Updated != 2 {
					t.Errorf("Add: %+v, %v", c, err)
				}
				if round%4 == n {
					if _, err := merge(t.Context(), path, Options{}, policy{segments: 2, dead: 1 << (8 * n)}); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	for range 2 {
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				ix, err := Open(path)
				if err != nil {
					t.Error(err)
					return
				}
				texts := make(map[string]string)
				for _, a := range ix.Articles(100) {
					texts[a.ID] = a.Body
				}
				for n := range pairs {
					if x, y := texts[fmt.Sprintf("x%d", n)], texts[fmt.Sprintf("y%d", n)]; x != y || x == "" {
						t.Errorf("half an update was read: %q and %q", x, y)
					}
				}
				hits, err := ix.Retrieve(t.Context(), answer.Query{Limit: 100, Clauses: []answer.Clause{{Weight: 1, Alts: []answer.Alt{{Terms: []string{"flood"}, Weight: 1}}}}})
				if err != nil || len(hits) != 2*pairs {
					t.Errorf("%d passages, %v", len(hits), err)
				}
			}
		})
	}
	writers.Wait()
	close(done)
	readers.Wait()
	if err := Check(t.Context(), path); err != nil {
		t.Error(err)
	}
	for _, a := range open(t, path).Articles(100) {
		if want := pair(0, rounds)[0].Body; a.Body != want {
			t.Errorf("article %s says %q, want %q", a.ID, a.Body, want)
		}
	}
}

// TestCutOffWhileOpen cuts off a file that is mapped. Every use of it must end in an
// error, and not end the process.
func TestCutOffWhileOpen(t *testing.T) {
	for name, use := range map[string]func(*Index) error{
		"Retrieve": func(ix *Index) error { _, err := ix.Retrieve(t.Context(), questions(3, 1)[0]); return err },
		"DocFreq":  func(ix *Index) error { ix.DocFreq("babaq"); return nil },
		"Similar":  func(ix *Index) error { ix.Similar("babbaq"); return nil },
		"SpelledOut": func(ix *Index) error {
			ix.SpelledOut("bb")
			ix.Acronyms([]string{"babaq", "cacaq"})
			return nil
		},
		"Articles": func(ix *Index) error { ix.Articles(100); return nil },
		"Holds":    func(ix *Index) error { _, err := ix.Holds(article("0", "", "One.")); return err },
		"check":    func(ix *Index) error { return ix.check(t.Context()) },
	} {
		path := built(t, synthetic(500), Options{})
		ix := open(t, path)
		if err := os.Truncate(path, 0); err != nil {
			t.Fatal(err)
		}
		err := use(ix)
		if _, next := ix.Retrieve(t.Context(), questions(3, 1)[0]); !errors.Is(next, ErrDamaged) {
			t.Errorf("after %s Retrieve says %v", name, next)
		}
		if err != nil && !errors.Is(err, ErrDamaged) {
			t.Errorf("%s says %v", name, err)
		}
		if _, err := Delete(t.Context(), path, []string{"0"}, Options{}); err == nil {
			t.Error("an empty file is changed")
		}
	}
}

// TestSameID adds several articles with one id at once.
func TestSameID(t *testing.T) {
	path := built(t, []*corpus.Article{article("a", "", "First."), article("b", "", "Other.")}, Options{})
	c, err := Add(t.Context(), path, slices.Values([]*corpus.Article{
		article("a", "", "First."), article("a", "", "Second."), article("c", "", "New."), article("a", "", "First."), article("b", "", "Other."),
	}), Options{})
	if want := (Changes{Added: 1, Updated: 1, Unchanged: 2}); err != nil || !reflect.DeepEqual(c, want) {
		t.Errorf("%+v, %v, want %+v", c, err, want)
	}
	var got []string
	for _, a := range open(t, path).Articles(10) {
		got = append(got, a.ID+" "+a.Body)
	}
	if want := []string{"b Other.", "c New.", "a First."}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if err := Check(t.Context(), path); err != nil {
		t.Error(err)
	}
}
