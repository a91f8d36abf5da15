package bot

import (
	"strings"
	"testing"
)

// TestSpokenCommands has each sentence found, and said for one command alone.
func TestSpokenCommands(t *testing.T) {
	all := make(map[string]command)
	for _, c := range spokenCommands {
		for sentence := range strings.SplitSeq(c.sentences, ";") {
			for _, words := range variants(sentence) {
				if other, is := all[words]; is && other != c.command {
					t.Errorf("%q says %v, and %v", words, other, c.command)
				}
				all[words] = c.command
				if got, ok := saidFor(words); !ok || got != c.command {
					t.Errorf("%q says %v, %t, want %v", words, got, ok, c.command)
				}
			}
		}
	}
}

// TestHasEach holds that a text is not looked through for more words than it can have.
func TestHasEach(t *testing.T) {
	for words, want := range map[string]bool{"": true, "that": true, "that it": true, "it his": true, "this": false, "it it it it it": false} {
		if got := hasEach("it (that|his)", words); got != want {
			t.Errorf("%q: %t", words, got)
		}
	}
}
