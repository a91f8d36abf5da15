package index

import (
	"cmp"
	"encoding/binary"
	"unicode/utf8"

	"newshound/answer/index/internal/disk"
	"newshound/answer/index/internal/raw"
	"newshound/answer/index/internal/roll"
	"newshound/answer/index/internal/strtab"
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

// wordWriter makes the section of the words, which must be added in order.
type wordWriter struct{ offsets, data []byte }

// add adds a word of so many characters.
func (w *wordWriter) add(length int, word wordCount) {
	w.startGroups(wordGroup(length, word.word[0]))
	w.data = raw.AppendString(strtab.Room(w.data, len(word.word)+3*binary.MaxVarintLen64), word.word)
	n := uint64(word.count) << 1
	if word.capitals == 0 {
		w.data = binary.AppendUvarint(w.data, n)
		return
	}
	w.data = binary.AppendUvarint(w.data, n+1)
	w.data = binary.AppendUvarint(w.data, uint64(word.capitals))
}

// startGroups starts the groups up to one.
func (w *wordWriter) startGroups(to int) {
	const head = 4 * (wordGroups + 1)
	for len(w.offsets) <= 4*to {
		w.offsets = binary.LittleEndian.AppendUint32(w.offsets, uint32(head+len(w.data)))
	}
}

// finish hands the section on.
func (w *wordWriter) finish(s *disk.Spool) {
	w.startGroups(wordGroups)
	s.Add(w.offsets)
	s.Add(w.data)
}

// writeWords writes words, which must be in order.
func writeWords(s *disk.Spool, words []wordCount) {
	var w wordWriter
	for _, word := range words {
		w.add(utf8.RuneCountInString(word.word), word)
	}
	w.finish(s)
}

// writeWords hands the words to the writer, from words and terms in the order of their
// bytes.
func (b *builder) writeWords(to *segmentWriter, order []strtab.Keyed) {
	var byLength [maxSpelling + 1][]uint32
	for _, next := range order {
		if b.list[next.N].count == 0 {
			continue
		}
		if n := utf8.RuneCountInString(b.strings.At(next.N)); n <= maxSpelling {
			byLength[n] = append(byLength[n], next.N)
		}
	}
	var w wordWriter
	for length, words := range byLength {
		for _, id := range words {
			word := b.list[id]
			w.add(length, wordCount{b.strings.At(id), int(word.count), int(word.capitals)})
		}
	}
	w.finish(to.spools[secWords])
}

// sortedWords returns words in the order of a segment: by their number of characters, of
// which they have no more than maxSpelling, and then by their bytes.
func sortedWords(words []wordCount) []wordCount {
	order := make([]strtab.Keyed, len(words))
	for i, w := range words {
		order[i] = strtab.Keyed{Key: uint64(utf8.RuneCountInString(w.word))<<56 | strtab.KeyOf(w.word)>>8, N: uint32(i)}
	}
	strtab.SortKeyed(order, func(x, y uint32) int { return cmp.Compare(words[x].word, words[y].word) })
	sorted := make([]wordCount, len(words))
	for i, next := range order {
		sorted[i] = words[next.N]
	}
	return sorted
}

// wordReader reads the words of one or several groups.
type wordReader struct{ c raw.Cursor }

// wordsIn returns a reader of the words of some groups.
func (s *segment) wordsIn(from, to int) wordReader {
	at := s.bytes(secWords, 4*from, 4*from+4)
	end := s.bytes(secWords, 4*to, 4*to+4)
	return wordReader{raw.Cursor{Data: s.bytes(secWords, raw.Uint32(at, 0), raw.Uint32(end, 0))}}
}

// next returns the next word, as a part of the segment, how often it occurs, and
// how often in capitals; and whether there is one.
func (r *wordReader) next() (word []byte, count, capitals int, ok bool) {
	if r.c.At == len(r.c.Data) {
		return nil, 0, 0, false
	}
	word = r.c.Bytes()
	n := r.c.Uvarint()
	if n&1 == 1 {
		capitals = int(r.c.Uvarint())
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
			return count - s.roll.Count(roll.Word, word), capitals - s.roll.Count(roll.Capitals, word)
		}
	}
}
