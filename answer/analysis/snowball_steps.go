package analysis

import "strings"

// plural is step 1a.
func (w *stemming) plural() {
	switch {
	case w.endsIn("sses"), (w.endsIn("ied") || w.endsIn("ies")) && w.n > 4:
		w.cut(2)
	case w.endsIn("ied"), w.endsIn("ies"):
		w.cut(1)
	case w.endsIn("us"), w.endsIn("ss"):
	case w.endsIn("s") && w.vowelIn(w.n-2):
		w.cut(1)
	}
}

// participle is step 1b.
func (w *stemming) participle() {
	e := participles.of(w)
	switch {
	case e.suffix == "":
		return
	case e.by != "":
		if e.stands(w, w.r1) {
			w.replace(len(e.suffix), e.by)
		}
		return
	case !w.vowelIn(w.n - len(e.suffix)):
		return
	}
	r1, r2 := w.r1, w.r2
	w.cut(len(e.suffix))
	switch {
	case w.endsIn("at"), w.endsIn("bl"), w.endsIn("iz"):
		w.replace(0, "e")
	case w.n >= 2 && w.letters[w.n-1] == w.letters[w.n-2] && strings.IndexByte("bdfgmnprt", w.letters[w.n-1]) >= 0:
		w.cut(1)
	case w.r1 == w.n && w.short(w.n):
		w.replace(0, "e")
		r1, r2 = w.n, w.n
	}
	w.r1, w.r2 = min(r1, w.n), min(r2, w.n)
}

// short reports whether the first n letters end in a short syllable: a vowel and one that
// is none, behind nothing, or behind another that is none if they do not end in w, x or Y.
func (w *stemming) short(n int) bool {
	if n < 2 || !w.vowel(n-2) || w.vowel(n-1) {
		return false
	}
	last := w.letters[n-1]
	return n == 2 || last != 'w' && last != 'x' && last != 'Y' && !w.vowel(n-3)
}

// ending is what some words end in, with what takes its place.
type ending struct{ suffix, by string }

// endings are those of a step, longer ones before those that they end in.
type endings []ending

// The endings of the steps.
var (
	participles = endings{{"eedly", "ee"}, {"ingly", ""}, {"edly", ""}, {"ing", ""}, {"eed", "ee"}, {"ed", ""}}
	derivations = endings{
		{"ational", "ate"}, {"fulness", "ful"}, {"iveness", "ive"}, {"ization", "ize"}, {"ousness", "ous"}, {"biliti", "ble"},
		{"lessli", "less"}, {"tional", "tion"}, {"alism", "al"}, {"aliti", "al"}, {"ation", "ate"}, {"entli", "ent"}, {"fulli", "ful"},
		{"iviti", "ive"}, {"ousli", "ous"}, {"anci", "ance"}, {"abli", "able"}, {"alli", "al"}, {"ator", "ate"}, {"enci", "ence"},
		{"izer", "ize"}, {"bli", "ble"}, {"ogi", "og"}, {"li", ""},
	}
	moreDerivations = endings{
		{"ational", "ate"}, {"tional", "tion"}, {"alize", "al"}, {"icate", "ic"}, {"ative", ""}, {"iciti", "ic"}, {"ical", "ic"},
		{"ful", ""}, {"ness", ""},
	}
	lastDerivations = endings{
		{"ement", ""}, {"ance", ""}, {"ence", ""}, {"able", ""}, {"ible", ""}, {"ment", ""}, {"ent", ""}, {"ant", ""}, {"ism", ""},
		{"ate", ""}, {"iti", ""}, {"ous", ""}, {"ive", ""}, {"ize", ""}, {"ion", ""}, {"al", ""}, {"er", ""}, {"ic", ""},
	}
)

// of returns the first ending that a word has, or none.
func (e endings) of(w *stemming) (found ending) {
	last := w.letters[w.n-1]
	for i := range e {
		if s := e[i].suffix; s[len(s)-1] == last && w.endsIn(s) {
			return e[i]
		}
	}
	return ending{}
}

// stands reports whether there is such an ending, and the word has it in a region.
func (e ending) stands(w *stemming, region int) bool {
	return e.suffix != "" && w.n-region >= len(e.suffix)
}

// derived is step 2.
func (w *stemming) derived() {
	e := derivations.of(w)
	switch {
	case !e.stands(w, w.r1),
		e.suffix == "li" && strings.IndexByte("cdeghkmnrt", w.before(e)) < 0,
		e.suffix == "ogi" && w.before(e) != 'l':
		return
	}
	w.replace(len(e.suffix), e.by)
}

// before returns the letter before an ending, or 0.
func (w *stemming) before(e ending) byte {
	if w.n == len(e.suffix) {
		return 0
	}
	return w.letters[w.n-len(e.suffix)-1]
}

// derivedAgain is step 3.
func (w *stemming) derivedAgain() {
	e := moreDerivations.of(w)
	if e.stands(w, w.r1) && (e.suffix != "ative" || e.stands(w, w.r2)) {
		w.replace(len(e.suffix), e.by)
	}
}

// derivedFirst is step 4.
func (w *stemming) derivedFirst() {
	e := lastDerivations.of(w)
	if e.stands(w, w.r2) && (e.suffix != "ion" || w.before(e) == 's' || w.before(e) == 't') {
		w.cut(len(e.suffix))
	}
}

// last is step 5.
func (w *stemming) last() {
	switch {
	case w.r1 == w.n:
	case w.letters[w.n-1] == 'e' && (w.r2 < w.n || !w.short(w.n-1)),
		w.letters[w.n-1] == 'l' && w.r2 < w.n && w.letters[w.n-2] == 'l':
		w.cut(1)
	}
}
