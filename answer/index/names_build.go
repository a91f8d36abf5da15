package index

import (
	"maps"
	"slices"
	"strings"

	"newshound/answer/analysis"
)

// nameTable counts names. They are kept as a tree, since a name often begins
// as another does: a node is a name, by its last word and the node of the words
// before it. The nodes are found by open addressing.
type nameTable struct {
	nodes []nameNode
	slots []uint32 // the number of a node, from 1, or 0; a power of two
}

// nameNode is a name, or only the beginning of one; then it counts nothing.
type nameNode struct {
	before uint32 // the number of a node, from 1, or 0 for a first word
	word   uint32
	count  uint32
}

// child returns the number of the node of a word behind a node.
func (t *nameTable) child(before, word uint32) uint32 {
	if 2*len(t.nodes) >= len(t.slots) {
		t.grow()
	}
	i := t.slotOf(before, word)
	for ; t.slots[i] != 0; i = (i + 1) % len(t.slots) {
		if n := &t.nodes[t.slots[i]-1]; n.before == before && n.word == word {
			return t.slots[i]
		}
	}
	t.nodes = append(t.nodes, nameNode{before: before, word: word})
	t.slots[i] = uint32(len(t.nodes))
	return t.slots[i]
}

// slotOf returns the first slot for a node.
func (t *nameTable) slotOf(before, word uint32) int {
	h := (uint64(before)<<32 | uint64(word)) * 0x9e3779b97f4a7c15 // Knuth's multiplicative hashing, with the golden ratio
	return int((h ^ h>>32) & uint64(len(t.slots)-1))
}

func (t *nameTable) grow() {
	t.slots = make([]uint32, max(1<<10, 2*len(t.slots)))
	for number, n := range t.nodes {
		i := t.slotOf(n.before, n.word)
		for t.slots[i] != 0 {
			i = (i + 1) % len(t.slots)
		}
		t.slots[i] = uint32(number + 1)
	}
}

// size is how many bytes the table takes.
func (t *nameTable) size() int { return 12*cap(t.nodes) + 4*len(t.slots) }

// addNames counts the names that the words of a text make. ids are the numbers of
// the words; those of stop words are set here where they are part of a name.
func (b *builder) addNames(t *analysed, ids []uint32) {
	first, last := -1, 0 // the words of the node at hand
	node := uint32(0)
	for start, end := range analysis.Names(t.text, t.words) {
		if start != first {
			first, last, node = start, start, 0
		}
		for ; last < end; last++ {
			if w := t.words[last]; w.Stop() {
				ids[last] = b.word(t.text, w)
			}
			node = b.names.child(node, ids[last])
		}
		b.names.nodes[node-1].count++
	}
}

// rareNames is the number of passages from which on a name that occurs once in
// them all is not kept. Most names are such.
const rareNames = 1 << 14

// writeNames hands the names to the writer.
func (b *builder) writeNames(to *segmentWriter) {
	least := uint32(1)
	if len(to.lengths) >= rareNames {
		least = 2
	}
	byInitials := make(map[string][]spelledOut)
	var tokens []analysis.Token
	for _, n := range b.names.nodes {
		if n.count < least {
			continue
		}
		tokens = b.spell(tokens[:0], n)
		words := make([]string, len(tokens))
		for i, t := range tokens {
			words[i] = t.Word
		}
		name := spelledOut{strings.Join(words, " "), strings.Join(analysis.NameTerms(tokens), " "), int(n.count)}
		last := "" // a name may make the same initials in two ways
		for initials := range analysis.Initials(tokens) {
			if initials != last {
				byInitials[initials] = append(byInitials[initials], name)
				last = initials
			}
		}
	}
	var w nameWriter
	for _, initials := range slices.Sorted(maps.Keys(byInitials)) {
		term := ""
		if id, ok := b.words[initials]; ok && b.list[id].capitals > 0 {
			term = b.termNames[b.list[id].term]
		}
		w.add(initials, term, joinNames(byInitials[initials]))
	}
	w.finish(to)
}

// spell appends the words of a name. They have what is needed of tokens: a word
// that no name begins or ends with is a small one.
func (b *builder) spell(dst []analysis.Token, n nameNode) []analysis.Token {
	if n.before > 0 {
		dst = b.spell(dst, b.names.nodes[n.before-1])
	}
	word := b.wordNames[n.word]
	return append(dst, analysis.Token{Word: word, Term: b.termNames[b.list[n.word].term], Upper: true, Stop: analysis.Connects(word)})
}
