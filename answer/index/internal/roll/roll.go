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
	_, n := r.find(kind + text)
	return n
}

// find returns the number of the first line whose key is not before one, and the count of that
// key.
func (r *Roll) find(key string) (i, count int) {
	i = sort.Search(len(r.at), func(i int) bool {
		k, _ := r.line(i)
		return string(k) >= key
	})
	if i < len(r.at) {
		if k, n := r.line(i); string(k) == key {
			count = n
		}
	}
	return i, count
}

// lines returns the bytes of the lines from one on to another.
func (r *Roll) lines(from, to int) []byte {
	if from == to {
		return nil
	}
	end := len(r.data)
	if to < len(r.at) {
		end = int(r.at[to])
	}
	return r.data[r.at[from]:end]
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

// NewTally returns a tally of no article.
func NewTally() *Tally { return &Tally{counts: make(map[string]int)} }

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

// AddTo returns a roll, which may be nil, with what the tally has. It leaves out the names that
// the segment does not tell of, which are most of them in a large one.
func (t *Tally) AddTo(r *Roll, tells func(acronym, terms string) bool) []byte {
	if r == nil {
		r = new(Roll)
	}
	var lines []byte
	n, next := len(r.at), 0 // lines, and the first of r that is not there yet
	for _, key := range slices.Sorted(maps.Keys(t.counts)) {
		if name, ok := strings.CutPrefix(key, Name); ok {
			if acronym, terms, _ := strings.Cut(name, " "); !tells(acronym, terms) {
				continue
			}
		}
		i, before := r.find(key)
		i = max(i, next)
		lines = append(lines, r.lines(next, i)...)
		lines = raw.AppendString(lines, key)
		lines = binary.AppendUvarint(lines, uint64(before+t.counts[key]))
		if next = i; before > 0 {
			next++
		} else {
			n++
		}
	}
	lines = append(lines, r.lines(next, len(r.at))...)
	return append(binary.AppendUvarint(nil, uint64(n)), lines...)
}
