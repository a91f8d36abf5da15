package postings

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"newshound/answer/index/internal/bm25"
	"newshound/answer/index/internal/raw"
)

// TestPack packs postings of every density, with frequencies of every kind.
func TestPack(t *testing.T) {
	const passages = 2*ChunkSize + 700
	r := rand.New(rand.NewPCG(5, 6))
	s := sourceOf(passages, func(i int) int { return []int{0, 1, 40, 255, 256, 3000}[i%6] })
	freqs := [][2]int{{2, 0}, {3, 0}, {0, 1}, {0, 2}, {4, 1}, {63, 3}, {64, 0}, {1, 4}, {1, 2}, {300, 300}}
	for _, every := range []int{1, 2, 60, 250, 300, 5000, 100_000} {
		for _, odd := range []int{1, 2, 10, 63, 64, 200, 1 << 20} {
			p := *NewWriter(s.Lengths(0, passages), s.Impacts)
			for passage := r.IntN(every); passage < passages; passage += 1 + r.IntN(2*every-1) {
				freq := [2]int{1, 0}
				if r.IntN(odd) == 0 {
					freq = freqs[r.IntN(len(freqs))]
				}
				p.Add(passage, freq[0], freq[1])
				position := 0
				for range freq[0] {
					if freq[0] < 100 {
						position += r.IntN(600)
					}
					p.positions = binary.LittleEndian.AppendUint16(p.positions, uint16(position))
					position++
				}
			}
			want := p.List()
			got := s.unpack(packPostings(nil, want), p.n)
			positions := got.unpackPositions(packPositions(nil, want, p.positions))
			if !bytes.Equal(positions[:len(p.offsets)], p.offsets) || !bytes.Equal(positions[len(p.offsets):], p.positions) {
				t.Errorf("positions in every %dth passage, every %dth not once, are others", every, odd)
			}
			if !reflect.DeepEqual(slices.Clone(got.Passages), slices.Clone(want.Passages)) || !bytes.Equal(got.Impacts, want.Impacts) || !bytes.Equal(got.freqs, want.freqs) ||
				!bytes.Equal(got.chunks, want.chunks) || !bytes.Equal(got.exceptions, want.exceptions) {
				t.Errorf("postings in every %dth passage, every %dth not once, are others", every, odd)
			}
		}
	}
}

// justLengths are the sections of a segment that has passages and nothing else.
type justLengths []uint16

func (justLengths) Postings(int, int) []byte { return nil }

func (justLengths) Positions(int, int) []byte { return nil }

func (l justLengths) Lengths(from, to int) []uint16 { return l[from:to] }

// sourceOf returns what unpacks the postings of so many passages of some lengths.
func sourceOf(passages int, length func(int) int) *Source {
	lengths, words := make(justLengths, passages), 0
	for i := range lengths {
		lengths[i] = uint16(length(i))
		words += length(i)
	}
	return &Source{Sections: lengths, Passages: passages, Compact: true, Impacts: bm25.NewImpacts(bm25.Mean(words, passages))}
}

// FuzzUnpack unpacks postings that nobody packed.
func FuzzUnpack(f *testing.F) {
	const passages = ChunkSize + 100
	s := sourceOf(passages, func(i int) int { return i % 300 })
	p := NewWriter(s.Lengths(0, passages), s.Impacts)
	for i := 0; i < 1500; i += 1 + i%9 {
		p.Add(i, 1+i%70/60*i, i%50/45)
	}
	p.Add(ChunkSize+1, 3, 0)
	f.Add(packPostings(nil, p.List()), p.n)
	p.Reset()
	p.Add(7, 0, 1)
	f.Add(packPostings(nil, p.List()), p.n)
	f.Fuzz(func(t *testing.T, data []byte, n int) {
		if n < 0 || n > passages {
			return
		}
		unpack := func() (l List, err error) {
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
		var k Seeker
		k.Reset(l)
		for passage, ok := k.Passage(); ok; passage, ok = k.Passage() {
			if passage >= passages {
				t.Fatalf("passage %d of %d", passage, passages)
			}
			k.At++
		}
	})
}
