package answer

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"newshound/answer/analysis"
	"newshound/corpus"
)

// draft is a question that is being rewritten: its words, and beside them its filters,
// as they are typed.
type draft struct {
	form   Form
	text   string
	fields []fieldValue
	barred []string
	said   []spoken // where text still says them
}

// draftOf takes a question apart. What counts from the day of asking is a filter
// beside its words from here on.
func (e *Engine) draftOf(question string, today time.Time) draft {
	form, text := FormOf(question)
	r := parseRequest(e.spelledOut(text, today))
	d := draft{form: form, text: r.text, fields: r.fields, barred: r.barred}
	for _, s := range e.spokenIn(r, today) {
		if s.counted && !s.unknown {
			d.cut(s.Span)
			d.fields = append(d.fields, s.fields...)
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
		d.fields = append(d.fields, fieldValue{field, v})
	}
}

// The fields of [Question.Drop] beside those of filters.
const (
	dropDates = "dates"   // from and to
	dropWord  = "word"    // what is barred
	dropAll   = "filters" // all but the speaker of whom a list is asked for
)

// drop takes out what the question is restricted to in a field.
func (d *draft) drop(field string) {
	switch field {
	case dropAll:
		for _, f := range []string{fieldOutlet, fieldByline, fieldSection, dropDates, dropWord, fieldPhrase} {
			d.drop(f)
		}
		if !d.onlySpeakers() {
			d.drop(fieldSaid)
		}
		return
	case dropDates:
		d.drop(fieldFrom)
		d.drop(fieldTo)
		return
	case dropWord:
		d.barred = nil
		return
	case fieldPhrase:
		d.text = unquoted(d.text)
		return
	}
	d.fields = slices.DeleteFunc(d.fields, func(f fieldValue) bool { return f.field == field })
	if field == fieldOutlet {
		d.drop(fieldNotOutlet)
	}
	var subject corpus.Span
	d.said = slices.DeleteFunc(d.said, func(s spoken) bool {
		if !slices.ContainsFunc(s.fields, func(f fieldValue) bool { return f.field == field }) {
			return false
		}
		for _, f := range s.fields { // the other end of a time stays
			if f.field != field {
				d.fields = append(d.fields, f)
			}
		}
		at := s.Span
		switch {
		case s.subject:
			subject = at
			return true
		case s.keep:
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
func (d *draft) restrictions() []fieldValue {
	all := slices.Clone(d.fields)
	for _, s := range d.said {
		all = append(all, s.fields...)
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
	r := parseRequest(text)
	for i := len(r.exact) - 1; i >= 0; i-- {
		at := r.exact[i].start
		if value, end, ok := quotedAt(text, at); ok {
			text = text[:at] + value + text[end:]
		}
	}
	return text
}

// String returns the question that the draft asks, with its filters typed behind it.
func (d draft) String() string {
	var parts []string
	if text := tidy(d.text); text != "" {
		parts = append(parts, text)
	}
	for _, f := range d.fields {
		parts = append(parts, f.field+":"+quoteValue(f.value))
	}
	for _, b := range d.barred {
		parts = append(parts, "-"+quoteValue(b))
	}
	return d.form.As(strings.Join(parts, " "))
}

// Unfiltered returns the words of a question without the filters that are typed in it.
func Unfiltered(question string) string {
	form, text := FormOf(question)
	return form.As(tidy(parseRequest(text).text))
}

// tidy sets right the blanks and the punctuation about what was cut from a text.
func tidy(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	for _, mark := range []string{",", "?", ".", "!", ";", ":"} {
		text = strings.ReplaceAll(text, " "+mark, mark)
	}
	for _, marks := range [][2]string{{",?", "?"}, {",.", "."}, {",,", ","}} {
		text = strings.ReplaceAll(text, marks[0], marks[1])
	}
	return strings.Trim(text, ", ")
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
