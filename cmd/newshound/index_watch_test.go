package main

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"newshound/answer/index"
)

// watched is a directory that is watched, one look at a time.
type watched struct {
	t              *testing.T
	dir            string
	flags          *indexFlags
	stdout, stderr *os.File
	*watcher
}

func newWatched(t *testing.T) *watched {
	t.Helper()
	w := &watched{t: t, dir: t.TempDir()}
	w.flags = &indexFlags{watch: filepath.Join(w.dir, "news"), output: filepath.Join(w.dir, "news.idx")}
	if err := os.Mkdir(w.flags.watch, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, f := range []**os.File{&w.stdout, &w.stderr} {
		var err error
		if *f, err = os.CreateTemp(w.dir, "out"); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { w.stdout.Close(); w.stderr.Close() })
	w.start()
	return w
}

// start starts to watch, as a new process does.
func (w *watched) start() {
	w.t.Helper()
	watcher, err := newWatcher(w.t.Context(), w.flags, &environment{stdout: w.stdout, stderr: w.stderr})
	if err != nil {
		w.t.Fatal(err)
	}
	w.watcher = watcher
	w.t.Cleanup(watcher.merging.Wait)
}

// write writes a file. Its time is another one than before, however coarse the
// file system's clock is.
func (w *watched) write(name, text string) {
	w.t.Helper()
	path := filepath.Join(w.flags.watch, name)
	at := time.Now()
	if info, err := os.Stat(path); err == nil {
		at = info.ModTime().Add(time.Second)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		w.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
	if err := os.Chtimes(path, at, at); err != nil {
		w.t.Fatal(err)
	}
}

func (w *watched) remove(name string) {
	w.t.Helper()
	if err := os.Remove(filepath.Join(w.flags.watch, name)); err != nil {
		w.t.Fatal(err)
	}
}

// looks looks so many times, and compares what the index holds then: "id headline
// body", and whether there was a warning.
func (w *watched) looks(times int, warning string, want ...string) {
	w.t.Helper()
	before, err := os.ReadFile(w.stderr.Name())
	if err != nil {
		w.t.Fatal(err)
	}
	for range times {
		if err := w.look(w.t.Context()); err != nil {
			w.t.Fatal(err)
		}
	}
	var got []string
	for a, err := range index.NewLoader(w.flags.output).Load(w.t.Context()) {
		if err != nil {
			w.t.Fatal(err)
		}
		got = append(got, strings.TrimSpace(a.ID+" "+a.Headline+" "+a.Body))
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		w.t.Errorf("the index holds\n%q, want\n%q", got, want)
	}
	after, err := os.ReadFile(w.stderr.Name())
	if told := string(bytes.TrimPrefix(after, before)); err != nil || (told != "") != (warning != "") || !strings.Contains(told, warning) {
		w.t.Errorf("warned of %q, want %q, %v", told, warning, err)
	}
}

func TestWatch(t *testing.T) {
	w := newWatched(t)
	w.looks(2, "")

	// A file counts once it is the same twice.
	w.write("a.txt", "The flood")
	w.looks(1, "")
	w.write("a.txt", "The flood came.")
	w.looks(1, "")
	w.looks(1, "", "a  The flood came.")
	w.write("sub/b.md", "The river rose.")
	w.write(".hidden.txt", "No.")
	w.write("c.log", "No.")
	w.looks(2, "", "a  The flood came.", "sub/b  The river rose.")

	// Changed, described, and gone.
	w.write("a.txt", "The flood left.")
	w.looks(2, "", "a  The flood left.", "sub/b  The river rose.")
	w.write("metadata.jsonl", `{"file": "sub/b.md", "headline": "River"}`+"\n"+`{"file": "gone.txt", "headline": "No"}`)
	w.looks(2, "", "a  The flood left.", "sub/b River The river rose.")
	w.write("a.txt", "The flood came again.")
	w.looks(2, "", "a  The flood came again.", "sub/b River The river rose.")
	w.remove("metadata.jsonl")
	w.remove("a.txt")
	w.looks(2, "", "sub/b  The river rose.")

	// Lines: added, changed, gone, and flawed, when those that cannot be read stay.
	w.write("x.jsonl", `{"id": "1", "body": "One."}`+"\n"+`{"id": "2", "body": "Two."}`)
	w.looks(2, "", "1  One.", "2  Two.", "sub/b  The river rose.")
	w.write("x.jsonl", `{"id": "2", "body": "Second."}`+"\n"+`{"id": "3", "body": "Three."}`)
	w.looks(2, "", "2  Second.", "3  Three.", "sub/b  The river rose.")
	w.write("x.jsonl", `{"id": "2", "body": "Two."}`+"\n"+`{"id": "3", "bo`)
	w.looks(2, "x.jsonl:2: ", "2  Two.", "3  Three.", "sub/b  The river rose.")
	w.looks(2, "", "2  Two.", "3  Three.", "sub/b  The river rose.")
	w.write("sub/b.md", "")
	w.looks(2, "sub/b.md: is empty", "2  Two.", "3  Three.", "sub/b  The river rose.")
	w.remove("sub/b.md")
	w.looks(2, "", "2  Two.", "3  Three.")

	// Of two files with an article of one id the one that was loaded last counts, which
	// is told, and then the other.
	w.write("x.jsonl", `{"id": "2", "body": "Two."}`)
	w.write("y.jsonl", `{"id": "2", "body": "Two of y."}`)
	w.looks(2, `y.jsonl:1: id "2" is already used by `+filepath.Join(w.flags.watch, "x.jsonl:1")+": ", "2  Two of y.")
	w.write("x.jsonl", `{"id": "2", "body": "Two of x."}`)
	w.looks(2, `x.jsonl:1: id "2" is already used by `+filepath.Join(w.flags.watch, "y.jsonl")+": ", "2  Two of x.")
	w.remove("y.jsonl")
	w.looks(3, "", "2  Two of x.")
	w.write("y.jsonl", strings.Repeat(`{"id": "y", "body": "Why?"}`+"\n", maxProblems+3))
	w.looks(2, "\nnewshound: warning: and 2 more with an id that is already used\n", "2  Two of x.", "y  Why?")
	w.remove("y.jsonl")
	w.write("x.jsonl", `{"id": "2", "body": "Two."}`)
	w.looks(2, "", "2  Two.")

	// An index that cannot be changed just now is tried again.
	w.merging.Wait()
	away := w.flags.output + ".away"
	if err := os.Rename(w.flags.output, away); err != nil {
		t.Fatal(err)
	}
	w.write("x.jsonl", `{"id": "2", "body": "Two again."}`)
	if err := errors.Join(w.look(t.Context()), w.look(t.Context())); err == nil {
		t.Error("without an index it says nothing")
	}
	if err := os.Rename(away, w.flags.output); err != nil {
		t.Fatal(err)
	}
	w.looks(2, "", "2  Two again.")
	w.write("x.jsonl", `{"id": "2", "body": "Two."}`)
	w.looks(2, "", "2  Two.")

	// What happens when nobody watches.
	w.write("z.jsonl", `{"id": "z", "body": "Zed."}`)
	w.write("d.txt", "Dee.")
	w.looks(2, "", "2  Two.", "d  Dee.", "z  Zed.")
	w.merging.Wait()
	w.remove("z.jsonl")
	w.write("d.txt", "Dee, later.")
	w.write("e.txt", "Eee.")
	w.start()
	w.looks(2, "", "2  Two.", "d  Dee, later.", "e  Eee.")
	out, err := os.ReadFile(w.stdout.Name())
	if err != nil {
		t.Fatal(err)
	}
	w.start()
	w.looks(3, "", "2  Two.", "d  Dee, later.", "e  Eee.")
	if again, err := os.ReadFile(w.stdout.Name()); err != nil || !bytes.Equal(again, out) {
		t.Errorf("nothing has changed, and it says %q, %v", bytes.TrimPrefix(again, out), err)
	}
	if want := map[string][]string{"x.jsonl": {"2"}, "d.txt": {"d"}, "e.txt": {"e"}}; !maps.EqualFunc(w.ids, want, slices.Equal) {
		t.Errorf("it remembers %v, want %v", w.ids, want)
	}
}
