package eval

import (
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
)

// Comparison is how two runs of the same queries differ, query by query.
type Comparison struct {
	// Queries is the number of queries measured, Absent how many of them the saved
	// run does not hold: it found nothing for them.
	Queries, Absent int
	Differences     []Difference
}

// Difference is how a measure differs between two runs.
type Difference struct {
	Name          string
	Before, After float64 // means
	// Mean is After − Before, CI its 95 % confidence interval (paired bootstrap
	// over the queries).
	Mean float64
	CI   Interval
	// P is the probability that resampling the queries gives a difference of the
	// other sign, or none, times two: what is below 0.05 is no accident, 19 times
	// of 20.
	P float64
	// Better, Worse and Same count the queries.
	Better, Worse, Same int
}

// Compare measures a saved run by the judgements that a report was measured by.
func Compare(now Report, before SavedRun, qrels Qrels) Comparison {
	c := Comparison{Queries: len(now.Queries)}
	for _, id := range now.Queries {
		if _, ok := before[id]; !ok {
			c.Absent++
		}
	}
	for m, after := range now.Means { // of which none is left out but the last
		old := make([]float64, len(after.Values))
		for i, id := range now.Queries {
			old[i] = measures[m].of(before[id], qrels[id], measures[m].at)
		}
		c.Differences = append(c.Differences, newDifference(after.Name, old, after.Values))
	}
	return c
}

func newDifference(name string, before, after []float64) Difference {
	d := Difference{Name: name, Before: mean(before), After: mean(after)}
	paired := make([]float64, len(after))
	for i := range after {
		paired[i] = after[i] - before[i]
		switch {
		case paired[i] > 0:
			d.Better++
		case paired[i] < 0:
			d.Worse++
		default:
			d.Same++
		}
	}
	d.Mean, d.CI, d.P = mean(paired), bootstrap(paired), pValue(paired)
	return d
}

// pValue returns the two-sided bootstrap probability that the mean of paired
// differences is 0. It is never 0 itself: more resamples might have shown one.
func pValue(paired []float64) float64 {
	n := len(paired)
	if n == 0 {
		return 1
	}
	rng := rand.New(rand.NewPCG(bootstrapSeed, bootstrapSeed)) //nolint:gosec // reproducible on purpose
	up, down := 0, 0                                           // means that are not below 0, and not above
	for range resamples {
		sum := 0.0
		for range n {
			sum += paired[rng.IntN(n)]
		}
		if sum >= 0 {
			up++
		}
		if sum <= 0 {
			down++
		}
	}
	return min(1, 2*float64(min(up, down)+1)/(resamples+1))
}

// Print writes the comparison as a table: each measure before and after, the
// difference with its confidence interval and p, and on how many queries it is
// better and worse.
func (c Comparison) Print(w io.Writer, name string) error {
	var out strings.Builder
	fmt.Fprintf(&out, "compared with %s", name)
	if c.Absent > 0 {
		fmt.Fprintf(&out, ", which holds nothing for %d of %d queries", c.Absent, c.Queries)
	}
	fmt.Fprintln(&out)
	for _, d := range c.Differences {
		fmt.Fprintf(&out, "%-10s  %.4f → %.4f  %+.4f  [%+.4f, %+.4f]  p %.4f  %d better, %d worse, %d the same\n",
			d.Name, d.Before, d.After, d.Mean, d.CI.Low, d.CI.High, d.P, d.Better, d.Worse, d.Same)
	}
	return write(w, &out)
}
