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
	rooms     []room
	names     nameTable
	headers   []header
	// log holds the occurrences of every passage, in order. A passage is in one of
	// its parts.
	log     [][]occurrence
	logged  int
	lengths []int    // the passages' occurrences
	ids     []uint32 // the words of the text at hand
	// known are the numbers, and one, of the words by the number that the analyzer
	// has for them.
	known []uint32
}

// logPart is the size of the log's parts. It is as large as a passage can be.
const logPart = 1 << 18

// countedWord is a folded word of the corpus.
type countedWord struct {
	term     uint32
	count    uint32 // as something else than a stop word
	capitals uint32 // and in capitals
}

// room is a term, and how much of the postings it needs.
type room struct {
	postings, positions uint32
	last                uint32 // one more than the number of the last passage that holds the term
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
	b.count(t)
	h := header{first: len(b.lengths)}
	for i := range t.words {
		if !t.words[i].Stop() {
			h.terms = append(h.terms, b.list[b.ids[i]].term)
		}
	}
	b.headers = append(b.headers, h)
}

// addPassage takes in a passage of the last article, and returns its length: its
// words that are no stop words.
func (b *builder) addPassage(t *analysed) (length int) {
	t.words = t.words[:min(len(t.words), maxPassage)]
	b.count(t)
	n := uint32(len(b.lengths) + 1)
	if len(b.log) == 0 || len(b.log[len(b.log)-1])+len(t.words) > logPart {
		b.log = append(b.log, make([]occurrence, 0, max(logPart, len(t.words))))
	}
	log := b.log[len(b.log)-1]
	before := len(log)
	for i := range t.words {
		if !t.words[i].Stop() {
			term := b.list[b.ids[i]].term
			r := &b.rooms[term]
			if r.last != n {
				r.last = n
				r.postings++
			}
			r.positions++
			log = append(log, occurrence{term, uint16(i)})
		}
	}
	b.log[len(b.log)-1] = log
	for _, term := range b.headers[len(b.headers)-1].terms {
		if r := &b.rooms[term]; r.last != n {
			r.last = n
			r.postings++
		}
	}
	length = len(log) - before
	b.lengths = append(b.lengths, length)
	b.logged += length
	return length
}

// count sets ids to the words of the text, and counts them and the names that
// they make. The number of a stop word that is in no name is not set.
func (b *builder) count(t *analysed) {
	b.ids = b.ids[:0]
	for i := range t.words {
		id := uint32(0)
		if w := t.words[i]; !w.Stop() {
			id = b.word(t.text, w)
			c := &b.list[id]
			c.count++
			if w.Acronym() {
				c.capitals++
			}
		}
		b.ids = append(b.ids, id)
	}
	b.addNames(t, b.ids)
}

// word returns the number of a word of a text.
func (b *builder) word(text string, w analysis.Word) uint32 {
	if int(w.Form) < len(b.known) && b.known[w.Form] > 0 {
		return b.known[w.Form] - 1
	}
	id := b.wordOf(b.analyzer.Spelt(text, w))
	if w.Form > 0 {
		for int(w.Form) >= len(b.known) {
			b.known = append(b.known, 0)
		}
		b.known[w.Form] = id + 1
	}
	return id
}

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
		number = uint32(len(b.rooms))
		b.terms[term] = number
		b.termNames = append(b.termNames, term)
		b.rooms = append(b.rooms, room{})
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
	w.startTerms()
	b.sort(w)
	b.writeWords(w)
	b.writeNames(w)
}

// sort divides the log by term.
func (b *builder) sort(w *segmentWriter) {
	// next and place are where the term's next posting and position belong, and last
	// is one more than the passage of its last posting.
	type spot struct{ next, place, last uint32 }
	spots := make([]spot, len(b.rooms))
	n, m := uint32(0), uint32(0)
	for t, r := range b.rooms {
		spots[t] = spot{next: n, place: m}
		n, m = n+r.postings, m+r.positions
	}
	all := termPostings{passages: make([]uint32, n), body: make([]uint16, n), header: make([]uint16, n), positions: make([]uint16, m)}

	// find returns the term's posting for the passage, its last.
	find := func(s *spot, passage uint32) uint32 {
		if s.last != passage+1 {
			s.last = passage + 1
			all.passages[s.next] = passage
			s.next++
		}
		return s.next - 1
	}
	headers, rest := b.headers, []occurrence(nil)
	for passage, length := range b.lengths {
		if length > 0 && len(rest) == 0 {
			rest, b.log = b.log[0], b.log[1:]
		}
		for _, o := range rest[:length] {
			s := &spots[o.term]
			all.body[find(s, uint32(passage))]++
			all.positions[s.place] = o.position
			s.place++
		}
		rest = rest[length:]
		for len(headers) > 1 && headers[1].first <= passage {
			headers = headers[1:]
		}
		for _, term := range headers[0].terms {
			all.header[find(&spots[term], uint32(passage))]++
		}
	}
	b.log = nil

	order := make([]uint32, len(b.rooms))
	for t := range order {
		order[t] = uint32(t)
	}
	slices.SortFunc(order, func(x, y uint32) int { return cmp.Compare(b.termNames[x], b.termNames[y]) })
	var p termPostings
	for _, t := range order {
		r := b.rooms[t]
		to, end := spots[t].next, spots[t].place
		if r.postings == 0 {
			continue // a stop word in a name
		}
		p.passages, p.body, p.header = all.passages[to-r.postings:to], all.body[to-r.postings:to], all.header[to-r.postings:to]
		p.positions = all.positions[end-r.positions : end]
		w.addTerm(b.termNames[t], &p)
	}
}
