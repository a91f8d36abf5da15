package attribution

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer/analysis"
	"newshound/corpus"
)

// embedded reports whether a cue’s clause depends on the word right before it: the plan that Lee
// wants, voters who fear it, Doyle said he believes.
func (u *unit) embedded(c cue) bool {
	if c.joined || c.inverted || c.source.first == 0 {
		return false
	}
	switch t := u.tokens[c.source.first-1]; {
	case t.kind != word || c.source.first == 1 && t.is(aMoment): // then somebody asked
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
	if u.at(before).kind == comma {
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

// passOverNested leaves out what is thought or wanted within what somebody says: Lee said
// that Doyle feared it.
func (r *reader) passOverNested() {
	kept := make([]said, 0, len(r.found))
	for i, s := range r.found {
		if !s.Tacit || s.Kind == Direct || !r.nested(i) {
			kept = append(kept, s)
		}
	}
	r.found = kept
}

// nested reports whether the attribution with the given index lies within a piece of
// what another near it attributes.
func (r *reader) nested(i int) bool {
	inner := r.found[i].Span()
	near := r.found[max(0, i-nearCues):min(len(r.found), i+nearCues)]
	return slices.ContainsFunc(near, func(s said) bool {
		return slices.ContainsFunc(s.Content, func(c corpus.Span) bool {
			return c.Start <= inner.Start && inner.End <= c.End && c.Len() > inner.Len()
		})
	})
}
