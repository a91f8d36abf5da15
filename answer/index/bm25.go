package index

import "math"

// The parameters of BM25.
const (
	k1           = 1.2
	b            = 0.6
	headerWeight = 2
)

// norm is what the length of a passage adds to the denominator of BM25, where
// average is the mean length.
func norm(length int, average float64) float64 {
	return k1 * (1 - b + b*float64(length)/average)
}

// saturate returns the part of BM25 that depends on the passage. It is less than
// k1 + 1.
func saturate(tf, norm float64) float64 { return tf * (k1 + 1) / (tf + norm) }

// mean is the mean of so many lengths, but at least 1.
func mean(total, n int) float64 { return max(1, float64(total)/max(1, float64(n))) }

// driftShare bounds the same change in shares of the frequency: the norm grows by no
// greater share than the mean does, and the frequency falls by no greater one.
func driftShare(from, to float64) float64 { return math.Abs(from-to) / min(from, to) }

// quantum is the unit of an impact.
const quantum = (k1 + 1) / 255

// impact returns the saturated frequency in quanta, at least 1.
func impact(tf, norm float64) byte {
	return byte(max(1, math.Round(saturate(tf, norm)/quantum)))
}

// rounding is the most by which an impact of the segment differs from what it
// stands for: half a quantum, unless there is a passage so long that an impact
// must be raised to 1.
func (s *segment) rounding() float64 {
	return max(quantum/2, quantum-saturate(1, norm(s.longest, s.impacts.average)))
}

// drift bounds the change of a saturated frequency when the mean length changes
// from one value to another. Its derivative by the norm is, in absolute value,
// at most (k1 + 1) / (4 · norm), and the norm changes by no greater share than
// the mean does.
func drift(from, to float64) float64 {
	return (k1 + 1) / 4 * math.Abs(from-to) / min(from, to)
}

// impacts makes impacts for one mean length. It remembers the usual ones.
type impacts struct {
	average float64
	table   []byte // by frequency and length
}

const (
	usualFreq   = 16
	usualLength = 256
)

func newImpacts(average float64) *impacts {
	m := &impacts{average: average, table: make([]byte, usualFreq*usualLength)}
	for tf := 1; tf < usualFreq; tf++ {
		for length := range usualLength {
			m.table[tf*usualLength+length] = impact(float64(tf), norm(length, average))
		}
	}
	return m
}

// of returns the impact of a frequency in a passage of a length.
func (m *impacts) of(tf, length int) byte {
	if tf < usualFreq && length < usualLength {
		return m.table[tf*usualLength+length]
	}
	return m.unusual(tf, length)
}

func (m *impacts) unusual(tf, length int) byte { return impact(float64(tf), norm(length, m.average)) }
