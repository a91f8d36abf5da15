package index

import (
	"cmp"
	"slices"
	"unsafe"

	"newshound/answer/analysis"
)

// nameTable counts names. They are kept as a tree, since a name often begins
// as another does: a node is a name of two words or more, by its last word and what
// stands before that. A node is found by open addressing, in a slot that has all of it,
// for the processor to wait for the memory once.
type nameTable struct {
	slots []nameSlot // a power of two
	shift uint       // by how many bits a hash is longer than the number of a slot, of 64
	n     uint32     // nodes
}

// nameSlot is empty, or a node.
type nameSlot struct {
	before uint32 // the number of a node, or firstWord and the number of a word
	word   uint32
	number uint32 // of the node, from 1
	count  uint32 // 0 for what is only the beginning of a name
}

// foundName is a name in the text at hand: the numbers of its first word and of the one
// behind its last, and if there are only these where its slot is or one before it.
type foundName struct{ start, end, slot int }

const (
	firstWord    = 1 << 31
	nameSlotSize = 16
)

func newNameTable() nameTable {
	const bits = 8
	return nameTable{slots: make([]nameSlot, 1<<bits), shift: 64 - bits}
}

// child returns the node of a word behind a node or first word, good until the next call.
func (t *nameTable) child(before, word uint32) *nameSlot {
	s := t.slot(before, word)
	if s.number == 0 {
		if 3*int(t.n) >= 2*len(t.slots) {
			t.grow()
			s = t.slot(before, word)
		}
		t.n++
		*s = nameSlot{before: before, word: word, number: t.n}
	}
	return s
}

// first returns where the slot of a node is, or one of those before it.
func (t *nameTable) first(before, word uint32) int {
	const golden = 0x9e3779b97f4a7c15 // Knuth's multiplicative hashing, with the golden ratio
	return int((uint64(before)<<32 | uint64(word)) * golden >> t.shift)
}

// touch looks at the slots of names of two words: while the processor waits for one of
// them, it fetches those that follow. What it returns must be kept, for the compiler to
// leave that in.
func (t *nameTable) touch(names []foundName) (touched uint32) {
	for _, n := range names {
		touched |= t.slots[n.slot].number
	}
	return touched
}

// slot returns the slot of a node, or an empty one for it.
func (t *nameTable) slot(before, word uint32) *nameSlot {
	for i := t.first(before, word); ; i = (i + 1) & (len(t.slots) - 1) {
		if s := &t.slots[i]; s.number == 0 || s.before == before && s.word == word {
			return s
		}
	}
}

func (t *nameTable) grow() {
	old := t.slots
	t.slots = make([]nameSlot, 2*len(old))
	analysis.InHugePages(t.slots)
	t.shift--
	for i := range old {
		if s := &old[i]; s.number != 0 {
			*t.slot(s.before, s.word) = *s
		}
	}
}

// nodes returns the nodes by their numbers, the first of which is 1.
func (t *nameTable) nodes() []nameSlot {
	nodes := make([]nameSlot, t.n+1)
	for i := range t.slots {
		nodes[t.slots[i].number] = t.slots[i]
	}
	return nodes
}

// size is how many bytes the table takes.
func (t *nameTable) size() int { return nameSlotSize * len(t.slots) }

// addNames counts the names that the words of a text make.
func (b *builder) addNames(t *analysed) {
	b.found = b.found[:0]
	for start, end := range analysis.Names(t.text, t.words) {
		n := foundName{start: start, end: end}
		if end == start+2 {
			n.slot = b.names.first(firstWord|b.word(t.text, t.words[start]), b.word(t.text, t.words[start+1]))
		}
		b.found = append(b.found, n)
	}
	b.touched = b.names.touch(b.found)
	first, last := -1, 0 // the words of the node at hand
	before := uint32(0)  // its number, or firstWord and that of its only word
	for _, n := range b.found {
		if n.start != first {
			first, last, before = n.start, n.start+1, firstWord|b.word(t.text, t.words[n.start])
		}
		var node *nameSlot
		for ; last < n.end; last++ {
			node = b.names.child(before, b.word(t.text, t.words[last]))
			before = node.number
		}
		node.count++
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
	nodes, kept := b.names.nodes(), 0
	for i := range nodes {
		if nodes[i].count >= least {
			kept++
		}
	}
	names, byInitials = make([]spelledOut, 0, kept), make([]nameOf, 0, kept+kept/2)
	for i := range nodes {
		n := &nodes[i]
		if n.count < least {
			continue
		}
		tokens = b.spell(tokens[:0], nodes, n)
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
func (b *builder) spell(dst []analysis.Token, nodes []nameSlot, n *nameSlot) []analysis.Token {
	if n.before < firstWord {
		dst = b.spell(dst, nodes, &nodes[n.before])
	} else {
		dst = b.spellWord(dst, n.before-firstWord)
	}
	return b.spellWord(dst, n.word)
}

func (b *builder) spellWord(dst []analysis.Token, id uint32) []analysis.Token {
	word := b.words.names[id]
	return append(dst, analysis.Token{Word: word, Term: b.terms.names[b.list[id].term], Upper: true, Stop: analysis.Connects(word)})
}
