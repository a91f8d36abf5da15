package index

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"sync"
	"testing"
	"testing/synctest"

	"newshound/answer"
	"newshound/corpus"
)

// TestReaderKeepsItsState changes an index in every way while a reader has it open.
func TestReaderKeepsItsState(t *testing.T) {
	articles := synthetic(300)
	path := build(t, articles[:20], Options{})
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
	path := build(t, slices.Concat(pair(0, 0), pair(1, 0), pair(2, 0)), Options{})
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

// TestMergeMeanwhile changes an index while it is being merged.
func TestMergeMeanwhile(t *testing.T) {
	articles := synthetic(400)
	path := build(t, articles[:10], Options{})
	add := func(from, to int) {
		if _, err := Add(t.Context(), path, slices.Values(articles[from:to]), Options{}); err != nil {
			t.Error(err)
		}
	}
	add(10, 20)
	w, err := openWriter(t.Context(), path, Options{})
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
	r, err := buildSegment(t.Context(), "", slices.Values(articles[20:30]), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.close()
	drafts := w.drafts()
	new(Changes).delete(drafts, []string{articles[3].ID, articles[15].ID})
	added, err := w.appendDraft(r.final)
	if err == nil {
		err = w.write(append(drafts, added))
	}
	w.close()
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
	path := build(t, articles[:10], Options{})
	if _, err := Add(t.Context(), path, slices.Values(articles[10:20]), Options{}); err != nil {
		t.Fatal(err)
	}
	w, err := openWriter(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	waiting, merged := make(chan struct{}), make(chan error)
	go func() {
		_, err := MergeAll(t.Context(), path, Options{Waiting: sync.OnceFunc(func() { close(waiting) })})
		merged <- err
	}()
	<-waiting
	err = w.write(w.drafts()[1:])
	w.close()
	if err := errors.Join(err, <-merged); err != nil {
		t.Fatal(err)
	}
	if got := open(t, path).Articles(1000); !slices.EqualFunc(got, articles[10:20], sameArticle) {
		t.Errorf("%d articles, want 10", len(got))
	}
}

// TestLock has a writer wait for another one, and for the end of its context.
func TestLock(t *testing.T) {
	path := build(t, synthetic(20), Options{})
	w, err := openWriter(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 10*lockPoll)
		defer cancel()
		told := 0
		_, err := Delete(ctx, path, []string{"0"}, Options{Waiting: func() { told++ }})
		if !errors.Is(err, context.DeadlineExceeded) || told != 1 {
			t.Errorf("told %d times: %v", told, err)
		}
	})
	w.close()
	if c, err := Delete(t.Context(), path, []string{"0"}, Options{}); err != nil || c.Deleted != 1 {
		t.Errorf("%+v, %v", c, err)
	}
}

// TestFailedWrite changes nothing when a change is stopped, or cannot be written.
func TestFailedWrite(t *testing.T) {
	articles := synthetic(100)
	path := build(t, articles[:5], Options{})
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
	if err := writing(t.Context(), path, Options{}, func(w *writer) error {
		_, err := w.appendBytes(make([]byte, 100_000))
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
		path := build(t, synthetic(500), Options{})
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

// TestFewSegments adds one article after the other.
func TestFewSegments(t *testing.T) {
	articles := synthetic(600)
	path := build(t, nil, Options{})
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
	want := Info{Segments: len(ix.segments), Bytes: ix.Info().Bytes, Dead: ix.Info().Dead, Generation: ix.commit.generation}
	if got := ix.Info(); !reflect.DeepEqual(got, want) || got.Dead > max(got.Bytes/2, usual().dead) {
		t.Errorf("Info = %+v", got)
	}
}

// TestSameID adds several articles with one id at once.
func TestSameID(t *testing.T) {
	path := build(t, []*corpus.Article{article("a", "", "First."), article("b", "", "Other.")}, Options{})
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

// TestHashesMeet finds articles whose ids have one hash, by their ids.
func TestHashesMeet(t *testing.T) {
	w := newSegmentWriter("", true)
	for i := range 3 {
		w.addArticle(article(strconv.Itoa(i), "", "One."))
		w.ids[i].hash = hashID("1")
	}
	w.startTerms()
	writeWords(w.spools[secWords], nil)
	new(nameWriter).finish(w)
	var data buffer
	if err := w.writeTo(&data); err != nil {
		t.Fatal(err)
	}
	if got := openSegment(data, nil).find("1"); !slices.Equal(got, []int{1}) {
		t.Errorf("found %v", got)
	}
}

// TestLinkAndMode makes an index anew that is private, and that a link leads to.
func TestLinkAndMode(t *testing.T) {
	path := build(t, synthetic(20), Options{})
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
