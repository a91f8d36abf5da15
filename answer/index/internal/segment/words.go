package segment

import (
	"encoding/binary"
	"unicode/utf8"

	"newshound/answer/index/internal/raw"
	"newshound/answer/index/internal/roll"
	"newshound/answer/index/internal/strtab"
)

// WordCount is a folded word with the number of times that it occurs.
type WordCount struct {
	Word     string
	Count    int
	Capitals int // how often in capitals
}

// MaxWord is the number of characters of the longest words.
const MaxWord = 32

// wordGroups is the number of groups that words are divided into, by their
// number of characters and their first byte.
const wordGroups = (MaxWord + 1) * 256

func wordGroup(length int, first byte) int { return length*256 + int(first) }

// WordWriter makes the section of the words, which must be added in order.
type WordWriter struct{ offsets, data []byte }

// Add adds a word of so many characters.
func (w *WordWriter) Add(length int, word WordCount) {
	w.startGroups(wordGroup(length, word.Word[0]))
	w.data = raw.AppendString(strtab.Room(w.data, len(word.Word)+3*binary.MaxVarintLen64), word.Word)
	n := uint64(word.Count) << 1
	if word.Capitals == 0 {
		w.data = binary.AppendUvarint(w.data, n)
		return
	}
	w.data = binary.AppendUvarint(w.data, n+1)
	w.data = binary.AppendUvarint(w.data, uint64(word.Capitals))
}

// startGroups starts the groups up to one.
func (w *WordWriter) startGroups(to int) {
	const head = 4 * (wordGroups + 1)
	for len(w.offsets) <= 4*to {
		w.offsets = binary.LittleEndian.AppendUint32(w.offsets, uint32(head+len(w.data)))
	}
}

// Finish hands the section on.
func (w *WordWriter) Finish(to *Writer) {
	w.startGroups(wordGroups)
	to.spools[Words].Add(w.offsets)
	to.spools[Words].Add(w.data)
}

// WordReader reads the words of one or several groups.
type WordReader struct{ c raw.Cursor }

// wordsIn returns a reader of the words of some groups.
func (s *Segment) wordsIn(from, to int) WordReader {
	at := s.bytes(Words, 4*from, 4*from+4)
	end := s.bytes(Words, 4*to, 4*to+4)
	return WordReader{raw.Cursor{Data: s.bytes(Words, raw.Uint32(at, 0), raw.Uint32(end, 0))}}
}

// WordsOf returns a reader of the words of so many characters that begin with a byte.
func (s *Segment) WordsOf(length int, first byte) WordReader {
	group := wordGroup(length, first)
	return s.wordsIn(group, group+1)
}

// Next returns the next word, as a part of the segment, how often it occurs, and
// how often in capitals; and whether there is one.
func (r *WordReader) Next() (word []byte, count, capitals int, ok bool) {
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

// CountOf returns how often a folded word stands in articles that are not
// deleted, and how often in capitals.
func (s *Segment) CountOf(word string) (count, capitals int) {
	length := utf8.RuneCountInString(word)
	if length == 0 || length > MaxWord {
		return 0, 0
	}
	for r := s.WordsOf(length, word[0]); ; {
		w, count, capitals, ok := r.Next()
		if !ok || string(w) > word {
			return 0, 0
		}
		if string(w) == word {
			return count - s.Roll.Count(roll.Word, word), capitals - s.Roll.Count(roll.Capitals, word)
		}
	}
}
