package search

import (
	"testing"
)

// TestPhrasesAreKept finds a phrase once.
func TestPhrasesAreKept(t *testing.T) {
	in := searcherOf("A flood warning came.", "The river rose.", "Another flood warning of the river.")
	s, f := in.segments[0], new(phraseFinder)
	warning, river := []string{"flood", "warn"}, []string{"warn", "river"}
	first := f.of(s, warning, s.Impacts)
	if n := len(first.Passages); n != 2 {
		t.Fatalf("%d passages hold the phrase, want 2", n)
	}
	f.of(s, river, s.Impacts)
	if again := f.of(s, warning, s.Impacts); &again.Passages[0] != &first.Passages[0] {
		t.Error("a phrase is found anew")
	}
}
