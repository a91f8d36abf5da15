package syntax

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"newshound/answer/analysis"
	"newshound/answer/calendar"
	"newshound/corpus"
)

// Request is a question with the filters that are typed in it taken out.
type Request struct {
	Text   string // the question, blank where a filter stood, so that its offsets are those of what was typed
	Fields []FieldValue
	Exact  []Phrase // what stands in quotation marks
	Barred []string // words that no quote is to have
}

// FieldValue is a filter as typed: outlet:"The Hill".
type FieldValue struct{ Field, Value string }

// Phrase is what stands between quotation marks in a question, and the byte at which it starts.
type Phrase struct {
	Text  string
	Start int
}

// The fields by which a question can be filtered.
const (
	FieldOutlet  = "outlet"
	FieldByline  = "byline"
	FieldSection = "section"
	FieldFrom    = "from"
	FieldTo      = "to"
	FieldSaid    = "said"
	FieldAsked   = "asked"  // the day for which it is asked; it leaves nothing out
	FieldQuote   = "quote"  // all of a text that is to be checked
	FieldPhrase  = "phrase" // in quotation marks, without a name
	// FieldNotOutlet is for an outlet to do without.
	FieldNotOutlet = "-outlet"
)

// Bounds of what is taken for a filter; anything beyond them stays in the question.
const (
	maxFilters = 32  // of one question
	maxPhrases = 6   // of which are phrases
	maxQuoted  = 400 // bytes between two quotation marks
)

// Parse finds the filters in what was typed: a field with its value, a word with a hyphen before it,
// words in quotation marks. A filter begins at the start of a word. Its value is one word, or stands in
// quotation marks; [WithDays] and package draft have put names of several words into these before.
func Parse(typed string) Request {
	r := Request{Text: typed}
	opens := true // a word may begin here
	for i := 0; i < len(typed) && len(r.Fields)+len(r.Exact)+len(r.Barred) < maxFilters; {
		if opens {
			if end, ok := r.filterAt(typed, i); ok {
				r.Text = Blank(r.Text, corpus.Span{Start: i, End: end})
				i = end
				continue
			}
			if end, ok := r.phraseAt(typed, i); ok {
				i, opens = end, false
				continue
			}
		}
		c, size := utf8.DecodeRuneInString(typed[i:])
		opens = unicode.IsSpace(c) || unicode.IsPunct(c) && c != '-' && c != '\'' && c != '’' || unicode.IsSymbol(c)
		i += size
	}
	return r
}

// Blank returns a text with blanks in the place of a part of it, so that all else stays where it is.
func Blank(text string, at corpus.Span) string {
	return text[:at.Start] + strings.Repeat(" ", at.Len()) + text[at.End:]
}

// phraseAt reads what stands in the quotation marks that open at i, if any do, and takes it in if it
// is more than a word.
func (r *Request) phraseAt(typed string, i int) (end int, ok bool) {
	value, end, ok := QuotedAt(typed, i)
	if ok && len(r.Exact) < maxPhrases && strings.Contains(analysis.Fold(value), " ") {
		r.Exact = append(r.Exact, Phrase{strings.TrimRight(strings.TrimSpace(value), ".,;:"), i})
	}
	return end, ok
}

// OnlyPhrases reports whether a request has no words but its phrases.
func (r Request) OnlyPhrases() bool {
	rest := r.Text
	for _, p := range r.Exact {
		rest = strings.Replace(rest, p.Text, "", 1)
	}
	return analysis.Fold(rest) == ""
}

// barring matches what says of the word or phrase behind it that it is not to stand in a quote: “without
// the word Epic”. “Without Epic” alone says how something was done.
var barring = analysis.Pattern(`^(?i:(?:without|excluding|except) the (?:words?|phrase) |(?:not|without) mentioning |that (?:do|does|did)(?: not|n['’]t) mention )`)

// longestBarring is the length of the longest match of barring.
const longestBarring = len("that doesn’t mention ")

// filterAt reads a filter that begins at i and takes it in.
func (r *Request) filterAt(typed string, i int) (end int, ok bool) {
	if i > 0 && !unicode.IsSpace(lastRune(typed[:i])) {
		return 0, false
	}
	if typed[i] == '-' && !hasField(typed[i:], FieldNotOutlet) {
		return r.minusAt(typed, i)
	}
	if end, ok := r.barringAt(typed, i); ok {
		return end, true
	}
	for _, field := range []string{FieldOutlet, FieldByline, FieldSection, FieldFrom, FieldTo, FieldAsked, FieldNotOutlet} {
		if hasField(typed[i:], field) {
			return r.fieldAt(typed, i, field)
		}
	}
	return r.SaidAt(typed, i)
}

// minusAt reads a word to do without that begins with the hyphen at i: -Epic. A number is one only
// in quotation marks, for -5 is a number, and a word such as “who” is none: that hyphen is a dash.
func (r *Request) minusAt(typed string, i int) (end int, ok bool) {
	value, end := valueAt(typed, i+1)
	_, _, quoted := QuotedAt(typed, i+1)
	switch c, _ := utf8.DecodeRuneInString(value); {
	case quoted && analysis.Fold(value) == "",
		!quoted && (!unicode.IsLetter(c) || strings.Contains(value, ":") || analysis.IsStop(value)):
		return 0, false
	}
	r.Barred = append(r.Barred, value)
	return end, true
}

// barringAt reads a word to do without for which words at i say so ([barring]).
func (r *Request) barringAt(typed string, i int) (end int, ok bool) {
	start := typed[i:min(len(typed), i+longestBarring)]
	if !analysis.MayHold(start, "mention", "the word", "the phrase") {
		return 0, false
	}
	n := len(barring().FindString(start))
	value, end := valueAt(typed, i+n)
	if n == 0 || analysis.Fold(value) == "" {
		return 0, false
	}
	r.Barred = append(r.Barred, value)
	return end, true
}

// fieldAt reads the filter for a field whose name stands at i. Blanks may follow the colon where the
// filter is the first thing in the question, or its value is a day: “The outlet: who reads it?” has no
// filter, nor has “he asked:why?”
func (r *Request) fieldAt(typed string, i int, field string) (end int, ok bool) {
	n := i + len(field) + len(":")
	blanks := len(typed[n:]) - len(strings.TrimLeft(typed[n:], " "))
	value, end := valueAt(typed, n+blanks)
	_, _, isDay := calendar.Parse(value)
	value = strings.TrimSpace(value)
	switch {
	case value == "",
		blanks > 0 && !isDay && strings.TrimSpace(typed[:i]) != "",
		field == FieldAsked && !strings.ContainsAny(value, "0123456789"):
		return 0, false
	}
	r.Fields = append(r.Fields, FieldValue{field, value})
	return end, true
}

// OnlySaid reports whether a request asks for nothing but what somebody says.
func (r Request) OnlySaid() bool {
	return analysis.Fold(r.Text) == "" && slices.ContainsFunc(r.Fields, func(f FieldValue) bool { return f.Field == FieldSaid })
}

// About returns the question with the names of the speakers by whom it is filtered, since it is about them.
func (r Request) About(speakers []string) string {
	return strings.Join(append([]string{r.Text}, speakers...), " ")
}

// Has reports whether a filter is typed for a field.
func (r Request) Has(field string) bool {
	return slices.ContainsFunc(r.Fields, func(f FieldValue) bool { return f.Field == field })
}

// Asked returns the day for which the question is asked, if it says so.
func (r Request) Asked() (day time.Time, ok bool) {
	for _, f := range r.Fields {
		if f.Field == FieldAsked {
			_, last, ok := calendar.Parse(f.Value)
			return last, ok
		}
	}
	return time.Time{}, false
}

// With returns the request with filters that are said in words. The words of those that are to be kept,
// such as an outlet's, which is also a side of the question, stay.
func (r Request) With(said []Spoken) Request {
	r.Fields = slices.Clone(r.Fields)
	for _, s := range said {
		for _, f := range s.Fields {
			if s.Unknown {
				f.Value = r.Text[s.Start:s.End]
			}
			r.Fields = append(r.Fields, f)
		}
		if !s.Keep {
			r.Text = Blank(r.Text, s.Span)
		}
	}
	return r
}
