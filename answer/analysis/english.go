package analysis

import (
	_ "embed" // for the dictionaries
	"math/bits"
	"slices"
	"strings"
	"sync"
)

// english holds the words of a small English dictionary, one to a line, in the
// order of their bytes. See scowl.LICENSE for its source.
//
//go:embed english.txt
var english string

// attested holds what a large dictionary has beyond english, and proper names, in the
// same way.
//
//go:embed attested.txt
var attested string

// Ordinary reports whether a folded word is in a small dictionary of English. A
// word that is not is a name, a rare word or a misspelling.
//
// The dictionary is searched as it is embedded, so that a program that never asks
// pays nothing for it, and others little.
func Ordinary(word string) bool {
	low, high := milestones().around(word)
	return stands(english, low, high, word)
}

// Attested reports whether a folded word is in a large dictionary of English or a list
// of well-known names: one of the size by which spelling is checked, so that a word that
// is in it was hardly meant for another.
func Attested(word string) bool {
	return Ordinary(word) || stands(attested, 0, len(attested), word)
}

// stands reports whether a word is in a part of a dictionary.
func stands(dictionary string, low, high int, word string) bool {
	for low < high {
		start := (low + high) / 2
		for start > low && dictionary[start-1] != '\n' {
			start--
		}
		at, same := start, 0
		for same < len(word) && dictionary[at] == word[same] && dictionary[at] != '\n' {
			at++
			same++
		}
		switch ends := dictionary[at] == '\n'; {
		case ends && same == len(word):
			return true
		case ends || same < len(word) && dictionary[at] < word[same]:
			low = at + strings.IndexByte(dictionary[at:], '\n') + 1
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

// milestoneStep is about how many bytes of the dictionary lie between two milestones.
const milestoneStep = 256

// milestoneTable has some words of the dictionary, one every few hundred bytes, so that
// a search begins near its end.
type milestoneTable struct {
	keys []uint64 // of the words, rising
	at   []int    // where they stand
}

// milestones returns the table of the dictionary, which takes some 20 µs to make.
var milestones = sync.OnceValue(func() *milestoneTable {
	most := len(english) / milestoneStep
	t := &milestoneTable{keys: make([]uint64, 0, most), at: make([]int, 0, most)}
	for at := milestoneStep; at < len(english); at += milestoneStep {
		at += strings.IndexByte(english[at:], '\n') + 1
		if word, _, ok := strings.Cut(english[at:], "\n"); ok {
			t.keys = append(t.keys, orderKey(word))
			t.at = append(t.at, at)
		}
	}
	return t
})

// orderKey returns the first eight bytes of a word as a number that orders it.
func orderKey(word string) uint64 { return bits.ReverseBytes64(startOf(word)) }

// around returns the range of the dictionary in which a word would stand.
func (t *milestoneTable) around(word string) (low, high int) {
	key := orderKey(word)
	i, _ := slices.BinarySearch(t.keys, key)
	if i > 0 {
		low = t.at[i-1]
	}
	for i < len(t.keys) && t.keys[i] == key {
		i++
	}
	if i == len(t.keys) {
		return low, len(english)
	}
	return low, t.at[i]
}
