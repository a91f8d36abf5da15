package followup

import (
	"slices"
	"strings"
	"time"

	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/calendar"
	"newshound/answer/draft"
	"newshound/answer/speaker"
	"newshound/answer/syntax"
)

// outletAsked reads a question that says nothing but an outlet: “what does The Hill say?”
func (f *follower) outletAsked() bool {
	sides := f.names.Sides(f.text, f.tokens)
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

// The forms of follow-ups that restrict the question before, in the words of a [syntax.Spelling].
var (
	onlyThat    = analysis.Pattern(`^(?:only|just|limit (?:it|that|this) to|(?:narrow|restrict) (?:it|that|this) to) (?:the articles |articles |coverage )?(?:in |from |by |of )?(.+?)(?: please)?$|^(?:in |from |by )?(.+) only$|^(?:anything|something|what is there|more) (?:else )?(?:from|in|by) (.+)$`)
	accordingly = analysis.Pattern(`^(?:and )?(?:according to|in|from|by|with|as reported by) (.+)$`)
	without     = analysis.Pattern(`^(?:without|except(?: for)?|excluding|leave out|not (?:in|from|by)|but not|not) (.+)$`)
	notOnly     = analysis.Pattern(`^(?:not (?:only|just)|also (?:beyond|outside)|(?:in )?(?:all|any|other|every)) (.+)$`)
)

// narrows reads a follow-up that restricts the question before.
func (f *follower) narrows() bool {
	if otherOutlets().MatchString(f.rest) {
		return f.otherOutlets()
	}
	if f.nextYear() || f.beyond() {
		return true
	}
	if m := notOnly().FindStringSubmatch(f.rest); m != nil {
		if f.outletsNamed(m[1]) != nil || m[1] == "outlets" {
			f.previous.Drop(syntax.FieldOutlet)
			return true
		}
	}
	if m := carries().FindStringSubmatch(f.rest); len(m) > 0 && f.isOutlet(m[1]) {
		f.previous.AskOf(f.outletsNamed(m[1]), f.outletsAsked())
		return true
	}
	if m := without().FindStringSubmatch(f.rest); m != nil {
		return f.leavesOut(m[1])
	}
	if m := onlyThat().FindStringSubmatch(f.rest); m != nil {
		inner := m[1] + m[2] + m[3]
		return f.restricts(inner, true) || f.time(inner) || f.onlyNamed()
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

// onlyNamed reads “only Reuters” where that is no outlet of the coverage. A person's name asks for what
// they say; any other is taken for an outlet's, so that the answer says that the coverage lacks it.
func (f *follower) onlyNamed() bool {
	name, ok := strings.CutPrefix(f.rest, "only ")
	if !ok {
		name, ok = strings.CutSuffix(f.rest, " only")
	}
	words := len(strings.Fields(name))
	if !ok || words > speaker.MostWords {
		return false
	}
	tokens := f.analyzer.Tokens(f.typed(name))
	if slices.ContainsFunc(tokens, func(t analysis.Token) bool { return !t.Upper && !t.Acronym && !t.Stop }) || tokens[len(tokens)-1].Stop || answertype.Prepositions(tokens[0].Word) {
		return false
	}
	if f.names.IsOutlet(f.typed(name)) { // Al Jazeera, which the coverage has not
		f.previous.AskOf([]string{f.typed(name)}, f.outletsAsked())
		return true
	}
	people, err := f.ofKnownGender([]string{f.typed(name)})
	if err == nil && words > 1 && len(people) == 0 {
		people, err = f.names.People(f.ctx, f.typed(name))
	}
	if f.err = err; err != nil {
		return false
	}
	if len(people) > 0 {
		return f.saidBy(f.typed(name))
	}
	f.previous.AskOf([]string{f.typed(name)}, f.outletsAsked())
	return true
}

// carries matches a question whether an outlet tells the same: “did The Hill report that?”
var carries = analysis.Pattern(`^(?:did|does|do|has|have|is|was) (.+?) (?:also )?(?:report|reported|reporting|carry|carried|carrying|cover|covered|covering|run|mention|mentioned|write|written|say|said|have|had)(?: (?:about|on|of))? (?:it|that|this|so|the same)$`)

// accordingTo asks the question before by what somebody says, who is no outlet.
func (f *follower) accordingTo(name string) bool {
	if isPronoun(name) || len(strings.Fields(name)) > speaker.MostWords {
		return false
	}
	f.previous.Text = syntax.WithMore(f.previous.Text, " according to "+f.typed(name))
	return true
}

// leavesOut leaves out the outlets that a name means.
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

// known reports whether the coverage uses all of some words, none of which is a stop word.
func (f *follower) known(words string) bool {
	for _, t := range f.analyzer.Tokens(words) {
		if t.Stop || f.index.DocFreq(t.Term) == 0 {
			return false
		}
	}
	return true
}

// restricts reads the name of an outlet, a section or a byline, and restricts the question before to
// that. If it is sure that one is meant, a part of an outlet's name will do, and a name much like one is
// taken for an outlet's, so that the answer says so.
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
		if len(f.names.Find(syntax.FieldSection, section)) == 0 {
			return false
		}
		f.previous.Set(syntax.FieldSection, f.typed(section))
		return true
	}
	if !sure || len(strings.Fields(name)) > 4 {
		return false
	}
	if len(f.names.Find(syntax.FieldByline, name)) > 0 && len(strings.Fields(name)) > 1 || strings.HasPrefix(f.rest, "by ") && len(f.names.Find(syntax.FieldByline, name)) > 0 {
		f.previous.Set(syntax.FieldByline, f.typed(name))
		return true
	}
	if f.names.Nearest(syntax.FieldOutlet, name) != "" && !f.known(strings.TrimPrefix(name, "the ")) {
		f.previous.AskOf([]string{f.typed(name)}, f.outletsAsked())
		return true
	}
	return false
}

// isOutlet reports whether words are the whole name of an outlet.
func (f *follower) isOutlet(name string) bool {
	return len(f.names.Outlets(name))+len(f.names.Outlets(strings.TrimPrefix(name, "the "))) > 0
}

// outletsNamed returns the outlets that a list of names means; nil if one of them means none.
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

// outlet returns the outlets that a name means. A part of a name will do, unless it is nothing but stop
// words.
func (f *follower) outlet(name string) []string {
	bare := strings.TrimPrefix(name, "the ")
	for _, n := range []string{name, bare} {
		if o := f.names.Outlets(n); o != nil {
			return o
		}
	}
	tokens := f.analyzer.Tokens(name)
	if !slices.ContainsFunc(tokens, func(t analysis.Token) bool { return !t.Stop }) {
		return nil
	}
	return f.names.Find(syntax.FieldOutlet, bare)
}

// typed returns words of the follow-up as they were typed.
func (f *follower) typed(words string) string {
	at := strings.LastIndex(f.Words, words)
	span := f.Place(at, at+len(words))
	return f.text[span.Start:span.End]
}

// outside reports whether a time of a month or more lies before all of the coverage or after it. Such a
// time says when something happened, and not when articles were published.
func (r *Reader) outside(days []syntax.FieldValue) bool {
	const month = 28 * 24 * time.Hour
	c := r.index.Coverage()
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
	s, ok := syntax.Spelling{Words: words}.Time(f.drafts.Calendar(f.question.Day()), true)
	if !ok {
		return false
	}
	if bare := m[1] == "" || m[1] == "in" || m[1] == "on"; bare && !s.Unknown && f.outside(s.Fields) {
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

// otherTime puts a date in the place of the one with which the question before says when something
// happened: “How did Wall Street do in October?”
func (f *follower) otherTime(date string) bool {
	d := &f.previous
	if len(d.Said) > 0 {
		return false
	}
	s := syntax.Spell(d.Text, f.analyzer.Tokens(d.Text))
	found := syntax.SpokenTime().FindAllStringSubmatchIndex(s.Words, -1)
	if len(found) != 1 || found[0][6] >= 0 {
		return false
	}
	d.Replace(s.Place(found[0][4], found[0][5]), f.typed(date))
	return true
}

// wholeTime matches words that are nothing but a time.
var wholeTime = analysis.Pattern(`^` + syntax.TimePattern + `$`)
