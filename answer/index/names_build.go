package index

import (
	"cmp"
	"slices"
	"unsafe"

	"newshound/answer/analysis"
)

// nameTable counts names. They are kept as a tree, since a name often begins
// as another does: a node is a name of two words or more, by its last word and what
// stands before that. The nodes are found by open addressing.
type nameTable struct {
	numbers
	chunks [][]nameNode // the nodes, by their numbers
}

// nameNode is a name, or only the beginning of one; then it counts nothing.
type nameNode struct {
	before uint32 // the number of a node, or firstWord and the number of a word
	word   uint32
	count  uint32
}

const (
	firstWord = 1 << 31
	nameChunk = 1 << 12
)

func (t *nameTable) node(number uint32) *nameNode {
	return &t.chunks[number/nameChunk][number%nameChunk]
}

// child returns the number of the node of a word behind a node or first word.
func (t *nameTable) child(before, word uint32) uint32 {
	hash := uint32((uint64(before)<<32 | uint64(word)) * 0x9e3779b97f4a7c15 >> 32) // Knuth's multiplicative hashing, with the golden ratio
	i := t.first(hash)
	for ; t.slots[i].number != 0; i = t.next(i) {
		if t.slots[i].hash == hash {
			if n := t.node(t.slots[i].number - 1); n.before == before && n.word == word {
				return t.slots[i].number - 1
			}
		}
	}
	number := t.put(i, hash)
	if number%nameChunk == 0 {
		t.chunks = append(t.chunks, make([]nameNode, nameChunk))
	}
	*t.node(number) = nameNode{before: before, word: word}
	return number
}

// size is how many bytes the table takes.
func (t *nameTable) size() int { return 12*nameChunk*len(t.chunks) + 8*len(t.slots) }

// addNames counts the names that the words of a text make.
func (b *builder) addNames(t *analysed) {
	first, last := -1, 0 // the words of the node at hand
	node := uint32(0)
	for start, end := range analysis.Names(t.text, t.words) {
		if start != first {
			first, last, node = start, start+1, firstWord|b.word(t.text, t.words[start])
		}
		for ; last < end; last++ {
			node = b.names.child(node, b.word(t.text, t.words[last]))
		}
		b.names.node(node).count++
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
	for number := range b.names.n {
		n := b.names.node(number)
		if n.count < least {
			continue
		}
		tokens = b.spell(tokens[:0], n)
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
		if x.start != y.start {
			return cmp.Compare(x.start, y.start)
		}
		return cmp.Or(cmp.Compare(x.initials, y.initials), cmp.Compare(x.name, y.name))
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
func (b *builder) spell(dst []analysis.Token, n *nameNode) []analysis.Token {
	if n.before < firstWord {
		dst = b.spell(dst, b.names.node(n.before))
	} else {
		dst = b.spellWord(dst, n.before-firstWord)
	}
	return b.spellWord(dst, n.word)
}

func (b *builder) spellWord(dst []analysis.Token, id uint32) []analysis.Token {
	word := b.words.names[id]
	return append(dst, analysis.Token{Word: word, Term: b.terms.names[b.list[id].term], Upper: true, Stop: analysis.Connects(word)})
}
