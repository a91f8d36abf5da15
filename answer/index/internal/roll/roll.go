// Package roll counts what the deleted articles of a segment take from its counts of terms,
// words and names: [Tally] when they are deleted, [Roll] when it is asked.
//
// # Decisions
//
// What is deleted is counted, not forgotten. Context: scores depend on how many
// passages hold a word and how long they are on average, and an index with
// deletions must rank like one made of what is left. Decision: with the list of
// deleted articles goes a roll of the terms, words and names that they take from
// the counts, made when they are deleted. Consequence: opening an index reads none of
// them, and answers are the same to the last bit; but how a name is spelled may be
// as deleted articles did it, until their segment is merged.
package roll

import (
	"encoding/binary"
	"maps"
	"slices"
	"sort"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/index/internal/postings"
	"newshound/answer/index/internal/raw"
	"newshound/corpus"
)

// The kinds of a roll's lines, with which their keys begin.
const (
	Term     = "t" // and a term: the passages that hold it
	Word     = "w" // and a folded word: its occurrences
	Capitals = "c" // and a folded word: its occurrences in capitals
	Name     = "n" // and what NameKey makes of a name: its occurrences
)

// Roll tells what the deleted articles of a segment take from its counts, so that
// they need not be read for that. Nil is that of a segment without any. It is
// immutable.
type Roll struct {
	data []byte
	at   []uint32 // the offset of every line
}

// Open returns the roll that data holds. It panics with damage.
func Open(data []byte) *Roll {
	c := raw.Cursor{Data: data}
	r := &Roll{data: data, at: make([]uint32, c.Count(len(data)))}
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
func (r *Roll) line(i int) (key []byte, count int) {
	c := raw.Cursor{Data: r.data, At: int(r.at[i])}
	key = c.Bytes()
	return key, int(c.Uvarint())
}

// Bytes returns what a file has of the roll.
func (r *Roll) Bytes() []byte { return r.data }

// Count returns the count of a key.
func (r *Roll) Count(kind, text string) int {
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

// Check checks that a roll is in order.
func (r *Roll) Check() {
	if r == nil {
		return
	}
	last := ""
	for i := range r.at {
		key, n := r.line(i)
		if string(key) <= last || n <= 0 {
			raw.Damaged("line %d of a roll of deleted articles is wrong", i)
		}
		last = string(key)
	}
}

// Tally adds up what articles take from the counts.
type Tally struct {
	counts   map[string]int
	analyzer analysis.Analyzer
}

// NewTally returns a tally that begins with what a roll holds, which may be nil.
func NewTally(r *Roll) *Tally {
	t := &Tally{counts: make(map[string]int)}
	if r != nil {
		for i := range r.at {
			key, n := r.line(i)
			t.counts[string(key)] = n
		}
	}
	return t
}

// Add counts an article, just as the index did.
func (t *Tally) Add(a *corpus.Article) {
	banner := answer.Header(a)
	header := t.analyzer.Tokens(banner)
	header = header[:min(len(header), postings.MaxHeader)]
	t.text(banner, header, t.analyzer.AppendWords(nil, banner, 0))
	for _, p := range answer.Passages(a) {
		tokens := answer.Tokens(&t.analyzer, nil, p)
		tokens = tokens[:min(len(tokens), postings.MaxPassage)]
		t.text(a.Body, tokens, answer.Words(&t.analyzer, nil, nil, p))
		seen := make(map[string]bool)
		for _, tok := range append(tokens, header...) {
			if !tok.Stop && !seen[tok.Term] {
				seen[tok.Term] = true
				t.counts[Term+tok.Term]++
			}
		}
	}
}

// text counts the words of a text and its names. words are those of the tokens, and
// maybe more.
func (t *Tally) text(text string, tokens []analysis.Token, words []analysis.Word) {
	for _, tok := range tokens {
		if !tok.Stop {
			t.counts[Word+tok.Word]++
			if tok.Acronym {
				t.counts[Capitals+tok.Word]++
			}
		}
	}
	for first, end := range analysis.Names(text, words[:len(tokens)]) {
		name := tokens[first:end]
		terms := strings.Join(analysis.AppendNameTerms(nil, name), " ")
		acronyms := slices.Sorted(analysis.Initials(analysis.AppendParts(nil, name)))
		for _, acronym := range slices.Compact(acronyms) {
			t.counts[Name+NameKey(acronym, terms)]++
		}
	}
}

// NameKey returns the key, in a roll, of a name of some terms that may have the
// acronym.
func NameKey(acronym, terms string) string { return acronym + " " + terms }

// Bytes returns the roll.
func (t *Tally) Bytes() []byte {
	out := binary.AppendUvarint(nil, uint64(len(t.counts)))
	for _, key := range slices.Sorted(maps.Keys(t.counts)) {
		out = raw.AppendString(out, key)
		out = binary.AppendUvarint(out, uint64(t.counts[key]))
	}
	return out
}
