package answer

import (
	"strings"
	"testing"

	"newshound/answer/analysis"
)

// weightOf returns how well a term stands for another, 0 where it does not.
func weightOf(a *analysis.Analyzer, term, to string) float64 {
	for _, alt := range relatedTo(a, term) {
		if len(alt.Terms) == 1 && alt.Terms[0] == to {
			return alt.Weight
		}
	}
	return 0
}

func TestRelatedTo(t *testing.T) {
	a := new(analysis.Analyzer)
	for _, test := range []struct {
		from, to string
		want     float64
	}{
		{"Russian", "Russia", sameWeight},
		{"Peruvian", "Peru", sameWeight},
		{"Filipino", "Philippines", sameWeight},
		{"senator", "Sen", sameWeight},
		{"fourth", "4th", sameWeight},
		{"Missouri", "Mo", sameWeight},
		{"Venice", "Venetian", sameWeight},
		{"two", "II", sameWeight},
		{"archeology", "archaeology", sameWeight},
		{"hand", "receives", relatedWeight},
		{"received", "handing", relatedWeight},
		{"order", "directives", relatedWeight},
		{"russia", "china", 0},
		{"meeting", "meeting", 0},
		{"a", "b", 0},
		{"x", "x", 0},
	} {
		from, to := strings.ToLower(test.from), strings.ToLower(test.to)
		if got := weightOf(a, a.Term(from), a.Term(to)); got != test.want {
			t.Errorf("%s for %s has weight %v, want %v", test.to, test.from, got, test.want)
		}
	}
}

// Every two words of a line stand for each other, by terms that begin as the words do:
// others are not found.
func TestRelatedTables(t *testing.T) {
	a := new(analysis.Analyzer)
	for line := range strings.Lines(same + related) {
		words := strings.Fields(line)
		for _, w := range words {
			term := a.Term(w)
			if !strings.HasPrefix(w, term[:min(len(term), keptLetters)]) {
				t.Errorf("%s does not begin like its term %s", w, term)
			}
			for _, v := range words {
				if other := a.Term(v); other != term && weightOf(a, term, other) == 0 {
					t.Errorf("%s does not stand for %s", v, w)
				}
			}
		}
	}
}
