package draft

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/calendar"
	"newshound/answer/naming"
	"newshound/answer/syntax"
	"newshound/corpus"
)

// Draft is a question that is being rewritten: its words, and beside them its filters, as they
// are typed. One of words alone is Draft{Text: words}.
type Draft struct {
	Form   answer.Form
	Text   string
	Fields []syntax.FieldValue
	barred []string        // words that no quote is to have
	Said   []syntax.Spoken // the filters that Text says in words
}

// Reader takes questions apart, in the light of what an index holds. It is safe for concurrent
// use.
type Reader struct {
	index    answer.Index
	analyzer *analysis.Analyzer
	names    *naming.Names
}

// New returns a reader of questions about what an index holds, with the names in it.
func New(ix answer.Index, a *analysis.Analyzer, names *naming.Names) *Reader {
	return &Reader{ix, a, names}
}

// Of takes a question apart. Times that count from the day of asking become filters, and leave its words.
func (r *Reader) Of(question string, today time.Time) Draft {
	form, text := syntax.FormOf(question)
	q := syntax.Parse(r.SpelledOut(text, today))
	d := From(q, r.Spoken(q, today))
	d.Form = form
	return d
}

// From makes a draft without a form of what was typed, with the filters that it says in words.
func From(q syntax.Request, spoken []syntax.Spoken) Draft {
	d := Draft{Text: q.Text, Fields: slices.Clone(q.Fields), barred: q.Barred}
	for _, s := range spoken {
		if s.Counted && !s.Unknown {
			d.cut(s.Span)
			d.Fields = append(d.Fields, s.Fields...)
			continue
		}
		d.Said = append(d.Said, s)
	}
	return d
}

// cut puts blanks in the place of a part of the words.
func (d *Draft) cut(at corpus.Span) { d.Text = syntax.Blank(d.Text, at) }

// Replace puts other words in the place of some.
func (d *Draft) Replace(at corpus.Span, words string) {
	if syntax.Owns(d.Text[at.Start:at.End]) && !syntax.Owns(words) {
		words += "’s"
	}
	d.Text = d.Text[:at.Start] + words + d.Text[at.End:]
	for i := range d.Said {
		if s := &d.Said[i]; s.Start >= at.End {
			s.Start += len(words) - at.Len()
			s.End += len(words) - at.Len()
		}
	}
}

// Set puts values of a field in the place of those that it had.
func (d *Draft) Set(field string, values ...string) {
	d.Drop(field)
	for _, v := range values {
		d.Fields = append(d.Fields, syntax.FieldValue{Field: field, Value: v})
	}
}

// The fields of [answer.Question.Drop] beside those of filters.
const (
	DropDates = "dates"   // from and to
	dropWord  = "word"    // the words that no quote is to have
	dropAll   = "filters" // all but a speaker, if nothing but their words is asked for
)

// Drop takes out what the question is restricted to in a field.
func (d *Draft) Drop(field string) {
	switch field {
	case dropAll:
		for _, f := range []string{syntax.FieldOutlet, syntax.FieldByline, syntax.FieldSection, DropDates, dropWord, syntax.FieldPhrase} {
			d.Drop(f)
		}
		if !d.OnlySpeakers() {
			d.Drop(syntax.FieldSaid)
		}
	case DropDates:
		d.dropField(syntax.FieldFrom)
		d.dropField(syntax.FieldTo)
		d.dropField(syntax.FieldAsked)
		d.dropLately()
	case dropWord:
		d.barred = nil
	case syntax.FieldPhrase:
		d.Text = Unquoted(d.Text)
	case syntax.FieldOutlet:
		d.dropField(syntax.FieldNotOutlet)
		d.dropField(syntax.FieldOutlet)
	default:
		d.dropField(field)
	}
}

// dropLately takes out of the words the times that count from the day of asking: today, last week.
func (d *Draft) dropLately() {
	var a analysis.Analyzer
	tokens := a.Tokens(d.Text)
	for from, to, ok := calendar.Lately(tokens, 0, true); ok; from, to, ok = calendar.Lately(tokens, to, true) {
		d.cut(corpus.Span{Start: tokens[from].Start, End: tokens[to-1].End})
	}
}

// dropField takes out the values of a field, as they are typed and as the words say them.
func (d *Draft) dropField(field string) {
	isOf := func(f syntax.FieldValue) bool { return f.Field == field }
	d.Fields = slices.DeleteFunc(d.Fields, isOf)
	var subject corpus.Span
	d.Said = slices.DeleteFunc(d.Said, func(s syntax.Spoken) bool {
		if !slices.ContainsFunc(s.Fields, isOf) {
			return false
		}
		// The other end of a time stays.
		d.Fields = append(d.Fields, slices.DeleteFunc(slices.Clone(s.Fields), isOf)...)
		switch {
		case s.Subject:
			subject = s.Span
		case s.Keep:
			d.cut(withLead(d.Text, s.Span))
		default:
			d.cut(s.Span)
		}
		return true
	})
	if subject.End > 0 {
		if rest, ok := syntax.CutWord(d.Text[:subject.Start], "the "); ok {
			subject.Start = len(rest)
		}
		d.Replace(subject, "anyone")
	}
}

// Restrictions returns what the question is restricted to, typed or said in words.
func (d *Draft) Restrictions() []syntax.FieldValue {
	all := slices.Clone(d.Fields)
	for _, s := range d.Said {
		all = append(all, s.Fields...)
	}
	return all
}

// leads are the words before an outlet's name that go with it.
var leads = []string{"according to", "only in", "only from", "only by", "only with", "just in", "just from", "in", "from", "by", "of"}

// withLead returns the place of an outlet's name with the words that lead to it.
func withLead(text string, at corpus.Span) corpus.Span {
	before := strings.TrimRight(text[:at.Start], " ")
	if rest, ok := syntax.CutWord(before, "the"); ok {
		before = strings.TrimRight(rest, " ")
	}
	for _, lead := range leads {
		if rest, ok := syntax.CutWord(before, lead); ok {
			at.Start = len(rest)
			break
		}
	}
	return at
}

// Speakers returns whose words alone a question asks for.
func (d *Draft) Speakers() []string {
	var out []string
	for _, f := range d.Fields {
		if f.Field == syntax.FieldSaid {
			out = append(out, f.Value)
		}
	}
	return out
}

// OnlySpeakers reports whether a question asks for nothing but what somebody says.
func (d *Draft) OnlySpeakers() bool { return analysis.Fold(d.Text) == "" && len(d.Speakers()) > 0 }

// Unquoted returns a text without the marks about its phrases.
func Unquoted(text string) string {
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
func (d Draft) String() string {
	var parts []string
	if text := syntax.Tidy(d.Text); text != "" {
		parts = append(parts, text)
	}
	for _, f := range d.Fields {
		parts = append(parts, f.Field+":"+quoteValue(f.Value))
	}
	for _, b := range d.barred {
		if b = quoteValue(b); analysis.IsNumber(b) {
			b = `"` + b + `"` // -5 bars nothing
		}
		parts = append(parts, "-"+b)
	}
	return syntax.As(d.Form, strings.Join(parts, " "))
}

// quoteValue returns a value as it is typed behind a colon.
func quoteValue(v string) string {
	switch {
	case strings.ContainsRune(v, '"'):
		return "“" + v + "”"
	case strings.ContainsAny(v, ",.;!?)") || strings.ContainsFunc(v, unicode.IsSpace) || v == "":
		return `"` + v + `"`
	}
	return v
}
