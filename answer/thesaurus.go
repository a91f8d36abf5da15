package answer

import (
	_ "embed" // for the tables
	"strings"

	"newshound/answer/analysis"
)

// How well a related word stands for the word of a question, by the kind of
// relation.
const (
	sameWeight    = 0.8 // another form of the same name or number: Russian for Russia, Sen. for Senator
	relatedWeight = 0.4 // another word for much the same thing, or its converse: receive for hand
)

// thesaurus gives the terms related to a term.
type thesaurus map[string][]Alt

func newThesaurus(a *analysis.Analyzer) thesaurus {
	t := make(thesaurus)
	t.read(a, same, sameWeight)
	t.read(a, related, relatedWeight)
	return t
}

func (t thesaurus) read(a *analysis.Analyzer, table string, weight float64) {
	for line := range strings.Lines(table) {
		words := strings.Fields(line)
		for _, w := range words {
			from := a.Term(w)
			for _, v := range words {
				if to := a.Term(v); to != from && !t.has(from, to) {
					t[from] = append(t[from], Alt{Terms: []string{to}, Weight: weight})
				}
			}
		}
	}
}

func (t thesaurus) has(from, to string) bool {
	for _, a := range t[from] {
		if a.Terms[0] == to {
			return true
		}
	}
	return false
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
