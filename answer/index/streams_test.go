package index

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"newshound/answer/index/internal/bm25"
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
			p := termPostings{lengths: make([]uint16, passages), m: bm25.NewImpacts(1)}
			p.unpack(s.of(uint32(term)))
			list := p.list()
			list.positions = append(append([]byte{}, p.offsets...), p.positions...)
			got := make(map[int]*found)
			var k seeker
			k.reset(list)
			for passage, ok := k.passage(); ok; passage, ok = k.passage() {
				body, header := k.freq(k.at)
				f := &found{header: header}
				for _, n := range k.occurrences() {
					f.body = append(f.body, int(n))
				}
				if len(f.body) != body {
					t.Fatalf("passage %d has %d positions and %d occurrences", passage, len(f.body), body)
				}
				got[passage] = f
				k.at++
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
		p := termPostings{lengths: make([]uint16, passages), m: bm25.NewImpacts(1)}
		p.unpack(s.of(number))
		if p.n != want {
			t.Errorf("term %d has %d postings, want %d", number, p.n, want)
		}
	}
}
