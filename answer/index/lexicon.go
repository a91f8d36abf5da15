package index

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"newshound/answer"
)

// lexicon knows the words and the names that the corpus uses.
type lexicon struct {
	// words are the folded words that are no stop words, by their length in
	// characters, each list in the order of the alphabet.
	words [maxSpelling + 1][]wordCount
	// names are the names that have the key as their initials, most frequent first;
	// acronyms are the terms that stand in
	// capitals in the text and are the initials of the key, such a name.
	names    map[string][]answer.Name
	acronyms map[string][]string
}

// wordCount is a word with the number of times that it occurs.
type wordCount struct {
	word  string
	count int
}

// lexicon makes the lexicon of what was added.
func (b *builder) lexicon() lexicon {
	l := lexicon{names: make(map[string][]answer.Name, len(b.names.initials)), acronyms: make(map[string][]string)}
	for _, w := range b.list {
		if n := utf8.RuneCountInString(w.word); w.count > 0 && n <= maxSpelling {
			l.words[n] = append(l.words[n], wordCount{w.word, w.count})
		}
	}
	for _, words := range &l.words {
		slices.SortFunc(words, func(x, y wordCount) int { return cmp.Compare(x.word, y.word) })
	}
	abbreviated := make(map[string][]wordCount)
	for initials := range b.names.initials {
		names := b.names.byInitials(initials)
		kept := make([]answer.Name, min(len(names), maxNames))
		for i := range kept {
			n := names[i]
			kept[i] = answer.Name{Words: b.spell(n.words), Terms: strings.Fields(n.terms), Count: n.count}
		}
		l.names[initials] = kept
		if id, ok := b.words[initials]; ok && b.list[id].acronym {
			for _, n := range names {
				abbreviated[n.terms] = append(abbreviated[n.terms], wordCount{initials, n.count})
			}
		}
	}
	terms := make([]string, len(b.rooms))
	for t, id := range b.terms {
		terms[id] = t
	}
	for name, acronyms := range abbreviated {
		slices.SortFunc(acronyms, func(x, y wordCount) int {
			return cmp.Or(cmp.Compare(y.count, x.count), cmp.Compare(x.word, y.word))
		})
		for _, a := range acronyms {
			l.acronyms[name] = append(l.acronyms[name], terms[b.list[b.words[a.word]].term])
		}
	}
	return l
}

// spell returns the words of a name.
func (b *builder) spell(key nameKey) string {
	var words []string
	for _, w := range key {
		if w > 0 {
			words = append(words, b.list[w-1].word)
		}
	}
	return strings.Join(words, " ")
}
