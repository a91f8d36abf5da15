package index

import (
	"cmp"
	"encoding/binary"
	"unicode/utf8"
)

// wordCount is a folded word with the number of times that it occurs.
type wordCount struct {
	word     string
	count    int
	capitals int // how often in capitals
}

// wordGroups is the number of groups that words are divided into, by their
// number of characters and their first byte.
const wordGroups = (maxSpelling + 1) * 256

func wordGroup(length int, first byte) int { return length*256 + int(first) }

// writeWords writes words, which must be in order.
func writeWords(s *spool, words []wordCount) {
	size := 0
	for _, w := range words {
		const numbers = 4 // bytes of the numbers of most words
		size += len(w.word) + numbers
	}
	const head = 4 * (wordGroups + 1)
	offsets, data := make([]byte, 0, head), make([]byte, 0, size)
	group := -1
	startGroups := func(to int) {
		for ; group < to; group++ {
			offsets = binary.LittleEndian.AppendUint32(offsets, uint32(head+len(data)))
		}
	}
	for _, w := range words {
		startGroups(wordGroup(utf8.RuneCountInString(w.word), w.word[0]))
		data = appendString(data, w.word)
		n := uint64(w.count) << 1
		if w.capitals == 0 {
			data = binary.AppendUvarint(data, n)
			continue
		}
		data = binary.AppendUvarint(data, n+1)
		data = binary.AppendUvarint(data, uint64(w.capitals))
	}
	startGroups(wordGroups)
	s.write(offsets)
	s.write(data)
}

// writeWords hands the words to the writer.
func (b *builder) writeWords(to *segmentWriter) {
	words := make([]wordCount, 0, len(b.list))
	for id, w := range b.list {
		if name := b.words.names[id]; w.count > 0 && utf8.RuneCountInString(name) <= maxSpelling {
			words = append(words, wordCount{name, int(w.count), int(w.capitals)})
		}
	}
	writeWords(to.spools[secWords], sortedWords(words))
}

// sortedWords returns words in the order of a segment: by their number of characters, of
// which they have no more than maxSpelling, and then by their bytes.
func sortedWords(words []wordCount) []wordCount {
	order := make([]keyed, len(words))
	for i, w := range words {
		order[i] = keyed{uint64(utf8.RuneCountInString(w.word))<<56 | sortKey(w.word)>>8, uint32(i)}
	}
	sortKeyed(order, func(x, y uint32) int { return cmp.Compare(words[x].word, words[y].word) })
	sorted := make([]wordCount, len(words))
	for i, next := range order {
		sorted[i] = words[next.n]
	}
	return sorted
}

// wordReader reads the words of one or several groups.
type wordReader struct{ c cursor }

// wordsIn returns a reader of the words of some groups.
func (s *segment) wordsIn(from, to int) wordReader {
	at := s.bytes(secWords, 4*from, 4*from+4)
	end := s.bytes(secWords, 4*to, 4*to+4)
	return wordReader{cursor{data: s.bytes(secWords, u32(at, 0), u32(end, 0))}}
}

// next returns the next word, as a part of the segment, how often it occurs, and
// how often in capitals; and whether there is one.
func (r *wordReader) next() (word []byte, count, capitals int, ok bool) {
	if r.c.at == len(r.c.data) {
		return nil, 0, 0, false
	}
	word = r.c.bytes()
	n := r.c.uvarint()
	if n&1 == 1 {
		capitals = int(r.c.uvarint())
	}
	return word, int(n >> 1), capitals, true
}

// wordCount returns how often a folded word stands in articles that are not
// deleted, and how often in capitals.
func (s *segment) wordCount(word string) (count, capitals int) {
	length := utf8.RuneCountInString(word)
	if length == 0 || length > maxSpelling {
		return 0, 0
	}
	group := wordGroup(length, word[0])
	for r := s.wordsIn(group, group+1); ; {
		w, count, capitals, ok := r.next()
		if !ok || string(w) > word {
			return 0, 0
		}
		if string(w) == word {
			return count - s.roll.count(rollWord, word), capitals - s.roll.count(rollCapitals, word)
		}
	}
}
