package engine

import (
	"math"
	"testing"
)

func TestLead(t *testing.T) {
	for name, c := range map[string]struct {
		scores   []float64
		passages int
		want     float64
	}{
		"nothing found":                {nil, 1000, 0},
		"one alone":                    {[]float64{3}, 1000, 0.9},
		"few of many":                  {[]float64{4, 3}, 10_000, 0.9925},
		"few of few":                   {[]float64{4, 3}, 50, 0.25},
		"as many as the crowd":         {append([]float64{4}, tied(crowd-1, 3)...), 10_000, 0.25},
		"what is beyond makes nothing": {append(append([]float64{4}, tied(crowd-1, 3)...), 1), 10_000, 0.25},
	} {
		t.Run(name, func(t *testing.T) {
			found := make([]ranked, len(c.scores))
			for i, s := range c.scores {
				found[i].Score = s
			}
			if got := lead(found, c.passages); math.Abs(got-c.want) > 1e-9 {
				t.Errorf("stands out by %v, want %v", got, c.want)
			}
		})
	}
}

func tied(n int, v float64) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = v
	}
	return out
}
