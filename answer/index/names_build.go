package index

import (
	"cmp"
	"math/bits"
	"slices"
	"unsafe"

	"newshound/answer/analysis"
)

// nameTable counts names. They are found by open addressing, by a hash of the numbers of
// their words that stands for them: of a million names, one time in thirty million two
// share one of 64 bits, and count as one.
type nameTable struct {
	slots []nameSlot // a power of two
	shift uint       // by how many bits a hash is longer than the number of a slot
	n     int        // names
	words []uint32   // of each name: how many, and the numbers of them all
}

// nameSlot is empty, or a name.
type nameSlot struct {
	hash  uint64
	count uint32 // or 0
	words uint32 // where they are, or 0 if nowhere yet
}

// foundName is a name in the text at hand: the numbers of its first word and of the one
// behind its last, and its hash.
type foundName struct {
	start, end int
	hash       uint64
}

const nameSlotSize = 16

func newNameTable() nameTable {
	const bits = 8
	return nameTable{slots: make([]nameSlot, 1<<bits), shift: 64 - bits, words: make([]uint32, 1)}
}

// hashNext returns the hash of a name that goes on with a word.
func hashNext(hash uint64, word uint32) uint64 {
	const golden = 0x9e3779b97f4a7c15 // as in Knuth's multiplicative hashing
	high, low := bits.Mul64(hash^uint64(word)+golden, golden)
	return high ^ low
}

// touch looks at the slots of names: while the processor waits for one of them, it
// fetches those that follow. What it returns must be kept, for the compiler to leave
// that in.
func (t *nameTable) touch(names []foundName) (touched uint32) {
	for _, n := range names {
		touched |= t.slots[n.hash>>t.shift].count
	}
	return touched
}

// slot returns the slot of a name, or an empty one for it, good until the next call.
func (t *nameTable) slot(hash uint64) *nameSlot {
	if 3*t.n >= 2*len(t.slots) {
		t.grow()
	}
	for i := int(hash >> t.shift); ; i = (i + 1) & (len(t.slots) - 1) {
		if s := &t.slots[i]; s.count == 0 || s.hash == hash {
			return s
		}
	}
}

func (t *nameTable) grow() {
	old := t.slots
	t.slots = make([]nameSlot, 2*len(old))
	analysis.InHugePages(t.slots)
	t.shift--
	for _, s := range old {
		if s.count > 0 {
			*t.slot(s.hash) = s
		}
	}
}

// wordsOf returns the numbers of a name's words.
func (t *nameTable) wordsOf(s *nameSlot) []uint32 {
	n := t.words[s.words]
	return t.words[s.words+1:][:n]
}

// size is how many bytes the table takes.
func (t *nameTable) size() int { return nameSlotSize*len(t.slots) + 4*len(t.words) }

// part returns what the word with a number is to the initials of a name.
func (b *builder) part(word uint32) analysis.Part {
	if int(word) >= len(b.parts) {
		b.parts = append(b.parts, make([]analysis.Part, len(b.list)-len(b.parts))...)
	}
	p := &b.parts[word]
	if p.Initial == 0 {
		*p = analysis.PartOf(b.words.names[word])
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
	b.found = b.found[:0]
	first, last := -1, 0 // the words that are in the hash
	hash := uint64(0)
	for start, end := range analysis.Names(t.text, t.words) {
		if start != first {
			first, last, hash = start, start, 0
		}
		if end == start+2 && !b.isPair(t.text, t.words[start], t.words[start+1]) {
			continue
		}
		for ; last < end; last++ {
			hash = hashNext(hash, b.word(t.text, t.words[last]))
		}
		b.found = append(b.found, foundName{start, end, hash})
	}
	b.touched = b.names.touch(b.found)
	for _, n := range b.found {
		s := b.names.slot(n.hash)
		if s.count == 0 {
			b.names.n++
			s.hash = n.hash
		}
		s.count++
		if s.words == 0 && (s.count > 1 || b.passages < rareNames) {
			s.words = uint32(len(b.names.words))
			b.names.words = push(b.names.words, uint32(n.end-n.start))
			for _, w := range t.words[n.start:n.end] {
				b.names.words = push(b.names.words, b.word(t.text, w))
			}
		}
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
	start    uint64 // of the initials
	name     int
}

// writeNames hands the names to the writer.
func (b *builder) writeNames(to *segmentWriter) {
	capitals := make(map[string]string) // the terms of acronyms that stand in capitals somewhere
	for id, w := range b.list {
		if w.capitals > 0 {
			capitals[b.words.names[id]] = b.terms.names[w.term]
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
	for i := range b.names.slots {
		n := &b.names.slots[i]
		if n.count == 0 || n.count == 1 && passages >= rareNames {
			continue
		}
		words := b.names.wordsOf(n)
		parts = parts[:0]
		for _, id := range words {
			parts = append(parts, b.part(id))
		}
		before := len(by)
		for initials := range analysis.Initials(parts) {
			if n.count == 1 && passages >= knownNames && capitals[initials] == "" {
				continue
			}
			if len(by) == before || by[len(by)-1].initials != initials { // a name may make the same in two ways
				by = push(by, nameOf{initials, sortKey(initials), len(names)})
			}
		}
		if len(by) == before {
			continue
		}
		strings = strings[:0]
		for _, id := range words {
			strings = append(strings, b.words.names[id])
		}
		spelt := letters.join(strings)
		strings = strings[:0]
		for i, id := range words {
			if !parts[i].Small {
				strings = append(strings, b.terms.names[b.list[id].term])
			}
		}
		names = push(names, newSpelledOut(spelt, letters.join(strings), int(n.count)))
	}
	slices.SortFunc(by, func(x, y nameOf) int {
		switch {
		case x.start != y.start:
			return cmp.Compare(x.start, y.start)
		case max(len(x.initials), len(y.initials)) > 8: // or they are the same
			return cmp.Or(cmp.Compare(x.initials, y.initials), cmp.Compare(x.name, y.name))
		}
		return cmp.Compare(x.name, y.name)
	})
	return names, by
}
