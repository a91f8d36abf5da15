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
	words uint32 // where they are
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
	return nameTable{slots: make([]nameSlot, 1<<bits), shift: 64 - bits}
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

// wordKind tells whether initials may stand for names that a word is in.
type wordKind uint8

const (
	rareWord     wordKind = iota + 1
	ordinaryWord          // of a small dictionary
	headWord              // ordinary, and makes initials of its own
)

// kind returns the kind of the word with a number.
func (b *builder) kind(word uint32) wordKind {
	if int(word) >= len(b.kinds) {
		b.kinds = append(b.kinds, make([]wordKind, len(b.list)-len(b.kinds))...)
	}
	k := &b.kinds[word]
	if *k == 0 {
		switch name := b.words.names[word]; {
		case analysis.Heads(name):
			*k = headWord
		case analysis.Ordinary(name):
			*k = ordinaryWord
		default:
			*k = rareWord
		}
	}
	return *k
}

// isPair reports whether two words that follow each other have initials that are worth
// knowing, as most, who are people, have not (see [analysis.ByChance]).
func (b *builder) isPair(first, last uint32) bool {
	switch b.kind(last) {
	case headWord: // Energy Department: doe
		return true
	case ordinaryWord:
		return b.kind(first) != rareWord
	}
	return false
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
		if end == start+2 && !b.isPair(b.word(t.text, t.words[start]), b.word(t.text, t.words[start+1])) {
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
			*s = nameSlot{hash: n.hash, words: uint32(len(b.names.words))}
			b.names.words = append(b.names.words, uint32(n.end-n.start))
			for _, w := range t.words[n.start:n.end] {
				b.names.words = append(b.names.words, b.word(t.text, w))
			}
		}
		s.count++
	}
}

// rareNames is the number of passages from which on a name that occurs once in
// them all is not kept. Most names are such.
const rareNames = 1 << 14

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
	least := uint32(1)
	if len(to.lengths) >= rareNames {
		least = 2
	}
	var (
		names      []spelledOut
		byInitials []nameOf
		tokens     []analysis.Token
		parts      []string
		letters    joiner
	)
	kept := 0
	for i := range b.names.slots {
		if b.names.slots[i].count >= least {
			kept++
		}
	}
	names, byInitials = make([]spelledOut, 0, kept), make([]nameOf, 0, kept+kept/2)
	for i := range b.names.slots {
		n := &b.names.slots[i]
		if n.count < least {
			continue
		}
		tokens = b.spell(tokens[:0], b.names.wordsOf(n))
		last := "" // a name may make the same initials in two ways
		for initials := range analysis.Initials(tokens) {
			if initials != last {
				byInitials = append(byInitials, nameOf{initials, sortKey(initials), len(names)})
				last = initials
			}
		}
		parts = parts[:0]
		for _, t := range tokens {
			parts = append(parts, t.Word)
		}
		words := letters.join(parts)
		parts = analysis.AppendNameTerms(parts[:0], tokens)
		terms := letters.join(parts)
		names = append(names, newSpelledOut(words, terms, int(n.count)))
	}
	slices.SortFunc(byInitials, func(x, y nameOf) int {
		switch {
		case x.start != y.start:
			return cmp.Compare(x.start, y.start)
		case max(len(x.initials), len(y.initials)) > 8: // or they are the same
			return cmp.Or(cmp.Compare(x.initials, y.initials), cmp.Compare(x.name, y.name))
		}
		return cmp.Compare(x.name, y.name)
	})
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
		term := ""
		if id, ok := b.words.find(initials); ok && b.list[id].capitals > 0 {
			term = b.terms.names[b.list[id].term]
		}
		w.add(initials, term, joinNames(some))
	}
	w.finish(to)
}

// spell appends the words of a name. They have what is needed of tokens: a word
// that no name begins or ends with is a small one.
func (b *builder) spell(dst []analysis.Token, words []uint32) []analysis.Token {
	for _, id := range words {
		word := b.words.names[id]
		dst = append(dst, analysis.Token{Word: word, Term: b.terms.names[b.list[id].term], Upper: true, Stop: analysis.Connects(word)})
	}
	return dst
}
