package analysis

import (
	"slices"
	"strings"
	"testing"
)

func TestEnglishIsInOrder(t *testing.T) {
	if !strings.HasSuffix(english, "\n") || strings.Contains(english, "\n\n") {
		t.Error("the dictionary does not hold one word to a line")
	}
	words := strings.Fields(english)
	if !slices.IsSorted(words) {
		t.Error("the dictionary is not sorted")
	}
	for _, w := range words {
		if fold(w) != w {
			t.Errorf("%q is not folded", w)
		}
	}
}

func TestOrdinary(t *testing.T) {
	words := strings.Fields(english)
	known := make(map[string]bool, len(words))
	for _, w := range words {
		known[w] = true
		if !Ordinary(w) {
			t.Errorf("%q is not ordinary", w)
		}
	}
	// Neighbours of words, and what lies before the first and after the last.
	others := []string{"", "\n", "-", "A", "zzzzzz", "é", words[0] + "\n" + words[1], "\n" + words[0], words[len(words)-1] + "z"}
	for i := 0; i < len(words); i += 97 {
		w := words[i]
		others = append(others, w+"q", w[:len(w)-1], w[1:], w+"\n", strings.ToUpper(w))
	}
	for _, w := range others {
		if Ordinary(w) != known[w] {
			t.Errorf("Ordinary(%q) = %v", w, Ordinary(w))
		}
	}
}

func TestOrdinaryWords(t *testing.T) {
	for _, w := range []string{"senate", "weather", "meeting", "elections", "went"} {
		if !Ordinary(w) {
			t.Errorf("%q is not ordinary", w)
		}
	}
	for _, w := range []string{"mccaskill", "nakasone", "electoin", "fbi"} {
		if Ordinary(w) {
			t.Errorf("%q is ordinary", w)
		}
	}
}
