package followup

import (
	"maps"
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/draft"
	"newshound/answer/syntax"
	"newshound/corpus"
)

// idle matches questions in which “it” stands for nothing (“is it raining?”), or for what the
// question itself says (“is it true that …?”).
var idle = analysis.Pattern(`\bit (?:raining|snowing|rain|snow|matter|the case)\b|\b(?:time|day) is it\b|\bit (?:be )?(?:to|that)\b` +
	`|\bit (?:more |less |as |so |too |very )?(?:true|possible|likely|legal|illegal|safe|necessary|important|easy|easier|hard|harder|good|better|bad|worse|wrong|right|common|normal|dangerous|worth|takes?|took|costs?)\b.* (?:to|that|if)\b` +
	`|(?:said|says|say|announced|claimed|claims|admitted|denied|thinks|believes) it (?:would|will|is|was|had|has|could|can|may|might|did|does)\b`)

// measured matches questions how many of something, or which, somebody has: “how many goals has he
// scored?”
var measured = analysis.Pattern(`^(?:how many|how much|what|which) \S+ (?:\S+ )?(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could) (?:he|she|it|they)\b`)

// asksWhat matches the questions whose only word before the pronoun may be a verb.
var asksWhat = analysis.Pattern(`^(?:who|what|how)\b`)

// pronoun reads a question with a pronoun that nothing in the question itself explains: it puts in
// its place what the question before, or the answer to it, names.
func (f *follower) pronoun() (Reading, error) {
	first := slices.IndexFunc(f.tokens, func(t analysis.Token) bool { return isPronoun(t.Word) })
	if first < 0 || f.tokens[first].Acronym || f.explained(first) {
		return Reading{}, nil
	}
	kind := pronouns[f.tokens[first].Word]
	names := map[string]string{} // what the pronouns stand for, by [pronounKey]
	it := ""                     // what “it” stands for, where that is no name
	for i, t := range f.tokens {
		key := pronounKey(t.Word)
		if names[key] != "" || !f.toResolve(i, kind) {
			continue
		}
		found, err := f.candidates(i, names)
		switch {
		case err != nil:
			return Reading{}, err
		case len(found) == 1:
			names[key] = found[0]
		case kind == person && pronouns[t.Word] == thing:
			it = f.gist()
		case pronouns[t.Word] != kind: // it stays as it is
		case kind == person && len(found) == 0:
			return f.besideNobody(first)
		case kind == person || kind == several && len(found) > 1:
			return Reading{Unclear: &answer.Unclear{Word: f.text[t.Start:t.End], Names: found}}, nil
		default:
			return f.besides(), nil
		}
	}
	if err := f.secondPerson(names); err != nil {
		return Reading{}, err
	}
	text := f.resolved(names)
	if m := saysOnly().FindStringSubmatch(f.rest); m != nil && it == "" {
		text = f.saidOf(names[pronounKey(m[1])], text)
	}
	if it != "" {
		text = unpunctuated(text) + " (" + it + ")?"
	}
	return Reading{Text: text, FollowUp: true}, nil
}

// secondPerson adds who “him” or “her” is behind a “he” or “she” that stands for one of two people whom the
// question before names, and who is never the same: “what did he give him?”
func (f *follower) secondPerson(names map[string]string) error {
	asked := f.parse(f.previous.Text)
	for i, t := range f.tokens {
		first := names[pronounKey(t.Word)]
		if first == "" || !f.objective(i) || !analysis.AnyWord(f.tokens[:i], func(word string) bool { return word == genders[t.Word] }) {
			continue
		}
		people, err := f.names.People(f.ctx, asked.text)
		if err != nil {
			return err
		}
		others := slices.DeleteFunc(people, func(p string) bool { return syntax.LastWord(p) == syntax.LastWord(first) })
		if others, err = f.ofGender(f.unnamed(others), genders[t.Word]); err != nil {
			return err
		}
		if asksWhom := asked.hasSubject && (asked.tokens[0].Word == "who" || asked.tokens[0].Word == "whom"); asksWhom && len(others) == 0 {
			if others, err = f.answered(genders[t.Word], first); err != nil {
				return err
			}
		}
		if len(others) == 1 {
			names[secondPerson] = others[0]
		}
	}
	return nil
}

// secondPerson is the key of such a person among the names that pronouns stand for.
const secondPerson = "second " + person

// objective reports whether the i-th token is “him”, or “her” and no possessive.
func (f *follower) objective(i int) bool {
	word := f.tokens[i].Word
	return word == "him" || word == "her" && !f.possesses(i)
}

// toResolve reports whether the i-th token is a pronoun to be resolved, in a follow-up whose first
// pronoun is of a kind. One of another kind is not, where the follow-up itself may name what it
// stands for, or it stands for nothing.
func (f *follower) toResolve(i int, kind string) bool {
	switch is := pronouns[f.tokens[i].Word]; {
	case is == "":
		return false
	case is == kind || is == thing && f.toldOf(i) && !answertype.Utterances(f.tokens[i-1].Term): // say about it
		return true
	}
	return !f.namesBefore(i) && (!f.toldOf(i) || f.saysAgain(i-1)) && !idle().MatchString(f.Words)
}

// candidates returns what the i-th token, a pronoun, may stand for, without what other pronouns
// were found to stand for.
func (f *follower) candidates(i int, others map[string]string) ([]string, error) {
	t := f.tokens[i]
	found, err := f.antecedents(pronouns[t.Word], genders[t.Word])
	if err != nil {
		return nil, err
	}
	found = slices.DeleteFunc(found, func(name string) bool {
		return slices.Contains(slices.Collect(maps.Values(others)), name)
	})
	if len(found) == 0 && len(others) > 0 && pronouns[t.Word] == thing {
		if asked := f.parse(f.previous.Text); asked.speech && asked.topic.End > 0 && !f.putsRight() {
			found = []string{f.topic()} // are they against it?
		}
	}
	if len(found) > 1 {
		found = f.meant(found, pronounKey(t.Word), others)
	}
	return found, f.err
}

// saysAgain reports whether the i-th token is the verb of the question before, if that asks who did
// something: “why did he write it?” after “who wrote it?”
func (f *follower) saysAgain(i int) bool {
	asked := f.parse(f.previous.Text)
	return asked.whoDid() && i >= 0 && asked.tokens[1].Term == f.tokens[i].Term
}

// besideNobody reads a follow-up about one person, for whom its i-th token stands, after a question
// and an answer that name nobody. It is asked with what was spoken of in brackets, if it is answered so
// from the articles of the last answer; otherwise it is unclear.
func (f *follower) besideNobody(i int) (Reading, error) {
	unclear := Reading{Unclear: &answer.Unclear{Word: f.text[f.tokens[i].Start:f.tokens[i].End]}}
	last := f.weigh(f.previous.String())
	a := f.besides()
	if a.Text == "" {
		return unclear, f.err
	}
	if w := f.weigh(a.Text); f.err != nil || !w.Sure || !slices.Contains(last.Articles, w.Best.Article) {
		return unclear, f.err
	}
	return a, nil
}

// meant returns which of those found for a pronoun it stands for: the only one for whom the coverage
// has a quote with all that the follow-up asks, or who is the only one to speak there. It returns all
// where that does not tell one from the others. names are what other pronouns stand for.
func (f *follower) meant(found []string, key string, names map[string]string) []string {
	const most = 4 // that are looked at
	asks := ofMeaning(f.tokens)
	if len(asks) == 0 || len(found) > most {
		return found
	}
	var told, speak []string
	for _, n := range found {
		names := maps.Clone(names)
		names[key] = n
		w := f.weigh(f.resolved(names))
		if f.err != nil || !w.Sure || !w.Quotes(append(f.analyzer.Tokens(syntax.LastWord(n)), asks...)) {
			continue
		}
		told = append(told, n)
		if f.engine.Speaks(w.Best, n) {
			speak = append(speak, n)
		}
	}
	says := analysis.AnyTerm(f.tokens, answertype.Utterances)
	switch {
	case len(told) == 1:
		return told
	case says && len(speak) == 1:
		return speak // both are named, and one says it
	}
	return found
}

// besides reads a follow-up whose “it” or “they” stands for nothing that the question before names:
// it is asked as it is, with what that is about in brackets.
func (f *follower) besides() Reading {
	topic := f.context()
	asked := f.parse(f.previous.Text)
	if asked.whoDid() || asked.whichDid() {
		topic = f.gist()
	}
	if last := len(f.tokens) - 1; pronouns[f.tokens[last].Word] == thing && f.toldOf(last) {
		if claim := f.claim(); claim != "" {
			topic = claim
		} else if asked.asksHow() {
			topic = f.gist()
		} else if !answertype.Utterances(f.tokens[last-1].Term) { // about it
			topic = f.topic()
		}
	}
	if topic == "" {
		return Reading{}
	}
	f.beside(topic)
	return Reading{Text: f.previous.String(), FollowUp: true}
}

// longestTopic is the number of words of the longest topic of a question that a follow-up may be
// about.
const longestTopic = 8

// claim returns the question before, without its capital, if it asks in a few words whether
// something is so: somebody may have denied it. It returns "" for other questions.
func (f *follower) claim() string {
	asked := f.parse(f.previous.Text)
	if len(asked.tokens) < 3 || len(asked.tokens) > longestTopic+1 || !answertype.Auxiliaries(asked.tokens[0].Word) {
		return ""
	}
	return asked.within()
}

// topic returns what the question before is about: what somebody is asked to have said something
// about, or else the last thing in it, what stands behind “about”, the last name, or all of it; ""
// where that is long.
func (f *follower) topic() string {
	if f.previous.Form == answer.CheckQuote {
		return strings.TrimRight(draft.Unquoted(f.previous.Text), " .!")
	}
	if beside := syntax.AsideOf(f.previous.Text); beside != "" {
		return beside
	}
	asked := f.parse(f.previous.Text)
	topic := asked.within()
	var at corpus.Span
	switch {
	case asked.speech && asked.topic.End > 0:
		at = asked.topic
	case len(asked.things) > 0:
		at = asked.things[len(asked.things)-1]
		if p := f.phrase(answertype.Prepositions); !answertype.Beings(asked.tokens[0].Word) && p.Start > at.End && strings.TrimSpace(asked.text[at.End:p.Start]) == "" {
			at.End = p.End // the Nobel Prize in chemistry
		}
	case asked.topic.End > 0:
		at = asked.topic
	case len(asked.names) > 0:
		last := asked.names[len(asked.names)-1]
		if last.First > 0 && locatives(asked.tokens[last.First-1].Word) && asked.hasSubject && last.Start > asked.subject.End {
			break // where it happens
		}
		at = last.Span
	}
	longest := longestGist
	if at.End > 0 {
		topic, longest = asked.text[at.Start:at.End], longestTopic
	}
	if len(strings.Fields(topic)) > longest {
		return ""
	}
	return topic
}
