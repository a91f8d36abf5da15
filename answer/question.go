package answer

import (
	"strings"

	"newshound/answer/analysis"
)

// inquiry is a question understood: the words that it turns on, in order, and
// the kind of thing that would answer it.
type inquiry struct {
	words  []word
	expect expectation
	facets []facet // none unless it names outlets of the coverage
}

// word is one word of a question that carries information. Repetitions count
// once.
type word struct {
	analysis.Token
	typed string // as it stands in the question
	// frame marks a word that belongs to the asking (say, report, mention) more
	// than to what is asked.
	frame bool
	// outlet marks a word of the name of an outlet of the coverage. It finds the
	// outlet's articles, but a quote need not hold it.
	outlet bool
	// name marks a word that looks like part of a proper name.
	name bool
	// joined marks a word that follows the one before it directly, with no stop
	// word or punctuation between them.
	joined bool
}

// expectation is the kind of thing that would answer a question.
type expectation uint8

const (
	anything expectation = iota
	aPerson
	aPlace
	aTime
	aNumber
	aDuration
	aReason
	speech // what somebody said
)

// maxWords bounds the words of a question that are searched for. What is longer
// is no question; it is answered by how it begins.
const maxWords = 64

// understand reads a question.
func (e *Engine) understand(text string) inquiry {
	tokens := e.analyzer.Tokens(text)
	var in inquiry
	in.expect = expected(tokens)
	in.facets = e.outlets.facets(text, tokens)
	dropAsking(tokens)
	shouting := !anyLower(text) || titleCase(tokens)
	seen := make(map[string]bool)
	last := -1
	for i, t := range tokens {
		if t.Stop || seen[t.Term] || len(in.words) == maxWords {
			continue
		}
		seen[t.Term] = true
		w := word{Token: t, typed: text[t.Start:t.End], frame: frames[t.Term], outlet: named(in.facets, t)}
		w.name = !shouting && (t.Acronym || t.Upper && (i > 0 || !analysis.Ordinary(t.Word)))
		if !t.Acronym && !analysis.Ordinary(t.Word) && !isNumber(t.Word) {
			w.name = true // names are also typed in small letters
		}
		w.joined = last >= 0 && last == i-1 && strings.TrimSpace(text[tokens[last].End:t.Start]) == ""
		last = i
		in.words = append(in.words, w)
	}
	// A question of nothing but frame words is about them.
	if !containsFunc(in.words, func(w word) bool { return !w.frame }) {
		for i := range in.words {
			in.words[i].frame = false
		}
	}
	return in
}

// dropAsking makes stop words of the words that only say what kind of answer is
// wanted: how many, how long, in which month.
func dropAsking(tokens []analysis.Token) {
	for i := range tokens[:max(0, len(tokens)-1)] {
		next := &tokens[i+1]
		switch tokens[i].Word {
		case "how":
			next.Stop = next.Stop || measures[next.Word]
		case "what", "which":
			next.Stop = next.Stop || kinds[next.Word]
		}
	}
}

// expected tells from the question words what would answer the question.
func expected(tokens []analysis.Token) expectation {
	at := func(i int) string {
		if i < len(tokens) {
			return tokens[i].Word
		}
		return ""
	}
	for i := range tokens {
		switch at(i) {
		case "who", "whom", "whose":
			return aPerson
		case "where":
			return aPlace
		case "when":
			return aTime
		case "why":
			return aReason
		case "how":
			switch at(i + 1) {
			case "many", "much", "old", "far", "fast", "big", "large", "high", "tall", "deep", "wide":
				return aNumber
			case "long", "often":
				return aDuration
			case "soon", "recently":
				return aTime
			}
		case "what", "which":
			switch at(i + 1) {
			case "day", "date", "year", "month", "time":
				return aTime
			case "city", "country", "place", "state", "location":
				return aPlace
			case "person":
				return aPerson
			case "number", "percentage", "share":
				return aNumber
			}
			for _, t := range tokens[i+1:] {
				if utterances[t.Term] {
					return speech
				}
			}
		}
	}
	return anything
}

func isNumber(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

func anyLower(text string) bool { return strings.ToUpper(text) != text }

// titleCase reports a question whose words are nearly all capitalised, so that
// capitals tell nothing.
func titleCase(tokens []analysis.Token) bool {
	upper := 0
	for _, t := range tokens {
		if t.Upper {
			upper++
		}
	}
	return len(tokens) >= 4 && upper*5 >= len(tokens)*4
}

func containsFunc(words []word, f func(word) bool) bool {
	for _, w := range words {
		if f(w) {
			return true
		}
	}
	return false
}
