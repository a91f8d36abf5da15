package followup

import (
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/draft"
	"newshound/answer/naming"
	"newshound/answer/syntax"
	"newshound/corpus"
)

// bare reads a question that says no more than a verb: “by whom?”, “who testified?”
func (f *follower) bare() bool {
	content := 0
	for i, t := range f.tokens {
		switch {
		case isPronoun(t.Word):
			return false // which says of whom
		case t.Stop, askedMeasures(t.Word):
		case t.Upper && i > 0 && !whichOf().MatchString(f.rest), !analysis.Ordinary(t.Word) && !bareNoun().MatchString(f.rest), content > 0:
			return false
		default:
			content++
		}
	}
	if !bareAsks().MatchString(f.rest) {
		return false
	}
	topic := f.context()
	if content == 0 || strings.HasSuffix(f.rest, " so") || bareNoun().MatchString(f.rest) && f.parse(f.previous.Text).speech {
		topic = f.gist()
	}
	if topic == "" {
		return false
	}
	f.beside(topic)
	return true
}

// latest reads “what's the latest?” as the latest on what was spoken of.
func (f *follower) latest() bool {
	of := f.topic()
	if !asksLatest().MatchString(f.rest) || of == "" || asks().MatchString(analysis.Fold(of)) {
		return false
	}
	f.previous.Text = "What’s the latest on " + of + "?"
	return true
}

// whichOnes reads “which ones?” after a question about several, whom its subject names (“What did House
// Democrats say?”) or the noun that it begins with (“How many games did they win?”).
func (f *follower) whichOnes() bool {
	if !asksOnes().MatchString(f.rest) {
		return false
	}
	asked := f.parse(f.previous.Text)
	several := strings.TrimPrefix(strings.TrimPrefix(asked.subjectText(), "the "), "some ")
	if first, aux := asked.fronted(); aux > 0 {
		several = asked.text[asked.tokens[first].Start:asked.tokens[aux-1].End]
	}
	if !plural(several) || syntax.AsideOf(asked.text) != "" {
		return false
	}
	f.previous.Text = "Which " + several + " (" + asked.within() + ")?"
	return true
}

// The forms of questions that say nothing by themselves, in the words of a [syntax.Spelling].
var (
	asksLatest = analysis.Pattern(`^(?:what (?:is |are )?|any )?(?:the )?(?:latest|newest)(?: (?:news|updates?|developments?))?(?: (?:on|about|with) (?:it|that|this|him|her|them)| there)?$`)
	asksOnes   = analysis.Pattern(`^(?:which (?:ones?|of them)(?: exactly)?|who exactly|who (?:are|were) (?:they|these|those))$`)
)

// longestGist is the number of words of the longest question that is put into the brackets of another as
// a whole.
const longestGist = 14

// gist returns what is put into brackets where all of the question before matters: what that has in
// brackets itself, or all of it; of a long question what it is about.
func (f *follower) gist() string {
	if beside := syntax.AsideOf(f.previous.Text); beside != "" {
		return beside
	}
	if all := f.parse(f.previous.Text); len(all.tokens) <= longestGist && f.previous.Form != answer.CheckQuote {
		return all.within()
	}
	return f.topic()
}

// context returns what is put into brackets behind a follow-up: what the question before has there; or what
// it is about, if that says all that the question does; and otherwise its gist.
func (f *follower) context() string {
	if beside := syntax.AsideOf(f.previous.Text); beside != "" {
		return beside
	}
	topic, asked := f.topic(), f.parse(f.previous.Text)
	if asked.speech && asked.topic.End > 0 {
		if last := f.tokens[len(f.tokens)-1].Word; last == "that" || last == "this" {
			return f.gist() // who else signed that?
		}
		return topic
	}
	does := asked.hasSubject && objects(asked.tokens[0].Word) && slices.ContainsFunc(asked.tokens, func(t analysis.Token) bool { return doing(t.Word) && t.End <= asked.subject.Start })
	for i, t := range asked.tokens {
		name := slices.ContainsFunc(asked.names, func(n naming.Name) bool { return n.Last == i })
		inThing := slices.ContainsFunc(asked.things, func(at corpus.Span) bool { return at.Start <= t.Start && t.End <= at.End })
		done := does && t.Start >= asked.subject.End || asked.whoDid() // what the FDA approved
		if t.Start >= asked.gist() && (name || (len(asked.things) == 0 || inThing || done) && !t.Stop && !syntax.Frames(t.Term)) && !strings.Contains(topic, asked.text[t.Start:t.End]) {
			return f.gist()
		}
	}
	return topic
}

// objects ask for the object of a verb, or for a circumstance.
var objects = analysis.Words("what which whom who when where")

// beside asks the follow-up as it is, with what it is about in brackets.
func (f *follower) beside(topic string) {
	d := &f.previous
	d.Text = capitalised(unpunctuated(f.text[f.start():])) + " (" + topic + ")?"
	if d.Form == answer.CheckQuote {
		d.Form, d.Text = "", draft.Unquoted(d.Text)
	}
}

// bareAsks matches questions that may say no more than a verb.
var bareAsks = analysis.Pattern(`^(?:(?:by|to|for|with|from|of|about|against|at|in|on|under|over|after|before|without|since|until|as of|up to) )?(?:who|whom|whose|what|when|where|why|how|which)\b`)

// bareNoun matches a question that only says what is asked for: “at what valuation?”
var bareNoun = analysis.Pattern(`^(?:(?:by|to|for|with|from|of|about|against|at|in|on|under) )?(?:what|which|how (?:much|many)) \S+$`)

// whichOf matches a question which of those it is that have been spoken of: “in which city?”
var whichOf = analysis.Pattern(`^(?:of |in |by |from |at |to |for |with )?(?:which|what) \S+$`)

// ofWhat reads a question that does not say what it is about: “did Trump respond?”, “what do doctors say?”
func (f *follower) ofWhat() bool {
	topic, named := f.context(), len(f.names.Of(f.text, f.tokens)) > 0
	switch {
	case topic == "" || len(f.tokens) > longestTopic || analysis.AnyWord(f.tokens, ofPerson):
		return false
	case named && onItself().MatchString(f.rest) && !backTo(syntax.LastWord(f.rest)):
		return false
	case responds().MatchString(f.rest) && !(named && strings.HasPrefix(f.rest, "how ")):
		f.beside(f.gist())
	case responds().MatchString(f.rest):
		return f.respondsTo()
	case manySay().MatchString(f.rest) && !named:
		if of := f.topic(); of == "" || asks().MatchString(analysis.Fold(of)) {
			f.beside(topic)
		} else {
			f.previous.Text = capitalised(unpunctuated(f.text[f.start():])) + " about " + of + "?"
		}
	default:
		return false
	}
	return true
}

// onItself matches a question for what somebody says that does say about what: “any comment from Swift on
// the league?”
var onItself = analysis.Pattern(`^(?:any|(?:is|was) there (?:an?|any)) \S+ (?:from|by) .+ (?:on|about|over|to|regarding|after|since) .+$`)

// backTo are the words for what has been spoken of: “any comment from Swift on that?”
var backTo = analysis.Words("it this that them him her")

// respondsTo reads “how did Putin react?” as a reaction to what was spoken of: if the articles of the last
// answer name Putin, and have an answer to both questions together, which the coverage hardly has to the
// follow-up alone.
func (f *follower) respondsTo() bool {
	before := f.previous
	last := f.weigh(before.String())
	if f.weigh(f.text).Confidence >= shown {
		return false
	}
	f.beside(f.gist())
	if w := f.weigh(f.previous.String()); f.err == nil && w.Sure && f.namesHeld(last.Articles) && slices.Contains(last.Articles, w.Best.Article) {
		return true
	}
	f.previous = before
	return false
}

// The forms of questions that do not say what they are about, in the words of a [syntax.Spelling].
var (
	responds = analysis.Pattern(`^(?:how )?(?:did|has|have|does|will) .+ (?:respond|responded|reply|replied|react|reacted|comment|commented|deny|denied|agree|agreed|disagree|accept|accepted|object|objected|explain|explained|apologi[sz]e|apologi[sz]ed|appeal|appealed)$|` +
		`^what (?:is|was|were) (?:the )?\S+(?: \S+)? (?:response|reply|reaction|answer|explanation|comment|defen[cs]e|excuse)s?$|` +
		`^(?:any|(?:is|was) there (?:an?|any)) (?:response|reply|reaction|answer|explanation|comment|criticism|pushback)s?(?: (?:from|by) .+)?$|` +
		`^why not (?:the )?\S+(?: \S+)?$|` +
		`^(?:is|was|has) it (?:been )?(?:true|correct|accurate|confirmed|denied|disputed|verified)$|` +
		`^(?:did|does|do|is|was|are|were|has|have|had|will|would|can|could|should) (?:that|this) .+$`)
	manySay = analysis.Pattern(`^what (?:do|did|have) (?:the |some |other |most )?(?:\S+ )?\S+s (?:say|said|think|thought|argue|claim)$`)
)
