package build

import (
	"unicode/utf8"

	"newshound/answer/index/internal/segment"
	"newshound/answer/index/internal/strtab"
)

// writeWords hands the words to the writer, from words and terms in the order of their
// bytes.
func (b *builder) writeWords(to *segment.Writer, order []strtab.Keyed) {
	var byLength [segment.MaxWord + 1][]uint32
	for _, next := range order {
		if b.list[next.N].count == 0 {
			continue
		}
		if n := utf8.RuneCountInString(b.strings.At(next.N)); n <= segment.MaxWord {
			byLength[n] = append(byLength[n], next.N)
		}
	}
	var w segment.WordWriter
	for length, words := range byLength {
		for _, id := range words {
			word := b.list[id]
			w.Add(length, segment.WordCount{Word: b.strings.At(id), Count: int(word.count), Capitals: int(word.capitals)})
		}
	}
	w.Finish(to)
}
