package followup

import (
	"slices"
	"strings"

	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/naming"
	"newshound/answer/syntax"
	"newshound/corpus"
)

// added is what a follow-up puts into the question before: the “Putin” of “and Putin?”
type added struct {
	words []string // of a [syntax.Spelling]
	said  string   // as they are typed
	name  naming.Name
	named bool // they begin with that name
}

// readings returns what the follow-up may ask, the likeliest first: the question before with what is
// added in the place of something like it, or else at its end.
func (f *follower) readings(x added) []string {
	asked := f.asked()
	if answertype.Prepositions(x.words[0]) {
		return []string{f.joined(x, asked)}
	}
	if at := f.wordLike(x, asked); at.End > 0 {
		d := f.previous
		d.Replace(at, strings.TrimPrefix(x.said, "the ")) // of the same firm, at the same trial
		return []string{d.Text}
	}
	if x.named && asked.asksWho() && !syntax.Owns(x.said) && (x.name.Last > x.name.First || !f.doneToName(asked)) &&
		len(f.like(x.name, asked)) == 0 && f.kind(f.tokens, x.name) == person {
		return []string{asked.whether(x.said)}
	}
	if about := f.aboutPlace(x, asked); about != "" {
		return []string{about}
	}
	var out []string
	for _, at := range f.places(x, asked) {
		if owner := asked.ownerIn(at); owner.End > 0 {
			out = append(out, f.exchanged(owner, x.said, asked))
		}
		out = append(out, f.exchanged(asked.behindRole(at), x.said, asked))
	}
	if len(out) == 0 {
		return []string{syntax.WithMore(addedOn().ReplaceAllString(f.previous.Text, "$1?"), ", and "+x.said)}
	}
	return out
}

// asked returns the parts of the question before, without the names and things that stand in its
// brackets where it has others.
func (f *follower) asked() parsed {
	p := f.parse(f.previous.Text)
	beside := syntax.AsideIn(p.text, p.tokens)
	own := func(n naming.Name) bool { return n.Start < beside }
	if slices.ContainsFunc(p.names, own) {
		p.names = slices.DeleteFunc(p.names, func(n naming.Name) bool { return !own(n) })
	}
	ownThing := func(at corpus.Span) bool { return at.Start < beside }
	if slices.ContainsFunc(p.things, ownThing) {
		p.things = slices.DeleteFunc(p.things, func(at corpus.Span) bool { return !ownThing(at) })
	}
	return p
}

// joined returns the question before with what is added at its end, which begins with a preposition: “and
// for Arsenal?” If the question has that name already, it is put in the place of another there.
func (f *follower) joined(x added, asked parsed) string {
	of := f.typed(strings.Join(x.words[1:], " "))
	if n, is := f.named(len(x.words) - 1); is && len(asked.named(of)) > 0 {
		if alike := f.like(n, asked); len(alike) > 0 {
			return f.exchanged(alike[0], of, asked)
		}
	}
	return syntax.WithMore(f.previous.Text, " "+x.said)
}

// wordLike returns what in the question before is like something that is no name: the word for a role, or
// what is counted.
func (f *follower) wordLike(x added, asked parsed) corpus.Span {
	last := x.words[len(x.words)-1]
	switch role := asked.role(); {
	case x.named:
	case answertype.Roles(last) && role.End > 0:
		return role
	case !asked.speech && !begins(x.words[0]) && !f.tokens[len(f.tokens)-1].Stop:
		return asked.counted()
	}
	return corpus.Span{}
}

// places returns in the place of what in the question before something may be put, the likeliest first.
func (f *follower) places(x added, asked parsed) []corpus.Span {
	if x.named {
		kind := f.kind(f.tokens, x.name)
		if at := f.exchangedLast(); at.End > 0 && kind != person && kind != placeName {
			return []corpus.Span{at}
		}
		if alike := f.like(x.name, asked); len(alike) > 0 {
			return alike
		}
	}
	speaks := asked.speech && (somebody(x.words[len(x.words)-1]) || asked.alike(x.words))
	last := len(asked.names) - 1
	switch {
	case (x.named || speaks) && asked.hasSubject && asked.subjectNamed:
		return []corpus.Span{asked.subject} // and the founder?
	case (x.named || speaks) && asked.hasSubject && asked.speech && asked.topic.End > 0:
		return []corpus.Span{asked.subject, asked.topic}
	case (x.named || speaks) && asked.hasSubject && asked.speech:
		return []corpus.Span{asked.subject}
	case x.named && last >= 0:
		return []corpus.Span{asked.widened(asked.names[0].Span)}
	case asked.topic.End > 0:
		return []corpus.Span{asked.topic}
	case !x.named && len(x.words) == 1 && asked.ofField().End > 0:
		return []corpus.Span{asked.ofField()}
	case !x.named && len(asked.things) > 0:
		return asked.things[len(asked.things)-1:]
	case x.named && asked.hasSubject:
		return []corpus.Span{asked.subject}
	case corrects().MatchString(f.Words) && last >= 0 && !syntax.Owns(strings.TrimRight(asked.text[:asked.names[last].Start], " ")):
		return []corpus.Span{asked.widened(asked.names[last].Span)}
	}
	return nil
}

// exchangedLast returns what in the question before stands in the place of something in the one before that,
// if they differ in nothing else: what follows a row of names is one more.
func (f *follower) exchangedLast() corpus.Span {
	earlier, _, _ := strings.Cut(f.question.Earlier, "\n")
	before, now := f.analyzer.Tokens(earlier), f.analyzer.Tokens(f.previous.Text)
	first, behind := 0, 0
	for first < min(len(before), len(now)) && before[first].Word == now[first].Word {
		first++
	}
	for behind < min(len(before), len(now))-first && before[len(before)-1-behind].Word == now[len(now)-1-behind].Word {
		behind++
	}
	if last := len(now) - 1 - behind; first > 0 && behind > 0 && first <= last && first+behind < len(before) && now[first].Upper {
		return corpus.Span{Start: now[first].Start, End: now[last].End}
	}
	return corpus.Span{}
}

// corrects matches what puts right the question before: “no, I meant”.
var corrects = analysis.Pattern(`^(?:(?:sorry|no ,|no|actually|ok|okay|but|and) (?:, )?)*(?:i meant? |no , |sorry , )`)

// asksWho reports whether a question asks who, or which people, did something.
func (p *parsed) asksWho() bool {
	return !p.hasSubject && (p.whoDid() || len(p.tokens) > 2 && p.tokens[0].Word == "which" && severalPeople(p.tokens[1].Word))
}

// doneToName reports whether a question has a name, and not a place's, right behind its verb: “who
// directed Oppenheimer?” The Barbie of “and Barbie?” may then be a film as well as somebody.
func (f *follower) doneToName(asked parsed) bool {
	return slices.ContainsFunc(asked.names, func(n naming.Name) bool {
		return n.First > 1 && !asked.tokens[n.First-1].Stop && f.kind(asked.tokens, n) != placeName
	})
}

// whether turns a question who did something into one whether somebody did: “Who will be there?” into
// “Will Bolton be there?”, “Who attended?” into “Bolton attended?”
func (p *parsed) whether(name string) string {
	who := 0
	if p.tokens[0].Word == "which" {
		who = 1
	}
	verb := p.tokens[who+1]
	switch {
	case p.contracted(who):
		return "Is " + name + p.text[p.tokens[who].End:]
	case answertype.Auxiliaries(verb.Word):
		does := p.text[verb.Start:verb.End]
		if one := ofOne[verb.Word]; one != "" {
			does = one
		}
		return capitalised(does) + " " + name + p.text[verb.End:]
	}
	return name + p.text[p.tokens[who].End:]
}

// ownerIn returns the possessive that a part of a question begins with, “the group’s task”, unless that
// part is a subject: “did Lee’s estate pay?”
func (p *parsed) ownerIn(at corpus.Span) corpus.Span {
	if doing(analysis.Fold(syntax.LastWord(strings.TrimRight(p.text[:at.Start], " ")))) {
		return corpus.Span{}
	}
	if owner := owns().FindString(p.text[at.Start:at.End]); owner != "" {
		return corpus.Span{Start: at.Start, End: at.Start + len(owner)}
	}
	return corpus.Span{}
}

// behindRole returns what stands behind a role and “of” in a part of a question, “OpenAI” of “the CEO of
// OpenAI”; all of a part that does not begin so.
func (p *parsed) behindRole(at corpus.Span) corpus.Span {
	head, _, of := strings.Cut(p.text[at.Start:at.End], " of ")
	if of && p.ownerIn(at).End == 0 && answertype.Roles(analysis.Fold(syntax.LastWord(head))) {
		at.Start += len(head) + len(" of ")
	}
	return at
}

// owns matches the possessive that words begin with.
var owns = analysis.Pattern(`^.*?['’]s\b`)

// counting returns a question how many that does not say of what, “how many did they breach?”, with what
// the question before counts, or else with that question in brackets.
func (f *follower) counting(text string) string {
	if !countsAny().MatchString(text) || syntax.AsideOf(text) != "" {
		return text
	}
	asked := f.asked()
	if of := asked.counted(); of.End > 0 && asked.tokens[1].Word == "many" {
		return "How many " + asked.text[of.Start:of.End] + strings.TrimPrefix(text, "How many")
	}
	if of := f.gist(); of != "" {
		return unpunctuated(text) + " (" + of + ")?"
	}
	return text
}

// countsAny matches a question how many that does not say of what.
var countsAny = analysis.Pattern(`^How many (?:has|have|had|did|does|do|will|would|can|could|is|are|was|were)\b`)

// counted returns what a question asks how much there is of, or how many.
func (p *parsed) counted() corpus.Span {
	if len(p.tokens) < 4 || p.tokens[0].Word != "how" || p.tokens[1].Word != "much" && p.tokens[1].Word != "many" {
		return corpus.Span{}
	}
	last := 1
	for last+1 < len(p.tokens) && !p.tokens[last+1].Stop && !answertype.Auxiliaries(p.tokens[last+1].Word) {
		last++
	}
	if last == 1 || last+1 == len(p.tokens) || !answertype.Auxiliaries(p.tokens[last+1].Word) {
		return corpus.Span{}
	}
	return corpus.Span{Start: p.tokens[2].Start, End: p.tokens[last].End}
}

// alike reports whether words are a plural, as the subject is: “and the oil companies?” after what
// activists said.
func (p *parsed) alike(words []string) bool {
	subject := p.subjectText()
	return analysis.IsLower(subject) && plural(subject) && plural(words[len(words)-1])
}

// ofField returns the one word in small letters that stands with “in” or “for” behind a name: the
// “chemistry” of “the Nobel Prize in chemistry”.
func (p *parsed) ofField() corpus.Span {
	if len(p.things) == 0 {
		return corpus.Span{}
	}
	at := p.things[len(p.things)-1]
	of := slices.IndexFunc(p.tokens, func(t analysis.Token) bool { return t.Start >= at.End })
	if of < 1 || of+1 >= len(p.tokens) || !p.tokens[of-1].Upper || p.tokens[of].Word != "in" && p.tokens[of].Word != "for" {
		return corpus.Span{}
	}
	is := p.tokens[of+1]
	if ends := of+2 == len(p.tokens) || p.tokens[of+2].Stop; !ends || is.Upper || is.Stop || analysis.IsNumber(is.Word) {
		return corpus.Span{}
	}
	return corpus.Span{Start: is.Start, End: is.End}
}

// role returns the last word for a role: the “CEO” of “the CEO of OpenAI”.
func (p *parsed) role() corpus.Span {
	for _, t := range slices.Backward(p.tokens) {
		if answertype.Roles(t.Word) {
			return corpus.Span{Start: t.Start, End: t.End}
		}
	}
	return corpus.Span{}
}

// exchanged returns the question before with something in the place of a part of it. If it has that
// already, the two change places.
func (f *follower) exchanged(at corpus.Span, said string, asked parsed) string {
	d := f.previous
	at = asked.titled(f.numbered(at, asked))
	if first := f.analyzer.Tokens(said); len(first) > 1 && begins(first[0].Word) {
		at = asked.described(at)
	}
	was := d.Text[at.Start:at.End]
	for _, n := range asked.named(said) {
		switch {
		case n.Start >= at.End:
			d.Replace(n.Span, syntax.Owner(was))
			d.Replace(at, said)
			return d.Text
		case n.End <= at.Start:
			d.Replace(at, d.Text[n.Start:n.End])
			d.Replace(n.Span, was)
			return d.Text
		}
	}
	d.Replace(at, said)
	return d.Text
}

// named returns the names in a question that may be a given one: they end with the same word, and begin
// with the same if both have several words and no title. Hunter Biden is not Joe Biden.
func (p *parsed) named(name string) []naming.Name {
	words := strings.Fields(analysis.Fold(name))
	if len(words) == 0 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(p.names), func(n naming.Name) bool {
		first := p.tokens[n.First]
		differs := len(words) > 1 && n.Last > n.First && words[0] != first.Word && !answertype.Honorifics(words[0]) && !answertype.Honorifics(first.Term)
		return p.tokens[n.Last].Word != words[len(words)-1] || differs
	})
}

// likeliest returns the first of some readings if the coverage has a quote for it with the words of the
// follow-up, or else the next for which it has one with all that the reading names. If it has none, it
// is the first.
func (f *follower) likeliest(readings []string) string {
	const most = 3 // that are looked at
	for i, text := range readings[:min(most, len(readings))] {
		if len(readings) == 1 || slices.Contains(readings[:i], text) {
			continue
		}
		if w := f.weigh(text); f.err == nil && w.Sure && (i == 0 && w.Quotes(f.tokens) || w.Quotes(f.namedIn(text))) {
			return text
		}
	}
	return readings[0]
}

// namedIn returns the words of the names in a text, and of what belongs to them: Lee’s estate.
func (r *Reader) namedIn(text string) []analysis.Token {
	var out []analysis.Token
	tokens := r.analyzer.Tokens(text)
	for _, n := range r.names.Of(text, tokens) {
		last := n.Last
		if syntax.Owns(text[:tokens[last].End]) && last+1 < len(tokens) {
			last++
		}
		out = append(out, tokens[n.First:last+1]...)
	}
	return out
}
