package followup

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/calendar"
	"newshound/answer/draft"
	"newshound/answer/syntax"
	"newshound/corpus"
)

// The forms of follow-ups that ask for other outlets, years or days than the question before, in the words
// of a [syntax.Spelling].
var (
	otherOutlets = analysis.Pattern(`^(?:(?:in |from |by )?(?:(?:any|some|the) )?(?:other|another|different) (?:outlets?|papers?|newspapers?|publications?|media|sources?)|(?:what|how) (?:do|did|does) (?:the )?other (?:outlets?|papers?|newspapers?|publications?) (?:say|report|write)(?: (?:about|of) (?:it|that|this))?|who else (?:reports|reported|covers|covered|has|is reporting|is covering) (?:it|that|this)|(?:did|does|has|have|is) (?:anyone|anybody|someone|somebody|any outlet|any paper) else (?:report|reported|reporting|cover|covered|covering|have|has) (?:it|that|this))$`)
	anotherYear  = analysis.Pattern(`^(?:in )?the (?:(?:year|season) (before|after)|(?:(previous|prior)|next|following) (?:year|season))$|^(?:right )?now$`)
	comparing    = analysis.Pattern(`^(?:(?:compare|compared|contrast)(?: (?:it|that|this|them|those))?( with| to| against)?|(vs|versus)) (.+)$`)
	beyondThat   = analysis.Pattern(`^(?:what (?:happened|was) )?(?:(before|after) (?:that|then|this)|(earlier|later|beforehand|afterwards?))$`)
)

// otherOutlets reads a follow-up that asks for other outlets than those that the question before is
// restricted to, or else than those of its answer.
func (f *follower) otherOutlets() bool {
	d := &f.previous
	named, err := f.outletsBefore()
	if f.err = err; err != nil || len(named) == 0 {
		return false
	}
	d.Drop(syntax.FieldOutlet)
	for _, o := range named {
		d.Fields = append(d.Fields, syntax.FieldValue{Field: syntax.FieldNotOutlet, Value: o})
	}
	return true
}

// outletsBefore returns the outlets that the question before is restricted to, or else those of its
// answer.
func (f *follower) outletsBefore() ([]string, error) {
	var named []string
	for _, v := range f.previous.Restrictions() {
		if v.Field == syntax.FieldOutlet {
			named = append(named, v.Value)
		}
	}
	if len(named) > 0 {
		return named, nil
	}
	a, err := f.lastAnswer()
	if err != nil {
		return nil, err
	}
	for _, s := range a.Snippets {
		if o := s.Cite.Article.Outlet; o != "" && !slices.Contains(named, o) {
			named = append(named, o)
		}
	}
	return named, nil
}

// compared reads a follow-up that compares outlets: “compare with Fortune” sets one beside those of the
// question before, or of its answer; “compare Fortune and The Verge” compares these.
func (f *follower) compared() bool {
	m := comparing().FindStringSubmatch(f.rest)
	if m == nil {
		return false
	}
	beside := m[1]+m[2] != ""
	outlets := f.outletsNamed(m[3])
	if outlets == nil && beside {
		f.led, f.rest = true, m[3] // compared with Japan: and there?
		return f.exchange()
	}
	if outlets == nil || !beside && len(outlets) < 2 {
		return false
	}
	if beside {
		before, err := f.outletsBefore()
		if f.err = err; err != nil {
			return false
		}
		if len(before) == 0 {
			outlets = nil // nothing to set them beside: whatever says something of it
		}
		for _, o := range before {
			if !slices.Contains(outlets, o) {
				outlets = append(outlets, o)
			}
		}
	}
	f.previous.Form = answer.Compare
	f.previous.Set(syntax.FieldOutlet, outlets...)
	return true
}

// nextYear reads “and the year before?”, and puts that year in the place of the one that the question
// before names. If that names none, or the follow-up is “and now?”, its words go to the end.
func (f *follower) nextYear() bool {
	m := anotherYear().FindStringSubmatch(f.rest)
	if m == nil {
		return false
	}
	d := &f.previous
	tokens := f.analyzer.Tokens(d.Text)
	at := slices.IndexFunc(tokens, func(t analysis.Token) bool { return calendar.Year(t.Word) })
	if at < 0 || strings.HasSuffix(f.rest, "now") {
		d.Text = syntax.WithMore(d.Text, " "+f.typed(f.rest))
		return true
	}
	year, err := strconv.Atoi(tokens[at].Word)
	if err != nil {
		return false
	}
	if m[1] == "before" || m[2] != "" {
		year--
	} else {
		year++
	}
	d.Replace(corpus.Span{Start: tokens[at].Start, End: tokens[at].End}, strconv.Itoa(year))
	return true
}

// beyond reads a follow-up that asks for the time before or after that of the question
// before, or of what it names: “and before that?”, “and afterwards?”
func (f *follower) beyond() bool {
	m := beyondThat().FindStringSubmatch(f.rest)
	if m == nil {
		return false
	}
	end, other, step := syntax.FieldFrom, syntax.FieldTo, -1
	after := m[1] == "after" || m[2] == "later" || strings.HasPrefix(m[2], "after")
	if after {
		end, other, step = syntax.FieldTo, syntax.FieldFrom, 1
	}
	for _, v := range f.previous.Restrictions() {
		first, last, ok := calendar.Parse(v.Value)
		if v.Field != end || !ok {
			continue
		}
		day := first
		if step > 0 {
			day = last
		}
		f.previous.Drop(draft.DropDates)
		f.previous.Fields = append(f.previous.Fields, syntax.FieldValue{Field: other, Value: calendar.Day(day).AddDate(0, 0, step).Format(time.DateOnly)})
		return true
	}
	at := f.phrase(func(word string) bool { return word == "before" || word == "during" || word == "after" })
	if at.End == 0 {
		if !asks().MatchString(analysis.Fold(f.previous.Text)) {
			return false
		}
		when := m[2]
		if when == "" {
			when = m[1] + " that"
		}
		f.previous.Text = syntax.WithMore(f.previous.Text, " "+when)
		return true
	}
	_, event, _ := strings.Cut(f.previous.Text[at.Start:at.End], " ")
	if after {
		event = "after " + event
	} else {
		event = "before " + event
	}
	f.previous.Replace(at, event)
	return true
}

// others reads “who else?” after a question whether somebody did something, and asks who did.
func (f *follower) others() bool {
	d := &f.previous
	asked := f.parse(d.Text)
	if f.rest != "who else" || !asked.hasSubject || !asked.subjectNamed || len(asked.tokens) == 0 || !answertype.Auxiliaries(asked.tokens[0].Word) {
		return false
	}
	d.Text = "Who " + strings.ToLower(d.Text[:asked.subject.Start]) + strings.TrimLeft(d.Text[asked.subject.End:], " ")
	return true
}

// further reads a follow-up that asks for more of the same answer: “who else attended?”, with no word that
// the question before does not have. “Who else was charged?” does not ask for more of what somebody was
// charged with.
func (f *follower) further() bool {
	before := f.analyzer.Tokens(f.previous.Text)
	beside := syntax.AsideIn(f.previous.Text, before)
	before = slices.DeleteFunc(before, func(t analysis.Token) bool { return t.Start >= beside })
	if len(before) > 0 && answertype.QuestionWords[f.tokens[0].Word] == answertype.Person && interrogatives(before[0].Word) && answertype.QuestionWords[before[0].Word] != answertype.Person {
		return false
	}
	if len(before) > 0 && f.tokens[0].Word == "what" && interrogatives(before[0].Word) && before[0].Word != "what" {
		return false // what else he said is no more of where he did
	}
	more := false
	for _, t := range f.tokens {
		switch {
		case t.Word == "else" || t.Word == "other" || t.Word == "others":
			more = true
		case !t.Stop && !analysis.HasTerm(before, t.Term):
			return false
		case isPronoun(t.Word):
			return false
		}
	}
	return more
}

// AsksFurther reports whether a follow-up asks for what has not been said.
func (r *Reader) AsksFurther(text string) bool {
	return slices.ContainsFunc(r.analyzer.Tokens(text), func(t analysis.Token) bool { return t.Word == "else" })
}
