package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer/analysis"
)

// embedded reports whether a cue’s clause depends on the word right before it: the plan that Lee
// wants, voters who fear it, Doyle said he believes.
func (u *unit) embedded(c cue) bool {
	if c.joined || c.inverted || c.according || c.source.first == 0 {
		return false
	}
	switch t := u.tokens[c.source.first-1]; {
	case t.kind != word:
		return false
	case t.attributes() || t.word == "that" || t.word == "which" || t.word == "whom":
		return true
	case t.is(aHelper | aMoment):
		return !u.somebody(c.source)
	default:
		return !t.upper && !t.is(aJoin|aPreposition)
	}
}

// names reports whether a cue only tells what something is called, or is about nobody who
// could speak: a book by Smith called “The Way”.
func (u *unit) names(c cue, r run) bool {
	if u.tokens[r.first].kind != quoted {
		return false
	}
	if r.first == r.last && u.titles(r.first) {
		return true
	}
	if c.verb.use&clauses != 0 || c.verb.use&things == 0 {
		return false
	}
	if naming(u.tokens[c.last].word) && r.first == r.last && r.first == c.last+1 && words(u.text(r.first)) < fewWords-1 {
		return true // what she calls “real solutions”
	}
	return naming(u.tokens[c.last].word) && c.source.pronoun == "" && r.first == c.last+1 || u.kindOf([]run{r}) == Direct && !u.somebody(c.source)
}

// naming are verbs that have an object, unless they only tell what something is called.
var naming = analysis.Words("call calls called dubs dubbed labels labeled brands branded nicknamed terms termed")

// works are what has a title.
var works = analysis.Words("book memoir novel autobiography biography film movie documentary song album single poem essay column article play musical show series podcast sitcom painting")

// titles reports whether the quotation at i is the title of a work that is named before
// it: in her memoir, “The Dam”.
func (u *unit) titles(i int) bool {
	before := i - 1
	if before >= 0 && u.tokens[before].kind == comma {
		before--
	}
	if before < 0 || !works(u.tokens[before].word) {
		return false
	}
	for w := range strings.FieldsSeq(u.text(i)) {
		w = strings.Trim(w, quoteMarks+".,!?")
		if first, _ := utf8.DecodeRuneInString(w); len(w) > len("from") && unicode.IsLower(first) {
			return false
		}
	}
	return true
}
