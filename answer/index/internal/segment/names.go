package segment

import (
	"cmp"
	"encoding/binary"
	"slices"

	"newshound/answer/index/internal/raw"
	"newshound/answer/index/internal/strtab"
)

// keptNames bounds the names that a segment keeps of one acronym: more than are told of, for
// what is frequent in several segments together to be found.
const keptNames = 16

// Name is a name that an acronym may stand for.
type Name struct {
	Words, Terms string
	Count        int
	start        uint64 // of the terms
}

// NewName returns a name of some words and terms, each joined by blanks, that occurs so often.
func NewName(words, terms string, count int) Name {
	return Name{words, terms, count, strtab.KeyOf(terms)}
}

// compareTerms orders names by their terms.
func compareTerms(x, y *Name) int {
	if x.start != y.start {
		return cmp.Compare(x.start, y.start)
	}
	return cmp.Compare(x.Terms, y.Terms)
}

// compareNames orders names by falling count, and by the alphabet.
func compareNames(x, y Name) int {
	return cmp.Or(cmp.Compare(y.Count, x.Count), compareTerms(&x, &y), cmp.Compare(x.Words, y.Words))
}

// JoinNames makes one of the names of the same terms, since it is by terms that
// they are found, and returns the most frequent first.
func JoinNames(names []Name) []Name {
	if len(names) < 2 {
		return names
	}
	slices.SortFunc(names, func(x, y Name) int {
		if c := compareTerms(&x, &y); c != 0 {
			return c
		}
		return compareNames(x, y)
	})
	distinct := names[:0]
	for _, n := range names {
		if last := len(distinct) - 1; last >= 0 && distinct[last].Terms == n.Terms {
			distinct[last].Count += n.Count
		} else {
			distinct = append(distinct, n)
		}
	}
	slices.SortFunc(distinct, compareNames)
	return distinct
}

// NameWriter writes the names and acronyms of a segment.
type NameWriter struct {
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

// Add adds the names of an acronym, the most frequent first. term is the
// acronym's if it stands in capitals somewhere, or else "". Acronyms must be added
// in order.
func (w *NameWriter) Add(acronym, term string, names []Name) {
	if term != "" {
		for _, n := range names {
			w.acronyms = strtab.Push(w.acronyms, acronymOfName{n.Terms, n.Count, acronym, term})
		}
	}
	w.names.add(acronym)
	names = names[:min(len(names), keptNames)]
	w.names.data = appendNames(w.names.data, names)
}

func appendNames(dst []byte, names []Name) []byte {
	n := binary.MaxVarintLen64
	for _, name := range names {
		n += len(name.Words) + len(name.Terms) + 3*binary.MaxVarintLen64
	}
	dst = binary.AppendUvarint(strtab.Room(dst, n), uint64(len(names)))
	for _, n := range names {
		dst = raw.AppendString(raw.AppendString(dst, n.Words), n.Terms)
		dst = binary.AppendUvarint(dst, uint64(n.Count))
	}
	return dst
}

func readNames(c raw.Cursor) []Name {
	names := make([]Name, c.Count(len(c.Data)))
	for i := range names {
		words, terms := c.String(), c.String()
		names[i] = NewName(words, terms, int(c.Uvarint()))
	}
	return names
}

// Finish hands all that was added to a segment's writer.
func (w *NameWriter) Finish(to *Writer) {
	w.names.writeTo(to.spools[Names])
	order := make([]strtab.Keyed, len(w.acronyms))
	for i := range w.acronyms {
		order[i] = strtab.Keyed{Key: strtab.KeyOf(w.acronyms[i].terms), N: uint32(i)}
	}
	strtab.SortKeyed(order, func(i, j uint32) int {
		x, y := &w.acronyms[i], &w.acronyms[j]
		return cmp.Or(cmp.Compare(x.terms, y.terms), cmp.Compare(y.count, x.count), cmp.Compare(x.acronym, y.acronym))
	})
	var t tableWriter
	var acronyms []Name
	for len(order) > 0 {
		terms := w.acronyms[order[0].N].terms
		acronyms = acronyms[:0]
		for ; len(order) > 0 && w.acronyms[order[0].N].terms == terms; order = order[1:] {
			a := &w.acronyms[order[0].N]
			acronyms = append(acronyms, Name{Words: a.acronym, Terms: a.term, Count: a.count})
		}
		t.add(terms)
		t.data = appendNames(t.data, acronyms)
	}
	t.writeTo(to.spools[Acronyms])
}

// NamesOf returns the names that the segment keeps for an acronym, the most frequent first.
func (s *Segment) NamesOf(acronym string) []Name {
	if rest, ok := s.table(Names).find(acronym); ok {
		return readNames(rest)
	}
	return nil
}

// AcronymsOf returns the acronyms that a name of some terms may have, as names.
func (s *Segment) AcronymsOf(terms string) []Name {
	if rest, ok := s.table(Acronyms).find(terms); ok {
		return readNames(rest)
	}
	return nil
}

// Named returns the name of some terms among those that a segment keeps for an
// acronym.
func (s *Segment) Named(acronym, terms string) Name {
	for _, n := range s.NamesOf(acronym) {
		if n.Terms == terms {
			return n
		}
	}
	return Name{}
}

// TellsName reports whether the segment tells of a name of some terms by an acronym.
func (s *Segment) TellsName(acronym, terms string) bool {
	return s.Named(acronym, terms).Count > 0 || slices.ContainsFunc(s.AcronymsOf(terms), func(n Name) bool { return n.Words == acronym })
}
