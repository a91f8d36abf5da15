// Package bm25 is the formula that passages are ranked with, and its share of a posting in
// eight bits, the impact, with how far that may be from the formula. What the formula is
// applied to stands in the comment of package index.
package bm25

import "math"

// The parameters of BM25. An occurrence in the header of an article counts as much as
// HeaderWeight occurrences in a passage.
const (
	K1           = 1.2
	B            = 0.6
	HeaderWeight = 2
)

// Norm is what the length of a passage adds to the denominator of BM25, where
// average is the mean length.
func Norm(length int, average float64) float64 {
	return K1 * (1 - B + B*float64(length)/average)
}

// Saturate returns the part of BM25 that depends on the passage. It is less than
// k1 + 1.
func Saturate(tf, norm float64) float64 { return tf * (K1 + 1) / (tf + norm) }

// Mean is the mean of so many lengths, but at least 1.
func Mean(total, n int) float64 { return max(1, float64(total)/max(1, float64(n))) }

// Quantum is the unit of an impact.
const Quantum = (K1 + 1) / 255

// Impact returns the saturated frequency in quanta, at least 1.
func Impact(tf, norm float64) byte {
	return byte(max(1, math.Round(Saturate(tf, norm)/Quantum)))
}

// Drift bounds the change of a saturated frequency when the mean length changes
// from one value to another. Its derivative by the norm is, in absolute value,
// at most (k1 + 1) / (4 · norm), and the norm changes by no greater share than
// the mean does.
func Drift(from, to float64) float64 {
	return (K1 + 1) / 4 * math.Abs(from-to) / min(from, to)
}

// DriftShare bounds the same change in shares of the frequency: the norm grows by no
// greater share than the mean does, and the frequency falls by no greater one.
func DriftShare(from, to float64) float64 { return math.Abs(from-to) / min(from, to) }

// Impacts makes impacts for one mean length. It remembers the usual ones, and is safe for
// concurrent use.
type Impacts struct {
	Average float64 // the mean length
	table   []byte  // by frequency and length
}

const (
	usualFreq   = 16
	usualLength = 256
)

// NewImpacts returns the impacts for a mean length.
func NewImpacts(average float64) *Impacts {
	m := &Impacts{Average: average, table: make([]byte, usualFreq*usualLength)}
	for tf := 1; tf < usualFreq; tf++ {
		for length := range usualLength {
			m.table[tf*usualLength+length] = Impact(float64(tf), Norm(length, average))
		}
	}
	return m
}

// Of returns the impact of a frequency in a passage of a length.
func (m *Impacts) Of(tf, length int) byte {
	if tf < usualFreq && length < usualLength {
		return m.table[tf*usualLength+length]
	}
	return m.unusual(tf, length)
}

func (m *Impacts) unusual(tf, length int) byte { return Impact(float64(tf), Norm(length, m.Average)) }

// Rounding is the most by which an impact differs from what it stands for, where no passage
// is longer than longest: half a quantum, unless one is so long that an impact must be
// raised to 1.
func (m *Impacts) Rounding(longest int) float64 {
	return max(Quantum/2, Quantum-Saturate(1, Norm(longest, m.Average)))
}

// Once sets dst to the impacts of the frequency 1 in passages, of which lengths has the
// lengths, each at the number of its passage.
func (m *Impacts) Once(dst []byte, passages, lengths []uint16) {
	usual := (*[usualLength]byte)(m.table[usualLength:])
	for i, p := range passages[:len(dst)] {
		if length := lengths[p]; length < usualLength {
			dst[i] = usual[length]
		} else {
			dst[i] = m.unusual(1, int(length))
		}
	}
}
