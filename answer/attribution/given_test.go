package attribution

import (
	"slices"
	"testing"
)

// TestGivenNames holds the lists to what a search in them takes for granted.
func TestGivenNames(t *testing.T) {
	for g, names := range given() {
		for i, name := range names {
			if i > 0 && names[i-1] >= name {
				t.Errorf("%s stands before %s", names[i-1], name)
			}
			if genderOf(name) != gender(g) {
				t.Errorf("%s is in two lists", name)
			}
		}
	}
	if len(given()[male]) == 0 || !slices.Contains(given()[female], "emily") || genderOf("table") != unknown {
		t.Error("the lists are not those of given names")
	}
	if entryOf("emily").is(aHelper) || !entryOf("happily").is(aHelper) {
		t.Error("a name in -ly is taken for an adverb, or an adverb is none")
	}
	for word, want := range map[string]bool{"actually": true, "just": true, "himself": true, "kelly": false, "italy": false, "Sally": false, "family": false, "did": false, "has": false, "would": false, "never": false} {
		if Adverb(word) != want {
			t.Errorf("%q is an adverb: %v", word, !want)
		}
	}
}
