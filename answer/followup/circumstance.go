package followup

import (
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/draft"
	"newshound/answer/syntax"
)

// The forms of follow-ups that ask for a circumstance, in the words of a [syntax.Spelling].
var (
	circumstances = analysis.Pattern(`^(?:(?:on |in )?(?:what|which) (day|date|year|month)|(when|where|why|how)|how come)` +
		`(?: exactly)?(?: (?:was|is|did|were|does|do|has|had|will) (?:that|this|it|they|all that|all this))?(?: (be|happen|happened|happening|take place|occur|come about|going|held))?$`)
	saidThat = analysis.Pattern(`^(when|where|why|how) (?:do|did|has|had|does|would) (?:he|she|they|it) (?:(say|said)|think|believe) (?:that|this|it|so)$`)
)

// circumstance reads “when was that?”, “why?”, “when did she say that?”.
func (f *follower) circumstance() bool {
	d := &f.previous
	asked, beside := d.Text, syntax.AsideOf(d.Text)
	if beside != "" {
		own := strings.TrimRight(asked[:strings.LastIndex(asked, "(")], " ") + "?"
		if p := f.parse(own); p.hasSubject && p.subjectNamed && f.inverted(own, "why") != "" {
			asked = own
		} else {
			asked, beside = beside, "" // it, too, was asked about that
		}
	}
	tokens := f.analyzer.Tokens(asked)
	if len(tokens) < 2 {
		return false
	}
	word := ""
	if m := circumstances().FindStringSubmatch(f.rest); m != nil {
		word = m[2]
		switch {
		case m[1] != "":
			word = "when"
		case word == "":
			word = "why"
		}
		if (m[3] == "held" || m[3] == "take place") && answertype.Asked(tokens) == answertype.Speech {
			return false // what somebody says is not held
		}
		if slices.Contains(strings.Fields(m[0]), "it") && f.inverted(asked, word) == "" && d.Form == "" {
			return false // of what the pronoun means
		}
	} else if m := saidThat().FindStringSubmatch(f.rest); len(m) > 0 && (m[2] == "" || answertype.Asked(tokens) == answertype.Speech) {
		word = m[1]
	}
	switch {
	case word == "":
		return false
	case d.Form == answer.CheckQuote:
		d.Form, d.Text = "", capitalised(word)+" was it said: "+draft.Unquoted(asked)
	default:
		d.Text = f.asking(asked, word)
		if beside != "" {
			d.Text = strings.TrimSuffix(d.Text, "?") + " (" + beside + ")?"
		}
	}
	return true
}

// asking returns a question for a circumstance of what another asks: “Did A attack B?” becomes “When
// did A attack B?”, and “Who attacked B?” becomes “When was it that somebody attacked B?” What cannot be
// put so goes into brackets.
func (r *Reader) asking(text, word string) string {
	word, text = capitalised(word), unpunctuated(strings.TrimSpace(text))+"?"
	if turned := r.inverted(text, word); turned != "" {
		return turned
	}
	tokens := r.analyzer.Tokens(text)
	being := tokens[0].Word == "who" && len(tokens) > 2 && answertype.Beings(tokens[1].Word) && !participle(tokens[2].Word) && !strings.HasSuffix(tokens[2].Word, "ing")
	whole := r.parse(text)
	if _, aux := whole.fronted(); aux > 0 {
		return word + " (" + whole.within() + ")?"
	}
	if unknown := unknowns[tokens[0].Word]; unknown != "" && !being {
		return word + " was it that " + unknown + text[tokens[0].End:]
	}
	if tokens[0].Word == "how" && askedMeasures(tokens[1].Word) && len(tokens) > 2 {
		return word + " was it that " + text[tokens[2].Start:]
	}
	return word + " (" + whole.within() + ")?"
}

// unknowns are the words for what a question asks for, by the word that it begins with.
var unknowns = map[string]string{"who": "somebody", "what": "something", "which": "some"}

// inverted returns a question for a circumstance of what another asks, if in that the verb stands before
// the subject: “When did A attack B?” of “Did A attack B?” It returns "" for other questions. What that
// asked how much there is of goes into brackets.
func (r *Reader) inverted(text, word string) string {
	p := r.parse(text)
	if whole := p.straight(); whole != "" {
		return word + " " + whole + "?"
	}
	tokens, aux := p.tokens, p.verbFirst()
	measured := ""
	if aux > 1 && aux+1 < len(tokens) && tokens[aux+1].Word == "did" {
		measured = " (" + text[tokens[aux].Start:tokens[aux].End] + ")"
		aux++
	}
	if aux >= len(tokens) || !answertype.Auxiliaries(tokens[aux].Word) {
		return ""
	}
	if word := strings.ToLower(word); (word == "why" || word == "how") && answertype.Beings(tokens[aux].Word) && p.hasSubject && p.subject.End == tokens[len(tokens)-1].End {
		return capitalised(word) + " (" + p.within() + ")?" // how old is she?
	}
	rest := unpunctuated(text[tokens[aux].Start:])
	if tokens[0].Word == "what" && p.speech && p.hasSubject && p.verb > 0 {
		verb := tokens[p.verb]
		rest = text[tokens[aux].Start:verb.End] + " that" + unpunctuated(text[verb.End:])
		if verb.Term == "call" {
			rest = unpunctuated(text[tokens[aux].Start:]) + " that" // it what?
		}
	}
	return word + " " + strings.ToLower(rest[:1]) + rest[1:] + measured + "?"
}

// verbFirst returns the token at which the auxiliary stands, if it stands right behind the words that
// ask for something.
func (p *parsed) verbFirst() int {
	switch tokens := p.tokens; tokens[0].Word {
	case "who":
		if len(tokens) > 2 && doing(tokens[1].Word) {
			return 1 // whom
		}
	case "what", "whom", "why", "where", "when":
		if len(tokens) > 2 && tokens[1].Word == "exactly" {
			return 2
		}
		return 1
	case "how":
		i := 1
		for i < len(tokens)-1 && askedMeasures(tokens[i].Word) {
			i++
		}
		return i
	}
	return 0
}

// saidItself turns the question before, “When did she say that …?”, back into “What did she say …?”: a
// follow-up such as “and about immigration?” goes on from that.
func (f *follower) saidItself() {
	d := &f.previous
	asked := f.parse(d.Text)
	verb := slices.IndexFunc(asked.tokens, func(t analysis.Token) bool { return asked.hasSubject && t.Start >= asked.subject.End })
	if verb < 0 || verb+1 >= len(asked.tokens) || !answertype.Utterances(asked.tokens[verb].Term) || asked.tokens[verb+1].Word != "that" ||
		!circumstantial(asked.tokens[0].Word) || syntax.AsideOf(d.Text) != "" {
		return
	}
	d.Text = "What" + d.Text[asked.tokens[0].End:asked.tokens[verb].End] + d.Text[asked.tokens[verb+1].End:]
}

// askWho turns “When was it that somebody did it?” back into “Who did it?” before a follow-up with
// “he” or “she”, which means whoever did it.
func (f *follower) askWho() {
	_, did, ok := strings.Cut(f.previous.Text, " was it that somebody ")
	if ok && analysis.AnyWord(f.tokens, ofPerson) {
		f.previous.Text = "Who " + did
	}
}
