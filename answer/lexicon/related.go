// Package lexicon knows a little of English: words that stand for each other ([RelatedTo]),
// forms of a given name ([GivenForms]), and the well-known things of a kind ([AskedOf], [IsPlace]).
// It is five lists of our own, embedded, and what finds a word in them; all of it is
// safe for concurrent use.
package lexicon

import (
	_ "embed" // for the tables
	"slices"
	"strings"
	"sync"

	"newshound/answer/analysis"
)

// Related is a term that stands for another.
type Related struct {
	Term string
	// Same says that it is another form of the same name or number, or of the word in
	// another spelling: Russian for Russia, Sen. for Senator. Else it is another word
	// for much the same thing, or its converse: receive for hand.
	Same bool
	// Event says that news tells one event with either: a ban for what is outlawed. Who did
	// what to whom may change with it only as a noun's does with its verb's.
	Event bool
}

// RelatedTo returns what is related to a term: the terms of the other words of the lines
// that have a word of that term, each once.
func RelatedTo(a *analysis.Analyzer, term string) []Related {
	var out []Related
	t := tables()
	mayHave := analysis.MayHave(term)
	for _, start := range t.beginning(term) {
		if word := t.wordFrom(start); !mayHave(word) || a.Term(word) != term {
			continue
		}
		for w := range strings.FieldsSeq(t.lineFrom(uint32(strings.LastIndexByte(t.text[:start], '\n') + 1))) {
			to := a.Term(w)
			if to != term && !slices.ContainsFunc(out, func(x Related) bool { return x.Term == to }) {
				out = append(out, Related{to, int(start) < len(same), int(start) >= len(same) && int(start) < len(same)+len(events)})
			}
		}
	}
	return out
}

// keptLetters is how many of its first letters every word of the tables shares with its
// term.
const keptLetters = 2

// wordTable finds the words of a text by how they begin: to have the terms of all of
// them at hand would take longer than a question does.
type wordTable struct {
	text string
	// words are where the words start, those that begin alike in order; ends are where
	// those that begin in one way end among them.
	words []uint32
	ends  [1024]uint32
}

// tables are all three tables, made when the first question is asked.
var tables = sync.OnceValue(func() *wordTable { return newWordTable(same + events + related) })

func newWordTable(text string) *wordTable {
	const wordLength = 6 // or more, as a rule
	t := &wordTable{text: text}
	starts, ways := make([]uint32, 0, len(text)/wordLength), make([]uint16, 0, len(text)/wordLength)
	for i := 0; i < len(text); i++ {
		if text[i] <= ' ' {
			continue
		}
		way := t.way(text[i:])
		starts, ways = append(starts, uint32(i)), append(ways, uint16(way))
		t.ends[way]++
		for i < len(text) && text[i] > ' ' {
			i++
		}
	}
	all := uint32(0)
	for i, n := range t.ends {
		t.ends[i], all = all, all+n
	}
	t.words = make([]uint32, all)
	for i, way := range ways {
		t.words[t.ends[way]] = starts[i]
		t.ends[way]++
	}
	return t
}

// way numbers the ways in which a word may begin, by its first two letters.
func (t *wordTable) way(word string) int {
	way := 0
	for i := range min(len(word), keptLetters) {
		if word[i] <= ' ' {
			break
		}
		way = 31*way + int(word[i])
	}
	return way % len(t.ends)
}

// beginning returns where the words start that begin as a term does, and perhaps others.
func (t *wordTable) beginning(term string) []uint32 {
	way := t.way(term)
	start := uint32(0)
	if way > 0 {
		start = t.ends[way-1]
	}
	return t.words[start:t.ends[way]]
}

// wordFrom returns the word that starts at a place.
func (t *wordTable) wordFrom(start uint32) string {
	end := start
	for int(end) < len(t.text) && t.text[end] > ' ' {
		end++
	}
	return t.text[start:end]
}

// lineFrom returns the text from a place to the end of its line.
func (t *wordTable) lineFrom(start uint32) string {
	line, _, _ := strings.Cut(t.text[start:], "\n")
	return line
}

// same holds forms of one name, a group to a line: countries and who lives there,
// titles and their abbreviations, numbers in words and in figures, words in two spellings.
//
//go:embed same.txt
var same string

// events holds what reports tell one event with, verbs and their nouns, a group to a line. It
// has no converses: who bought something is not who sold it.
//
//go:embed events.txt
var events string

// related holds words that a question and a report use for much the same thing, or
// that name one event from its two sides, a group to a line.
//
//go:embed related.txt
var related string
