package index

import (
	"cmp"
	"encoding/binary"
	"maps"
	"slices"
	"strings"

	"newshound/answer"
)

const (
	// maxNames bounds the names that are told of one acronym.
	maxNames = 4
	// keptNames bounds those that a segment keeps, for what is frequent in several
	// segments together to be found.
	keptNames = 16
)

// spelledOut is a name that an acronym may stand for.
type spelledOut struct {
	words, terms string
	count        int
}

// compareNames orders names by falling count, and by the alphabet.
func compareNames(x, y spelledOut) int {
	return cmp.Or(cmp.Compare(y.count, x.count), cmp.Compare(x.terms, y.terms), cmp.Compare(x.words, y.words))
}

// joinNames makes one of the names of the same terms, since it is by terms that
// they are found, and returns the most frequent first.
func joinNames(names []spelledOut) []spelledOut {
	slices.SortFunc(names, func(x, y spelledOut) int { return cmp.Or(cmp.Compare(x.terms, y.terms), compareNames(x, y)) })
	distinct := names[:0]
	for _, n := range names {
		if last := len(distinct) - 1; last >= 0 && distinct[last].terms == n.terms {
			distinct[last].count += n.count
		} else {
			distinct = append(distinct, n)
		}
	}
	slices.SortFunc(distinct, compareNames)
	return distinct
}

// nameWriter writes the names and acronyms of a segment.
type nameWriter struct {
	names    tableWriter
	acronyms map[string][]spelledOut // by the terms of a name: an acronym's word and term
}

// add adds the names of an acronym, the most frequent first. term is the
// acronym's if it stands in capitals somewhere, or else "". Acronyms must be added
// in order.
func (w *nameWriter) add(acronym, term string, names []spelledOut) {
	if term != "" {
		if w.acronyms == nil {
			w.acronyms = make(map[string][]spelledOut)
		}
		for _, n := range names {
			w.acronyms[n.terms] = append(w.acronyms[n.terms], spelledOut{acronym, term, n.count})
		}
	}
	w.names.add(acronym)
	names = names[:min(len(names), keptNames)]
	w.names.data = appendNames(w.names.data, names)
}

func appendNames(dst []byte, names []spelledOut) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(names)))
	for _, n := range names {
		dst = appendString(appendString(dst, n.words), n.terms)
		dst = binary.AppendUvarint(dst, uint64(n.count))
	}
	return dst
}

func readNames(c cursor) []spelledOut {
	names := make([]spelledOut, c.count(len(c.data)))
	for i := range names {
		names[i] = spelledOut{c.string(), c.string(), int(c.uvarint())}
	}
	return names
}

// finish hands all that was added to a segment's writer.
func (w *nameWriter) finish(to *segmentWriter) {
	to.spools[secNames].write(w.names.bytes())
	var t tableWriter
	for _, terms := range slices.Sorted(maps.Keys(w.acronyms)) {
		t.add(terms)
		acronyms := w.acronyms[terms]
		slices.SortFunc(acronyms, func(x, y spelledOut) int {
			return cmp.Or(cmp.Compare(y.count, x.count), cmp.Compare(x.words, y.words))
		})
		t.data = appendNames(t.data, acronyms)
	}
	to.spools[secAcronyms].write(t.bytes())
}

// SpelledOut implements [answer.Vocabulary].
func (ix *Index) SpelledOut(acronym string) (out []answer.Name) {
	defer ix.guard()()
	var names []spelledOut
	for _, s := range ix.segments {
		if rest, ok := s.table(secNames).find(acronym); ok {
			for _, n := range readNames(rest) {
				if n.count -= s.roll.count(rollName, acronymOf(acronym, n.terms)); n.count > 0 {
					names = append(names, n)
				}
			}
		}
	}
	names = joinNames(names)
	for _, n := range names[:min(len(names), maxNames)] {
		out = append(out, answer.Name{Words: n.words, Terms: strings.Fields(n.terms), Count: n.count})
	}
	return out
}

// Acronyms implements [answer.Vocabulary].
func (ix *Index) Acronyms(name []string) (out []string) {
	defer ix.guard()()
	counts := make(map[spelledOut]int)
	terms := strings.Join(name, " ")
	for _, s := range ix.segments {
		if rest, ok := s.table(secAcronyms).find(terms); ok {
			for _, a := range readNames(rest) {
				if n := a.count - s.roll.count(rollName, acronymOf(a.words, terms)); n > 0 {
					counts[spelledOut{words: a.words, terms: a.terms}] += n
				}
			}
		}
	}
	found := slices.SortedFunc(maps.Keys(counts), func(x, y spelledOut) int {
		return cmp.Or(cmp.Compare(counts[y], counts[x]), cmp.Compare(x.words, y.words))
	})
	for _, a := range found {
		out = append(out, a.terms)
	}
	return out
}
