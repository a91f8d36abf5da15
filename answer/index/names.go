package index

import (
	"cmp"
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
)

// maxNames bounds the names kept for one acronym.
const maxNames = 4

// SpelledOut implements [answer.Vocabulary].
func (ix *Index) SpelledOut(acronym string) []answer.Name {
	names := slices.Clone(ix.lexicon.names[acronym])
	for i := range names {
		names[i].Terms = slices.Clone(names[i].Terms)
	}
	return names
}

// Acronyms implements [answer.Vocabulary].
func (ix *Index) Acronyms(name []string) []string {
	return slices.Clone(ix.lexicon.acronyms[strings.Join(name, " ")])
}

// nameTable counts names.
type nameTable struct {
	index map[nameKey]uint32 // in list
	list  []countedName
	// initials are the names, as indexes of list, that could have the key for
	// their acronym.
	initials map[string][]uint32
}

// nameKey is the words of a name, each by its number and one.
type nameKey [8]uint32

// countedName is a name, as terms joined by blanks, with the number of times
// that it occurs.
type countedName struct {
	words nameKey
	terms string
	count int
}

func newNameTable() nameTable {
	return nameTable{index: make(map[nameKey]uint32), initials: make(map[string][]uint32)}
}

// add counts a name whose words have the given numbers. Whatever else there is
// to know of a name, its words tell. Names of more words than a key has do not
// count; [analysis.Names] makes none.
func (t *nameTable) add(name []analysis.Token, words []uint32) {
	var key nameKey
	if len(words) > len(key) {
		return
	}
	for i, w := range words {
		key[i] = w + 1
	}
	if id, ok := t.index[key]; ok {
		t.list[id].count++
		return
	}
	id := uint32(len(t.list))
	t.index[key] = id
	t.list = append(t.list, countedName{key, strings.Join(analysis.NameTerms(name), " "), 1})
	for initials := range analysis.Initials(name) {
		ids := t.initials[initials]
		if len(ids) == 0 || ids[len(ids)-1] != id {
			t.initials[initials] = append(ids, id)
		}
	}
}

// byInitials returns the names that could have an acronym, the most frequent
// first. Names of the same terms are one: it is by terms that they are found.
func (t *nameTable) byInitials(initials string) []countedName {
	ids := t.initials[initials]
	names := make([]countedName, len(ids))
	for i, id := range ids {
		names[i] = t.list[id]
	}
	slices.SortFunc(names, func(x, y countedName) int { return cmp.Compare(x.terms, y.terms) })
	distinct := names[:0]
	for _, n := range names {
		if last := len(distinct) - 1; last >= 0 && distinct[last].terms == n.terms {
			distinct[last].count += n.count
		} else {
			distinct = append(distinct, n)
		}
	}
	slices.SortStableFunc(distinct, func(x, y countedName) int { return cmp.Compare(y.count, x.count) })
	return distinct
}
