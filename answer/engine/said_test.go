package engine

import "testing"

// TestHasWord holds that a name has no words but those that it is made of.
func TestHasWord(t *testing.T) {
	for _, test := range []struct {
		name, word string
		want       bool
	}{
		{"President Zelensky", "Zelensky", true},
		{"President Zelensky", "sky", false},
		{"Reddy Red Reed", "Red", true},
		{"Reddy Reed", "Red", false},
		{"Bankman-Fried", "Fried", true},
		{"Åsa’s firm", "Åsa", true},
		{"", "Åsa", false},
	} {
		if got := hasWord(test.name, test.word); got != test.want {
			t.Errorf("%q has %q: %v", test.name, test.word, got)
		}
	}
}
