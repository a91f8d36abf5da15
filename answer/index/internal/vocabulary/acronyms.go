package vocabulary

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/index/internal/roll"
	"newshound/answer/index/internal/segment"
)

// maxNames bounds the names that are told of one acronym.
const maxNames = 4

// SpelledOut returns the names that an acronym may stand for, the most frequent first.
func (v *Vocabulary) SpelledOut(acronym string) (out []answer.Name) {
	var names []segment.Name
	for _, s := range v.segments {
		for _, n := range s.NamesOf(acronym) {
			if n.Count -= s.Roll.Count(roll.Name, roll.NameKey(acronym, n.Terms)); n.Count > 0 {
				names = append(names, n)
			}
		}
	}
	names = segment.JoinNames(names)
	for _, n := range names[:min(len(names), maxNames)] {
		out = append(out, answer.Name{Words: n.Words, Terms: strings.Fields(n.Terms), Count: n.Count})
	}
	return out
}

// Acronyms returns the terms of the acronyms that a name of some terms may have, the most
// frequent first: those that stand in capitals somewhere.
func (v *Vocabulary) Acronyms(name []string) (out []string) {
	terms := strings.Join(name, " ")
	known := make([]map[string]segment.Name, len(v.segments)) // by acronym
	acronyms := make(map[string]bool)
	for i, s := range v.segments {
		for _, a := range s.AcronymsOf(terms) {
			if known[i] == nil {
				known[i] = make(map[string]segment.Name)
			}
			known[i][a.Words] = a
			acronyms[a.Words] = true
		}
	}
	if len(v.segments) > 1 {
		v.addInitials(acronyms, name)
	}
	if len(acronyms) == 0 { // as next to any words have none
		return nil
	}
	var found []segment.Name
	for acronym := range acronyms {
		count, capitals := 0, 0
		for i, s := range v.segments {
			a, ok := known[i][acronym]
			if !ok { // it does not stand in capitals in this segment
				a = s.Named(acronym, terms)
			}
			if a.Count > 0 {
				count += a.Count - s.Roll.Count(roll.Name, roll.NameKey(acronym, terms))
			}
			_, inCapitals := s.CountOf(acronym)
			capitals += inCapitals
		}
		if count > 0 && capitals > 0 {
			found = append(found, segment.Name{Words: acronym, Terms: v.analyzer.Term(acronym), Count: count})
		}
	}
	slices.SortFunc(found, func(x, y segment.Name) int {
		return cmp.Or(cmp.Compare(y.Count, x.Count), cmp.Compare(x.Words, y.Words))
	})
	for _, a := range found {
		out = append(out, a.Terms)
	}
	return out
}

// addInitials adds the acronyms that a name could have, which may stand in another
// segment than the name. How it is spelled, with its small words, tell the names that
// are kept for the initials of its terms.
func (v *Vocabulary) addInitials(acronyms map[string]bool, name []string) {
	var initials strings.Builder
	for _, term := range name {
		first, _ := utf8.DecodeRuneInString(term)
		initials.WriteRune(first)
	}
	for _, s := range v.segments {
		n := s.Named(initials.String(), strings.Join(name, " "))
		if n.Count == 0 {
			continue
		}
		for acronym := range analysis.Initials(analysis.AppendParts(nil, v.analyzer.Tokens(n.Words))) {
			acronyms[acronym] = true
		}
	}
}
