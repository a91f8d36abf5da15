package analysis

import (
	_ "embed" // for english.txt
	"strings"
)

// english holds the words of a small English dictionary, one to a line, in the
// order of their bytes. See english.LICENSE for its source.
//
//go:embed english.txt
var english string

// Ordinary reports whether a folded word is in a small dictionary of English. A
// word that is not is a name, a rare word or a misspelling.
//
// The dictionary is searched as it lies, so that a program that never asks
// pays nothing for it.
func Ordinary(word string) bool {
	low, high := 0, len(english)
	for low < high {
		start := (low + high) / 2
		for start > low && english[start-1] != '\n' {
			start--
		}
		at, same := start, 0
		for same < len(word) && english[at] == word[same] && english[at] != '\n' {
			at++
			same++
		}
		switch ends := english[at] == '\n'; {
		case ends && same == len(word):
			return true
		case ends || same < len(word) && english[at] < word[same]:
			low = at + strings.IndexByte(english[at:], '\n') + 1
		default:
			high = start
		}
	}
	return false
}

// AllOrdinary reports whether all words of a folded text are ordinary ones.
func AllOrdinary(text string) bool {
	for w := range strings.FieldsSeq(text) {
		if !Ordinary(w) {
			return false
		}
	}
	return true
}
