package align

import "slices"

// shingle is the number of words of a shingle. Of a text in which one word in ten is
// changed, three quarters of its shingles are left; stories on the same event share
// names and a quote or two.
const shingle = 3

// Shingles returns the hashes of the runs of three words in a text, sorted, each
// once. A text of fewer words has one run.
func Shingles(text string) []uint64 { return ShinglesOf(Words(text)) }

// ShinglesOf returns the shingles of a text that is divided into words.
func ShinglesOf(words []Word) []uint64 {
	if len(words) == 0 {
		return nil
	}
	n := min(shingle, len(words))
	out := make([]uint64, 0, len(words))
	hashes := make([]uint64, len(words))
	for i, w := range words {
		hashes[i] = hash(w.Key)
	}
	for i := range len(words) - n + 1 {
		h := uint64(0)
		for _, word := range hashes[i : i+n] {
			h = (h<<23 | h>>41) ^ word
			h *= fnvPrime
		}
		out = append(out, h)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Resemblance returns the share, 0 to 1, of the shingles of the shorter of two texts
// that the other has too (Broder, On the Resemblance and Containment of Documents,
// 1997, where it is the containment).
func Resemblance(x, y []uint64) float64 {
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	both := 0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] < y[j]:
			i++
		case x[i] > y[j]:
			j++
		default:
			both++
			i++
			j++
		}
	}
	return float64(both) / float64(min(len(x), len(y)))
}

// The parameters of FNV-1a (https://www.rfc-editor.org/rfc/rfc9923).
const (
	fnvOffset = 0xcbf29ce484222325
	fnvPrime  = 0x100000001b3
)

// hash is FNV-1a, the same in every process.
func hash(word string) uint64 {
	h := uint64(fnvOffset)
	for i := range len(word) {
		h = (h ^ uint64(word[i])) * fnvPrime
	}
	return h
}
