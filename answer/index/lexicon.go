package index

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"newshound/answer/analysis"
)

// lexicon knows the words and the names that the corpus uses.
type lexicon struct {
	// words are the folded words that are no stop words, by their length in
	// bytes, with the number of times that each occurs.
	words [][]wordCount
	// names are the names that have the key as their initials, most frequent
	// first; acronyms are the terms that stand in capitals in the text and are
	// the initials of the key, a name's terms joined by blanks.
	names    map[string][][]string
	acronyms map[string][]string
}

type wordCount struct {
	word  string
	count int
}

// SpelledOut implements [answer.Vocabulary].
func (ix *Index) SpelledOut(acronym string) [][]string { return ix.lexicon.names[acronym] }

// Acronyms implements [answer.Vocabulary].
func (ix *Index) Acronyms(name []string) []string {
	return ix.lexicon.acronyms[strings.Join(name, " ")]
}

// lexiconBuilder collects words and names from texts.
type lexiconBuilder struct {
	words    map[string]int
	acronyms map[string]string // folded acronym to its term
	names    map[initialsOf]int
}

type initialsOf struct{ initials, name string }

func newLexiconBuilder() *lexiconBuilder {
	return &lexiconBuilder{words: make(map[string]int), acronyms: make(map[string]string), names: make(map[initialsOf]int)}
}

// add takes in the tokens of a text.
func (b *lexiconBuilder) add(text string, tokens []analysis.Token) {
	for _, t := range tokens {
		if t.Stop {
			continue
		}
		if _, ok := b.words[t.Word]; !ok {
			b.words[strings.Clone(t.Word)] = 1
		} else {
			b.words[t.Word]++
		}
		if t.Acronym {
			b.acronyms[t.Word] = t.Term
		}
	}
	for name := range analysis.Names(text, tokens) {
		for initials := range analysis.Initials(name) {
			b.names[initialsOf{initials, strings.Join(analysis.NameTerms(name), " ")}]++
		}
	}
}

// maxNames bounds the names kept for one acronym.
const maxNames = 4

func (b *lexiconBuilder) finish() lexicon {
	l := lexicon{names: make(map[string][][]string), acronyms: make(map[string][]string)}
	for w, n := range b.words {
		for len(l.words) <= len(w) {
			l.words = append(l.words, nil)
		}
		l.words[len(w)] = append(l.words[len(w)], wordCount{w, n})
	}
	for _, ws := range l.words {
		slices.SortFunc(ws, func(x, y wordCount) int { return cmp.Compare(x.word, y.word) })
	}
	byCount := slices.SortedFunc(maps.Keys(b.names), func(x, y initialsOf) int {
		return cmp.Or(cmp.Compare(b.names[y], b.names[x]), cmp.Compare(x.name, y.name), cmp.Compare(x.initials, y.initials))
	})
	for _, n := range byCount {
		if len(l.names[n.initials]) < maxNames {
			l.names[n.initials] = append(l.names[n.initials], strings.Fields(n.name))
		}
		if term, ok := b.acronyms[n.initials]; ok {
			l.acronyms[n.name] = append(l.acronyms[n.name], term)
		}
	}
	return l
}
