package followup

import (
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/naming"
	"newshound/answer/syntax"
)

// instead reads “and Putin?”, “what about the summit?”: something in the place of the
// like of it in the question before.
func (f *follower) instead() bool {
	before := f.previous
	if !f.exchange() {
		return false
	}
	f.keepTo(before)
	return true
}

// exchange puts what a follow-up names in the place of the like of it in the question before.
func (f *follower) exchange() bool {
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
	if isPronoun(words[0]) || len(words) == 1 && answertype.Prepositions(words[0]) || len(words) > 1 && pointing(words[1]) && words[1] != "the" && answertype.Prepositions(words[0]) {
		return false
	}
	if f.elsewhere(words[0]) || f.attribute(words) {
		return true
	}
	name, named := f.named(len(words))
	f.previous.Text = f.likeliest(f.readings(added{words, said, name, named}))
	return true
}

// attribute reads “and the price?”, which asks for that of what was spoken of; it takes the place of
// another attribute in the question before (“what was the size of the deal?”). After a question what
// somebody said it is another topic, which is not read here.
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

// addedOn matches what a follow-up has added at the end of a question, “, and layoffs?”, with the
// brackets behind it.
var addedOn = analysis.Pattern(`, and [^()]*?( \([^()]*\))?\?$`)

// notThat matches a correction that says what it corrects, in the words of a [syntax.Spelling].
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

// goesOn reports whether a follow-up that does not begin with “and” or the like goes on from the question
// before: “about Kelce?”, or “in chemistry?” after one with the same preposition.
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

// asksOfOutlets reports whether the question before names outlets. A part of the name of one is then
// taken for it.
func (f *follower) asksOfOutlets() bool {
	return len(f.outletsAsked()) > 0 ||
		slices.ContainsFunc(f.previous.Restrictions(), func(v syntax.FieldValue) bool { return v.Field == syntax.FieldOutlet })
}

// outletsAsked returns the sides of the question before: what it asks of each outlet that it names.
func (f *follower) outletsAsked() []naming.Side {
	return f.names.Sides(f.previous.Text, f.analyzer.Tokens(f.previous.Text))
}

// otherOutlet asks the question before of other outlets: it puts one in the place of the only one that
// the words name, or else sets a filter.
func (f *follower) otherOutlet(outlets []string) bool {
	if !f.previous.Rename(outlets, f.outletsAsked()) {
		f.previous.Set(syntax.FieldOutlet, outlets...)
	}
	return true
}

// cutTopic returns what stands behind “about” or the like, if words begin so.
func cutTopic(words string) (topic string, ok bool) {
	for _, p := range []string{"about ", "on ", "regarding ", "concerning "} {
		if topic, ok := strings.CutPrefix(words, p); ok {
			return topic, true
		}
	}
	return "", false
}

// otherTopic asks the question before about something else.
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
