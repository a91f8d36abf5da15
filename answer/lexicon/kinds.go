package lexicon

import (
	_ "embed" // for the table
	"slices"
	"strings"
	"sync"
	"unicode"

	"newshound/answer/analysis"
)

// kindsTable lists well-known things by their kind, a kind to a line: the words for it,
// then names.
//
//go:embed kinds.txt
var kindsTable string

// Members are the well-known things of a kind, by the first term of their names.
type Members map[string][]member

// member is one of them. What is written with a capital is found so alone: Turkey.
type member struct {
	terms []string
	upper bool
}

// membersOf holds, by the terms of the words for each kind in the table, a function that
// returns its members. They are made when a question first asks for them, since that takes
// as long as a good part of an answer.
var membersOf = sync.OnceValue(func() map[string]func() Members {
	a := new(analysis.Analyzer)
	all := make(map[string]func() Members)
	for line := range strings.Lines(kindsTable) {
		kind, names, _ := strings.Cut(line, ":")
		made := sync.OnceValue(func() Members { return newMembers(a, names) })
		for word := range strings.FieldsSeq(kind) {
			all[a.Term(word)] = made
		}
	}
	return all
})

// newMembers returns the members of those names, with commas between them.
func newMembers(a *analysis.Analyzer, names string) Members {
	m := make(Members)
	for name := range strings.SplitSeq(names, ",") {
		m.add(a, strings.TrimSpace(name))
	}
	return m
}

// add adds a name, and other forms of it: who lives in China is Chinese.
func (m Members) add(a *analysis.Analyzer, name string) {
	var terms []string
	for _, t := range a.Tokens(name) {
		terms = append(terms, t.Term)
	}
	upper := strings.ContainsFunc(name, unicode.IsUpper)
	m[terms[0]] = append(m[terms[0]], member{terms, upper})
	if len(terms) > 1 {
		return
	}
	for _, form := range RelatedTo(a, terms[0]) {
		if form.Same {
			m[form.Term] = append(m[form.Term], member{[]string{form.Term}, upper})
		}
	}
}

// BeginsAt reports whether the name of one of them begins at the i-th token.
func (m Members) BeginsAt(tokens []analysis.Token, i int) bool {
	return slices.ContainsFunc(m[tokens[i].Term], func(one member) bool {
		if one.upper && !tokens[i].Upper || i+len(one.terms) > len(tokens) {
			return false
		}
		return slices.EqualFunc(one.terms, tokens[i:i+len(one.terms)], func(term string, t analysis.Token) bool { return t.Term == term })
	})
}

// Kind returns the members of the kind that a word of a term is for, or nil.
func Kind(term string) Members {
	if of := membersOf()[term]; of != nil {
		return of()
	}
	return nil
}

// IsPlace reports whether a name is all of that of a well-known country, state, city or
// continent.
func IsPlace(name []analysis.Token) bool {
	a := new(analysis.Analyzer)
	return slices.ContainsFunc([]string{"country", "state", "city", "continent"}, func(kind string) bool {
		places := membersOf()[a.Term(kind)]()
		return places.BeginsAt(name, 0) && slices.ContainsFunc(places[name[0].Term], func(one member) bool { return len(one.terms) == len(name) })
	})
}

// AskedOf returns the members of the kind that a question asks for one of, or nil: which
// South Asian country, what type of animal. It is what the last word before a verb or the
// like names, as far as the table goes.
func AskedOf(tokens []analysis.Token) Members {
	const furthest = 4 // words behind which or what
	for i, t := range tokens {
		if t.Word != "what" && t.Word != "which" {
			continue
		}
		var found func() Members
		for j := i + 1; j < len(tokens) && j <= i+furthest; j++ {
			if m := membersOf()[tokens[j].Term]; m != nil {
				found = m
			} else if tokens[j].Stop && tokens[j].Word != "of" {
				break
			}
		}
		if found != nil {
			return found()
		}
	}
	return nil
}
