package analysis

import (
	"slices"
	"strings"
	"sync"
)

// Beginnings tell by its first letters whether a word may have one of some terms, since
// nearly every word begins as its term does. So most words of a text need not be analysed.
// What [NewBeginnings] returns is safe for concurrent use.
type Beginnings struct {
	ways [letterWays * letterWays * letterWays / 64]uint64
}

const (
	letterWays = 32 // a number for each letter, and 0
	// keptLetters is how many first letters a word shares with its term, and keptOfLong
	// how many a word of at least longLetters letters does; strays are the exceptions.
	keptLetters = 2
	keptOfLong  = 3
	longLetters = 7
	// changedLetters is how many of a term's last letters may differ from the word's.
	changedLetters = 2
)

// NewBeginnings returns the beginnings of the words that have one of some terms.
func NewBeginnings(terms []string) *Beginnings {
	b := new(Beginnings)
	for _, t := range terms {
		b.add(t)
		for _, word := range strays()[t] {
			b.add(word)
		}
	}
	return b
}

// add adds the beginning of a word; of one that is too short, all beginnings that it may go on to.
func (b *Beginnings) add(word string) {
	for letters := keptLetters; letters <= keptOfLong; letters++ {
		at, spread := 0, 1
		for i := range letters {
			at *= letterWays
			switch {
			case i >= len(word):
				spread *= letterWays
			case isLetter(word[i]):
				at += int(word[i] & (letterWays - 1))
			default:
				return // a word that begins so is analysed
			}
		}
		for i := at; i < at+spread; i++ {
			b.ways[i/64] |= 1 << (i % 64)
		}
	}
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' }

// admit reports whether a word of a text may have one of the terms.
func (b *Beginnings) admit(s *surface, text string) bool {
	if s.letterCase.are(capped) {
		return true // it may be an acronym, which its place tells
	}
	letters := keptLetters
	if s.length >= longLetters && plainEnd(s.in(text), 0) == int(s.length) {
		letters = keptOfLong
	}
	at := 0
	for i := range letters {
		c := byte(s.parts[0] >> (8 * i))
		if !isLetter(c) {
			return true
		}
		at = at*letterWays + int(c&(letterWays-1))
	}
	return b.ways[at/64]>>(at%64)&1 != 0
}

// strays holds, by its term, the words that do not begin as their term does: went of go.
var strays = sync.OnceValue(func() map[string][]string {
	m := make(map[string][]string)
	add := func(word string) {
		if term := stem(word); !keeps(word, term) {
			m[term] = append(m[term], word)
		}
	}
	for word, base := range irregular() {
		if !keeps(word, base) {
			add(word)
		}
	}
	for word, term := range stems() {
		if !keeps(word, term) {
			add(word)
		}
	}
	for _, word := range []string{"dying", "lying", "tying"} {
		add(word)
	}
	return m
})

// keeps reports whether a word begins as its term does, in as many letters as are compared.
func keeps(word, term string) bool {
	term, _, _ = strings.Cut(term, "+")
	return begins(word, term)
}

// begins does so for the first of a term's words.
func begins(word, term string) bool {
	letters := keptLetters
	if len(word) >= longLetters {
		letters = keptOfLong
	}
	alike := func(letters int) bool {
		letters = min(letters, len(term), len(word))
		return word[:letters] == term[:letters]
	}
	return alike(letters) && (alike(max(letters, len(term)-changedLetters)) || strings.Contains(word, "our")) // which may be or
}

// MayHave returns a function that reports whether a folded word may have a term. Nearly
// always the word then has it, and asking takes a twentieth of the time.
func MayHave(term string) func(word string) bool {
	first, _, _ := strings.Cut(term, "+")
	others := strays()[term]
	return func(word string) bool { return begins(word, first) || slices.Contains(others, word) }
}
