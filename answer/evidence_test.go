package answer

import "testing"

func TestConfidence(t *testing.T) {
	good := Evidence{InQuote: 0.8, Passage: 1.2, Sentence: 0.7, Lead: 0.5, Kind: true, Clauses: 4, Passages: 1000}
	if c := good.confidence(); c < enough {
		t.Errorf("a quote that meets nearly everything: %.2f", c)
	}
	for name, change := range map[string]func(v *Evidence){
		"less is met":               func(v *Evidence) { v.Passage = 0.3 },
		"less in its sentences":     func(v *Evidence) { v.Sentence = 0.2 },
		"others are as good":        func(v *Evidence) { v.Lead = 0 },
		"an outlet is not held":     func(v *Evidence) { v.Outsiders = 0.5 },
		"less is met by the quote":  func(v *Evidence) { v.InQuote = 0.1 },
		"no number where one is":    func(v *Evidence) { v.NoNumber = true },
		"more is not met near it":   func(v *Evidence) { v.Absent = 1.5 },
		"a word is never used":      func(v *Evidence) { v.Unseen = 0.3 },
		"no word is at home here":   func(v *Evidence) { v.Home = -2 },
		"another kind of thing":     func(v *Evidence) { v.Kind = false },
		"a thousand times the text": func(v *Evidence) { v.Passages *= 1000 },
	} {
		worse := good
		change(&worse)
		if worse.confidence() >= good.confidence() {
			t.Errorf("%s: the confidence does not fall", name)
		}
	}
}
