package analysis

import (
	"slices"
	"strings"
	"sync"
)

// Words returns what tells whether a word is one of a list, divided by white space.
// The set is made when a word is first looked for: a process that answers one question
// needs few of all lists, and should not begin with making them. What is returned is
// safe for concurrent use.
func Words(list string) func(word string) bool {
	return listed(list, func(word string) string { return word })
}

// Terms is the same of the terms of the words in a list.
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

// listed returns what tells whether something is what a word in a list is turned into.
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
