package engine

import (
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/lexicon"
)

// callByName finds the names of people and the like in a question, and lets a given
// name that stands before a surname find its other forms: Chris Wray is Christopher
// Wray.
func (e *Engine) callByName(x *expansion) {
	for i := range x.wants {
		w := &x.wants[i]
		if w.surname = x.surnameOf(i); w.surname == 0 {
			continue
		}
		for _, form := range lexicon.GivenForms(w.word.Word) {
			if t := e.analyzer.Term(form); e.index.DocFreq(t) > 0 {
				w.Alts = append(w.Alts, answer.Alt{Terms: []string{t}, Weight: givenWeight})
				w.known = true
			}
		}
	}
}

// surnameOf returns the place, from 1, of the last word of the name that the i-th
// word begins or goes on, or 0.
func (x expansion) surnameOf(i int) int {
	w := x.wants[i].word
	if !w.name {
		return 0
	}
	last := 0
	for j := i + 1; j < len(x.wants); j++ {
		v := x.wants[j].word
		if !v.joined || !v.name || v.Acronym || v.Upper != w.Upper {
			break
		}
		last = j + 1
	}
	if last > 0 && (w.Acronym || analysis.Ordinary(w.Word)) && analysis.Ordinary(x.wants[last-1].word.Word) {
		return 0 // White House, EU Commission
	}
	return last
}

// namesake is what a given name counts in an article that never has the surname: it
// is somebody else's.
const namesake = 0.3

// notNamesakes lowers what is met of the given names of the question to what it counts
// where nothing has the surname, by what the article and its header meet.
func notNamesakes(wants []want, met []float64, article, header []float64) {
	for i, w := range wants {
		if n := w.surname - 1; n >= 0 && wants[n].known && article[n] == 0 && header[n] == 0 {
			met[i] *= namesake
		}
	}
}

// surnameStands is how well a surname by itself stands for the given name before it,
// in an article that has both: an article names somebody in full once.
const surnameStands = 0.7

// bySurname raises what is met of the given names of the question where a quote has the
// surname, by what the quote meets itself, and what the article and its header meet.
func bySurname(wants []want, met, inside, article, header []float64) {
	for i, w := range wants {
		if n := w.surname - 1; n >= 0 && inside[n] >= sameWeight {
			met[i] = max(met[i], surnameStands*max(article[i], header[i]))
		}
	}
}

// absentShare is the share of the question, by weight, from which on it is told that a
// word is absent.
const absentShare = 0.15

// absent returns the words of a question, as typed, that are a good part of it, or all
// that it asks of whom it names, and that the coverage uses, though neither in the chosen
// quotes nor in the passages and headers around them. The kind of thing that is asked
// for, as in “which state”, need not be there.
func absent(x expansion, chosen []candidate, unmet bool) []string {
	total := 0.0
	for _, w := range x.wants {
		total += w.info
	}
	var out []string
	for i, w := range x.wants {
		if !w.known || w.word.frame || w.word.outlet {
			continue
		}
		if nearAny(chosen, i) || w.word.class || w.info < absentShare*total && (!unmet || w.word.name) {
			continue
		}
		typed := strings.TrimSuffix(strings.TrimSuffix(w.word.typed, "’s"), "'s")
		if w.word.numbers {
			typed = x.wants[i-1].word.typed + " " + typed
		}
		out = append(out, typed)
	}
	return out
}

// unmet reports whether a question asks something of a name that the coverage uses, and
// nothing of that is in the chosen quotes or around them. Where somebody is asked to have
// spoken of nothing but a name, that is what is asked; topic has a share of it.
func (x expansion) unmet(chosen []candidate, topic []float64) bool {
	named, asked, spokenOf := false, false, false
	for i, w := range x.wants {
		switch {
		case w.word.frame || w.word.outlet:
		case (w.word.name || w.word.numbers) && topic[i] > 0:
			spokenOf = spokenOf || nearAny(chosen, i)
			named = true
		case w.word.name || w.word.numbers:
			named = named || w.known
		case w.word.told && ofName(chosen), nearAny(chosen, i):
			return false
		default:
			asked = asked || w.known && !w.word.class
		}
	}
	return named && (asked || !spokenOf && slices.ContainsFunc(topic, func(share float64) bool { return share > 0 }))
}

// ofName reports whether what is asked of a name stands beside it in one of some quotes.
func ofName(quotes []candidate) bool {
	return slices.ContainsFunc(quotes, func(c candidate) bool { return c.ofName })
}

// nearAny reports whether the i-th clause is met in or around one of some quotes.
func nearAny(quotes []candidate, i int) bool {
	return slices.ContainsFunc(quotes, func(c candidate) bool { return c.near[i] > proofArticle })
}
