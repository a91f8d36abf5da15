package answer

import (
	_ "embed" // for the tables
	"slices"
	"strings"
	"sync"

	"newshound/answer/analysis"
)

// How well a related word stands for the word of a question, by the kind of
// relation.
const (
	sameWeight    = 0.8 // another form of the same name or number: Russian for Russia, Sen. for Senator
	relatedWeight = 0.4 // another word for much the same thing, or its converse: receive for hand
)

// relatedTo returns what is related to a term: the other words of the lines that have a
// word of that term.
func relatedTo(a *analysis.Analyzer, term string) []Alt {
	var out []Alt
	for _, e := range entries()[begins(term)] {
		if a.Term(e.word) != term {
			continue
		}
		for w := range strings.FieldsSeq(e.line) {
			to := a.Term(w)
			if to != term && !slices.ContainsFunc(out, func(x Alt) bool { return x.Terms[0] == to }) {
				out = append(out, Alt{Terms: []string{to}, Weight: e.weight})
			}
		}
	}
	return out
}

// entry is a word of a table.
type entry struct {
	word, line string
	weight     float64
}

// keptLetters is how many of its first letters every word of the tables shares with its
// term.
const keptLetters = 2

// begins returns the first letters of a word or a term.
func begins(word string) string { return word[:min(len(word), keptLetters)] }

// entries are the words of both tables, by their first letters: to have the terms of
// all of them at hand would take longer than a question does.
var entries = sync.OnceValue(func() map[string][]entry {
	out := make(map[string][]entry)
	read := func(table string, weight float64) {
		for line := range strings.Lines(table) {
			for w := range strings.FieldsSeq(line) {
				out[begins(w)] = append(out[begins(w)], entry{w, line, weight})
			}
		}
	}
	read(same, sameWeight)
	read(related, relatedWeight)
	return out
})

// same holds forms of one name, a group to a line: countries and who lives there,
// titles and their abbreviations, numbers in words and in figures.
//
//go:embed same.txt
var same string

// related holds words that a question and a report use for much the same thing, or
// that name one event from its two sides, a group to a line.
//
//go:embed related.txt
var related string
