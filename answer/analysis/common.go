package analysis

import (
	_ "embed" // for common.txt
	"math"
	"strings"
)

// common holds the terms that English uses most, one to a line, in the order of
// their bytes, each followed by a capital letter for its share of all words. See
// common.LICENSE for its source.
//
//go:embed common.txt
var common string

const (
	// shareStep is how much the logarithm of the share falls from letter to letter;
	// A is a share of 1.
	shareStep = 0.7
	// rareShare is taken for the share of a term that is not listed: a third of the
	// rarest that is.
	rareShare = 1.4e-6
)

// Share returns about which share of all words of general English have a term, the
// same small number for all that are not among the most frequent.
func Share(term string) float64 {
	low, high := 0, len(common)
	for low < high {
		mid := (low + high) / 2
		start := strings.LastIndexByte(common[:mid], '\n') + 1
		end := start + strings.IndexByte(common[start:], '\n')
		switch c := strings.Compare(common[start:end-1], term); {
		case c == 0:
			return math.Exp(-shareStep * float64(common[end-1]-'A'))
		case c < 0:
			low = end + 1
		default:
			high = start
		}
	}
	return rareShare
}
