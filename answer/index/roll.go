package index

import (
	"encoding/binary"
	"maps"
	"slices"
	"sort"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/index/internal/raw"
	"newshound/corpus"
)

// The kinds of a roll's lines, with which their keys begin.
const (
	rollTerm     = "t" // and a term: the passages that hold it
	rollWord     = "w" // and a folded word: its occurrences
	rollCapitals = "c" // and a folded word: its occurrences in capitals
	rollName     = "n" // and what acronymOf makes of a name: its occurrences
)

// roll tells what the deleted articles of a segment take from its counts, so that
// they need not be read for that. Nil is that of a segment without any. It is
// immutable.
type roll struct {
	data []byte
	at   []uint32 // the offset of every line
}

// openRoll returns the roll that data holds. It panics with damage.
func openRoll(data []byte) *roll {
	c := raw.Cursor{Data: data}
	r := &roll{data: data, at: make([]uint32, c.Count(len(data)))}
	for i := range r.at {
		r.at[i] = uint32(c.At)
		c.Bytes()
		c.Uvarint()
	}
	if c.At != len(data) {
		raw.Damaged("a roll of deleted articles has %d bytes too many", len(data)-c.At)
	}
	return r
}

// line returns the i-th line.
func (r *roll) line(i int) (key []byte, count int) {
	c := raw.Cursor{Data: r.data, At: int(r.at[i])}
	key = c.Bytes()
	return key, int(c.Uvarint())
}

// count returns the count of a key.
func (r *roll) count(kind, text string) int {
	if r == nil {
		return 0
	}
	key := kind + text
	i := sort.Search(len(r.at), func(i int) bool {
		k, _ := r.line(i)
		return string(k) >= key
	})
	if i == len(r.at) {
		return 0
	}
	if k, n := r.line(i); string(k) == key {
		return n
	}
	return 0
}

// tally adds up what articles take from the counts.
type tally struct {
	counts   map[string]int
	analyzer analysis.Analyzer
}

// newTally returns a tally that begins with what a roll holds, which may be nil.
func newTally(r *roll) *tally {
	t := &tally{counts: make(map[string]int)}
	if r != nil {
		for i := range r.at {
			key, n := r.line(i)
			t.counts[string(key)] = n
		}
	}
	return t
}

// add counts an article, just as the index did.
func (t *tally) add(a *corpus.Article) {
	banner := answer.Header(a)
	header := t.analyzer.Tokens(banner)
	header = header[:min(len(header), maxHeader)]
	t.text(banner, header, t.analyzer.AppendWords(nil, banner, 0))
	for _, p := range answer.Passages(a) {
		tokens := answer.Tokens(&t.analyzer, nil, nil, p)
		tokens = tokens[:min(len(tokens), maxPassage)]
		t.text(a.Body, tokens, answer.Words(&t.analyzer, nil, p))
		seen := make(map[string]bool)
		for _, tok := range append(tokens, header...) {
			if !tok.Stop && !seen[tok.Term] {
				seen[tok.Term] = true
				t.counts[rollTerm+tok.Term]++
			}
		}
	}
}

// text counts the words of a text and its names. words are those of the tokens, and
// maybe more.
func (t *tally) text(text string, tokens []analysis.Token, words []analysis.Word) {
	for _, tok := range tokens {
		if !tok.Stop {
			t.counts[rollWord+tok.Word]++
			if tok.Acronym {
				t.counts[rollCapitals+tok.Word]++
			}
		}
	}
	for first, end := range analysis.Names(text, words[:len(tokens)]) {
		name := tokens[first:end]
		terms := strings.Join(analysis.AppendNameTerms(nil, name), " ")
		acronyms := slices.Sorted(analysis.Initials(analysis.AppendParts(nil, name)))
		for _, acronym := range slices.Compact(acronyms) {
			t.counts[rollName+acronymOf(acronym, terms)]++
		}
	}
}

// acronymOf returns the key, in a roll, of a name of some terms that may have the
// acronym.
func acronymOf(acronym, terms string) string { return acronym + " " + terms }

// bytes returns the roll.
func (t *tally) bytes() []byte {
	out := binary.AppendUvarint(nil, uint64(len(t.counts)))
	for _, key := range slices.Sorted(maps.Keys(t.counts)) {
		out = raw.AppendString(out, key)
		out = binary.AppendUvarint(out, uint64(t.counts[key]))
	}
	return out
}
