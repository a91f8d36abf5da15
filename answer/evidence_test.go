package answer

import (
	"math"
	"testing"
)

// TestSurprise compares the bound with the exact probability, which for few
// clauses can be added up.
func TestSurprise(t *testing.T) {
	wants := []want{{info: 4}, {info: 2.5}, {info: 1}, {info: 0.3}}
	freq := []float64{0.01, 0.08, 0.35, 0.7}
	const n = 50
	last := math.Inf(-1)
	for _, sum := range []float64{0.3, 1, 1.3, 2.5, 3.8, 4, 5, 6.5, 7.8} {
		exact := 0.0
		for subset := range 1 << len(wants) {
			p, s := 1.0, 0.0
			for i, w := range wants {
				if subset>>i&1 == 1 {
					p *= freq[i]
					s += w.info
				} else {
					p *= 1 - freq[i]
				}
			}
			if s >= sum-1e-9 {
				exact += p
			}
		}
		got := surprise(wants, freq, sum, n)
		if limit := -math.Log(exact) - math.Log(n); got > limit+1e-6 {
			t.Errorf("meeting %.1f surprises by %.3f, more than its probability allows: %.3f", sum, got, limit)
		}
		if got < last {
			t.Errorf("meeting %.1f surprises less than meeting less", sum)
		}
		last = got
	}
	if more := surprise(wants, freq, 5, 50_000); more >= surprise(wants, freq, 5, 50) {
		t.Error("a larger corpus must make a match less surprising")
	}
}

func TestConfidence(t *testing.T) {
	good := Evidence{Coverage: 0.9, InQuote: 0.8, Surprise: 8, Kind: true, Clauses: 4, Passages: 1000}
	if c := good.confidence(); c < enough {
		t.Errorf("a quote that meets nearly everything: %.2f", c)
	}
	for name, change := range map[string]func(v *Evidence){
		"less is met":               func(v *Evidence) { v.Coverage = 0.3 },
		"less is met by the quote":  func(v *Evidence) { v.InQuote = 0.1 },
		"a name is never used":      func(v *Evidence) { v.Strangers = 0.5 },
		"a word is never used":      func(v *Evidence) { v.Unseen = 0.3 },
		"chance would do as well":   func(v *Evidence) { v.Surprise = -4 },
		"another kind of thing":     func(v *Evidence) { v.Kind = false },
		"no number where one is":    func(v *Evidence) { v.NoNumber = true },
		"a thousand times the text": func(v *Evidence) { v.Passages *= 1000 },
	} {
		worse := good
		change(&worse)
		if worse.confidence() >= good.confidence() {
			t.Errorf("%s: the confidence does not fall", name)
		}
	}
}
