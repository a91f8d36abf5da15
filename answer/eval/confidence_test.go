package eval

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestAUC(t *testing.T) {
	tests := []struct {
		name               string
		answerable, others []float64
		want               float64
	}{
		{"apart", []float64{0.9, 0.8}, []float64{0.1, 0.2, 0.3}, 1},
		{"the wrong way round", []float64{0.1}, []float64{0.8, 0.9}, 0},
		{"all equal", []float64{0.5, 0.5}, []float64{0.5, 0.5, 0.5}, 0.5},
		// Of six pairs, 0.9 is above all three; 0.5 is above 0.1, equal to 0.5, below 0.7.
		{"mixed", []float64{0.5, 0.9}, []float64{0.7, 0.5, 0.1}, 4.5 / 6},
		{"nothing answerable", nil, []float64{0.5}, 0},
		{"everything answerable", []float64{0.5}, nil, 0},
	}
	for _, test := range tests {
		if got := auc(test.answerable, test.others); math.Abs(got-test.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

// The oracle compares every pair.
func TestAUCIsThatOfAllPairs(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		draw := func() []float64 {
			v := make([]float64, 1+rng.IntN(30))
			for i := range v {
				v[i] = float64(rng.IntN(10)) // few numbers, so that many are equal
			}
			return v
		}
		answerable, others := draw(), draw()
		want := 0.0
		for _, a := range answerable {
			for _, o := range others {
				switch {
				case a > o:
					want++
				case a == o:
					want += 0.5
				}
			}
		}
		want /= float64(len(answerable) * len(others))
		if got := auc(answerable, others); math.Abs(got-want) > 1e-12 {
			t.Fatalf("AUC(%v, %v) = %v, want %v", answerable, others, got, want)
		}
	}
}

func TestRefusedAt(t *testing.T) {
	hundred := make([]float64, 100) // 0.01 … 1
	for i := range hundred {
		hundred[i] = float64(i+1) / 100
	}
	tests := []struct {
		permille           int
		answerable, others []float64
		refused, threshold float64
	}{
		// The threshold 0.06 answers 0.06 … 1: 95 of 100.
		{950, hundred, []float64{0.01, 0.059, 0.06, 0.5}, 0.5, 0.06},
		{1000, hundred, []float64{0.001, 0.01}, 0.5, 0.01},
		{950, []float64{0.9, 0.8, 0.7}, []float64{0.6, 0.75}, 0.5, 0.7}, // one of three is more than 5 %
		{0, []float64{0.2, 0.1}, []float64{0.15}, 1, 0.2},
		{950, nil, []float64{1}, 0, 0},
		{950, []float64{1}, nil, 0, 0},
	}
	for i, test := range tests {
		refused, threshold := refusedAt(test.permille, test.answerable, test.others)
		if refused != test.refused || threshold != test.threshold {
			t.Errorf("%d: %v at %v, want %v at %v", i, refused, threshold, test.refused, test.threshold)
		}
	}
}
