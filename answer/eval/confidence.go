package eval

import (
	"math"
	"slices"
)

// auc returns how well a number tells answerable questions from others: the
// chance that an answerable one, picked at random, has the higher number, an
// equal one counting half. 1 is perfect and ½ is a coin. This is the area under
// the ROC curve (Hanley and McNeil, "The meaning and use of the area under a
// receiver operating characteristic (ROC) curve", Radiology 143, 1982). It is 0
// where either side is empty.
func auc(answerable, others []float64) float64 {
	if len(answerable) == 0 || len(others) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(others))
	halves := 0 // two for a pair in order, one for a tie
	for _, v := range answerable {
		below := lessThan(sorted, v)
		upTo := lessThan(sorted, math.Nextafter(v, math.Inf(1)))
		halves += below + upTo
	}
	return float64(halves) / 2 / float64(len(answerable)) / float64(len(others))
}

// refusedAt returns the share of the other questions that a threshold refuses
// which answers at least permille thousandths of the answerable ones, and the
// threshold: the highest such number, and a question with just this number is
// answered. It is 0, 0 where either side is empty.
func refusedAt(permille int, answerable, others []float64) (refused, threshold float64) {
	if len(answerable) == 0 || len(others) == 0 {
		return 0, 0
	}
	sorted := slices.Sorted(slices.Values(answerable))
	threshold = sorted[min((1000-permille)*len(sorted)/1000, len(sorted)-1)]
	below := lessThan(slices.Sorted(slices.Values(others)), threshold)
	return float64(below) / float64(len(others)), threshold
}

// lessThan counts the values of sorted that are less than v.
func lessThan(sorted []float64, v float64) int {
	n, _ := slices.BinarySearch(sorted, v)
	return n
}
