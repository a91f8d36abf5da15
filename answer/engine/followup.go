package engine

import (
	"context"
	"slices"
	"strings"
	"time"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/calendar"
	"newshound/answer/draft"
	"newshound/answer/syntax"
)

// followUp reads a question in the light of the one before it, if it cannot stand
// alone: one that is nothing but a restriction (“only The Hill”, “since July 20”), asks
// for a circumstance (“when was that?”), puts something in the place of something
// (“and Putin?”), or has a pronoun for whom or what was spoken of. Whatever can stand
// alone does, for to answer another question than the one that was asked is worse than
// to find nothing.
func (e *Engine) followUp(ctx context.Context, q answer.Question) (asking, error) {
	text := strings.TrimSpace(courteousEnd().ReplaceAllString(q.Text, ""))
	text = ofThat().ReplaceAllString(text, "$1 it$2")
	typed := text
	text = namedFirst().ReplaceAllString(text, "and $2$1")
	tokens := e.analyzer.Tokens(text)
	if form, _ := syntax.FormOf(text); form != "" || len(tokens) == 0 || len(tokens) > maxFollowUp {
		return asking{}, nil
	}
	s := syntax.Spell(text, tokens)
	lead := leadIn().FindString(s.Words)
	f := follower{
		engine: e, ctx: ctx, text: text, tokens: tokens, Spelling: s,
		led: lead != "", rest: s.Words[len(lead):], previous: e.drafts.Of(q.Previous, q.Day()), day: q.Day(),
	}
	if f.rest == "" {
		return asking{}, nil
	}
	if a, err := f.opponent(q); err != nil || a.followUp || a.unclear != nil {
		return a, err
	}
	if f.others() {
		return asking{text: f.previous.String(), followUp: true}, nil
	}
	if f.further() || f.moreSaid() {
		return asking{text: q.Previous, followUp: true}, nil
	}
	if f.placed() {
		if a, err := f.pronoun(q); err != nil || a.followUp || a.unclear != nil {
			return a, err
		}
		return asking{text: f.text, followUp: true}, nil
	}
	before := f.previous
	instead := func() bool {
		is := f.instead()
		if is {
			f.keepTo(before)
		}
		return is
	}
	for _, read := range []func() bool{
		func() bool { return f.speaker(q) }, f.listed, f.saidOn, f.corrected, func() bool { return f.narrows(q) }, func() bool { return f.compared(q) }, f.circumstance,
		f.outletAsked, func() bool { return f.owned(q) }, instead, f.bare, f.ofWhat, f.continued,
	} {
		if is := read(); f.err != nil {
			return asking{}, f.err
		} else if is {
			return asking{text: f.previous.String(), followUp: true}, nil
		}
	}
	a, err := f.pronoun(q)
	if err != nil || a.unclear != nil {
		return a, err
	}
	if !a.followUp && text != typed {
		a = asking{text: capitalised(f.text[f.start():]), followUp: true}
	}
	return f.keptOn(a)
}

// maxFollowUp is the number of words of the longest follow-up.
const maxFollowUp = 20

// follower reads one follow-up.
type follower struct {
	engine *Engine
	ctx    context.Context
	text   string
	tokens []analysis.Token
	syntax.Spelling
	led      bool        // it begins with words that go on from something: and, what about
	rest     string      // the words behind those
	previous draft.Draft // becomes what is asked
	day      time.Time
	err      error // the retriever's
}

// The forms of follow-ups, in the words of a [syntax.Spelling].
var (
	corrects     = analysis.Pattern(`^(?:(?:sorry|no ,|no|actually|ok|okay|but|and) (?:, )?)*(?:i meant? |no , |sorry , )`)
	leadIn       = analysis.Pattern(`^(?:(?:and|but|so|ok|okay|now|then|also|thanks|sorry|no ,|actually) (?:, )?)*(?:(?:what|how) about |(?:the |do the )?same (?:question |thing )?(?:for|with|about|but (?:for|with)) |i meant? (?:to say |to ask about )?)?`)
	onlyThat     = analysis.Pattern(`^(?:only|just|limit (?:it|that|this) to|(?:narrow|restrict) (?:it|that|this) to) (?:the articles |articles |coverage )?(?:in |from |by |of )?(.+?)(?: please)?$|^(?:in |from |by )?(.+) only$|^(?:anything|something|what is there|more) (?:else )?(?:from|in|by) (.+)$`)
	accordingly  = analysis.Pattern(`^(?:and )?(?:according to|in|from|by|with|as reported by) (.+)$`)
	without      = analysis.Pattern(`^(?:without|except(?: for)?|excluding|leave out|not (?:in|from|by)|but not|not) (.+)$`)
	notOnly      = analysis.Pattern(`^(?:not (?:only|just)|also (?:beyond|outside)|(?:in )?(?:all|any|other|every)) (.+)$`)
	courteousEnd = analysis.Pattern(`(?i)[ ,]+(?:please|thanks|thank you|then|though|instead|as well|too)[ .!?]*$`)
	ofThat       = analysis.Pattern(`(?i)(\b(?:say|said|says|think|thinks|thought|write|wrote|tweet|tweeted|know|do|did|done) (?:about|of|on|to)) (?:that|this)([ .!?]*)$`) // what is spoken of
	asks         = analysis.Pattern(`^(?:who|whom|whose|what|when|where|why|how|which|did|do|does|is|are|was|were|has|have|had|will|would|can|could|should|tell|show|list|give|name)\b`)
)

// namedFirst matches a question that names first whom a pronoun in it means: “and Biden, what did
// he say?”
var namedFirst = analysis.Pattern(`^(?:[Aa]nd|[Bb]ut|[Ss]o) ((?:(?:the|their|his|her) )?\pL[^ ,]*(?: \pL[^ ,]*)?), ` +
	`((?:what|when|where|why|how) (?:did|does|do|has|have|is|was|are|were) )(?:he|she|it|they)\b`)

// outletAsked reads a question that names an outlet and nothing else: “what does The
// Hill say?”
func (f *follower) outletAsked() bool {
	sides := f.engine.names.Facets(f.text, f.tokens)
	if len(sides) != 1 || !asks().MatchString(f.rest) {
		return false
	}
	for _, t := range f.tokens {
		if !t.Stop && !answertype.Utterances(t.Term) && (t.Start < sides[0].Name.Start || t.End > sides[0].Name.End) {
			return false
		}
	}
	return f.otherOutlet(sides[0].Outlets)
}

// narrows reads a follow-up that restricts the question before.
func (f *follower) narrows(q answer.Question) bool {
	if otherOutlets().MatchString(f.rest) {
		return f.otherOutlets(q)
	}
	if f.beyond() {
		return true
	}
	if m := notOnly().FindStringSubmatch(f.rest); m != nil {
		if f.outletsNamed(m[1]) != nil || m[1] == "outlets" {
			f.previous.Drop(syntax.FieldOutlet)
			return true
		}
	}
	if m := without().FindStringSubmatch(f.rest); m != nil {
		return f.leavesOut(m[1])
	}
	if m := onlyThat().FindStringSubmatch(f.rest); m != nil {
		inner := m[1] + m[2] + m[3]
		return f.restricts(inner, true) || f.time(inner)
	}
	if f.time(f.rest) {
		return true
	}
	if m := accordingly().FindStringSubmatch(f.rest); m != nil {
		sure := strings.HasPrefix(f.rest, "according")
		return f.restricts(m[1], sure || strings.HasPrefix(f.rest, "by")) || sure && f.accordingTo(m[1])
	}
	return false
}

// accordingTo asks the question before of what somebody says, who is no outlet.
func (f *follower) accordingTo(name string) bool {
	if pronouns[name] != "" || len(strings.Fields(name)) > mostNamed {
		return false
	}
	f.previous.Text = syntax.WithMore(f.previous.Text, " according to "+f.typed(name))
	return true
}

// leavesOut reads which outlets a follow-up wants to do without.
func (f *follower) leavesOut(name string) bool {
	switch outlets := f.outletsNamed(name); {
	case outlets == nil:
		return false
	case f.previous.AsksOnly(outlets):
		f.previous.Drop(syntax.FieldOutlet)
	default:
		for _, o := range outlets {
			f.previous.Fields = append(f.previous.Fields, syntax.FieldValue{Field: syntax.FieldNotOutlet, Value: o})
		}
	}
	return true
}

// known reports whether the coverage uses the words.
func (f *follower) known(words string) bool {
	for _, t := range f.engine.analyzer.Tokens(words) {
		if t.Stop || f.engine.index.DocFreq(t.Term) == 0 {
			return false
		}
	}
	return true
}

// restricts reads the name of an outlet, a section or a byline. Where it is sure that
// one is meant, a name that comes near one is taken for it, to be told so.
func (f *follower) restricts(name string, sure bool) bool {
	if outlets := f.outletsNamed(name); outlets != nil {
		if sure || f.isOutlet(name) {
			f.previous.AskOf(outlets, f.outletsAsked())
			return true
		}
		return false
	}
	if section, ok := strings.CutSuffix(name, " section"); ok {
		section = strings.TrimPrefix(section, "the ")
		if len(f.engine.names.Find(syntax.FieldSection, section)) == 0 {
			return false
		}
		f.previous.Set(syntax.FieldSection, f.typed(section))
		return true
	}
	if !sure || len(strings.Fields(name)) > 4 {
		return false
	}
	if len(f.engine.names.Find(syntax.FieldByline, name)) > 0 && len(strings.Fields(name)) > 1 || strings.HasPrefix(f.rest, "by ") && len(f.engine.names.Find(syntax.FieldByline, name)) > 0 {
		f.previous.Set(syntax.FieldByline, f.typed(name))
		return true
	}
	if f.engine.names.Nearest(syntax.FieldOutlet, name) != "" && !f.known(strings.TrimPrefix(name, "the ")) {
		f.previous.AskOf([]string{f.typed(name)}, f.outletsAsked())
		return true
	}
	return false
}

// isOutlet reports whether the words are all of an outlet's name.
func (f *follower) isOutlet(name string) bool {
	return len(f.engine.names.Outlets(name))+len(f.engine.names.Outlets(strings.TrimPrefix(name, "the "))) > 0
}

// outletsNamed returns the outlets that a list of names means, nil unless every one
// means some.
func (f *follower) outletsNamed(list string) []string {
	if o := f.outlet(list); o != nil {
		return o
	}
	var out []string
	for name := range strings.SplitSeq(strings.NewReplacer(" , and ", " , ", " , or ", " , ", " and ", " , ", " or ", " , ").Replace(list), " , ") {
		o := f.outlet(name)
		if o == nil {
			return nil
		}
		out = append(out, o...)
	}
	return out
}

// outlet returns the outlets of a name. A part of a name of one means it, unless it is
// a word that says nothing by itself.
func (f *follower) outlet(name string) []string {
	bare := strings.TrimPrefix(name, "the ")
	for _, n := range []string{name, bare} {
		if o := f.engine.names.Outlets(n); o != nil {
			return o
		}
	}
	tokens := f.engine.analyzer.Tokens(name)
	if !slices.ContainsFunc(tokens, func(t analysis.Token) bool { return !t.Stop }) {
		return nil
	}
	return f.engine.names.Find(syntax.FieldOutlet, bare)
}

// typed returns words of the follow-up as they were typed.
func (f *follower) typed(words string) string {
	at := strings.LastIndex(f.Words, words)
	span := f.Place(at, at+len(words))
	return f.text[span.Start:span.End]
}

// outside reports whether days from one to another, a month or more, lie before all of the
// coverage or behind it: what is told of then is no article's date.
func (e *Engine) outside(days []syntax.FieldValue) bool {
	const month = 28 * 24 * time.Hour
	c := e.index.Coverage()
	if len(days) != 2 || days[0].Field != syntax.FieldFrom || days[1].Field != syntax.FieldTo {
		return false
	}
	from, _, _ := calendar.Parse(days[0].Value)
	_, to, ok := calendar.Parse(days[1].Value)
	return ok && to.Sub(from) >= month-24*time.Hour && (from.After(c.Last) || to.Before(c.First))
}

// time reads a follow-up that is nothing but a time.
func (f *follower) time(words string) bool {
	m := wholeTime().FindStringSubmatch(words)
	if len(m) == 0 || m[1] == "" && !f.led && f.rest == words && !syntax.Relative().MatchString(words) {
		return false
	}
	if (m[1] == "" || m[1] == "in" || m[1] == "on") && m[3] == "" && f.otherTime(m[2]) {
		return true
	}
	s, ok := syntax.Spelling{Words: words}.Time(f.engine.drafts.Calendar(f.day), true)
	if !ok {
		return false
	}
	if bare := m[1] == "" || m[1] == "in" || m[1] == "on"; bare && !s.Unknown && f.engine.outside(s.Fields) {
		f.previous.Text = syntax.WithMore(f.previous.Text, " "+words)
		return true
	}
	f.previous.Drop(draft.DropDates)
	if s.Unknown {
		f.previous.Fields = append(f.previous.Fields, syntax.FieldValue{Field: s.Fields[0].Field, Value: words})
		return true
	}
	f.previous.Fields = append(f.previous.Fields, s.Fields...)
	return true
}

// otherTime puts a date in the place of the one that the question before tells when
// something happened with: “How did Wall Street do in October?”
func (f *follower) otherTime(date string) bool {
	d := &f.previous
	if len(d.Said) > 0 {
		return false
	}
	s := syntax.Spell(d.Text, f.engine.analyzer.Tokens(d.Text))
	found := syntax.SpokenTime().FindAllStringSubmatchIndex(s.Words, -1)
	if len(found) != 1 || found[0][6] >= 0 {
		return false
	}
	d.Replace(s.Place(found[0][4], found[0][5]), f.typed(date))
	return true
}

var wholeTime = analysis.Pattern(`^` + syntax.TimePattern + `$`)
