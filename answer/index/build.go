package index

import (
	"cmp"
	"slices"

	"newshound/answer/analysis"
)

// The numbers of words that are indexed.
const (
	// maxHeader bounds those of a header. They count for every passage of the
	// article, so that without a bound an article of many passages and a headline
	// without end would take more memory than there is.
	maxHeader = 256
	// maxPassage bounds those of a passage, for the sake of the 16 bits of a
	// position. [answer.Passages] makes none that is nearly as long.
	maxPassage = 1 << 16
)

// builder logs the terms of one text after the other, and sorts the log into
// postings at the end.
type builder struct {
	analyzer *analysis.Analyzer // of the texts
	// words and terms have a number each. What is counted of them stands apart from
	// how they are spelt, for more of it to be at hand.
	words     map[string]uint32
	wordNames []string
	list      []countedWord
	terms     map[string]uint32
	termNames []string
	positions []uint32 // by term, without those of the known forms
	names     nameTable
	headers   []header
	// log holds the occurrences of every passage, in order. A passage is in one of
	// its parts.
	log     [][]occurrence
	logged  int
	lengths []int    // the passages' occurrences
	ids     []uint32 // the words of the text at hand
	// known are the forms of words by the number that the analyzer has for them.
	known []knownForm
}

// logPart is the size of the log's parts. It is as large as a passage can be.
const logPart = 1 << 18

// countedWord is a folded word of the corpus.
type countedWord struct {
	term     uint32
	count    uint32 // as something else than a stop word
	capitals uint32 // and in capitals
}

// knownForm is a form of a word, with all that is wanted of it for an occurrence in
// one line of the processor's cache. It counts what is not yet counted of its word.
type knownForm struct {
	word     uint32 // its number, and one; 0 if the form has not occurred
	term     uint32
	count    uint32 // in passages
	capitals uint32
}

// header is the terms that hold for every passage from the first on, until the
// next header.
type header struct {
	first int
	terms []uint32
}

// occurrence is a term at a place in a passage.
type occurrence struct {
	term     uint32
	position uint16
}

func newBuilder(a *analysis.Analyzer) *builder {
	return &builder{analyzer: a, words: make(map[string]uint32), terms: make(map[string]uint32)}
}

// addHeader takes in the header of an article, whose passages follow.
func (b *builder) addHeader(t *analysed) {
	t.words = t.words[:min(len(t.words), maxHeader)]
	h := header{first: len(b.lengths)}
	b.ids = b.ids[:0]
	for _, w := range t.words {
		id := uint32(0)
		if !w.Stop() {
			id = b.word(t.text, w)
			c := &b.list[id]
			c.count++
			if w.Acronym() {
				c.capitals++
			}
			h.terms = append(h.terms, c.term)
		}
		b.ids = append(b.ids, id)
	}
	b.addNames(t, b.ids)
	b.headers = append(b.headers, h)
}

// addPassage takes in a passage of the last article, and returns its length: its
// words that are no stop words.
func (b *builder) addPassage(t *analysed) (length int) {
	t.words = t.words[:min(len(t.words), maxPassage)]
	if len(b.log) == 0 || len(b.log[len(b.log)-1])+len(t.words) > logPart {
		b.log = append(b.log, make([]occurrence, 0, max(logPart, len(t.words))))
	}
	log := b.log[len(b.log)-1]
	before := len(log)
	b.ids = b.ids[:0]
	for i, w := range t.words {
		if w.Stop() { // if it is in a name, addNames looks it up
			b.ids = append(b.ids, 0)
			continue
		}
		f := b.form(t.text, w)
		f.count++
		if w.Acronym() {
			f.capitals++
		}
		b.ids = append(b.ids, f.word-1)
		log = append(log, occurrence{f.term, uint16(i)})
	}
	b.log[len(b.log)-1] = log
	b.addNames(t, b.ids)
	length = len(log) - before
	b.lengths = append(b.lengths, length)
	b.logged += length
	return length
}

// form returns the form of a word of a text, good until the next call. A form that the
// analyzer has no number for shares the first place with others of that kind, and is
// counted when the next one comes.
func (b *builder) form(text string, w analysis.Word) *knownForm {
	if int(w.Form) >= len(b.known) {
		b.known = slices.Grow(b.known, int(w.Form)+1-len(b.known))[:w.Form+1]
	}
	f := &b.known[w.Form]
	if w.Form == 0 {
		b.settle(f)
	}
	if f.word == 0 {
		id := b.wordOf(b.analyzer.Spelt(text, w))
		*f = knownForm{word: id + 1, term: b.list[id].term}
	}
	return f
}

// settle counts a form's occurrences as those of its word and its term, and forgets
// the form.
func (b *builder) settle(f *knownForm) {
	if f.word > 0 {
		w := &b.list[f.word-1]
		w.count += f.count
		w.capitals += f.capitals
		b.positions[f.term] += f.count
	}
	*f = knownForm{}
}

// word returns the number of a word of a text.
func (b *builder) word(text string, w analysis.Word) uint32 { return b.form(text, w).word - 1 }

// wordOf looks a folded word up by its letters.
func (b *builder) wordOf(word, term string) uint32 {
	id, ok := b.words[word]
	if ok {
		return id
	}
	id = uint32(len(b.list))
	b.words[word] = id
	b.wordNames = append(b.wordNames, word)
	number, ok := b.terms[term] // it depends on the word alone
	if !ok {
		number = uint32(len(b.termNames))
		b.terms[term] = number
		b.termNames = append(b.termNames, term)
		b.positions = append(b.positions, 0)
	}
	b.list = append(b.list, countedWord{term: number})
	return id
}

// size is about how many bytes the builder holds, and will hold when it sorts.
func (b *builder) size() int {
	const (
		perOccurrence = 8 + 10 // and as a posting with its position
		perWord       = 200    // with its places in maps, and as a term
		perName       = 24
	)
	return b.logged*perOccurrence + len(b.list)*perWord + len(b.names.nodes)*perName
}

// finish hands the terms, words and names to a writer that has the passages. The
// builder must not be used again.
func (b *builder) finish(w *segmentWriter) {
	for i := range b.known {
		b.settle(&b.known[i])
	}
	w.startTerms()
	b.sort(w)
	b.writeWords(w)
	b.writeNames(w)
}

// sort divides the log by term.
func (b *builder) sort(w *segmentWriter) {
	// A term has at most one posting for each position, and for each passage of an
	// article whose header holds it.
	room := slices.Clone(b.positions)
	for i, h := range b.headers {
		end := len(b.lengths)
		if i+1 < len(b.headers) {
			end = b.headers[i+1].first
		}
		for _, t := range h.terms {
			room[t] += uint32(end - h.first)
		}
	}
	// next and place are where the term's next posting and position belong, and last
	// is one more than the passage of its last posting.
	type spot struct{ next, place, last uint32 }
	spots := make([]spot, len(room))
	n, m := uint32(0), uint32(0)
	for t := range room {
		spots[t] = spot{next: n, place: m}
		n, m = n+room[t], m+b.positions[t]
	}
	postings, positions := make([]posting, n), make([]uint16, m)

	// find returns the term's posting for the passage, its last.
	find := func(s *spot, passage uint32) *posting {
		if s.last != passage+1 {
			s.last = passage + 1
			postings[s.next].passage = passage
			s.next++
		}
		return &postings[s.next-1]
	}
	headers, rest := b.headers, []occurrence(nil)
	for passage, length := range b.lengths {
		if length > 0 && len(rest) == 0 {
			rest, b.log = b.log[0], b.log[1:]
		}
		for _, o := range rest[:length] {
			s := &spots[o.term]
			find(s, uint32(passage)).body++
			positions[s.place] = o.position
			s.place++
		}
		rest = rest[length:]
		for len(headers) > 1 && headers[1].first <= passage {
			headers = headers[1:]
		}
		for _, term := range headers[0].terms {
			find(&spots[term], uint32(passage)).header++
		}
	}
	b.log = nil

	order := make([]uint32, len(room))
	for t := range order {
		order[t] = uint32(t)
	}
	slices.SortFunc(order, func(x, y uint32) int { return cmp.Compare(b.termNames[x], b.termNames[y]) })
	starts := make([]uint32, len(room))
	for t := range len(room) - 1 {
		starts[t+1] = starts[t] + room[t]
	}
	var p termPostings
	for _, t := range order {
		start, end := starts[t], spots[t].next
		if start == end {
			continue // a stop word in a name
		}
		p.postings = postings[start:end]
		p.positions = positions[spots[t].place-b.positions[t] : spots[t].place]
		w.addTerm(b.termNames[t], &p)
	}
}
