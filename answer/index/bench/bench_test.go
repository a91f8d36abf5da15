package main

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// madeUp makes up a corpus of n passages.
func madeUp(t *testing.T, n int) (corpus string, queries []string) {
	t.Helper()
	corpus, queries, err := generate(t.TempDir(), n)
	if err != nil {
		t.Fatal(err)
	}
	return corpus, queries
}

// TestEnginesFind has each engine find the passage that holds all the words of a
// query. SQLite is left out: it needs a C compiler.
func TestEnginesFind(t *testing.T) {
	corpus, _ := madeUp(t, 500)
	var id, text string
	if err := readPassages(corpus, 124, func(p passage) error { id, text = string(p.id), string(p.text); return nil }); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{newshoundName, bleveName} {
		e, path := engineOf(name), filepath.Join(t.TempDir(), "index")
		counted, err := e.build(t.Context(), corpus, 500, path)
		if err != nil || counted != 500 {
			t.Fatalf("%s: built %d passages, %v", name, counted, err)
		}
		found, err := search(t.Context(), e, path, strings.Fields(strings.TrimSuffix(text, ".")))
		if err != nil || len(found) != best || found[0] != id {
			t.Errorf("%s: found %v, %v; want %s first of %d", name, found, err, id, best)
		}
	}
}

// TestArticles has Newshound get the passages in articles, which it divides anew.
func TestArticles(t *testing.T) {
	corpus, _ := madeUp(t, 100)
	for name, want := range map[string]struct{ articles, passages int }{newshoundName: {100, 100}, compactName: {100, 100}, articlesName: {20, 60}} {
		e, path := engineOf(name), filepath.Join(t.TempDir(), "index")
		counted, err := e.build(t.Context(), corpus, 100, path)
		if err != nil {
			t.Fatal(err)
		}
		ix, err := e.open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		c := ix.(newshoundIndex).Coverage()
		if c.Articles != want.articles || c.Passages != counted || counted > want.passages {
			t.Errorf("%s: %d articles, %d passages, %d counted; want %+v", name, c.Articles, c.Passages, counted, want)
		}
	}
}

// TestParts holds what the program knows of an index file to what index makes.
func TestParts(t *testing.T) {
	corpus, _ := madeUp(t, 300)
	text := int64(0)
	if err := readPassages(corpus, 300, func(p passage) error { text += int64(len(p.text)); return nil }); err != nil {
		t.Fatal(err)
	}
	b, err := measureBuild(t.Context(), newshoundEngine{}, task{Corpus: corpus, Passages: 300, Index: filepath.Join(t.TempDir(), "index")})
	if err != nil {
		t.Fatal(err)
	}
	sum := int64(0)
	for part, bytes := range b.Parts {
		if sum += bytes; bytes <= 0 {
			t.Errorf("%s: %d bytes", part, bytes)
		}
	}
	if sum != b.Bytes || b.Parts["text"] < text {
		t.Errorf("parts %v of %d bytes, with %d bytes of text", b.Parts, b.Bytes, text)
	}
}

// TestLatencies times by a clock on which the nth question of a pass takes n
// milliseconds, and those of the second pass one less.
func TestLatencies(t *testing.T) {
	_, queries := madeUp(t, 1)
	for _, c := range []struct {
		box       time.Duration
		asked     int
		questions int
		max       float64
	}{{time.Hour, 300, 100, 99}, {0, 1, 1, 1}} {
		var now time.Duration
		asked := 0
		l, err := latenciesOf(task{Queries: queries[0], Max: 100, Passes: 2, Box: c.box}, func() time.Duration { return now }, func(query) error {
			now += time.Duration(asked%100+1) * time.Millisecond
			if asked/100 == 1 {
				now -= time.Millisecond
			}
			asked++
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if asked != c.asked || l.Queries != c.questions || l.Max != c.max || l.Set != "news" || l.Words != 10 {
			t.Errorf("in %v: asked %d times, %+v", c.box, asked, *l)
		}
	}
}

func TestQuantile(t *testing.T) {
	var sorted []float64
	for i := range 201 {
		sorted = append(sorted, float64(i))
	}
	for q, want := range map[float64]float64{0: 0, 0.5: 100, 0.95: 190, 0.99: 198, 1: 200} {
		if got := quantile(sorted, q); got != want {
			t.Errorf("quantile(%v) = %v, want %v", q, got, want)
		}
	}
}

func TestMalformedTexts(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, []byte("1\t1\ta text\nno tab\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := readPassages(path, 9, func(passage) error { return nil }); err == nil || !strings.Contains(err.Error(), ":2:") {
		t.Errorf("a line without tabs: %v", err)
	}
	if _, err := readQueries(path, 9); err == nil || !strings.Contains(err.Error(), ":2:") {
		t.Errorf("a query without words: %v", err)
	}
}

func TestParse(t *testing.T) {
	for _, args := range [][]string{
		{"-corpus", "x"}, {"-queries", "x"}, {"-sizes", "ten"}, {"-sizes", "0"}, {"-engines", "grep"}, {"-max", "0"}, {"-passes", "0"}, {"-add"}, {"more"},
	} {
		if _, err := parse(args, io.Discard); err == nil {
			t.Errorf("%q is accepted", args)
		}
	}
	o, err := parse([]string{"-sizes", "10,1", "-engines", "bleve"}, io.Discard)
	if err != nil || !slices.Equal(o.sizes, []int{1, 10}) || !slices.Equal(o.engines, []string{bleveName}) {
		t.Errorf("%+v, %v", o, err)
	}
}

// results is a report with figures of two engines.
func results() *report {
	r := newReport()
	for _, n := range []int{1000, 100} {
		for i, name := range []string{bleveName, newshoundName} {
			r.put(&result{
				Engine: name, Version: "The <" + name + ">", Passages: n, Build: &built{Passages: n, CPU: float64(n) / float64(i+1), Bytes: 5},
				Queries: []*latencies{{Set: "news", P50: 1, P99: float64(n) / float64(3*i+1)}}, First: &spent{CPU: 1}, Process: &spent{CPU: 2},
			})
		}
	}
	return r
}

func TestReport(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.json")
	if r, err := readReport(path); err != nil || len(r.Results) != 0 {
		t.Fatalf("no report: %v, %v", r, err)
	}
	r := results()
	if err := r.write(path); err != nil {
		t.Fatal(err)
	}
	r, err := readReport(path)
	if err != nil {
		t.Fatal(err)
	}
	r.put(&result{Engine: newshoundName, Passages: 1000, Build: &built{CPU: 250}, First: &spent{}, Process: &spent{}})
	var order []string
	for _, x := range r.Results {
		order = append(order, x.Engine)
	}
	if !slices.Equal(order, []string{newshoundName, bleveName, newshoundName, bleveName}) || r.find(newshoundName, 1000).Build.CPU != 250 {
		t.Errorf("after a result in place of another: %v", order)
	}
	r.Machine.Cores++
	if err := r.write(path); err != nil {
		t.Fatal(err)
	}
	if _, err := readReport(path); err == nil {
		t.Error("the report of another machine is added to")
	}
}

func TestTablesHaveRatios(t *testing.T) {
	var out strings.Builder
	if err := results().writeTables(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"The <bleve> 1000 news 1.0 4.0", "The <bleve> 100 build, CPU 2.0"} {
		if !strings.Contains(strings.Join(strings.Fields(out.String()), " "), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}

func TestDrawingIsWellFormed(t *testing.T) {
	for name, r := range map[string]*report{"full": results(), "empty": newReport()} {
		drawing := r.draw()
		d := xml.NewDecoder(strings.NewReader(drawing))
		lines := 0
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if e, ok := token.(xml.StartElement); ok && e.Name.Local == "path" && strings.HasPrefix(e.Attr[0].Value, "line ") {
				lines++
			}
		}
		if want := 2 * 2 * len(r.Results) / 4; lines != want {
			t.Errorf("%s: %d lines, want %d", name, lines, want)
		}
	}
	s := scale{low: 2, high: 3.5, from: 70, to: 370}
	if powers := slices.Collect(s.powers()); s.at(100) != 70 || s.at(1000) != 270 || !slices.Equal(powers, []int{2, 3}) {
		t.Errorf("%+v: %v", s, powers)
	}
	for e, want := range map[int]string{-2: "0.01", 0: "1", 3: "1,000", 6: "1,000,000"} {
		if got := power(e); got != want {
			t.Errorf("power(%d) = %s", e, got)
		}
	}
}
