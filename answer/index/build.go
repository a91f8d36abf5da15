package index

import (
	"strings"
	"sync"

	"newshound/answer/analysis"
	"newshound/corpus"
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
	words    map[string]uint32
	list     []countedWord // by number
	terms    map[string]uint32
	rooms    []room // by term
	names    nameTable
	passages []corpus.Passage
	lengths  []uint32 // words of a passage that are no stop words
	headers  []header
	log      []occurrence // those of every passage, in order
	ids      []uint32     // the words of the text at hand
}

// countedWord is a folded word of the corpus.
type countedWord struct {
	word    string
	term    uint32
	count   int  // as something else than a stop word
	acronym bool // it stands in capitals somewhere
}

// room is how much of the postings a term needs.
type room struct {
	postings, positions int
	last                int // one more than the number of the last passage that holds the term
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

// newBuilder returns a builder for texts of about so many bytes altogether.
func newBuilder(bytes int) *builder {
	const bytesPerOccurrence = 10 // of English news, rounded down
	return &builder{
		words: make(map[string]uint32),
		terms: make(map[string]uint32),
		names: newNameTable(),
		log:   make([]occurrence, 0, bytes/bytesPerOccurrence),
	}
}

// addHeader takes in the header of the passages that follow.
func (b *builder) addHeader(t *analysed) {
	t.tokens = t.tokens[:min(len(t.tokens), maxHeader)]
	b.count(t)
	h := header{first: len(b.passages)}
	for i, tok := range t.tokens {
		if !tok.Stop {
			h.terms = append(h.terms, b.list[b.ids[i]].term)
		}
	}
	b.headers = append(b.headers, h)
}

// addPassage takes in a passage under the last header.
func (b *builder) addPassage(p corpus.Passage, t *analysed) {
	t.tokens = t.tokens[:min(len(t.tokens), maxPassage)]
	b.count(t)
	b.passages = append(b.passages, p)
	before := len(b.log)
	for i, tok := range t.tokens {
		if !tok.Stop {
			term := b.list[b.ids[i]].term
			b.reserve(term)
			b.rooms[term].positions++
			b.log = append(b.log, occurrence{term, uint16(i)})
		}
	}
	for _, term := range b.headers[len(b.headers)-1].terms {
		b.reserve(term)
	}
	b.lengths = append(b.lengths, uint32(len(b.log)-before))
}

// reserve makes room for a posting of the term for the last passage.
func (b *builder) reserve(term uint32) {
	if r := &b.rooms[term]; r.last != len(b.passages) {
		r.last = len(b.passages)
		r.postings++
	}
}

// count sets ids to the words of the text, and counts them and the names that
// they make. The number of a stop word that is in no name is not set.
func (b *builder) count(t *analysed) {
	b.ids = b.ids[:0]
	for _, tok := range t.tokens {
		id := uint32(0)
		if !tok.Stop {
			id = b.word(tok)
			w := &b.list[id]
			w.count++
			w.acronym = w.acronym || tok.Acronym
		}
		b.ids = append(b.ids, id)
	}
	first := 0
	for name := range analysis.Names(t.text, t.tokens) {
		for t.tokens[first].Start < name[0].Start {
			first++
		}
		ids := b.ids[first : first+len(name)]
		for i, tok := range name {
			if tok.Stop {
				ids[i] = b.word(tok)
			}
		}
		b.names.add(name, ids)
	}
}

// word returns the number of the token's word.
func (b *builder) word(t analysis.Token) uint32 {
	id, ok := b.words[t.Word]
	if ok {
		return id
	}
	// The token's strings may be parts of the text.
	word := strings.Clone(t.Word)
	id = uint32(len(b.list))
	b.words[word] = id
	term, ok := b.terms[t.Term] // it depends on the word alone
	if !ok {
		term = uint32(len(b.rooms))
		b.terms[strings.Clone(t.Term)] = term
		b.rooms = append(b.rooms, room{})
	}
	b.list = append(b.list, countedWord{word: word, term: term})
	return id
}

// finish returns the index of what was added, without articles and coverage.
// The builder must not be used again.
func (b *builder) finish() *Index {
	ix := &Index{passages: b.passages, norms: norms(b.lengths), terms: b.terms}
	ix.articleOf = make([]uint32, len(b.passages))
	whole := make([]uint32, len(b.headers)) // the articles' lengths
	for i, h := range b.headers {
		end := len(b.passages)
		if i+1 < len(b.headers) {
			end = b.headers[i+1].first
		}
		for p := h.first; p < end; p++ {
			ix.articleOf[p] = uint32(i)
			whole[i] += b.lengths[p]
		}
	}
	ix.articleNorms = norms(whole)
	var sorting sync.WaitGroup
	sorting.Go(func() { ix.postings = b.sort() })
	ix.lexicon = b.lexicon()
	sorting.Wait()
	return ix
}

// norms returns what the lengths of passages add to the denominator of BM25.
func norms(lengths []uint32) []float64 {
	total := 0.0
	for _, n := range lengths {
		total += float64(n)
	}
	average := max(1, total/max(1, float64(len(lengths))))
	norms := make([]float64, len(lengths))
	for i, n := range lengths {
		norms[i] = k1 * (1 - b + b*float64(n)/average)
	}
	return norms
}

// sort divides the log by term.
func (b *builder) sort() postings {
	// next and place are where the term's next posting and position belong.
	next, place := make([]int, len(b.rooms)), make([]int, len(b.rooms))
	p := postings{first: make([]int, len(b.rooms)+1)}
	n := 0
	for t, r := range b.rooms {
		next[t], place[t] = p.first[t], n
		p.first[t+1] = p.first[t] + r.postings
		n += r.positions
	}
	p.list = make([]posting, p.first[len(b.rooms)])
	p.offset = make([]uint32, len(p.list)+1)
	p.position = make([]uint16, n)
	p.offset[len(p.list)] = uint32(n)

	// posting returns the term's posting for the passage, its last.
	find := func(term uint32, passage int) *posting {
		i := next[term] - 1
		if i < p.first[term] || p.list[i].passage != uint32(passage) {
			i++
			next[term]++
			p.list[i].passage = uint32(passage)
			p.offset[i] = uint32(place[term])
		}
		return &p.list[i]
	}
	log, headers := b.log, b.headers
	for passage, length := range b.lengths {
		for _, o := range log[:length] {
			find(o.term, passage).freq++
			p.position[place[o.term]] = o.position
			place[o.term]++
		}
		log = log[length:]
		for len(headers) > 1 && headers[1].first <= passage {
			headers = headers[1:]
		}
		for _, term := range headers[0].terms {
			find(term, passage).freq += headerWeight
		}
	}
	return p
}
