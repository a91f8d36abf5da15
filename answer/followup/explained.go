package followup

import (
	"slices"
	"strings"

	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/naming"
)

// explained reports whether a question with a pronoun as its i-th token can stand alone: it names
// before the pronoun, or behind a comma, what that stands for; it says so much before it that
// somebody or something must be meant by that; or the pronoun stands for nothing.
func (f *follower) explained(i int) bool {
	kind := pronouns[f.tokens[i].Word]
	if f.toldOf(i) || f.doneTo(i) {
		return false
	}
	if f.namesBefore(i) && (kind != person || f.namesSomebody()) || kind == person && f.ofAsked(i) {
		return true
	}
	if i > 1 && answertype.Auxiliaries(f.tokens[i-1].Word) && measured().MatchString(f.rest) {
		return idle().MatchString(f.Words)
	}
	before, opens := f.tokens[:i], 1 // opens: the first token, though a verb of speech, says something
	if i > 0 && interrogatives(f.tokens[1].Word) {
		before, opens = before[1:], 0 // since when
	}
	says := 0
	for k, t := range before {
		switch {
		case kind == person && (answertype.Roles(t.Word) || answertype.Honorifics(t.Term)):
			return true
		case t.Stop || t.Word == "else" || askedMeasures(t.Word) || answertype.Honorifics(t.Term):
		case k >= opens && answertype.Utterances(t.Term):
		default:
			says++
		}
	}
	if kind == person {
		return says > 3
	}
	return says > 1 || says == 1 && !asksWhat().MatchString(f.rest) || kind == thing && idle().MatchString(f.Words)
}

// namesSomebody reports whether the follow-up names a person, or a body that it may mean one by: not
// “why did the Yankees let him go?”
func (f *follower) namesSomebody() bool {
	people, err := f.names.People(f.ctx, f.text)
	if err != nil {
		f.err = err
	}
	bodies := slices.DeleteFunc(f.names.Of(f.text, f.tokens), func(n naming.Name) bool { return n.First > 0 && f.tokens[n.First-1].Word == "the" })
	return len(people) > 0 || len(bodies) > 0
}

// ofAsked reports whether the i-th token, a pronoun, may mean who the question itself asks
// for: “Which politician said she would run?”, “Who announced he would leave?”
func (f *follower) ofAsked(i int) bool {
	if first := f.tokens[0].Word; first != "who" && first != "which" && first != "what" || analysis.AnyWord(f.tokens[1:i], answertype.Auxiliaries) {
		return false
	}
	return slices.ContainsFunc(f.tokens[1:i], func(t analysis.Token) bool {
		return answertype.Utterances(t.Term) && (f.tokens[0].Word != "who" || ofOneself(t.Word))
	})
}

// ofOneself are verbs of what people mostly tell of themselves.
var ofOneself = analysis.Words("announced announces revealed reveals confirmed admitted admits pledged promised vowed")

// namesBefore reports whether the follow-up has a name before the i-th token, or behind it
// and a comma: following her ouster, Liz Cheney.
func (f *follower) namesBefore(i int) bool {
	return slices.ContainsFunc(f.names.Of(f.text, f.tokens), func(n naming.Name) bool {
		return n.First < i || n.First > i && strings.Contains(f.text[f.tokens[i].End:n.Start], ", ") && !f.led
	})
}

// toldOf reports whether the i-th token, the last, is what or whom somebody is asked to
// have spoken of: “what did Wray say about it?”, “… about him?”, “did anyone deny it?”.
// That is never who speaks.
func (f *follower) toldOf(i int) bool {
	if !objectPronouns(f.tokens[i].Word) || i+1 < len(f.tokens) || i == 0 {
		return false
	}
	if w := f.tokens[i-1].Word; w == "about" || w == "of" || w == "on" || w == "to" {
		i--
	}
	return i > 0 && answertype.Utterances(f.tokens[i-1].Term)
}

// object returns the last token, or the one before what goes with a verb: walk it back.
func (f *follower) object() int {
	last := len(f.tokens) - 1
	if last > 0 && behindVerb(f.tokens[last].Word) {
		last--
	}
	return last
}

var behindVerb = analysis.Words("back down up off out again before yet already")

// doneTo reports whether the i-th token, the object, is “it” or “them” as what somebody is asked to
// have done something to, who is all that stands before the verb: “did the UK approve it?”, “can
// people catch it?”, “what goes with it?”. That is never who does it.
func (f *follower) doneTo(i int) bool {
	if i != f.object() || f.tokens[i].Word != "it" && f.tokens[i].Word != "them" {
		return false
	}
	verb := i - 1
	if verb > 0 && answertype.Prepositions(f.tokens[verb].Word) {
		verb-- // apply to it
	}
	first := 0
	for k, t := range f.tokens[:max(verb, 0)] {
		if interrogatives(t.Word) || answertype.Auxiliaries(t.Word) {
			first = k + 1
		}
	}
	names := f.names.Of(f.text, f.tokens)
	if first == 0 || verb <= first || f.tokens[first].Stop && !doer(f.tokens[first].Word) || f.tokens[verb].Stop || f.tokens[verb].Upper || len(names) > 1 {
		return false
	}
	for k, t := range f.tokens[first+1 : verb] {
		if t.Stop && (len(names) == 0 || k+first+1 > names[0].Last) {
			return false // more than who does it: did Apple want people to buy it?
		}
	}
	return len(names) == 0 || names[0].First >= first
}

// doer are the small words that who does something may begin with, and “it” does not mean.
var doer = analysis.Words("the a an i we you anyone anybody everyone everybody")
