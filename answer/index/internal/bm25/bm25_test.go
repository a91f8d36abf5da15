package bm25

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestFormula compares with numbers that were worked out by hand.
func TestFormula(t *testing.T) {
	for _, c := range []struct {
		tf      float64
		length  int
		average float64
		want    float64
	}{
		{1, 50, 50, 1},           // 2.2 / (1 + 1.2)
		{2, 50, 50, 4.4 / 3.2},   // 2 · 2.2 / (2 + 1.2)
		{1, 100, 50, 2.2 / 2.92}, // 1 − b + b·2 is 1.6
		{3, 25, 50, 6.6 / 3.84},  // 1 − b + b/2 is 0.7
		{1000, 50, 50, 2200 / 1001.2},
	} {
		if got := Saturate(c.tf, Norm(c.length, c.average)); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%v in %d words of %v: %v, want %v", c.tf, c.length, c.average, got, c.want)
		}
	}
}

// TestImpacts compares impacts, from the table and beyond it, with what they stand for, and
// with what another mean length makes of that.
func TestImpacts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	const longest = 3 * usualLength
	for range 200 {
		m := NewImpacts(1 + 100*r.Float64())
		rounding := m.Rounding(longest)
		for range 200 {
			tf, length := 1+r.IntN(2*usualFreq), 1+r.IntN(longest)
			score := Saturate(float64(tf), Norm(length, m.Average))
			impact := m.Of(tf, length)
			if off := math.Abs(float64(impact)*Quantum - score); impact == 0 || off > rounding+1e-12 {
				t.Fatalf("%d in %d words: the impact %d is off by %v, more than %v", tf, length, impact, off, rounding)
			}
			other := m.Average * (0.5 + r.Float64())
			moved := Saturate(float64(tf), Norm(length, other))
			if off, most := math.Abs(moved-score), Drift(m.Average, other); off > most+1e-12 {
				t.Fatalf("%d in %d words: a mean of %v for %v changes the score by %v, more than %v", tf, length, other, m.Average, off, most)
			}
			if off, most := math.Abs(moved-score)/score, DriftShare(m.Average, other); off > most+1e-12 {
				t.Fatalf("%d in %d words: a mean of %v for %v changes the score by %v of it, more than %v", tf, length, other, m.Average, off, most)
			}
		}
	}
}

// TestOnce compares with the impacts one by one.
func TestOnce(t *testing.T) {
	m := NewImpacts(40)
	lengths := []uint16{5, usualLength - 1, usualLength, 4000, 0}
	passages := []uint16{0, 1, 2, 3, 4}
	got := make([]byte, len(passages))
	m.Once(got, passages, lengths)
	for i, p := range passages {
		if want := m.Of(1, int(lengths[p])); got[i] != want {
			t.Errorf("in %d words: %d, want %d", lengths[p], got[i], want)
		}
	}
}
