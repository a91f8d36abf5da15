package syntax

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"newshound/answer/analysis"
	"newshound/answer/calendar"
)

// Request is a question with the filters that are typed in it taken out.
type Request struct {
	Text   string // the question, blank where a filter stood, so that its offsets are those of what was typed
	Fields []FieldValue
	Exact  []Phrase // what stands in quotation marks
	Barred []string // the words that are not to stand there
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
	FieldAsked   = "asked"  // the day of which it is asked; it leaves nothing out
	FieldQuote   = "quote"  // all of a text that is to be checked
	FieldPhrase  = "phrase" // in quotation marks, without a name
	// FieldNotOutlet is for an outlet to do without.
	FieldNotOutlet = "-outlet"
)

// Bounds of what is taken for a filter; what is beyond is left alone.
const (
	maxFilters = 32  // of one question
	maxPhrases = 6   // of which are phrases
	maxQuoted  = 400 // bytes between two quotation marks
)

// Parse finds the filters in what was typed: a field with its value, a
// word with a hyphen before it, words in quotation marks. A filter begins at the
// start of a word; its value is one word, or stands in quotation marks, in which
// [WithDays] and the engine have put names of several words.
func Parse(typed string) Request {
	r := Request{Text: typed}
	rest := []byte(typed)
	open := true // a word may begin here
	for i := 0; i < len(typed) && len(r.Fields)+len(r.Exact)+len(r.Barred) < maxFilters; {
		if open {
			if end, ok := r.filterAt(typed, i); ok {
				for j := i; j < end; j++ {
					rest[j] = ' '
				}
				i = end
				continue
			}
			if value, end, quoted := QuotedAt(typed, i); quoted {
				if len(r.Exact) < maxPhrases && strings.Contains(analysis.Fold(value), " ") {
					r.Exact = append(r.Exact, Phrase{strings.TrimRight(strings.TrimSpace(value), ".,;:"), i})
				}
				i, open = end, false
				continue
			}
		}
		c, size := utf8.DecodeRuneInString(typed[i:])
		open = unicode.IsSpace(c) || unicode.IsPunct(c) && c != '-' && c != '\'' && c != '’' || unicode.IsSymbol(c)
		i += size
	}
	r.Text = string(rest)
	return r
}

// OnlyPhrases reports whether a request asks for nothing beside its phrases.
func (r Request) OnlyPhrases() bool {
	rest := r.Text
	for _, p := range r.Exact {
		rest = strings.Replace(rest, p.Text, "", 1)
	}
	return analysis.Fold(rest) == ""
}

// barring is what says of a word or a phrase that it is not to stand there: without the word “Epic”. “Without
// Epic” alone tells how something was done.
var barring = analysis.Pattern(`^(?i:(?:without|excluding|except) the (?:words?|phrase) |(?:not|without) mentioning |that (?:do|does|did)(?: not|n['’]t) mention )`)

// longestBarring is the length of the longest of these.
const longestBarring = len("that doesn’t mention ")

// filterAt reads a filter that begins at i and takes it in.
func (r *Request) filterAt(typed string, i int) (end int, ok bool) {
	if i > 0 && !unicode.IsSpace(lastRune(typed[:i])) {
		return 0, false
	}
	if typed[i] == '-' && !hasField(typed[i:], FieldNotOutlet) {
		value, end := valueAt(typed, i+1)
		if c, _ := utf8.DecodeRuneInString(value); !unicode.IsLetter(c) || strings.Contains(value, ":") {
			return 0, false
		}
		r.Barred = append(r.Barred, value)
		return end, true
	}
	if start := typed[i:min(len(typed), i+longestBarring)]; analysis.MayHold(start, "mention", "the word", "the phrase") {
		n := len(barring().FindString(start))
		if value, end := valueAt(typed, i+n); n > 0 && analysis.Fold(value) != "" {
			r.Barred = append(r.Barred, value)
			return end, true
		}
	}
	for _, field := range []string{FieldOutlet, FieldByline, FieldSection, FieldFrom, FieldTo, FieldAsked, FieldNotOutlet} {
		n := i + len(field)
		if hasField(typed[i:], field) {
			blank := len(typed[n+1:]) - len(strings.TrimLeft(typed[n+1:], " "))
			value, end := valueAt(typed, n+1+blank)
			// “The outlet: who reads it?” is none, and “he asked:why?” neither.
			_, _, day := calendar.Parse(value)
			if value = strings.TrimSpace(value); value == "" || !day && blank > 0 && strings.TrimSpace(typed[:i]) != "" ||
				field == FieldAsked && !strings.ContainsAny(value, "0123456789") {
				return 0, false
			}
			r.Fields = append(r.Fields, FieldValue{field, value})
			return end, true
		}
	}
	return r.SaidAt(typed, i)
}

// OnlySaid reports whether a request asks for nothing but what somebody says.
func (r Request) OnlySaid() bool {
	return analysis.Fold(r.Text) == "" && slices.ContainsFunc(r.Fields, func(f FieldValue) bool { return f.Field == FieldSaid })
}

// About returns the question with the names of those by whom it is filtered, whom it is
// about.
func (r Request) About(speakers []string) string {
	return strings.Join(append([]string{r.Text}, speakers...), " ")
}

// Has reports whether a filter is typed for a field.
func (r Request) Has(field string) bool {
	return slices.ContainsFunc(r.Fields, func(f FieldValue) bool { return f.Field == field })
}

// Asked returns the day of which the question is asked, where it says so.
func (r Request) Asked() (day time.Time, ok bool) {
	for _, f := range r.Fields {
		if f.Field == FieldAsked {
			_, last, ok := calendar.Parse(f.Value)
			return last, ok
		}
	}
	return time.Time{}, false
}

// With takes filters in that are said in words. Those of outlets stay among the
// words, for an outlet is a side of the question too.
func (r Request) With(said []Spoken) Request {
	text := []byte(r.Text)
	r.Fields = slices.Clone(r.Fields)
	for _, s := range said {
		for _, f := range s.Fields {
			if s.Unknown {
				f.Value = string(text[s.Start:s.End])
			}
			r.Fields = append(r.Fields, f)
		}
		for i := s.Start; i < s.End && !s.Keep; i++ {
			text[i] = ' '
		}
	}
	r.Text = string(text)
	return r
}
