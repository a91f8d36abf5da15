package eval

import (
	"math/rand/v2"
	"slices"
)

// Mean is the mean of a measure over queries.
type Mean struct {
	Name string
	// Values are the measure of each query.
	Values []float64
	// Value is their mean, 0 where there are none.
	Value float64
	// CI is the 95 % confidence interval of the mean.
	CI Interval
}

// Interval is a range of numbers, both ends included.
type Interval struct{ Low, High float64 }

// newMean takes the mean of the values, which it keeps.
func newMean(name string, values []float64) Mean {
	return Mean{Name: name, Values: values, Value: mean(values), CI: bootstrap(values)}
}

func mean(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}

const (
	resamples     = 2000
	bootstrapSeed = 20180727
)

// bootstrap returns the 95 % percentile bootstrap interval of the mean: the
// values are drawn anew 2,000 times, with replacement, and the middle 95 % of
// the means that this gives are within the interval. The seed is fixed, so the
// same values always have the same interval. It is zero for no values.
func bootstrap(values []float64) Interval {
	n := len(values)
	if n == 0 {
		return Interval{}
	}
	rng := rand.New(rand.NewPCG(bootstrapSeed, bootstrapSeed)) //nolint:gosec // reproducible on purpose
	means := make([]float64, resamples)
	for i := range means {
		sum := 0.0
		for range n {
			sum += values[rng.IntN(n)]
		}
		means[i] = sum / float64(n)
	}
	slices.Sort(means)
	return Interval{Low: quantile(means, 25), High: quantile(means, 975)}
}

// quantile returns the least value of sorted that permille thousandths of them
// do not exceed: the nearest rank. sorted must not be empty.
func quantile(sorted []float64, permille int) float64 {
	rank := (permille*len(sorted) + 999) / 1000
	return sorted[max(rank, 1)-1]
}
