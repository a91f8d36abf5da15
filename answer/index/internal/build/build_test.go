package build

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"newshound/answer/index/internal/segment"
	"newshound/corpus"
)

// some returns articles that have words in common, and names.
func some(n int) []*corpus.Article {
	articles := make([]*corpus.Article, n)
	for i := range articles {
		articles[i] = corpus.NewArticle(corpus.Meta{ID: fmt.Sprint(i), Headline: fmt.Sprintf("Report %d", i%7)},
			fmt.Sprintf("The Department of Flood Defence met %d times.\n\nIt told town%d of %d rivers, and the DOFD said no more.\n", i%5, i%31, i))
	}
	return articles
}

// written returns the bytes of a segment.
func written(t *testing.T, w *segment.Writer) []byte {
	t.Helper()
	var data bytes.Buffer
	if err := w.WriteAll(&data); err != nil {
		t.Fatal(err)
	}
	return data.Bytes()
}

// TestSegment builds the same segment in memory enough and in so little that every article
// is spilled, and leaves no file behind.
func TestSegment(t *testing.T) {
	articles := some(60)
	for _, compact := range []bool{false, true} {
		dir := t.TempDir()
		var first []byte
		for _, memory := range []int{1 << 30, 1} {
			w, err := Segment(t.Context(), slices.Values(articles), Options{Dir: dir, Memory: memory, Compact: compact})
			if err != nil {
				t.Fatal(err)
			}
			if w.Articles != len(articles) {
				t.Errorf("%d articles, want %d", w.Articles, len(articles))
			}
			data := written(t, w)
			w.Close()
			if n := w.Size(); n != len(data) {
				t.Errorf("%d bytes, and %d are told", len(data), n)
			}
			if err := segment.Open(data, nil).Check(t.Context()); err != nil {
				t.Errorf("compact %v, with a memory of %d: %v", compact, memory, err)
			}
			if first == nil {
				first = data
			} else if !bytes.Equal(data, first) {
				t.Errorf("compact %v: with a memory of %d it is another segment", compact, memory)
			}
		}
		if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
			t.Errorf("%v is left, %v", left, err)
		}
	}
}

// TestSegmentEnds ends a build amid its articles.
func TestSegmentEnds(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	w, err := Segment(ctx, func(yield func(*corpus.Article) bool) {
		for i, a := range some(40) {
			if i == 20 {
				cancel()
			}
			if !yield(a) {
				return
			}
		}
	}, Options{Dir: dir, Memory: 1})
	if w != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("%v, %v", w, err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("%v is left, %v", left, err)
	}
}

// limited is a disk that has room for so many bytes.
type limited int

var errFull = errors.New("the disk is full")

func (l *limited) Write(p []byte) (int, error) {
	if *l -= limited(len(p)); *l < 0 {
		return 0, errFull
	}
	return len(p), nil
}

// TestSegmentFull ends a build where there is no room for articles, or for terms, and not with
// the last article.
func TestSegmentFull(t *testing.T) {
	articles := some(1)
	articles[0].Body = strings.Repeat(" ", 1<<20) // behind its paragraphs
	room := limited(4 << 20)
	for name, o := range map[string]Options{
		"articles": {Dir: t.TempDir(), Memory: 1 << 30, Behind: &room},
		"terms":    {Dir: filepath.Join(t.TempDir(), "none"), Memory: 1},
	} {
		given := 0
		w, err := Segment(t.Context(), func(yield func(*corpus.Article) bool) {
			for ; given < 1000 && yield(articles[0]); given++ {
			}
		}, o)
		if w != nil || err == nil || name == "articles" && !errors.Is(err, errFull) || given > 100 {
			t.Errorf("%s: %d articles were taken: %v, %v", name, given, w, err)
		}
	}
}

// TestInMemory has a segment keep articles.
func TestInMemory(t *testing.T) {
	articles := some(5)
	s := segment.Open(written(t, InMemory(articles)), articles)
	for i, a := range articles {
		if s.Article(i) != a {
			t.Errorf("article %d is another one", i)
		}
	}
	if got := s.Term("flood"); len(got.Passages) != 5 {
		t.Errorf("flood is in %d passages", len(got.Passages))
	}
	if got := s.NamesOf("dofd"); len(got) != 1 || got[0].Words != "department of flood defence" || got[0].Count != 5 {
		t.Errorf("DOFD stands for %+v", got)
	}
}
