package search

import (
	"math/rand/v2"
	"testing"

	"newshound/answer/index/internal/bm25"
	"newshound/answer/index/internal/segment"
)

// TestSlack compares scores with what is told of them by sums of impacts.
func TestSlack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		longest := 1 + r.IntN(600)
		s := &segment.Segment{Words: 100 * (1 + r.IntN(300)), Passages: 100, Longest: longest}
		s.Impacts = bm25.NewImpacts(bm25.Mean(s.Words, s.Passages))
		average := s.Impacts.Average * (0.7 + r.Float64())
		if r.IntN(2) == 0 {
			average = s.Impacts.Average
		}
		clauses := 1 + r.IntN(60)
		weights := make([]float64, clauses)
		total := 0.0
		for i := range weights {
			weights[i] = 0.01 + 8*r.Float64()*r.Float64()
			total += weights[i]
		}
		var c collector
		c.unit = total * (bm25.K1 + 1) / float64(full-clauses)
		c.slack = []slack{slackOf(s, average, total/c.unit, clauses)}
		length := 1 + r.IntN(longest)
		held := r.Float64() // of the clauses
		sum, score := 0, 0.0
		for _, weight := range weights {
			if r.Float64() > held {
				continue
			}
			tf := 1 + r.IntN(1+r.IntN(20))
			k := source{factor: uint32(max(1, weight*bm25.Quantum/c.unit*(1<<16)))}
			sum += int(k.worth(s.Impacts.Of(tf, length)))
			score += weight * bm25.Saturate(float64(tf), bm25.Norm(length, average)) / c.unit
		}
		least, most := c.slack[0].score(sum)
		if score < float64(least) || score > float64(most) {
			t.Fatalf("a sum of %d stands for %.2f, which is not from %d to %d", sum, score, least, most)
		}
		c.floor = r.IntN(most + 1)
		if sum > 0 && sum < c.leastSum() {
			t.Fatalf("a sum of %d, at most %d, does not reach the floor of %d", sum, most, c.floor)
		}
	}
}
