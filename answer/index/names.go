package index

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
	"unicode/utf8"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/index/internal/raw"
	"newshound/answer/index/internal/roll"
	"newshound/answer/index/internal/strtab"
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
	start        uint64 // of the terms
}

func newSpelledOut(words, terms string, count int) spelledOut {
	return spelledOut{words, terms, count, strtab.KeyOf(terms)}
}

// compareTerms orders names by their terms.
func compareTerms(x, y *spelledOut) int {
	if x.start != y.start {
		return cmp.Compare(x.start, y.start)
	}
	return cmp.Compare(x.terms, y.terms)
}

// compareNames orders names by falling count, and by the alphabet.
func compareNames(x, y spelledOut) int {
	return cmp.Or(cmp.Compare(y.count, x.count), compareTerms(&x, &y), cmp.Compare(x.words, y.words))
}

// joinNames makes one of the names of the same terms, since it is by terms that
// they are found, and returns the most frequent first.
func joinNames(names []spelledOut) []spelledOut {
	if len(names) < 2 {
		return names
	}
	slices.SortFunc(names, func(x, y spelledOut) int {
		if c := compareTerms(&x, &y); c != 0 {
			return c
		}
		return compareNames(x, y)
	})
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
	acronyms []acronymOfName
}

// acronymOfName is an acronym that stands in capitals somewhere, with its term, and the
// terms of a name that it may stand for.
type acronymOfName struct {
	terms         string
	count         int
	acronym, term string
}

// add adds the names of an acronym, the most frequent first. term is the
// acronym's if it stands in capitals somewhere, or else "". Acronyms must be added
// in order.
func (w *nameWriter) add(acronym, term string, names []spelledOut) {
	if term != "" {
		for _, n := range names {
			w.acronyms = strtab.Push(w.acronyms, acronymOfName{n.terms, n.count, acronym, term})
		}
	}
	w.names.add(acronym)
	names = names[:min(len(names), keptNames)]
	w.names.data = appendNames(w.names.data, names)
}

func appendNames(dst []byte, names []spelledOut) []byte {
	n := binary.MaxVarintLen64
	for _, name := range names {
		n += len(name.words) + len(name.terms) + 3*binary.MaxVarintLen64
	}
	dst = binary.AppendUvarint(strtab.Room(dst, n), uint64(len(names)))
	for _, n := range names {
		dst = raw.AppendString(raw.AppendString(dst, n.words), n.terms)
		dst = binary.AppendUvarint(dst, uint64(n.count))
	}
	return dst
}

func readNames(c raw.Cursor) []spelledOut {
	names := make([]spelledOut, c.Count(len(c.Data)))
	for i := range names {
		words, terms := c.String(), c.String()
		names[i] = newSpelledOut(words, terms, int(c.Uvarint()))
	}
	return names
}

// finish hands all that was added to a segment's writer.
func (w *nameWriter) finish(to *segmentWriter) {
	w.names.writeTo(to.spools[secNames])
	order := make([]strtab.Keyed, len(w.acronyms))
	for i := range w.acronyms {
		order[i] = strtab.Keyed{Key: strtab.KeyOf(w.acronyms[i].terms), N: uint32(i)}
	}
	strtab.SortKeyed(order, func(i, j uint32) int {
		x, y := &w.acronyms[i], &w.acronyms[j]
		return cmp.Or(cmp.Compare(x.terms, y.terms), cmp.Compare(y.count, x.count), cmp.Compare(x.acronym, y.acronym))
	})
	var t tableWriter
	var acronyms []spelledOut
	for len(order) > 0 {
		terms := w.acronyms[order[0].N].terms
		acronyms = acronyms[:0]
		for ; len(order) > 0 && w.acronyms[order[0].N].terms == terms; order = order[1:] {
			a := &w.acronyms[order[0].N]
			acronyms = append(acronyms, spelledOut{words: a.acronym, terms: a.term, count: a.count})
		}
		t.add(terms)
		t.data = appendNames(t.data, acronyms)
	}
	t.writeTo(to.spools[secAcronyms])
}

// SpelledOut implements [answer.Vocabulary].
func (ix *Index) SpelledOut(acronym string) (out []answer.Name) {
	defer ix.guard()()
	var names []spelledOut
	for _, s := range ix.segments {
		if rest, ok := s.table(secNames).find(acronym); ok {
			for _, n := range readNames(rest) {
				if n.count -= s.roll.Count(roll.Name, roll.NameKey(acronym, n.terms)); n.count > 0 {
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
	terms := strings.Join(name, " ")
	known := make([]map[string]spelledOut, len(ix.segments)) // by acronym
	acronyms := make(map[string]bool)
	for i, s := range ix.segments {
		if rest, ok := s.table(secAcronyms).find(terms); ok {
			known[i] = make(map[string]spelledOut)
			for _, a := range readNames(rest) {
				known[i][a.words] = a
				acronyms[a.words] = true
			}
		}
	}
	if len(ix.segments) > 1 {
		ix.addInitials(acronyms, name)
	}
	if len(acronyms) == 0 { // as next to any words have none
		return nil
	}
	var found []spelledOut
	for acronym := range acronyms {
		count, capitals := 0, 0
		for i, s := range ix.segments {
			a, ok := known[i][acronym]
			if !ok { // it does not stand in capitals in this segment
				a = s.named(acronym, terms)
			}
			if a.count > 0 {
				count += a.count - s.roll.Count(roll.Name, roll.NameKey(acronym, terms))
			}
			_, inCapitals := s.wordCount(acronym)
			capitals += inCapitals
		}
		if count > 0 && capitals > 0 {
			found = append(found, spelledOut{words: acronym, terms: ix.analyzer.Term(acronym), count: count})
		}
	}
	slices.SortFunc(found, func(x, y spelledOut) int {
		return cmp.Or(cmp.Compare(y.count, x.count), cmp.Compare(x.words, y.words))
	})
	for _, a := range found {
		out = append(out, a.terms)
	}
	return out
}

// named returns the name of some terms among those that a segment keeps for an
// acronym.
func (s *segment) named(acronym, terms string) spelledOut {
	if rest, ok := s.table(secNames).find(acronym); ok {
		for _, n := range readNames(rest) {
			if n.terms == terms {
				return n
			}
		}
	}
	return spelledOut{}
}

// addInitials adds the acronyms that a name could have, which may stand in another
// segment than the name. How it is spelled, with its small words, tell the names that
// are kept for the initials of its terms.
func (ix *Index) addInitials(acronyms map[string]bool, name []string) {
	var initials strings.Builder
	for _, term := range name {
		first, _ := utf8.DecodeRuneInString(term)
		initials.WriteRune(first)
	}
	for _, s := range ix.segments {
		n := s.named(initials.String(), strings.Join(name, " "))
		if n.count == 0 {
			continue
		}
		for acronym := range analysis.Initials(analysis.AppendParts(nil, ix.analyzer.Tokens(n.words))) {
			acronyms[acronym] = true
		}
	}
}
