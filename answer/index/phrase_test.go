package index

import "testing"

// TestPhrasesAreKept finds a phrase once, and not all phrases are kept for ever.
func TestPhrasesAreKept(t *testing.T) {
	ix := indexOf("A flood warning came.", "The river rose.", "Another flood warning of the river.")
	s, f := ix.segments[0], new(phraseFinder)
	warning, river := []string{"flood", "warn"}, []string{"warn", "river"}
	first := s.phrase(warning, f, s.impacts)
	if n := len(first.passages); n != 2 {
		t.Fatalf("%d passages hold the phrase, want 2", n)
	}
	s.phrase(river, f, s.impacts)
	if again := s.phrase(warning, f, s.impacts); &again.passages[0] != &first.passages[0] {
		t.Error("a phrase is found anew")
	}
	s.phrases.most = 0
	s.phrase([]string{"flood", "river"}, f, s.impacts)
	if n := len(s.phrases.known); n != 1 || s.phrases.kept > 100 {
		t.Errorf("%d phrases with %d postings are kept where there were too many", n, s.phrases.kept)
	}
}
