package build

import (
	"iter"

	"newshound/answer/analysis"
	"newshound/answer/index/internal/segment"
	"newshound/answer/index/internal/strtab"
)

// part returns what the word with a number is to the initials of a name.
func (b *builder) part(word uint32) analysis.Part {
	if int(word) >= len(b.parts) {
		b.parts = append(b.parts, make([]analysis.Part, len(b.list)-len(b.parts))...)
	}
	p := &b.parts[word]
	if p.Initial == 0 {
		*p = analysis.PartOf(b.strings.At(word))
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

// nameChoice are names that are kept, with the acronyms that each could have.
type nameChoice struct {
	names    strtab.List // the words of each, and then its terms
	counts   []uint32
	initials strtab.Table
	by       []nameOf // the names rise
}

// nameOf is a name by one of the acronyms that it could have.
type nameOf struct{ initials, name uint32 }

// name returns a name.
func (c *nameChoice) name(n uint32) segment.Name {
	return segment.NewName(c.names.At(2*n), c.names.At(2*n+1), int(c.counts[n]))
}

// byInitials yields the acronyms in order, each with the names that could have it. They are
// good until the next one.
func (c *nameChoice) byInitials() iter.Seq2[string, []uint32] {
	return func(yield func(string, []uint32) bool) {
		order := c.initials.Order()
		starts := make([]uint32, len(order)+2)
		for _, o := range c.by {
			starts[o.initials+2]++
		}
		for i := range order {
			starts[i+2] += starts[i+1]
		}
		names := make([]uint32, len(c.by))
		for _, o := range c.by {
			end := &starts[o.initials+1]
			names[*end] = o.name
			*end++
		}
		for _, next := range order {
			if !yield(c.initials.At(next.N), names[starts[next.N]:starts[next.N+1]]) {
				return
			}
		}
	}
}

// writeNames hands the names to the writer.
func (b *builder) writeNames(to *segment.Writer) {
	capitals := make(map[string]string) // the terms of acronyms that stand in capitals somewhere
	for id, w := range b.list {
		if w.capitals > 0 {
			capitals[b.strings.At(uint32(id))] = b.strings.At(w.term - 1)
		}
	}
	choice := b.choose(to.Passages(), capitals)
	var (
		w    segment.NameWriter
		some []segment.Name
	)
	for initials, names := range choice.byInitials() {
		some = some[:0]
		for _, n := range names {
			some = append(some, choice.name(n))
		}
		w.Add(initials, capitals[initials], segment.JoinNames(some))
	}
	w.Finish(to)
}

// choose returns the names that are kept of a number of passages. capitals has the
// acronyms that stand in capitals somewhere.
func (b *builder) choose(passages int, capitals map[string]string) *nameChoice {
	var (
		parts   []analysis.Part
		strings []string
	)
	c := &nameChoice{initials: strtab.NewTable()}
	least := 1
	if passages >= rareNames {
		least = 2
	}
	for words, count := range b.names.frequent(least) {
		parts = parts[:0]
		for _, id := range words {
			parts = append(parts, b.part(id))
		}
		name := uint32(len(c.counts))
		before := len(c.by)
		for initials := range analysis.Initials(parts) {
			if count == 1 && passages >= knownNames && capitals[initials] == "" {
				continue
			}
			n, _ := c.initials.Number(initials)
			if len(c.by) == before || c.by[len(c.by)-1].initials != n { // a name may make the same in two ways
				c.by = strtab.Push(c.by, nameOf{n, name})
			}
		}
		if len(c.by) == before {
			continue
		}
		strings = strings[:0]
		for _, id := range words {
			strings = append(strings, b.strings.At(id))
		}
		c.names.Add(strings...)
		strings = strings[:0]
		for i, id := range words {
			if !parts[i].Small {
				strings = append(strings, b.strings.At(b.list[id].term-1))
			}
		}
		c.names.Add(strings...)
		c.counts = strtab.Push(c.counts, uint32(count))
	}
	return c
}
