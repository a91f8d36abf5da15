package followup

import (
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/naming"
	"newshound/answer/syntax"
	"newshound/corpus"
)

// owned reads “and her mother?”, and puts the mother of whoever that is in their place in the question
// before. What is nobody, as in “and its price?”, can only take the place of a topic.
func (f *follower) owned() bool {
	const most = 6
	words := strings.Fields(f.rest)
	if !f.led || len(words) < 2 || len(words) > most || !owners(words[0]) || strings.Contains(f.rest, ",") || f.previous.Form == answer.CheckQuote || len(f.previous.Said) > 0 {
		return false
	}
	owner := f.tokens[len(f.tokens)-len(words)].Word
	names, err := f.antecedents(pronouns[owner], genders[owner])
	if f.err = err; err != nil || len(names) != 1 {
		return false
	}
	d := &f.previous
	asked := f.parse(d.Text)
	at := strings.Index(d.Text[:syntax.AsideIn(d.Text, asked.tokens)], names[0])
	theirs := names[0] + possessive(names[0]) + " " + f.typed(strings.Join(words[1:], " "))
	if at < 0 {
		is := asked.speech && asked.hasSubject && slices.ContainsFunc(words[1:], somebody)
		if is {
			d.Replace(asked.subject, theirs) // what did the judge say? and his lawyers?
		}
		return is
	}
	whose := corpus.Span{Start: at, End: at + len(names[0])}
	owns := strings.HasPrefix(d.Text[whose.End:], "’") || strings.HasPrefix(d.Text[whose.End:], "'")
	switch {
	case owns && asked.hasSubject && asked.subject.Start == at && slices.ContainsFunc(words[1:], somebody):
		d.Replace(asked.subject, theirs) // somebody else of hers
	case owns:
		return false // hers is something already
	case slices.ContainsFunc(words[1:], somebody):
		d.Replace(whose, theirs)
	case asked.speech && asked.topic.End > 0:
		d.Replace(asked.topic, theirs)
	default:
		return false
	}
	return true
}

// somebody reports whether a word is for a person, by their role or relation, or for a body.
func somebody(word string) bool {
	one := strings.TrimSuffix(word, "s")
	return answertype.Roles(word) || answertype.Roles(one) || naming.Bodies(word) || relations(one)
}

// relations are words for what people are to others, as far as they are not among the roles.
var relations = analysis.Words(`parent mom dad mum partner girlfriend boyfriend fiance fiancee family friend colleague boss deputy aide adviser advisor assistant
	employee worker staff team teammate rival competitor opponent critic fan supporter follower founder owner shareholder investor neighbor neighbour`)

// owners are the possessive pronouns.
var owners = analysis.Words("his her their its")
