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

// instead reads “and Putin?”, “what about the summit?”: something in the place of the
// like of it in the question before.
func (f *follower) instead() bool {
	const most = 8
	if of, ok := strings.CutPrefix(f.rest, "of "); ok && f.led {
		is := func(word string) bool { return word == "of" }
		if at := f.phrase(is); at.End > 0 && f.parse(f.previous.Text).hasSubject {
			f.previous.Replace(at, f.typed(f.rest)) // what does he think of Roe?
			return true
		}
		f.rest = of
	}
	words := strings.Fields(f.rest)
	if !f.led && !f.goesOn(words) || f.previous.Form == answer.CheckQuote || len(words) > most || asks().MatchString(f.rest) || strings.Contains(f.rest, " , ") {
		return false
	}
	if outlets := f.outletsNamed(f.rest); outlets != nil && (f.isOutlet(f.rest) || f.asksOfOutlets()) {
		return f.otherOutlet(outlets)
	}
	said := f.typed(f.rest)
	if topic, ok := cutTopic(f.rest); ok {
		return f.otherTopic(f.typed(topic))
	}
	if pronouns[words[0]] != "" || len(words) == 1 && answertype.Prepositions(words[0]) || len(words) > 1 && pointing(words[1]) && words[1] != "the" && answertype.Prepositions(words[0]) {
		return false
	}
	if f.elsewhere(words[0]) || f.attribute(words) {
		return true
	}
	name, named := f.named(len(words))
	f.previous.Text = f.likeliest(f.readings(words, said, name, named))
	return true
}

// attribute reads “and the price?”: in the place of something else of the kind, or else what that
// has which was spoken of. Of what somebody said it is another topic, and nothing of this.
func (f *follower) attribute(words []string) bool {
	is := func(word string) bool { return attributes(word) || attributes(strings.TrimSuffix(word, "s")) }
	last := words[len(words)-1]
	d := &f.previous
	asked, topic := f.parse(d.Text), f.context()
	if !is(last) || asked.speech || topic == "" {
		return false
	}
	for _, at := range asked.things {
		if is(analysis.Fold(syntax.LastWord(d.Text[at.Start:at.End]))) {
			d.Replace(at, f.typed(f.rest))
			return true
		}
	}
	verb := "is"
	if plural(last) {
		verb = "are"
	}
	d.Text = "What " + verb + " " + f.typed(f.rest) + " (" + topic + ")?"
	return true
}

// addedOn matches what was asked of besides, and is not any more, up to what stands in brackets.
var addedOn = analysis.Pattern(`, and [^()]*?( \([^()]*\))?\?$`)

// notThat matches a correction that tells what it corrects, in the words of a [syntax.Spelling].
var notThat = analysis.Pattern(`^not (.+?) ,? ?(?:but )?(\S.*)$`)

// corrected reads “not Musk, Yaccarino”: one name in the place of another in the question
// before.
func (f *follower) corrected() bool {
	m := notThat().FindStringSubmatch(f.rest)
	if m == nil || !strings.Contains(f.rest, " , ") && !strings.Contains(f.rest, " but ") {
		return false
	}
	d := &f.previous
	asked := f.parse(d.Text)
	for _, n := range asked.named(m[1]) {
		d.Replace(n.Span, f.typed(m[2]))
		return true
	}
	return false
}

// goesOn reports whether a follow-up without a word that says so goes on from the question
// before: “about Kelce?”, or “in chemistry?” after one that has the same preposition.
func (f *follower) goesOn(words []string) bool {
	if len(words) < 2 || slices.ContainsFunc(words, interrogatives) {
		return false
	}
	if locatives(words[0]) && words[len(words)-1] == "only" {
		return true
	}
	_, topic := cutTopic(f.rest)
	return topic && words[0] != "on" || answertype.Prepositions(words[0]) && f.phrase(func(word string) bool { return word == words[0] }).End > 0
}

// readings returns what the question before may be with something in the place of the like
// of it, the likeliest first.
func (f *follower) readings(words []string, said string, name naming.Name, named bool) []string {
	d := f.previous
	asked := f.parse(d.Text)
	if beside := syntax.AsideIn(d.Text, asked.tokens); slices.ContainsFunc(asked.names, func(n naming.Name) bool { return n.Start < beside }) {
		asked.names = slices.DeleteFunc(asked.names, func(n naming.Name) bool { return n.Start > beside })
	}
	if answertype.Prepositions(words[0]) {
		of := f.typed(strings.Join(words[1:], " "))
		if n, is := f.named(len(words) - 1); is && len(asked.named(of)) > 0 {
			if alike := f.like(n, asked); len(alike) > 0 {
				return []string{f.exchanged(alike[0], of, asked)} // and for Arsenal
			}
		}
		return []string{syntax.WithMore(d.Text, " "+said)}
	}
	var out []string
	put := func(at corpus.Span) {
		acts := doing(analysis.Fold(syntax.LastWord(strings.TrimRight(d.Text[:at.Start], " ")))) // did Lee’s estate pay?
		if owner := ownerIn().FindString(d.Text[at.Start:at.End]); owner != "" && !acts {
			out = append(out, f.exchanged(corpus.Span{Start: at.Start, End: at.Start + len(owner)}, said, asked)) // the group’s task
		} else if head, _, of := strings.Cut(d.Text[at.Start:at.End], " of "); of && answertype.Roles(analysis.Fold(syntax.LastWord(head))) {
			at.Start += len(head) + len(" of ") // the CEO of OpenAI
		}
		out = append(out, f.exchanged(at, said, asked))
	}
	var alike []corpus.Span
	if named {
		alike = f.like(name, asked)
	}
	switch {
	case len(alike) > 0:
		for _, at := range alike {
			put(at)
		}
	case !named && answertype.Roles(words[len(words)-1]) && asked.role().End > 0:
		d.Replace(asked.role(), strings.TrimPrefix(said, "the ")) // of the same firm, at the same trial
		out = append(out, d.Text)
	case (named || (somebody(words[len(words)-1]) || asked.alike(words)) && asked.speech) && asked.hasSubject && (asked.subjectNamed || asked.speech):
		put(asked.subject) // and the founder?
		if !asked.subjectNamed && asked.topic.End > 0 {
			put(asked.topic)
		}
	case named && len(asked.names) > 0:
		put(asked.widened(asked.names[0].Span))
	case !named && asked.counted().End > 0 && !begins(words[0]) && !f.tokens[len(f.tokens)-1].Stop:
		d.Replace(asked.counted(), said)
		out = append(out, d.Text)
	case asked.topic.End > 0:
		put(asked.topic)
	case !named && len(words) == 1 && asked.ofField().End > 0:
		put(asked.ofField())
	case !named && len(asked.things) > 0:
		put(asked.things[len(asked.things)-1])
	case named && asked.hasSubject:
		put(asked.subject)
	case corrects().MatchString(f.Words) && len(asked.names) > 0 && !syntax.Owns(strings.TrimRight(d.Text[:asked.names[len(asked.names)-1].Start], " ")):
		put(asked.widened(asked.names[len(asked.names)-1].Span))
	default:
		out = append(out, syntax.WithMore(addedOn().ReplaceAllString(d.Text, "$1?"), ", and "+said))
	}
	return out
}

// counted returns what a question asks how much or how many there is of.
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

// alike reports whether words are for several of a kind as the subject is: activists, and the oil
// companies.
func (p *parsed) alike(words []string) bool {
	subject := p.subjectText()
	return analysis.IsLower(subject) && plural(subject) && plural(words[len(words)-1])
}

// ofField returns the one word of meaning, in small letters, behind “in” or “for” and a name with
// “the”: the Nobel Prize in chemistry.
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

// role returns the last word for who somebody is by what they do: the CEO of OpenAI.
func (p *parsed) role() corpus.Span {
	for _, t := range slices.Backward(p.tokens) {
		if answertype.Roles(t.Word) {
			return corpus.Span{Start: t.Start, End: t.End}
		}
	}
	return corpus.Span{}
}

// exchanged returns the question before with a name in the place of what stands there. Where
// it has that name already, the two change places.
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
			d.Replace(n.Span, strings.TrimSuffix(strings.TrimSuffix(was, "’s"), "'s"))
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

// named returns the names of a question that end as another does, and begin so where both
// are of several words and without a title: Hunter Biden is not Joe Biden.
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

// likeliest returns the first of some readings where the coverage has a quote with the words of
// the follow-up for it, and else another for which it has one with all whom that names: of
// whom somebody speaks he need not name.
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

// asksOfOutlets reports whether the question before names outlets, so that a part of the
// name of one means it.
func (f *follower) asksOfOutlets() bool {
	return len(f.outletsAsked()) > 0 ||
		slices.ContainsFunc(f.previous.Restrictions(), func(v syntax.FieldValue) bool { return v.Field == syntax.FieldOutlet })
}

// outletsAsked returns what the question before asks of outlets that its words name.
func (f *follower) outletsAsked() []naming.Facet {
	return f.names.Facets(f.previous.Text, f.analyzer.Tokens(f.previous.Text))
}

// otherOutlet asks the question of other outlets: in the words of one that names one,
// and by a filter otherwise.
func (f *follower) otherOutlet(outlets []string) bool {
	if !f.previous.Rename(outlets, f.outletsAsked()) {
		f.previous.Set(syntax.FieldOutlet, outlets...)
	}
	return true
}

// cutTopic returns what stands behind “about” and the like.
func cutTopic(words string) (topic string, ok bool) {
	for _, p := range []string{"about ", "on ", "regarding ", "concerning "} {
		if topic, ok := strings.CutPrefix(words, p); ok {
			return topic, true
		}
	}
	return "", false
}

// otherTopic asks the question about something else.
func (f *follower) otherTopic(topic string) bool {
	d := &f.previous
	asked := f.parse(d.Text)
	switch {
	case asked.topic.End > 0:
		d.Replace(asked.topic, topic)
		return true
	case d.Form != "" && d.Form != answer.CheckQuote && !asks().MatchString(analysis.Fold(d.Text)):
		d.Text = topic // all that it is about
		return true
	}
	if rest := f.typed(f.rest); !asked.speech && answertype.Prepositions(analysis.Fold(strings.Fields(rest)[0])) {
		topic = rest // on Black Friday
	} else {
		topic = "about " + topic
	}
	d.Text = syntax.WithMore(d.Text, " "+topic)
	return true
}
