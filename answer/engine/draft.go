package engine

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/syntax"
	"newshound/corpus"
)

// draft is a question that is being rewritten: its words, and beside them its filters,
// as they are typed.
type draft struct {
	form   answer.Form
	text   string
	fields []syntax.FieldValue
	barred []string
	said   []syntax.Spoken // where text still says them
}

// draftOf takes a question apart. What counts from the day of asking is a filter
// beside its words from here on.
func (e *Engine) draftOf(question string, today time.Time) draft {
	form, text := syntax.FormOf(question)
	r := syntax.Parse(e.spelledOut(text, today))
	d := draft{form: form, text: r.Text, fields: r.Fields, barred: r.Barred}
	for _, s := range e.spokenIn(r, today) {
		if s.Counted && !s.Unknown {
			d.cut(s.Span)
			d.fields = append(d.fields, s.Fields...)
			continue
		}
		d.said = append(d.said, s)
	}
	return d
}

// cut blanks a part of the words.
func (d *draft) cut(at corpus.Span) {
	d.text = d.text[:at.Start] + strings.Repeat(" ", at.Len()) + d.text[at.End:]
}

// replace puts other words in the place of some.
func (d *draft) replace(at corpus.Span, words string) {
	if owns(d.text[at.Start:at.End]) && !owns(words) {
		words += "’s"
	}
	d.text = d.text[:at.Start] + words + d.text[at.End:]
	for i := range d.said {
		if s := &d.said[i]; s.Start >= at.End {
			s.Start += len(words) - at.Len()
			s.End += len(words) - at.Len()
		}
	}
}

// set puts values of a field in the place of those that it had.
func (d *draft) set(field string, values ...string) {
	d.drop(field)
	for _, v := range values {
		d.fields = append(d.fields, syntax.FieldValue{Field: field, Value: v})
	}
}

// The fields of [answer.Question.Drop] beside those of filters.
const (
	dropDates = "dates"   // from and to
	dropWord  = "word"    // what is barred
	dropAll   = "filters" // all but the speaker of whom a list is asked for
)

// drop takes out what the question is restricted to in a field.
func (d *draft) drop(field string) {
	switch field {
	case dropAll:
		for _, f := range []string{syntax.FieldOutlet, syntax.FieldByline, syntax.FieldSection, dropDates, dropWord, syntax.FieldPhrase} {
			d.drop(f)
		}
		if !d.onlySpeakers() {
			d.drop(syntax.FieldSaid)
		}
		return
	case dropDates:
		d.drop(syntax.FieldFrom)
		d.drop(syntax.FieldTo)
		return
	case dropWord:
		d.barred = nil
		return
	case syntax.FieldPhrase:
		d.text = unquoted(d.text)
		return
	}
	d.fields = slices.DeleteFunc(d.fields, func(f syntax.FieldValue) bool { return f.Field == field })
	if field == syntax.FieldOutlet {
		d.drop(syntax.FieldNotOutlet)
	}
	var subject corpus.Span
	d.said = slices.DeleteFunc(d.said, func(s syntax.Spoken) bool {
		if !slices.ContainsFunc(s.Fields, func(f syntax.FieldValue) bool { return f.Field == field }) {
			return false
		}
		for _, f := range s.Fields { // the other end of a time stays
			if f.Field != field {
				d.fields = append(d.fields, f)
			}
		}
		at := s.Span
		switch {
		case s.Subject:
			subject = at
			return true
		case s.Keep:
			at = withLead(d.text, at)
		}
		d.cut(at)
		return true
	})
	if subject.End > 0 {
		if rest, ok := cutWord(d.text[:subject.Start], "the "); ok {
			subject.Start = len(rest)
		}
		d.replace(subject, "anyone")
	}
}

// restrictions returns what the question is restricted to, typed or said in words.
func (d *draft) restrictions() []syntax.FieldValue {
	all := slices.Clone(d.fields)
	for _, s := range d.said {
		all = append(all, s.Fields...)
	}
	return all
}

// leads are the words before an outlet's name that go with it.
var leads = []string{"according to", "only in", "only from", "only by", "only with", "just in", "just from", "in", "from", "by", "of"}

// withLead widens the place of an outlet's name by the words that lead to it.
func withLead(text string, at corpus.Span) corpus.Span {
	before := strings.TrimRight(text[:at.Start], " ")
	if rest, ok := cutWord(before, "the"); ok {
		before = strings.TrimRight(rest, " ")
	}
	for _, lead := range leads {
		if rest, ok := cutWord(before, lead); ok {
			at.Start = len(rest)
			break
		}
	}
	return at
}

// cutWord returns a text without the words that it ends with, in whatever case.
func cutWord(text, words string) (string, bool) {
	n := len(text) - len(words)
	if n < 0 || !strings.EqualFold(text[n:], words) || n > 0 && text[n-1] != ' ' && text[n-1] != '(' {
		return text, false
	}
	return text[:n], true
}

// unquoted returns a text without the marks about its phrases.
func unquoted(text string) string {
	r := syntax.Parse(text)
	for i := len(r.Exact) - 1; i >= 0; i-- {
		at := r.Exact[i].Start
		if value, end, ok := syntax.QuotedAt(text, at); ok {
			text = text[:at] + value + text[end:]
		}
	}
	return text
}

// String returns the question that the draft asks, with its filters typed behind it.
func (d draft) String() string {
	var parts []string
	if text := syntax.Tidy(d.text); text != "" {
		parts = append(parts, text)
	}
	for _, f := range d.fields {
		parts = append(parts, f.Field+":"+quoteValue(f.Value))
	}
	for _, b := range d.barred {
		parts = append(parts, "-"+quoteValue(b))
	}
	return syntax.As(d.form, strings.Join(parts, " "))
}

// quoteValue returns a value as it is typed behind a colon.
func quoteValue(v string) string {
	switch {
	case strings.ContainsRune(v, '"'):
		return "“" + v + "”"
	case strings.ContainsAny(v, " ,.;!?)") || v == "":
		return strconv.Quote(v)
	}
	return v
}

// tokens returns the words of the draft.
func (e *Engine) tokens(d draft) []analysis.Token { return e.analyzer.Tokens(d.text) }
