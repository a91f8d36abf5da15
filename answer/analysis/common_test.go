package analysis

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func TestShare(t *testing.T) {
	var terms []string
	for line := range strings.Lines(common) {
		last := len(line) - 2 // before the line's end
		term, letter := line[:last], line[last]
		terms = append(terms, term)
		if fold(term) != term || letter < 'A' || letter > 'Z' {
			t.Errorf("%q is no folded term with a letter", line)
		}
		if got, want := Share(term), math.Exp(-shareStep*float64(letter-'A')); got != want || got < rareShare {
			t.Errorf("Share(%q) = %g, want %g", term, got, want)
		}
	}
	if !slices.IsSorted(terms) {
		t.Error("the terms are not sorted")
	}
	for _, term := range []string{"", "\n", "A", "aA", "zzzzzz", "é", terms[0] + "\n", terms[len(terms)-1] + "z"} {
		if Share(term) != rareShare {
			t.Errorf("Share(%q) = %g", term, Share(term))
		}
	}
}

// TestShareOfWords looks words up as a question has them, so that a change of the
// stems shows that the table no longer fits them.
func TestShareOfWords(t *testing.T) {
	a := new(Analyzer)
	falling := []string{"people", "elections", "antibodies"}
	for i, w := range falling {
		share := Share(a.Term(w))
		if share == rareShare {
			t.Errorf("%q is not listed", w)
		}
		if i > 0 && share >= Share(a.Term(falling[i-1])) {
			t.Errorf("%q is no rarer than %q", w, falling[i-1])
		}
	}
	if Share(a.Term("phosphorylation")) != rareShare {
		t.Error("phosphorylation is common")
	}
}
