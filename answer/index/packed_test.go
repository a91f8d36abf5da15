package index

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"newshound/answer"
	"newshound/answer/index/internal/raw"
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
		mixed := build(t, half, Options{Compact: seed%2 == 0})
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
			"one segment": open(t, build(t, articles, Options{Compact: true})),
			"pieces":      open(t, build(t, articles, Options{Compact: true, Memory: 1})),
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

// TestCompactSpill builds the same compact file in pieces, of which postings and positions
// take less than half of the bytes that others have.
func TestCompactSpill(t *testing.T) {
	articles := synthetic(3000)
	one, many := open(t, build(t, articles, Options{Compact: true})).segments[0], open(t, build(t, articles, Options{Compact: true, Memory: 1})).segments[0]
	for _, kind := range []sectionKind{secPostings, secPositions, secTerms, secTermAt, secTermKeys} {
		if !bytes.Equal(one.section(kind), many.section(kind)) {
			t.Errorf("section %d is another", kind)
		}
	}
	whole := New(articles).segments[0]
	for _, kind := range []sectionKind{secPostings, secPositions} {
		if got, bound := len(one.section(kind)), len(whole.section(kind))/2; got > bound {
			t.Errorf("section %d has %d bytes, want %d at most", kind, got, bound)
		}
	}
}

// TestPack packs postings of every density, with frequencies of every kind.
func TestPack(t *testing.T) {
	const passages = 2*chunkSize + 700
	r := rand.New(rand.NewPCG(5, 6))
	s := segmentOf(passages, func(i int) int { return []int{0, 1, 40, 255, 256, 3000}[i%6] })
	freqs := [][2]int{{2, 0}, {3, 0}, {0, 1}, {0, 2}, {4, 1}, {63, 3}, {64, 0}, {1, 4}, {1, 2}, {300, 300}}
	for _, every := range []int{1, 2, 60, 250, 300, 5000, 100_000} {
		for _, odd := range []int{1, 2, 10, 63, 64, 200, 1 << 20} {
			p := termPostings{lengths: s.lengths, m: s.impacts}
			for passage := r.IntN(every); passage < passages; passage += 1 + r.IntN(2*every-1) {
				freq := [2]int{1, 0}
				if r.IntN(odd) == 0 {
					freq = freqs[r.IntN(len(freqs))]
				}
				p.add(passage, freq[0], freq[1])
				position := 0
				for range freq[0] {
					if freq[0] < 100 {
						position += r.IntN(600)
					}
					p.positions = binary.LittleEndian.AppendUint16(p.positions, uint16(position))
					position++
				}
			}
			want := p.list()
			got := s.unpack(packPostings(nil, want), p.n)
			positions := got.unpackPositions(packPositions(nil, want, p.positions))
			if !bytes.Equal(positions[:len(p.offsets)], p.offsets) || !bytes.Equal(positions[len(p.offsets):], p.positions) {
				t.Errorf("positions in every %dth passage, every %dth not once, are others", every, odd)
			}
			if !reflect.DeepEqual(slices.Clone(got.passages), slices.Clone(want.passages)) || !bytes.Equal(got.impacts, want.impacts) || !bytes.Equal(got.freqs, want.freqs) ||
				!bytes.Equal(got.chunks, want.chunks) || !bytes.Equal(got.exceptions, want.exceptions) {
				t.Errorf("postings in every %dth passage, every %dth not once, are others", every, odd)
			}
		}
	}
}

// packed is a segment that postings are unpacked for.
type packed struct {
	*segment
	lengths []uint16
}

// segmentOf returns a segment of so many passages of some lengths, and nothing else.
func segmentOf(passages int, length func(int) int) packed {
	w := newSegmentWriter("", false, nil)
	w.addArticle(article("a", ""))
	for i := range passages {
		w.addPassage(corpus.Passage{}, length(i))
	}
	w.compact = true
	w.startTerms()
	writeWords(w.spools[secWords], nil)
	var data buffer
	if err := w.writeTo(&data); err != nil {
		panic(err) // there is nothing that can fail in memory
	}
	return packed{openSegment(data, []*corpus.Article{}), w.lengths}
}

// FuzzUnpack unpacks postings that nobody packed.
func FuzzUnpack(f *testing.F) {
	const passages = chunkSize + 100
	s := segmentOf(passages, func(i int) int { return i % 300 })
	p := termPostings{lengths: s.lengths, m: s.impacts}
	for i := 0; i < 1500; i += 1 + i%9 {
		p.add(i, 1+i%70/60*i, i%50/45)
	}
	p.add(chunkSize+1, 3, 0)
	f.Add(packPostings(nil, p.list()), p.n)
	p.reset()
	p.add(7, 0, 1)
	f.Add(packPostings(nil, p.list()), p.n)
	f.Fuzz(func(t *testing.T, data []byte, n int) {
		if n < 0 || n > passages {
			return
		}
		unpack := func() (l list, err error) {
			defer raw.Guard(&err)
			return s.unpack(data, n), nil
		}
		l, err := unpack()
		if err != nil {
			return
		}
		_, _ = func() (positions []byte, err error) {
			defer raw.Guard(&err)
			return l.unpackPositions(data), nil
		}()
		var k seeker
		k.reset(l)
		for passage, ok := k.passage(); ok; passage, ok = k.passage() {
			if passage >= passages {
				t.Fatalf("passage %d of %d", passage, passages)
			}
			k.at++
		}
	})
}

// TestUnpackedAreKept unpacks a term once, and does not keep all for ever.
func TestUnpackedAreKept(t *testing.T) {
	articles := []*corpus.Article{article("a", "", "A flood warning came."), article("b", "", "The river rose, and the river fell.")}
	s := open(t, build(t, articles, Options{Compact: true})).segments[0]
	if x, y := s.term("flood"), s.term("flood"); len(x.passages) != 1 || &x.passages[0] != &y.passages[0] {
		t.Errorf("%v and then %v", x.passages, y.passages)
	}
	for range 3 {
		for _, term := range []string{"flood", "warn", "river"} {
			if l := s.term(term); len(l.passages) != 1 {
				t.Errorf("%s is in %d passages", term, len(l.passages))
			}
		}
	}
	held := 0
	for term, l := range s.unpacked.known {
		held += len(term) + len(l.passages)
	}
	if held != s.unpacked.kept || held > s.unpacked.most+len("river")+1 {
		t.Errorf("%d are kept, %d are counted, and %d are the most", held, s.unpacked.kept, s.unpacked.most)
	}
}
