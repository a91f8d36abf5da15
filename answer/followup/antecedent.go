package followup

import (
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/attribution"
	"newshound/answer/naming"
	"newshound/answer/syntax"
)

// antecedents returns what a pronoun of a kind and a gender may stand for, as the question before or
// its answer names it; none where it may stand for what that is about as a whole. The follow-up does
// not name it itself.
func (f *follower) antecedents(kind, gender string) ([]string, error) {
	asked := f.parse(f.previous.Text)
	all, err := f.names.People(f.ctx, asked.text)
	if err != nil {
		return nil, err
	}
	switch {
	case f.previous.Form == answer.CheckQuote:
		people, err := f.answered(gender)
		if err != nil || kind != person {
			return people[:min(len(people), 1)], err
		}
		return people, nil
	case kind == thing:
		return f.it(asked, all)
	case kind == several:
		return f.they(asked, all)
	}
	return f.heOrShe(asked, all, gender)
}

// it returns what “it” may stand for, which is none of the people whom the question before names; nil
// where that is all that the question is about.
func (f *follower) it(asked parsed, people []string) ([]string, error) {
	about := f.parse(syntax.AsideOf(asked.text))
	switch {
	case len(about.tokens) > 0 && f.toldOf(len(f.tokens)-1) && answertype.Auxiliaries(about.tokens[0].Word):
		return nil, nil // whether it attacked the other
	case about.text != "":
		return f.itBeside(about, people), nil
	case len(asked.tokens) > 0 && asked.tokens[0].Word == "how" && judges().MatchString(f.rest):
		return nil, nil // what somebody paid
	case f.claim() != "" && asked.subjectNamed && startsOrEnds().MatchString(f.rest):
		return nil, nil // the attack
	case asked.subjectNamed && f.doneTo(f.object()):
		return nil, nil // what somebody did
	case f.happened && !f.toldOf(len(f.tokens)-1) || asked.speech && f.putsRight():
		return nil, nil // will he survive that? did he take it back?
	case asked.hasSubject && severalPeople(headOf(asked.subjectText())):
		return nil, nil // what the researchers found
	case asked.subjectNamed && asked.tokens[0].Word == "what" && !asked.speech && f.getsIt():
		return nil, nil // what he asked for
	case asked.subjectNamed && !asked.speech && f.ofFronted(asked) || asked.whichDid():
		return nil, nil // which deal the EU approved, which gene controls it
	case !f.toldOf(len(f.tokens)-1) || f.saysAgain(len(f.tokens)-2):
	case asked.topic.End > 0:
		return f.unnamed([]string{asked.text[asked.topic.Start:asked.topic.End]}), nil
	case f.claim() != "" || asked.asksHow() || answertype.Utterances(f.tokens[len(f.tokens)-2].Term):
		return nil, nil // all of it
	}
	if n := len(asked.names) - 1; n >= 0 && asked.names[n].First > 0 && asked.tokens[asked.names[n].First-1].Word == "in" && len(asked.things) == 0 && (!asked.hasSubject || asked.names[n].Start > asked.subject.End && (f.toldOf(len(f.tokens)-1) || f.ofSomebody())) {
		return nil, nil // what happens in Manhattan, or he did there
	}
	if found := f.thingsOf(asked, people); len(found) > 0 || asked.speech {
		return found, nil
	}
	known, err := f.ofKnownGender(people) // Beeper Mini only looks like somebody
	return asked.bodies(known), err
}

// judges matches questions that judge what was done, or how much: “is it legal?”, “was it enough?”
var judges = analysis.Pattern(`^(?:is|was|would) it (?:\S+ )?(?:legal|illegal|lawful|fair|unfair|enough|normal|common|usual|unusual|allowed|expected|too (?:much|many)|a lot|a record|more|less|higher|lower)(?: .*)?$`)

// startsOrEnds matches a question when something that happened began or ended.
var startsOrEnds = analysis.Pattern(`^(?:when|how|where) did it (?:start|begin|end|stop)$`)

// getsIt reports whether a follow-up asks whether one person did something to “it”: “did he get it?”
func (f *follower) getsIt() bool {
	last := len(f.tokens) - 1
	return last > 1 && f.tokens[last].Word == "it" && genders[f.tokens[last-2].Word] != "" && !f.tokens[last-1].Stop
}

// ofFronted reports whether a follow-up asks what “it” is after a question to which thing somebody did
// something: “is it legal?” after “which deal did the EU approve?”
func (f *follower) ofFronted(asked parsed) bool {
	_, aux := asked.fronted()
	return aux > 0 && !plural(asked.tokens[aux-1].Word) && isIt().MatchString(f.rest)
}

// whichDid reports whether a question asks which one of a kind did something: “which gene controls it?”
func (p *parsed) whichDid() bool {
	aux := slices.IndexFunc(p.tokens, func(t analysis.Token) bool { return answertype.Auxiliaries(t.Word) })
	return len(p.tokens) > 2 && p.tokens[0].Word == "which" && aux < 0 && !p.tokens[1].Stop && !plural(p.tokens[1].Word)
}

// isIt matches a question what “it” is.
var isIt = analysis.Pattern(`^(?:how \S+ |what |where |when |why )?(?:is|was) it\b`)

// putsRight reports whether a follow-up asks what somebody did with their own words: “did he take it back?”
func (f *follower) putsRight() bool { return putRight().MatchString(f.rest) }

// putRight matches what people do with what they have said.
var putRight = analysis.Pattern(`\b(?:(?:take|took|taken|walk|walked) it back|(?:withdraw|withdrew|retract|retracted|clarify|clarified|repeat|repeated|regret|regretted|mean|meant) it|(?:apologi[sz]ed?|stand|stood|stands) (?:for|by) it)\b`)

// ofSomebody reports whether the follow-up has a pronoun of one person: “did he take it back?”
func (f *follower) ofSomebody() bool {
	return analysis.AnyWord(f.tokens, ofPerson)
}

// itBeside returns what “it” may stand for in the question that the one before has in its brackets; nil
// where that asks how much there was of something, what several people did, or what happened where.
func (f *follower) itBeside(beside parsed, people []string) []string {
	if !asks().MatchString(analysis.Fold(beside.text)) || beside.tokens[0].Word == "how" || beside.hasSubject && severalPeople(headOf(beside.subjectText())) {
		return nil
	}
	if n := len(beside.names) - 1; n >= 0 && len(beside.things) == 0 && !beside.hasSubject && beside.names[n].First > 0 && locatives(beside.tokens[beside.names[n].First-1].Word) {
		return nil
	}
	return f.thingsOf(beside, people)
}

// they returns who “they” may be: who did what the question before asks who did, as its answer says;
// its subject where that is several; two people whom it names; or the last body that it names. It
// returns nil where the question asks who did something and the answer does not say.
func (f *follower) they(asked parsed, all []string) ([]string, error) {
	if saysOnly().MatchString(f.rest) && len(asked.tokens) > 0 && interrogatives(asked.tokens[0].Word) && !asked.hasSubject {
		if doers, err := f.doers(asked); err != nil || len(doers) > 0 {
			return doers, err
		}
	}
	if len(asked.tokens) > 1 && asked.tokens[0].Word == "how" && asked.tokens[1].Word == "many" && strings.Contains(f.Words, "of them") {
		return nil, nil // who are counted, and not where
	}
	if about := f.parse(syntax.AsideOf(asked.text)); asked.whoDid() || about.whoDid() || asked.whichOfThem() || about.whichOfThem() || strings.Contains(asked.text, " it that somebody ") {
		return nil, nil // who bought Psagot, not Psagot
	}
	known, err := f.ofKnownGender(all)
	if err != nil {
		return nil, err
	}
	subject := syntax.Owner(asked.subjectText())
	isPerson := slices.ContainsFunc(known, func(p string) bool { return strings.HasSuffix(subject, p) })
	people := f.unnamed(slices.Clone(all))
	if theirs := asked.severalOf(subject); theirs != "" {
		return []string{theirs}, nil
	}
	switch {
	case asked.hasSubject && (strings.Contains(subject, " and ") || !isPerson && plural(subject)):
		return []string{subject}, nil
	case len(people) == 2 && slices.Contains(known, people[0]) == slices.Contains(known, people[1]):
		return []string{people[0] + " and " + people[1]}, nil
	case asked.hasSubject && !isPerson && asked.subjectNamed:
		if topic := asked.text[asked.topic.Start:asked.topic.End]; asked.speech && f.tokens[len(f.tokens)-1].Word == "them" && plural(headOf(topic)) {
			return []string{topic}, nil // the cameras, of which it spoke
		}
		return []string{subject}, nil // Mayo Clinic
	case !asked.hasSubject && (asked.endsIn() || analysis.AnyWord(asked.tokens, func(word string) bool { return pronouns[word] == several })):
		return nil, nil // what happened in Kandahar, what weapons they have there
	}
	return asked.bodies(known), nil
}

// endsIn reports whether the last name in a question is where something is or happens: “what happened in Ashford?”
func (p *parsed) endsIn() bool {
	n := len(p.names) - 1
	return n >= 0 && p.names[n].First > 0 && (p.tokens[p.names[n].First-1].Word == "in" || p.tokens[p.names[n].First-1].Word == "near")
}

// whichOfThem reports whether a question asks which one or ones of a kind did something, or were it, “which
// team won the cup?”, or to which of them somebody did it, “which players did they sign?”
func (p *parsed) whichOfThem() bool {
	if len(p.tokens) < 3 || p.tokens[0].Word != "which" || p.tokens[1].Stop {
		return false
	}
	_, aux := p.fronted()
	return aux == 0 || plural(p.tokens[aux-1].Word) || answertype.Beings(p.tokens[aux].Word) && !p.subjectNamed
}

// severalOf returns the last words in a question for several who belong to its subject, with that: the twins
// of “what did Sheen say about his twins?”; "" where it has none.
func (p *parsed) severalOf(subject string) string {
	for i, t := range slices.Backward(p.tokens) {
		if t.Word != "his" && t.Word != "her" {
			continue
		}
		last := i
		for last+1 < len(p.tokens) && !p.tokens[last+1].Stop && p.adjoin(last, last+1) {
			last++
		}
		if last > i && subject != "" && plural(p.tokens[last].Word) {
			return subject + possessive(subject) + p.text[t.End:p.tokens[last].End]
		}
	}
	return ""
}

// doers returns who does by words, in the first quote of the last answer that has it so, what a
// question asks who did: “who criticized the plan?”
func (f *follower) doers(asked parsed) ([]string, error) {
	a, err := f.lastAnswer()
	if err != nil {
		return nil, err
	}
	for _, s := range a.Snippets {
		for _, one := range attribution.Of(s.Cite.Article) {
			if one.Unclear() || one.Source.Start < s.Cite.Start || one.Cue.End > s.Cite.End || one.Cue.Start < s.Cite.Start {
				continue
			}
			for _, cue := range f.analyzer.Tokens(s.Cite.Article.Text(one.Cue)) {
				if slices.ContainsFunc(asked.tokens, func(t analysis.Token) bool { return !t.Stop && t.Term == cue.Term }) {
					return []string{s.Cite.Article.Text(one.Source)}, nil
				}
			}
		}
	}
	return nil, nil
}

// heOrShe returns who one person may be, of a gender: whose words the question before is restricted
// to; who has the role that it asks for; its subject; whom else it names, or who did that to them; or
// whom its answer names. The first of these that fits is taken.
func (f *follower) heOrShe(asked parsed, all []string, gender string) ([]string, error) {
	if said := f.previous.Speakers(); len(said) == 1 {
		return f.ofGender(f.unnamed(said), gender)
	}
	if role := asked.whoHas(); role != "" {
		return f.holder(role, all, gender)
	}
	people := f.unnamed(slices.Clone(all))
	if one := asked.somebody(); one != "" && len(people) == 0 {
		people = f.unnamed([]string{one})
	}
	first := f.subjectOf(asked, people)
	if fits, err := f.ofGender(first, gender); err != nil || len(fits) > 0 {
		return fits, err
	}
	people, err := f.ofGender(people, gender)
	if err != nil {
		return nil, err
	}
	known, err := f.ofKnownGender(people)
	switch {
	case err != nil:
		return nil, err
	case len(people) == 1 && asked.joins(people[0]):
		return people, nil // Kelly Preston, beside John Travolta
	case len(known) == 0 && (len(first) == 0 || len(people) == 0):
		return f.toldOfOne(asked, people, gender)
	case f.doneToOne(asked, people):
		return f.doerOr(people, gender)
	}
	return people, nil
}

// joins reports whether the subject of a question is somebody and others: “Where did Ann and Bob meet?”
func (p *parsed) joins(somebody string) bool {
	subject := p.subjectText()
	return strings.Contains(subject, " and "+somebody) || strings.Contains(subject, somebody+" and ")
}

// toldOfOne returns who one person may be of whom the coverage uses the pronouns of a gender: the
// subject of the question before, though that does not look like somebody's name, or whom its answer
// names; or else the people whom it names itself.
func (f *follower) toldOfOne(asked parsed, people []string, gender string) ([]string, error) {
	if asked.speech && asked.hasSubject && asked.subjectNamed {
		if one, err := f.ofKnownGender([]string{asked.subjectText()}); err != nil || len(one) > 0 {
			return f.ofGender(one, gender)
		}
	}
	told, err := f.answered(gender)
	if err != nil {
		return nil, err
	}
	if known, err := f.ofKnownGender(told); err != nil || len(known) == 1 {
		return known, err // Suzanne Spaulding, of whom it is surer than of Kim Jong Un
	}
	if len(people) == 0 {
		return told, nil
	}
	return people, nil
}

// holder returns who has a role that the question before asks for, as its answer names them; or the
// role itself, “the judge in the Epic trial”, where the answer does not name just one.
func (f *follower) holder(role string, all []string, gender string) ([]string, error) {
	told, err := f.answered(gender, all...)
	told = slices.DeleteFunc(told, func(n string) bool { return strings.Contains(role, n) })
	if len(told) == 1 || err != nil {
		return told, err
	}
	return []string{role}, nil
}

// doneToOne reports whether the question before asks who did something to the only one of some
// people, who is not just spoken to, nor named in its brackets alone: “who replaced Lee?”
func (f *follower) doneToOne(asked parsed, people []string) bool {
	return asked.whoDid() && len(people) == 1 && !addresses(asked.tokens[1].Term) &&
		!strings.Contains(syntax.AsideOf(asked.text), syntax.LastWord(people[0]))
}

// addresses are verbs of speaking to somebody, who is mostly told more of than who does.
var addresses = analysis.Terms("ask tell question interview call")

// doerOr returns who did what the question before asks who did to somebody, if its answer names just
// one: “who replaced Lee?” “where did he coach before?” It returns that somebody if not, if the
// follow-up says again what was done (“why was he replaced?”), or if only of them the coverage has
// what it asks.
func (f *follower) doerOr(somebody []string, gender string) ([]string, error) {
	asked := f.analyzer.Tokens(f.previous.Text)
	if shareMeaning(f.tokens, asked) {
		return somebody, nil
	}
	told, err := f.answered(gender, somebody...)
	if err != nil || len(told) != 1 {
		return somebody, err
	}
	if found := f.meant(append(told, somebody...), person+gender, map[string]string{}); len(found) == 1 {
		return found, f.err
	}
	return told, f.err
}

// subjectOf returns the one of some people who is the subject of a question, if one is.
func (f *follower) subjectOf(asked parsed, people []string) []string {
	subject := asked.subjectText()
	for _, p := range people {
		if asked.hasSubject && !strings.Contains(subject, " and ") && strings.HasSuffix(analysis.Fold(subject), analysis.Fold(syntax.LastWord(p))) {
			return []string{p}
		}
	}
	return nil
}

// unnamed returns the names that the follow-up does not use itself.
func (f *follower) unnamed(names []string) []string {
	mine := f.names.Of(f.text, f.tokens)
	return slices.DeleteFunc(names, func(name string) bool {
		last := analysis.Fold(syntax.LastWord(name))
		return slices.ContainsFunc(mine, func(n naming.Name) bool { return f.tokens[n.Last].Word == last })
	})
}

// ofGender returns those of some people of whom the coverage does not use the pronouns
// of the other gender. With "" it is all of them.
func (f *follower) ofGender(names []string, gender string) ([]string, error) {
	var out []string
	for _, n := range names {
		g := ""
		if gender != "" {
			var err error
			if g, err = f.names.Gender(f.ctx, n); err != nil {
				return nil, err
			}
		}
		if g == "" || g == gender {
			out = append(out, n)
		}
	}
	return out, nil
}

// ofKnownGender returns those of some people of whom the coverage says he or she.
func (f *follower) ofKnownGender(names []string) ([]string, error) {
	var out []string
	for _, n := range names {
		if g, err := f.names.Gender(f.ctx, n); err != nil {
			return nil, err
		} else if g != "" {
			out = append(out, n)
		}
	}
	return out, nil
}
