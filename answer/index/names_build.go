package index

import (
	"cmp"
	"unsafe"

	"newshound/answer/analysis"
)

// part returns what the word with a number is to the initials of a name.
func (b *builder) part(word uint32) analysis.Part {
	if int(word) >= len(b.parts) {
		b.parts = append(b.parts, make([]analysis.Part, len(b.list)-len(b.parts))...)
	}
	p := &b.parts[word]
	if p.Initial == 0 {
		*p = analysis.PartOf(b.strings.string(word))
	}
	return *p
}

// role is what a form of a word is to a name of two words.
type role uint8

const (
	rare role = iota + 1
	ordinary
	head
)

// role returns the role of a word of a text.
func (b *builder) role(text string, w analysis.Word) role {
	f := b.form(text, w)
	if f.role == 0 {
		switch p := b.part(f.word - 1); {
		case p.Head:
			f.role = head
		case p.Rare:
			f.role = rare
		default:
			f.role = ordinary
		}
	}
	return f.role
}

// isPair reports whether two words that follow each other have initials that are worth
// knowing, as most, who are people, have not (see [analysis.ByChance]).
func (b *builder) isPair(text string, first, last analysis.Word) bool {
	r := b.role(text, last)
	return r == head || r == ordinary && b.role(text, first) != rare // Energy Department: doe
}

// addNames counts the names that the words of a text make.
func (b *builder) addNames(t *analysed) {
	first := -1 // of the words that name has
	for start, end := range analysis.Names(t.text, t.words) {
		if start != first {
			first, b.name = start, b.name[:0]
		}
		if end == start+2 && !b.isPair(t.text, t.words[start], t.words[start+1]) {
			continue
		}
		for i := start + len(b.name); i < end; i++ {
			b.name = append(b.name, b.word(t.text, t.words[i]))
		}
		b.names.add(b.name)
	}
}

// Most names occur once.
const (
	// rareNames is the number of passages from which on such a name is not kept.
	rareNames = 1 << 14
	// knownNames is the same for one whose acronym stands nowhere in capitals: what
	// that stands for is asked of names that occur more often.
	knownNames = 1001
)

// joiner makes many strings of the same allocations.
type joiner struct{ room []byte }

// join returns the parts with a blank between two, or "" if there are none.
func (j *joiner) join(parts []string) string {
	n := 0
	for _, p := range parts {
		n += len(p) + 1
	}
	if cap(j.room)-len(j.room) < n {
		const usual = 1 << 16
		j.room = make([]byte, 0, max(usual, n))
	}
	start := len(j.room)
	for i, p := range parts {
		if i > 0 {
			j.room = append(j.room, ' ')
		}
		j.room = append(j.room, p...)
	}
	joined := j.room[start:]
	return unsafe.String(unsafe.SliceData(joined), len(joined)) // which nobody writes to again
}

// nameOf is a name by one of the acronyms that it could have.
type nameOf struct {
	initials string
	name     int
}

// writeNames hands the names to the writer.
func (b *builder) writeNames(to *segmentWriter) {
	capitals := make(map[string]string) // the terms of acronyms that stand in capitals somewhere
	for id, w := range b.list {
		if w.capitals > 0 {
			capitals[b.strings.string(uint32(id))] = b.strings.string(w.term - 1)
		}
	}
	names, byInitials := b.initials(len(to.lengths), capitals)
	var (
		w    nameWriter
		some []spelledOut
	)
	for rest := byInitials; len(rest) > 0; {
		initials := rest[0].initials
		some = some[:0]
		for ; len(rest) > 0 && rest[0].initials == initials; rest = rest[1:] {
			some = append(some, names[rest[0].name])
		}
		w.add(initials, capitals[initials], joinNames(some))
	}
	w.finish(to)
}

// initials returns the names that are kept of a number of passages, and of each the
// acronyms that it could have, in order. capitals has those that stand in capitals
// somewhere.
func (b *builder) initials(passages int, capitals map[string]string) (names []spelledOut, by []nameOf) {
	var (
		parts   []analysis.Part
		strings []string
		letters joiner
	)
	least := 1
	if passages >= rareNames {
		least = 2
	}
	for words, count := range b.names.frequent(least) {
		parts = parts[:0]
		for _, id := range words {
			parts = append(parts, b.part(id))
		}
		before := len(by)
		for initials := range analysis.Initials(parts) {
			if count == 1 && passages >= knownNames && capitals[initials] == "" {
				continue
			}
			if len(by) == before || by[len(by)-1].initials != initials { // a name may make the same in two ways
				by = push(by, nameOf{initials, len(names)})
			}
		}
		if len(by) == before {
			continue
		}
		strings = strings[:0]
		for _, id := range words {
			strings = append(strings, b.strings.string(id))
		}
		spelt := letters.join(strings)
		strings = strings[:0]
		for i, id := range words {
			if !parts[i].Small {
				strings = append(strings, b.strings.string(b.list[id].term-1))
			}
		}
		names = push(names, newSpelledOut(spelt, letters.join(strings), count))
	}
	return names, sortedByInitials(by)
}

// sortedByInitials orders names, which rise, by their acronyms.
func sortedByInitials(by []nameOf) []nameOf {
	order := make([]keyed, len(by))
	for i := range by {
		order[i] = keyed{sortKey(by[i].initials), uint32(i)}
	}
	sortKeyed(order, func(x, y uint32) int {
		if max(len(by[x].initials), len(by[y].initials)) > 8 { // or they are the same
			return cmp.Or(cmp.Compare(by[x].initials, by[y].initials), cmp.Compare(x, y))
		}
		return cmp.Compare(x, y)
	})
	sorted := make([]nameOf, len(by))
	for i, next := range order {
		sorted[i] = by[next.n]
	}
	return sorted
}
