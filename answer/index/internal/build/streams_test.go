package build

import (
	"bytes"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"newshound/answer/index/internal/bm25"
	"newshound/answer/index/internal/disk"
	"newshound/answer/index/internal/postings"
)

// TestStreams packs occurrences at random, and compares the postings that are made of
// them with those that are counted.
func TestStreams(t *testing.T) {
	const terms = 3 * streamCount / 2
	type found struct {
		body   []int
		header int
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 30 {
		var s streams
		want := make([]map[int]*found, terms)
		for i := range want {
			s.newTerm()
			want[i] = make(map[int]*found)
		}
		at := func(term, passage int) *found {
			if want[term][passage] == nil {
				want[term][passage] = new(found)
			}
			return want[term][passage]
		}
		passages := 0
		for range 60 {
			first := passages
			passages += random.IntN(20)
			for range random.IntN(8) {
				if term := random.IntN(terms); passages > first {
					s.addHeader(uint32(term), uint32(first), uint32(passages-first))
					for p := first; p < passages; p++ {
						at(term, p).header++
					}
				}
			}
			for p := first; p < passages; p++ {
				for position := random.IntN(300); position <= math.MaxUint16; position += 1 + random.IntN(1<<random.IntN(16)) {
					term := min(random.IntN(terms), random.IntN(terms), random.IntN(terms))
					s.add(uint32(term), uint32(p), uint32(position))
					at(term, p).body = append(at(term, p).body, position)
				}
			}
		}
		s.sort()
		for term := range terms {
			p := postings.NewWriter(make([]uint16, passages), bm25.NewImpacts(1))
			unpack(p, s.of(uint32(term)))
			got := make(map[int]*found)
			var k postings.Seeker
			k.Reset(listOf(t, p))
			for passage, ok := k.Passage(); ok; passage, ok = k.Passage() {
				body, header := k.Freq(k.At)
				f := &found{header: header}
				for _, n := range k.Occurrences() {
					f.body = append(f.body, int(n))
				}
				if len(f.body) != body {
					t.Fatalf("passage %d has %d positions and %d occurrences", passage, len(f.body), body)
				}
				got[passage] = f
				k.At++
			}
			if len(got) != len(want[term]) {
				t.Fatalf("term %d is in %d passages, want %d", term, len(got), len(want[term]))
			}
			for passage, f := range want[term] {
				g := got[passage]
				if g == nil || !slices.Equal(g.body, f.body) || g.header != f.header {
					t.Fatalf("term %d in passage %d: %+v, want %+v", term, passage, g, f)
				}
			}
		}
	}
}

// oneTerm are the sections of a segment that has the postings of one term.
type oneTerm struct{ postings, positions bytes.Buffer }

func (m *oneTerm) Postings(from, to int) []byte { return m.postings.Bytes()[from:to] }

func (m *oneTerm) Positions(from, to int) []byte { return m.positions.Bytes()[from:to] }

func (m *oneTerm) Lengths(int, int) []uint16 { return nil }

// listOf returns postings as they are read once they are written.
func listOf(t *testing.T, p *postings.Writer) postings.List {
	t.Helper()
	m := new(oneTerm)
	var lists, places disk.Spool
	at := postings.Place{DocFreq: p.Len()}
	at.Postings[1], at.Positions[1] = p.Write(&lists, &places)
	if err := errors.Join(lists.CopyTo(&m.postings), places.CopyTo(&m.positions)); err != nil {
		t.Fatal(err)
	}
	source := &postings.Source{Sections: m}
	return source.List(at)
}

// TestManyOccurrences has a term fill many chunks of its stream, with passages near and
// far.
func TestManyOccurrences(t *testing.T) {
	var s streams
	term, other := s.newTerm(), s.newTerm()
	const passages = 700_000
	for p := range uint32(passages) {
		s.add(term, p, 3)
		s.add(term, p, 4+p%60_000)
		if p%1000 == 0 {
			s.add(other, p, 7)
		}
	}
	s.sort()
	for number, want := range map[uint32]int{term: passages, other: passages / 1000} {
		p := postings.NewWriter(make([]uint16, passages), bm25.NewImpacts(1))
		unpack(p, s.of(number))
		if p.Len() != want {
			t.Errorf("term %d has %d postings, want %d", number, p.Len(), want)
		}
	}
}
