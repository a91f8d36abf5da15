package analysis

import (
	"slices"
	"strings"
	"sync"
)

// Words returns a function that reports whether a word is in a list, divided by white
// space. The set is made when it is first asked for: a process that answers one question
// needs few of all lists. The function is safe for concurrent use.
func Words(list string) func(word string) bool {
	return listed(list, func(word string) string { return word })
}

// Terms does the same for a term and those of the words in a list.
func Terms(list string) func(term string) bool {
	return listed(list, func(word string) string { return newForm(word).term })
}

// AnyWord reports whether some tokens have a word that a list has ([Words]).
func AnyWord(tokens []Token, has func(word string) bool) bool {
	return slices.ContainsFunc(tokens, func(t Token) bool { return has(t.Word) })
}

// AnyTerm reports whether some tokens have a term that a list has ([Terms]).
func AnyTerm(tokens []Token, has func(term string) bool) bool {
	return slices.ContainsFunc(tokens, func(t Token) bool { return has(t.Term) })
}

// HasTerm reports whether one of some tokens has a term.
func HasTerm(tokens []Token, term string) bool {
	return slices.ContainsFunc(tokens, func(t Token) bool { return t.Term == term })
}

// listed returns a function that reports whether something is in a list, each word of which is turned first.
func listed(list string, turn func(word string) string) func(string) bool {
	type set struct {
		has     map[string]bool
		longest int // of them, in bytes: most words of a text are no longer than stop words, and most new ones are
	}
	made := sync.OnceValue(func() set {
		s := set{has: make(map[string]bool, len(list)/8)}
		for w := range strings.FieldsSeq(list) {
			w = turn(w)
			s.has[w] = true
			s.longest = max(s.longest, len(w))
		}
		return s
	})
	return func(word string) bool {
		s := made()
		return len(word) <= s.longest && s.has[word]
	}
}
