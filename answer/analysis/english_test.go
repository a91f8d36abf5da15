package analysis

import (
	"slices"
	"strings"
	"testing"
)

func TestDictionariesAreInOrder(t *testing.T) {
	for name, dictionary := range map[string]string{"english": english, "attested": attested} {
		if !strings.HasSuffix(dictionary, "\n") || strings.Contains(dictionary, "\n\n") {
			t.Errorf("%s does not hold one word to a line", name)
		}
		words := strings.Fields(dictionary)
		if !slices.IsSorted(words) {
			t.Errorf("%s is not sorted", name)
		}
		for _, w := range words {
			if fold(w) != w {
				t.Errorf("%s: %q is not folded", name, w)
			}
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

func TestAttested(t *testing.T) {
	words := strings.Fields(attested)
	for _, w := range append(words, "senate", "maui", "kuwait", "lenin", "allergens") {
		if !Attested(w) {
			t.Errorf("%q is not attested", w)
		}
	}
	for _, w := range words {
		if Ordinary(w) {
			t.Errorf("%q is in both dictionaries", w)
		}
	}
	for _, w := range []string{"", "electoin", "zukerberg", words[0][:2], words[len(words)-1] + "z"} {
		if Attested(w) {
			t.Errorf("%q is attested", w)
		}
	}
}
