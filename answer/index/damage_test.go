package index

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"

	"newshound/answer"
	"newshound/answer/index/internal/pages"
	"newshound/answer/index/internal/segment"
	"newshound/answer/index/internal/store"
	"newshound/corpus"
)

// wellUsed makes a small index file with a deleted article, and returns its bytes.
func wellUsed(t *testing.T, o Options) []byte {
	t.Helper()
	path := built(t, []*corpus.Article{
		article("a", "Flood", "The flood closed the bridge. The Department of Justice came.", "The river rose."),
		article("b", "Mayor", "The mayor of the city asked the DOJ."),
		article("c", "Tower", "A tower fell into the flood."),
	}, o)
	if _, err := Delete(t.Context(), path, []string{"b"}, o); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// saying is what an index answers to some questions.
type saying struct {
	hits     []string
	coverage answer.Coverage
	similar  []string
	names    []answer.Name
	freq     int
}

// ask asks an index some questions. The quotes are compared byte for byte.
func ask(t *testing.T, ix *Index) (said saying, err error) {
	q := answer.Query{Limit: 10, Article: 0.5, Depth: 10, Clauses: []answer.Clause{
		{Weight: 2, Alts: []answer.Alt{{Terms: []string{"flood"}, Weight: 1}}},
		{Weight: 1, Alts: []answer.Alt{{Terms: []string{"river"}, Weight: 1}, {Terms: []string{"close", "bridg"}, Weight: 1}}},
	}}
	said = saying{coverage: ix.Coverage(), similar: ix.Similar("floot"), names: ix.SpelledOut("doj"), freq: ix.DocFreq("flood")}
	hits, err := ix.Retrieve(t.Context(), q)
	for _, h := range hits {
		said.hits = append(said.hits, fmt.Sprint(h.Score, h.Passage.Article.Meta, h.Passage.Article.Text(h.Passage.Span)))
	}
	return said, err
}

// TestEveryByte flips a bit of every byte of a file. Whoever uses it must be told
// that, or given the right answer; and what is of any use, Check must miss.
func TestEveryByte(t *testing.T) {
	// Each try makes much garbage on a small heap, and collecting it would take most of the time.
	defer debug.SetGCPercent(debug.SetGCPercent(1000))
	t.Run("positions", func(t *testing.T) { testEveryByte(t, wellUsed(t, Options{})) })
	t.Run("compact", func(t *testing.T) { testEveryByte(t, wellUsed(t, Options{Compact: true})) })
}

func testEveryByte(t *testing.T, whole []byte) {
	ix, err := openData(whole)
	if err != nil {
		t.Fatal(err)
	}
	want, err := ask(t, ix)
	if err != nil || len(want.hits) != 2 || want.freq != 2 {
		t.Fatalf("%+v, %v", want, err)
	}
	used := usedBytes(t, whole)
	var running sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		running.Go(func() {
			r := rand.New(rand.NewPCG(1, uint64(w)))
			data := bytes.Clone(whole)
			for at := w; at < len(data); at += workers {
				data[at] ^= 1 << r.IntN(8)
				if err := survive(t, data, want, used[at]); err != nil {
					t.Errorf("byte %d: %v", at, err)
				}
				data[at] = whole[at]
			}
		})
	}
	running.Wait()
}

// survive uses a damaged file. The error says what is wrong with what came of it.
func survive(t *testing.T, data []byte, want saying, used bool) error {
	told := func(err error) bool {
		return errors.Is(err, ErrDamaged) || errors.Is(err, ErrVersion) || strings.Contains(err.Error(), "it is no index of newshound")
	}
	ix, err := openData(data)
	if err != nil {
		if !told(err) {
			return fmt.Errorf("Open says: %w", err)
		}
		return nil
	}
	said, err := ask(t, ix)
	switch {
	case err != nil && !errors.Is(err, ErrDamaged):
		return fmt.Errorf("Retrieve says: %w", err)
	case err == nil && !reflect.DeepEqual(said, want):
		return fmt.Errorf("it answers %+v, want %+v", said, want)
	}
	switch err := ix.check(t.Context()); {
	case err == nil && used:
		return errors.New("Check finds nothing")
	case err != nil && !errors.Is(err, ErrDamaged):
		return fmt.Errorf("Check says: %w", err)
	}
	return nil
}

// The commit slots, as format.go has them.
const slotSize = 32

var slotsAt = [2]int{16, 64}

// slotThatHolds returns where the slot of the higher generation stands.
func slotThatHolds(data []byte) int {
	generation := func(i int) uint64 { return binary.LittleEndian.Uint64(data[slotsAt[i]:]) }
	if generation(0) > generation(1) {
		return slotsAt[0]
	}
	return slotsAt[1]
}

// usedBytes tells which bytes of a file are of any use.
func usedBytes(t *testing.T, data []byte) []bool {
	t.Helper()
	c, err := store.ReadCommit(data)
	if err != nil {
		t.Fatal(err)
	}
	used := make([]bool, len(data))
	mark := func(at, n int) {
		for i := range n {
			used[at+i] = true
		}
	}
	mark(0, pages.HeadSize)
	for i := range slotSize { // a crash may have left something in the other slot
		used[slotsAt[0]+slotsAt[1]-slotThatHolds(data)+i] = false
	}
	slot := data[slotThatHolds(data):]
	mark(int(binary.LittleEndian.Uint64(slot[8:])), int(binary.LittleEndian.Uint64(slot[16:])))
	for _, s := range c.Segments {
		mark(s.Offset, s.Length)
		mark(s.Roll.Offset, s.Roll.Length)
	}
	return used
}

// TestEveryLength cuts a file off behind every byte.
func TestEveryLength(t *testing.T) {
	whole := wellUsed(t, Options{})
	c, err := store.ReadCommit(whole)
	if err != nil {
		t.Fatal(err)
	}
	for n := range c.End() {
		if ix, err := openData(whole[:n:n]); err == nil {
			t.Errorf("%d of %d bytes are opened, with %d articles", n, len(whole), ix.Coverage().Articles)
		} else if !errors.Is(err, ErrDamaged) && n >= len("NEWSHND\n") {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
}

// TestLargerDamage damages a larger file here and there.
func TestLargerDamage(t *testing.T) {
	articles := synthetic(2000)
	path := built(t, articles[:120], Options{})
	if _, err := Update(t.Context(), path, slices.Values(articles[120:]), []string{articles[5].ID, articles[70].ID}, Options{}); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	queries := questions(3, 2)[:3]
	ix := open(t, path)
	var want [][]answer.Hit
	for _, q := range queries {
		hits, err := ix.Retrieve(t.Context(), q)
		if err != nil || len(hits) == 0 {
			t.Fatal(err, len(hits))
		}
		want = append(want, hits)
	}
	used := usedBytes(t, whole)
	r := rand.New(rand.NewPCG(3, 4))
	data := bytes.Clone(whole)
	for range 150 {
		at := r.IntN(len(data))
		n := min(1+r.IntN(3)*r.IntN(5000), len(data)-at)
		for i := range n {
			data[at+i] = byte(r.Uint32())
		}
		ix, err := openData(data)
		if err == nil {
			for i, q := range queries {
				hits, err := ix.Retrieve(t.Context(), q)
				if err == nil && !sameHits(hits, want[i]) || err != nil && !errors.Is(err, ErrDamaged) {
					t.Errorf("%d bytes from %d on: %v, %v", n, at, scores(hits), err)
				}
			}
			err = ix.check(t.Context())
		}
		if differ := !bytes.Equal(data[at:at+n], whole[at:at+n]); err == nil && differ && slices.Contains(used[at:at+n], true) {
			t.Errorf("%d bytes from %d on: nothing is found", n, at)
		}
		copy(data[at:at+n], whole[at:])
	}
}

// TestOtherVersion opens a file of the next version.
func TestOtherVersion(t *testing.T) {
	path := built(t, nil, Options{})
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	binary.LittleEndian.PutUint32(data[8:], segment.Version+1)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	for name, use := range map[string]func() error{
		"Open":  func() error { _, err := Open(path); return err },
		"Check": func() error { return Check(t.Context(), path) },
		"Merge": func() error { _, err := Merge(t.Context(), path, Options{}); return err },
		"Delete": func() error {
			_, err := Delete(t.Context(), path, []string{"a"}, Options{})
			return err
		},
	} {
		if err := use(); !errors.Is(err, ErrVersion) || !strings.Contains(err.Error(), "make it again with `newshound index`") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, data) {
		t.Errorf("the file was changed, %v", err)
	}
}

// TestSlots damages the slot that holds, after a change: the state before must not
// pass for the one after.
func TestSlots(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.idx")
	data := wellUsed(t, Options{})
	data[slotThatHolds(data)+10] ^= 1
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	if ix, err := Open(path); !errors.Is(err, ErrDamaged) {
		t.Errorf("%v, %v", ix, err)
	}
}

// TestTorn takes an update that a crash ended at any moment: what was written of the
// segment and the commit so far, and of the slot. The state before must hold, or,
// when the slot is whole, the one after.
func TestTorn(t *testing.T) {
	path := built(t, []*corpus.Article{article("a", "", "The flood came.")}, Options{})
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Add(t.Context(), path, slices.Values([]*corpus.Article{article("b", "", "The flood left."), article("a", "", "No.")}), Options{}); err != nil {
		t.Fatal(err)
	}
	after, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	old := func(data []byte) bool {
		ix, err := openData(data)
		return err == nil && ix.commit.Generation == 1 && ix.DocFreq("flood") == 1 && ix.check(t.Context()) == nil
	}
	if !bytes.Equal(before[pages.HeadSize:], after[pages.HeadSize:len(before)]) {
		t.Error("an update has overwritten what was committed")
	}
	for n := len(before); n <= len(after); n += 97 {
		if data := append(bytes.Clone(before), after[len(before):n]...); !old(data) {
			t.Errorf("with %d bytes of %d the state before does not hold", n, len(after))
		}
	}
	for n := range slotSize + 1 {
		data := append(bytes.Clone(before), after[len(before):]...)
		at := slotThatHolds(after)
		copy(data[at:], after[at:at+n])
		if n < slotSize && !old(data) {
			t.Errorf("with %d bytes of the slot the state before does not hold", n)
		}
		if ix, err := openData(data); n == slotSize && (err != nil || ix.commit.Generation != 2) {
			t.Errorf("with the whole slot the state after does not hold: %v", err)
		}
	}
	// The next writer starts from there.
	torn := append(bytes.Clone(before), bytes.Repeat([]byte("torn"), 20_000)...)
	if err := os.WriteFile(path, torn, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Add(t.Context(), path, slices.Values([]*corpus.Article{article("c", "", "A flood.")}), Options{}); err != nil {
		t.Fatal(err)
	}
	if err := Check(t.Context(), path); err != nil {
		t.Error(err)
	}
	if got := open(t, path).DocFreq("flood"); got != 2 {
		t.Errorf("%d passages, want 2", got)
	}
}

// Where the head of a segment has the places of the sections and its checksum (format.go).
const (
	tableAt = 120
	crcAt   = 4092
)

// TestMilestonesAreChecked changes a milestone, and makes the checksums fit.
func TestMilestonesAreChecked(t *testing.T) {
	for _, kind := range []segment.Kind{segment.TermKeys, segment.Names, segment.Acronyms} {
		data := wellUsed(t, Options{})
		s := opened(t, data).segments[0]
		at := binary.LittleEndian.Uint64(s.Data[tableAt+16*kind:])
		if kind != segment.TermKeys {
			at += 4 // behind the number of keys
		}
		s.Data[at]++
		copy(s.Data[pages.HeadSize:], withSums(t, s.Data[pages.HeadSize:s.Pages.End()]))
		if err := opened(t, data).check(t.Context()); err == nil {
			t.Errorf("section %d: nothing is found", kind)
		}
	}
}
