package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"newshound/corpus"
	"newshound/corpus/records"
)

func TestMeter(t *testing.T) {
	for _, c := range []struct {
		m     meter
		after time.Duration
		want  string
	}{
		{meter{articles: 12345, bytes: 250, total: 1000}, 10 * time.Second, "12,345 articles · 1,234 a second · about 30s left"},
		{meter{articles: 1, bytes: 100, total: 10_000}, time.Second, "1 article · 1 a second · about 1m39s left"},
		{meter{articles: 100, bytes: 250}, 2 * time.Second, "100 articles · 50 a second"},
		{meter{articles: 100, bytes: 250, total: 200}, 2 * time.Second, "100 articles · 50 a second"},
	} {
		if got := c.m.line(c.after); got != c.want {
			t.Errorf("%+v: %q, want %q", c.m, got, c.want)
		}
	}
}

// TestMeterShows shows progress once it is due, and takes it away again.
func TestMeterShows(t *testing.T) {
	f, err := os.CreateTemp(t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	env := &environment{stderr: f}
	m := newMeter(env, nil)
	m.started = m.started.Add(-time.Hour)
	m.add(&corpus.Article{}) // which is no terminal
	m.clear()
	m.advise()
	m = &meter{env: env, started: time.Now().Add(-2 * time.Second), due: time.Now().Add(-time.Second)}
	two := filepath.Join(t.TempDir(), "two.jsonl")
	if err := os.WriteFile(two, []byte(`{"body":"One."}`+"\n"+`{"body":"Two."}`), 0o600); err != nil {
		t.Fatal(err)
	}
	articles, _, err := corpus.Collect(t.Context(), m.of([]corpus.Loader{records.New(two)})...) // the second comes too early
	if err != nil || len(articles) != 2 {
		t.Fatal(articles, err)
	}
	m.clear()
	m.clear()
	m.advise() // so little time is none
	m.started = m.started.Add(-time.Hour)
	m.advise()
	got, err := os.ReadFile(f.Name())
	if want := "\r\x1b[K\x1b[?7l1 article · 0 a second\x1b[?7h\r\x1b[Knewshound: an index opens at once: newshound index --corpus PATH -o news.idx makes one, and --corpus news.idx asks it\n"; err != nil || string(got) != want {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
}

func TestPlainBytes(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "in"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, size := range map[string]int{"in/a.txt": 10, "in/b.md": 20, "in/metadata.jsonl": 40, "in/c.docx": 80, "in/d.csv": 5, "news.jsonl": 160, "old.jsonl.gz": 320} {
		if err := os.WriteFile(filepath.Join(dir, name), make([]byte, size), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, err := z.Write(bytes.Repeat([]byte("news "), 100))
	if err := errors.Join(err, z.Close(), os.WriteFile(filepath.Join(dir, "new.jsonl.gz"), packed.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		paths []string
		want  int64
	}{
		{[]string{"in"}, 35},
		{[]string{"news.jsonl"}, 160},
		{[]string{"news.jsonl", "in"}, 195},
		{[]string{""}, 0}, // which holds one that is larger than it says
		{[]string{"news.jsonl", "new.jsonl.gz"}, 660},
		{[]string{"news.jsonl", "old.jsonl.gz"}, 0}, // which is larger than it says
		{[]string{"nowhere.txt"}, 0},
	} {
		var paths []string
		for _, p := range c.paths {
			paths = append(paths, filepath.Join(dir, p))
		}
		if got := plainBytes(paths); got != c.want {
			t.Errorf("%q: %d, want %d", c.paths, got, c.want)
		}
	}
}

func TestByteSize(t *testing.T) {
	for text, want := range map[string]byteSize{
		"1": 1, "1000000": 1e6, "512MiB": 512 << 20, "512 mib": 512 << 20, "1GiB": 1 << 30, "2GB": 2e9, "1.5KiB": 1536, "3K": 3072, "7B": 7,
		"": 0, "MiB": 0, "lots": 0, "-1MiB": 0, "0": 0, "NaN": 0, "1e99GiB": 0, "1TiB": 0,
	} {
		var got byteSize
		if err := got.Set(text); (err == nil) != (want > 0) || got != want {
			t.Errorf("%q is %d, %v, want %d", text, got, err, want)
		}
	}
}
