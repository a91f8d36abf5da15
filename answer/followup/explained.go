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
	before := f.tokens[:i]
	if i > 0 && interrogatives(f.tokens[1].Word) {
		before = before[1:] // since when
	}
	says := f.wordsTelling(before)
	if kind == person {
		return says > 3 || analysis.AnyWord(before, answertype.Roles) || analysis.AnyTerm(before, answertype.Honorifics)
	}
	return says > 1 || says == 1 && !asksWhat().MatchString(f.rest) || kind == thing && idle().MatchString(f.Words)
}

// wordsTelling counts the words among some tokens of the follow-up that tell what it is about: not stop
// words, words that ask and titles, nor verbs of speech but as the first word.
func (f *follower) wordsTelling(tokens []analysis.Token) (n int) {
	for _, t := range tokens {
		speaks := t.Start > f.tokens[0].Start && answertype.Utterances(t.Term)
		if !t.Stop && !speaks && t.Word != "else" && !askedMeasures(t.Word) && !answertype.Honorifics(t.Term) {
			n++
		}
	}
	return n
}

// namesSomebody reports whether the follow-up has a name for which a pronoun of one person may
// stand: a person's, or another without “the”, as it is not in “why did the Yankees let him go?”
func (f *follower) namesSomebody() bool {
	people, err := f.names.People(f.ctx, f.text)
	if err != nil {
		f.err = err
	}
	bodies := slices.DeleteFunc(f.names.Of(f.text, f.tokens), func(n naming.Name) bool { return n.First > 0 && f.tokens[n.First-1].Word == "the" })
	return len(people) > 0 || len(bodies) > 0
}

// ofAsked reports whether the i-th token, a pronoun, may stand for whoever the question asks for:
// “Which politician said she would run?”, “Who announced he would leave?”
func (f *follower) ofAsked(i int) bool {
	if first := f.tokens[0].Word; first != "who" && first != "which" && first != "what" || analysis.AnyWord(f.tokens[1:i], answertype.Auxiliaries) {
		return false
	}
	return slices.ContainsFunc(f.tokens[1:i], func(t analysis.Token) bool {
		return answertype.Utterances(t.Term) && (f.tokens[0].Word != "who" || ofOneself(t.Word))
	})
}

// ofOneself are verbs of saying what one does oneself.
var ofOneself = analysis.Words("announced announces revealed reveals confirmed admitted admits pledged promised vowed")

// namesBefore reports whether the follow-up has a name before the i-th token, or behind it and a
// comma: “Following her ouster, what did Liz Cheney do?”
func (f *follower) namesBefore(i int) bool {
	return slices.ContainsFunc(f.names.Of(f.text, f.tokens), func(n naming.Name) bool {
		return n.First < i || n.First > i && strings.Contains(f.text[f.tokens[i].End:n.Start], ", ") && !f.led
	})
}

// toldOf reports whether the i-th token is the last and stands for what, or whom, somebody is asked to
// have spoken of: “what did Wray say about it?”, “… about him?”, “did anyone deny it?” It never
// stands for who speaks.
func (f *follower) toldOf(i int) bool {
	if !objectPronouns(f.tokens[i].Word) || i+1 < len(f.tokens) || i == 0 {
		return false
	}
	if w := f.tokens[i-1].Word; w == "about" || w == "of" || w == "on" || w == "to" {
		i--
	}
	return i > 0 && answertype.Utterances(f.tokens[i-1].Term)
}

// object returns where the object of the last verb may stand: at the last token, or before a particle
// of the verb, “did he walk it back?”
func (f *follower) object() int {
	last := len(f.tokens) - 1
	if last > 0 && behindVerb(f.tokens[last].Word) {
		last--
	}
	return last
}

// behindVerb are particles and adverbs that may stand behind the object of a verb.
var behindVerb = analysis.Words("back down up off out again before yet already")

// doneTo reports whether the i-th token is “it” or “them” as the object of a verb before which stands
// nothing but who does that: “did the UK approve it?”, “can people catch it?”, “what goes with it?”
// It never stands for who does it.
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

// doer are small words with which a subject may begin.
var doer = analysis.Words("the a an i we you anyone anybody everyone everybody")
