package answer

import (
	_ "embed" // for the tables
	"iter"
	"slices"
	"strings"

	"newshound/answer/analysis"
)

// How well a related word stands for the word of a question, by the kind of
// relation.
const (
	sameWeight    = 0.8 // another form of the same name or number: Russian for Russia, Sen. for Senator
	relatedWeight = 0.4 // another word for much the same thing, or its converse: receive for hand
)

// relatedTo returns what is related to a term, by the terms of the words in the tables.
// They are searched as they lie: to have the term of every word of theirs at hand would
// take longer than a question does.
func relatedTo(a *analysis.Analyzer, term string) []Alt {
	var out []Alt
	read := func(table string, weight float64) {
		for line := range linesWith(a, table, term) {
			for w := range strings.FieldsSeq(line) {
				to := a.Term(w)
				if to != term && !slices.ContainsFunc(out, func(x Alt) bool { return x.Terms[0] == to }) {
					out = append(out, Alt{Terms: []string{to}, Weight: weight})
				}
			}
		}
	}
	read(same, sameWeight)
	read(related, relatedWeight)
	return out
}

// keptLetters is how many of its first letters every word of the tables shares with its
// term. Only words that have those of a term are looked at.
const keptLetters = 2

// linesWith yields the lines of a table that have a word of a term.
func linesWith(a *analysis.Analyzer, table, term string) iter.Seq[string] {
	return func(yield func(string) bool) {
		letters := term[:min(len(term), keptLetters)]
		for at := 0; at < len(table); {
			i := strings.Index(table[at:], letters)
			if i < 0 {
				return
			}
			start := at + i
			at = start + strings.IndexAny(table[start:], " \n")
			if start > 0 && table[start-1] > ' ' || a.Term(table[start:at]) != term {
				at++
				continue
			}
			line := table[strings.LastIndexByte(table[:start], '\n')+1:]
			if !yield(line[:strings.IndexByte(line, '\n')]) {
				return
			}
			at = start + strings.IndexByte(table[start:], '\n')
		}
	}
}

// same holds forms of one name, a group to a line: countries and who lives there,
// titles and their abbreviations, numbers in words and in figures.
//
//go:embed same.txt
var same string

// related holds words of the news that a question and a report use for much the
// same thing, or that name one event from its two sides, a group to a line.
//
//go:embed related.txt
var related string
