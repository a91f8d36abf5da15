package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"newshound/answer/index"
	"newshound/corpus"
)

// fails looks so many times, which says each time what is wrong.
func (w *watched) fails(times int, want string) {
	w.t.Helper()
	for range times {
		if err := w.look(w.t.Context()); err == nil || !strings.Contains(err.Error(), want) {
			w.t.Errorf("look: %v, want %q", err, want)
		}
	}
}

// TestWatchUnseen is about files that are there, for all that is known, and cannot be looked
// at: a link that leads to itself stands for a directory that may not be read.
func TestWatchUnseen(t *testing.T) {
	w := newWatched(t)
	w.write("a.jsonl", `{"id": "1", "body": "One."}`)
	w.write("b.jsonl", `{"id": "2", "body": "Two."}`)
	w.looks(2, "", "1  One.", "2  Two.")

	w.remove("a.jsonl")
	link := filepath.Join(w.flags.watch, "a.jsonl")
	if err := os.Symlink(link, link); err != nil {
		t.Fatal(err)
	}
	w.write("b.jsonl", `{"id": "2", "body": "Two and a half."}`)
	w.fails(3, "watch "+w.flags.watch+": stat "+link)
	w.remove("a.jsonl")
	w.write("a.jsonl", `{"id": "1", "body": "One."}`)
	w.looks(2, "", "1  One.", "2  Two and a half.")

	away := w.flags.watch + ".away"
	if err := os.Rename(w.flags.watch, away); err != nil {
		t.Fatal(err)
	}
	w.fails(3, "watch "+w.flags.watch+": lstat")
	if err := os.Rename(away, w.flags.watch); err != nil {
		t.Fatal(err)
	}
	w.looks(2, "", "1  One.", "2  Two and a half.")
}

// TestWatchUnread is about files in forms that are not read: of each form it is told once.
func TestWatchUnread(t *testing.T) {
	w := newWatched(t)
	w.write("a.jsonl", `{"id": "1", "body": "One."}`)
	w.write("b.pdf", "%PDF")
	w.write("c_files/d.pdf", "%PDF")
	w.write("news.pages/.hidden", "") // in a directory, which is no file
	w.write("c.html", "<p>Three.")
	dir := w.flags.watch
	w.looks(1, "newshound: warning: "+dir+": 1 .pdf file is not read (b.pdf): save the text as .txt\n")
	w.looks(2, "", "1  One.", "c  Three.")
	w.write("e.pdf", "%PDF")
	w.write("f.doc", "D0CF")
	w.looks(3, "newshound: warning: "+dir+": 1 .doc file is not read (f.doc): save the text as .txt\n", "1  One.", "c  Three.")
}

// TestWatchAnotherIndex is about an index in whose place another one is put.
func TestWatchAnotherIndex(t *testing.T) {
	w := newWatched(t)
	w.write("a.jsonl", `{"id": "1", "body": "One."}`)
	w.looks(2, "", "1  One.")

	build := func(yield func(*corpus.Article) bool) {
		yield(&corpus.Article{Meta: corpus.Meta{ID: "0"}, Body: "Nought.", Origin: "elsewhere"})
	}
	if err := index.Build(t.Context(), w.flags.output, build, index.Options{}); err != nil {
		t.Fatal(err)
	}
	w.looks(2, "", "0  Nought.", "1  One.")

	if err := os.Remove(w.flags.output); err != nil {
		t.Fatal(err)
	}
	w.fails(2, "there is no index "+w.flags.output+" any more: put it back, or start this watch again")
	if err := index.Build(t.Context(), w.flags.output, build, index.Options{}); err != nil {
		t.Fatal(err)
	}
	w.looks(2, "", "0  Nought.", "1  One.")
}
