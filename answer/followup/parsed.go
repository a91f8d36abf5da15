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

// parsed is a question with the parts of it for which a pronoun may stand, or in whose place a
// follow-up may put something.
type parsed struct {
	text   string
	tokens []analysis.Token
	names  []naming.Name
	// subject is who or what it is about: what stands behind its auxiliary.
	subject                  corpus.Span
	hasSubject, subjectNamed bool
	speech                   bool
	verb                     int           // the token that is the verb of speech, 0 for none
	topic                    corpus.Span   // what stands behind “about”
	things                   []corpus.Span // “the meeting”, in order
}

// parse finds the parts of a question.
func (r *Reader) parse(text string) parsed {
	tokens := r.analyzer.Tokens(text)
	p := parsed{text: text, tokens: tokens, names: r.names.Of(text, tokens)}
	beside := syntax.AsideIn(text, tokens)
	own := slices.DeleteFunc(slices.Clone(tokens), func(t analysis.Token) bool { return t.Start >= beside })
	p.speech = answertype.Asked(own) == answertype.Speech
	if capital := func(n naming.Name) bool { return tokens[n.Last].Upper }; slices.ContainsFunc(p.names, capital) {
		p.names = slices.DeleteFunc(p.names, func(n naming.Name) bool { return !capital(n) }) // rare words
	}
	p.findThings()
	p.findSubject()
	for i, t := range tokens {
		if i > 0 && i+1 < len(tokens) && (t.Word == "about" || t.Word == "regarding" || t.Word == "concerning") {
			p.topic = corpus.Span{Start: tokens[i+1].Start, End: tokens[p.clauseEnd(i+1)].End}
			break
		}
	}
	return p
}

// subjectText returns the words of the subject, "" where none was found.
func (p *parsed) subjectText() string {
	return strings.TrimSpace(p.text[p.subject.Start:p.subject.End])
}

// within returns the question as it stands in the brackets of another, without its capital.
func (p *parsed) within() string {
	text := unpunctuated(p.text)
	if len(p.tokens) > 0 {
		if first := p.tokens[0]; (interrogatives(first.Word) || answertype.Auxiliaries(first.Word)) && !first.Acronym {
			text = text[:first.Start] + strings.ToLower(text[first.Start:first.End]) + text[first.End:]
		}
	}
	return strings.TrimLeft(text, " ?.!")
}

// gist returns where the question begins to say what it is about, behind the words that ask.
func (p *parsed) gist() int {
	for i, t := range p.tokens {
		if i+1 == len(p.tokens) || !interrogatives(t.Word) && !askedMeasures(t.Word) && !answertype.Auxiliaries(t.Word) && !p.cleft(i) && !p.cleft(i-1) {
			return t.Start
		}
	}
	return 0
}

// fronted returns the tokens from which, and before which, stands the object that a question asks for,
// before the auxiliary of who does it: “games” of “How many games has Messi missed?” aux is 0 for
// other questions.
func (p *parsed) fronted() (first, aux int) {
	if len(p.tokens) < 2 || !interrogatives(p.tokens[0].Word) {
		return 0, 0
	}
	if first = 1; p.tokens[0].Word == "how" {
		first = 2
	}
	aux = slices.IndexFunc(p.tokens, func(t analysis.Token) bool { return answertype.Auxiliaries(t.Word) })
	if aux <= first || aux+1 >= len(p.tokens) || p.tokens[first].Word == "exactly" {
		return 0, 0
	}
	if next := p.tokens[aux+1].Word; !doing(p.tokens[aux].Word) && !p.namedFrom(aux+1) && (participle(next) || strings.HasSuffix(next, "ing") || answertype.Beings(next)) {
		return 0, 0 // which players were sold
	}
	return first, aux
}

// straight returns a question that is fronted as a sentence would have it: “has Messi missed games” of
// “How many games has Messi missed?” It returns "" for other questions.
func (p *parsed) straight() string {
	first, aux := p.fronted()
	if aux == 0 || !p.hasSubject || p.subject.Start < p.tokens[aux].End {
		return ""
	}
	verb := slices.IndexFunc(p.tokens, func(t analysis.Token) bool { return t.Start >= p.subject.End })
	for verb > 0 && verb+1 < len(p.tokens) && answertype.Beings(p.tokens[verb].Word) {
		verb++ // been suspended
	}
	if verb < 0 || p.tokens[verb].Stop && p.tokens[verb].Word != "have" {
		return ""
	}
	end := p.tokens[verb].End
	if last := p.tokens[len(p.tokens)-1]; answertype.Prepositions(last.Word) {
		end = last.End // which games has he been banned for?
	}
	asked := " " + p.text[p.tokens[first].Start:p.tokens[aux-1].End]
	switch which := p.tokens[0].Word; {
	case asked == " times":
		asked = ""
	case which == "whose":
		asked = " somebody’s" + asked
	case which != "how" && !plural(asked):
		asked = " some" + asked
	}
	return p.text[p.tokens[aux].Start:end] + asked + unpunctuated(p.text[end:])
}

// cleft reports whether the i-th token is the “it” of “when was it that …”, which stands for nothing.
func (p *parsed) cleft(i int) bool {
	return i > 0 && i+1 < len(p.tokens) && p.tokens[i].Word == "it" && p.tokens[i+1].Word == "that" && answertype.Auxiliaries(p.tokens[i-1].Word)
}

// whoDid reports whether a question asks who did something, and not who somebody is.
func (p *parsed) whoDid() bool {
	return len(p.tokens) > 2 && p.tokens[0].Word == "who" && !doing(p.tokens[1].Word) && !(answertype.Beings(p.tokens[1].Word) && p.namedFrom(2) && (p.tokens[2].Upper || !participle(p.tokens[2].Word)))
}

// keywords reports whether the question is a few words that are no sentence: “Russia small group”.
func (p *parsed) keywords() bool {
	return !asks().MatchString(analysis.Fold(p.text)) && len(p.tokens) <= longestTopic && !analysis.AnyWord(p.tokens, answertype.Auxiliaries)
}

// clauseEnd returns the last token of the clause of the i-th: the one before a comma, or the last.
func (p *parsed) clauseEnd(i int) int {
	for i+1 < len(p.tokens) && !strings.ContainsAny(p.text[p.tokens[i].End:p.tokens[i+1].Start], ",;") {
		i++
	}
	return i
}

// findSubject finds the subject behind the first auxiliary: all that stands before a verb of speech;
// or a name, with the noun that it belongs to (“Russian hackers”); or a thing.
func (p *parsed) findSubject() {
	aux := slices.IndexFunc(p.tokens[:min(len(p.tokens), subjectWithin)], func(t analysis.Token) bool { return answertype.Auxiliaries(t.Word) })
	if aux < 0 || aux+1 == len(p.tokens) {
		return
	}
	first := aux + 1
	if p.verb = p.verbOfSpeech(first); p.verb > 0 {
		if !isPronoun(p.tokens[first].Word) {
			p.subject = corpus.Span{Start: p.tokens[first].Start, End: p.tokens[p.verb-1].End}
			p.hasSubject, p.subjectNamed = true, p.verb-first == 1 || p.tokens[first].Word != "the" || p.namedFrom(first)
		}
		return
	}
	for _, n := range p.names {
		if n.First == first || n.First == first+1 && p.tokens[first].Word == "the" {
			p.subject, p.hasSubject, p.subjectNamed = p.nameAsSubject(n, first), true, true
			return
		}
	}
	for _, t := range p.things {
		if t.Start == p.tokens[first].Start {
			p.subject, p.hasSubject = t, true
		}
	}
}

// subjectWithin is the number of tokens among which the auxiliary is looked for, and then, behind it,
// the verb of speech.
const subjectWithin = 6

// verbOfSpeech returns the first verb of speech that stands behind the token first, a little way
// off, where the question asks what somebody said; 0 for none.
func (p *parsed) verbOfSpeech(first int) int {
	for i := first + 1; p.speech && i < min(len(p.tokens), first+subjectWithin); i++ {
		if t := p.tokens[i]; answertype.Utterances(t.Term) && !t.Stop && !answertype.Nominal(p.tokens[i-1].Word, t.Word) {
			return i
		}
	}
	return 0
}

// nameAsSubject returns the subject that begins with a name, at the token first: with the noun behind
// that, the thing that it is part of, or a second name.
func (p *parsed) nameAsSubject(n naming.Name, first int) corpus.Span {
	being := answertype.Beings(p.tokens[first-1].Word)
	subject := corpus.Span{Start: p.tokens[first].Start, End: p.tokens[p.withNoun(p.withOwned(n.Last, being))].End}
	for _, t := range p.things {
		if t.Start == subject.Start && t.End > subject.End && (being || p.tokens[len(p.tokens)-2].End == t.End && !p.tokens[len(p.tokens)-1].Stop) {
			subject = t // the Security Council meeting
		}
	}
	for _, other := range p.names { // Roberts and Ohtani
		if subject.End == n.End && strings.TrimSpace(p.text[n.End:max(n.End, other.Start)]) == "and" {
			subject.End = other.End
		}
	}
	return subject
}

// namedFrom reports whether a name begins at the i-th token or right behind it.
func (p *parsed) namedFrom(i int) bool {
	return slices.ContainsFunc(p.names, func(n naming.Name) bool { return n.First == i || n.First == i+1 })
}

// withOwned returns the last token of what belongs to the name that ends with the i-th token, or i
// where nothing does: one word, or several up to one for somebody or for what people make. A verb has
// to follow, unless a form of “be” stands before the name.
func (p *parsed) withOwned(i int, being bool) int {
	const most = 3
	last := i
	if !syntax.Owns(p.text[:p.tokens[i].End]) {
		return last
	}
	whatIs := p.tokens[0].Word == "what" && answertype.Beings(p.tokens[1].Word)
	for k := i + 1; k <= i+most && k < len(p.tokens) && !p.tokens[k].Stop && (being || k+1 < len(p.tokens)); k++ {
		if k == i+1 || whatIs && k+1 == len(p.tokens) && !participle(p.tokens[k].Word) || !p.tokens[i+1].Upper && (somebody(p.tokens[k].Word) || works(p.tokens[k].Term)) {
			last = k
		}
	}
	return last
}

// withNoun returns the last of the plural nouns behind the i-th token, the end of a name, as far as
// something follows them.
func (p *parsed) withNoun(i int) int {
	for i+2 < len(p.tokens) {
		t := p.tokens[i+1]
		if t.Upper || t.Stop || answertype.Utterances(t.Term) || !strings.HasSuffix(t.Word, "s") || p.text[p.tokens[i].End:t.Start] != " " {
			break
		}
		i++
	}
	return i
}

// widened returns a name with its article.
func (p *parsed) widened(at corpus.Span) corpus.Span {
	if rest, ok := syntax.CutWord(strings.TrimRight(p.text[:at.Start], " "), "the"); ok {
		at.Start = len(rest)
	}
	return at
}

// findThings finds what an article or a pointing word begins: “the election security meeting”. The
// verb behind it is no part of it.
func (p *parsed) findThings() {
	for first := 0; first < len(p.tokens); first++ {
		if !pointing(p.tokens[first].Word) || p.cleft(first-1) {
			continue
		}
		last := first
		for last+1 < len(p.tokens) && p.tokens[last+1].Word != "take" && (!p.tokens[last+1].Stop || p.joinsName(last+1)) && p.adjoin(last, last+1) {
			last++
		}
		if last-first >= 2 && p.endsWithVerb(first, last) {
			last--
		}
		if last > first {
			p.things = append(p.things, corpus.Span{Start: p.tokens[first].Start, End: p.tokens[last].End})
			first = last
		}
	}
}

// endsWithVerb reports whether some tokens that an article begins end with the verb of the question,
// or with what the thing is asked to be: “did the meeting happen?”, “is the meeting open?”
func (p *parsed) endsWithVerb(first, last int) bool {
	end := p.tokens[last]
	if p.speech && last == len(p.tokens)-1 && answertype.Utterances(end.Term) {
		return true // what did the lid of the box say?
	}
	if last+1 < len(p.tokens) && (p.tokens[last+1].Word == "take" || answertype.Beings(p.tokens[last+1].Word)) {
		return false // the verb is behind it: did the meeting take place?
	}
	if first == 0 || end.Upper {
		return false
	}
	before, contracted := p.tokens[first-1].Word, p.contracted(first-1)
	if !contracted && !answertype.Auxiliaries(before) {
		return false
	}
	if contracted || answertype.Beings(before) {
		return first == 1 && answertype.Beings(before) || participle(end.Word)
	}
	return true
}

// adjoin reports whether two tokens that follow each other are of one phrase: there is nothing but a
// hyphen or an apostrophe between them, or “&” if both have capitals, as in Innovation & Research.
func (p *parsed) adjoin(i, k int) bool {
	between := strings.TrimSpace(p.text[p.tokens[i].End:p.tokens[k].Start])
	return between == "" || between == "-" || between == "'" || between == "’" || between == "&" && p.tokens[i].Upper && p.tokens[k].Upper
}

// contracted reports whether the i-th token has a verb in it: what’s.
func (p *parsed) contracted(i int) bool {
	return interrogatives(p.tokens[i].Word) && syntax.Owns(p.text[p.tokens[i].Start:p.tokens[i].End])
}

// somebody returns the name of whom a question asks who that is, “Who is MrBeast?”, or the last name of two
// words or more to which something belongs in it, “Tate McRae’s album”; "" for other questions.
func (p *parsed) somebody() string {
	for _, n := range slices.Backward(p.names) {
		if name := p.text[n.Start:n.End]; n.Last > n.First && syntax.Owns(name) && !naming.Bodies(p.tokens[n.Last].Word) {
			return syntax.Owner(name)
		}
	}
	if len(p.tokens) < 3 || p.tokens[0].Word != "who" || !answertype.Beings(p.tokens[1].Word) || len(p.names) != 1 || p.names[0].First != 2 || p.names[0].Last != len(p.tokens)-1 {
		return ""
	}
	return p.text[p.names[0].Start:p.names[0].End]
}

// asksHow reports whether a question asks why something is so, or how something went or was done, or how
// much one did to another.
func (p *parsed) asksHow() bool {
	if len(p.tokens) < 2 || p.tokens[0].Word != "how" {
		return len(p.tokens) > 1 && p.tokens[0].Word == "why"
	}
	did := analysis.AnyWord(p.tokens, func(word string) bool { return word == "did" })
	return doing(p.tokens[1].Word) || did && p.hasSubject && slices.ContainsFunc(p.names, func(n naming.Name) bool { return n.Start > p.subject.End })
}

// whoHas returns the role of which a question asks who has it, such as “the judge in the Epic trial”;
// "" for other questions.
func (p *parsed) whoHas() string {
	if len(p.tokens) < 3 || p.tokens[0].Word != "who" || !answertype.Beings(p.tokens[1].Word) ||
		!analysis.AnyWord(p.tokens[2:], answertype.Roles) {
		return ""
	}
	return strings.TrimRight(p.text[p.tokens[2].Start:syntax.AsideIn(p.text, p.tokens)], " (?.!")
}

// joinsName reports whether the i-th token, a small word, stands inside a name: Department of Justice,
// The Lord of the Rings.
func (p *parsed) joinsName(i int) bool {
	if p.tokens[i].Word == "the" && p.tokens[i-1].Word == "of" {
		i--
	}
	if p.tokens[i].Word == "of" && i+2 < len(p.tokens) && p.tokens[i+1].Word == "the" {
		return p.tokens[i-1].Upper && p.tokens[i+2].Upper
	}
	joins := p.tokens[i].Word == "of" || p.tokens[i].Word == "for" && naming.Bodies(p.tokens[i-1].Word) // Center for Election Innovation
	return joins && i+1 < len(p.tokens) && p.tokens[i-1].Upper && p.tokens[i+1].Upper
}
