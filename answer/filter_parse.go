package answer

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"newshound/answer/analysis"
	"newshound/answer/calendar"
)

// request is a question with the filters that are typed in it taken out.
type request struct {
	text   string // the question, blank where a filter stood, so that its offsets are those of what was typed
	fields []fieldValue
	exact  []phrase // what stands in quotation marks
	barred []string
}

// fieldValue is a filter as typed: outlet:"The Hill".
type fieldValue struct{ field, value string }

// phrase is what stands between quotation marks in a question, and where.
type phrase struct {
	text  string
	start int
}

// The fields by which a question can be filtered.
const (
	fieldOutlet  = "outlet"
	fieldByline  = "byline"
	fieldSection = "section"
	fieldFrom    = "from"
	fieldTo      = "to"
	fieldSaid    = "said"
	fieldQuote   = "quote"  // all of a text that is to be checked
	fieldPhrase  = "phrase" // in quotation marks, without a name
	// fieldNotOutlet is for an outlet to do without.
	fieldNotOutlet = "-outlet"
)

// Bounds of what is taken for a filter; what is beyond is left alone.
const (
	maxFilters = 32  // of one question
	maxPhrases = 6   // of which are phrases
	maxQuoted  = 400 // bytes between two quotation marks
)

// parseRequest finds the filters in what was typed: a field with its value, a
// word with a hyphen before it, words in quotation marks. A filter begins at the
// start of a word; its value is one word, or stands in quotation marks, in which
// [Engine.spelledOut] has put names of several words.
func parseRequest(typed string) request {
	r := request{text: typed}
	rest := []byte(typed)
	open := true // a word may begin here
	for i := 0; i < len(typed) && len(r.fields)+len(r.exact)+len(r.barred) < maxFilters; {
		if open {
			if end, ok := r.filterAt(typed, i); ok {
				for j := i; j < end; j++ {
					rest[j] = ' '
				}
				i = end
				continue
			}
			if value, end, quoted := quotedAt(typed, i); quoted {
				if len(r.exact) < maxPhrases && strings.Contains(analysis.Fold(value), " ") {
					r.exact = append(r.exact, phrase{strings.TrimRight(strings.TrimSpace(value), ".,;:"), i})
				}
				i, open = end, false
				continue
			}
		}
		c, size := utf8.DecodeRuneInString(typed[i:])
		open = unicode.IsSpace(c) || unicode.IsPunct(c) && c != '-' && c != '\'' && c != '’' || unicode.IsSymbol(c)
		i += size
	}
	r.text = string(rest)
	return r
}

// onlyPhrases reports whether a request asks for nothing beside its phrases.
func (r request) onlyPhrases() bool {
	rest := r.text
	for _, p := range r.exact {
		rest = strings.Replace(rest, p.text, "", 1)
	}
	return analysis.Fold(rest) == ""
}

// filterAt reads a filter that begins at i and takes it in.
func (r *request) filterAt(typed string, i int) (end int, ok bool) {
	if i > 0 && !unicode.IsSpace(lastRune(typed[:i])) {
		return 0, false
	}
	if typed[i] == '-' && !hasField(typed[i:], fieldNotOutlet) {
		value, end := valueAt(typed, i+1)
		if c, _ := utf8.DecodeRuneInString(value); !unicode.IsLetter(c) || strings.Contains(value, ":") {
			return 0, false
		}
		r.barred = append(r.barred, value)
		return end, true
	}
	for _, field := range []string{fieldOutlet, fieldByline, fieldSection, fieldFrom, fieldTo, fieldNotOutlet} {
		n := i + len(field)
		if hasField(typed[i:], field) {
			blank := len(typed[n+1:]) - len(strings.TrimLeft(typed[n+1:], " "))
			value, end := valueAt(typed, n+1+blank)
			// “The outlet: who reads it?” is none.
			_, _, day := calendar.Parse(value)
			if value = strings.TrimSpace(value); value == "" || blank > 0 && !day && strings.TrimSpace(typed[:i]) != "" {
				return 0, false
			}
			r.fields = append(r.fields, fieldValue{field, value})
			return end, true
		}
	}
	return r.saidAt(typed, i)
}

// nameField matches a filter by a name that is not in quotation marks, with the words behind it.
var nameField = analysis.Pattern(`(?i)(?:^|\s)(-?outlet|byline|section): *([^\s":“”„«»]+(?: [^\s":“”„«»]+)+)`)

// markedField matches a filter whose value begins with a quotation mark, up to that mark.
var markedField = analysis.Pattern(`(?i)(?:^|\s)(?:-?outlet|byline|section|said|from|to): *["“„«]`)

// withoutOpenMarks returns a question without the quotation marks in which the value of a
// filter begins and which nothing closes: the value is read as one without.
func withoutOpenMarks(typed string) string {
	if !strings.Contains(typed, ":") {
		return typed
	}
	found := markedField().FindAllStringIndex(typed, -1)
	slices.Reverse(found)
	for _, at := range found {
		_, size := utf8.DecodeLastRuneInString(typed[:at[1]])
		if _, _, closed := quotedAt(typed, at[1]-size); !closed {
			typed = typed[:at[1]-size] + typed[at[1]:]
		}
	}
	return typed
}

// longestFiltered is the number of words of a name that is looked for without marks.
const longestFiltered = 6

// withNames returns a question with the names that its filters ask for in quotation marks,
// where the coverage has one of more words than the one that a filter takes in without:
// outlet:The Hill.
func (d *directory) withNames(typed string) string {
	if !strings.Contains(typed, ":") {
		return typed
	}
	var out strings.Builder
	for {
		at := nameField().FindStringSubmatchIndex(typed)
		if len(at) < 6 {
			return out.String() + typed
		}
		field, rest := typed[at[2]:at[3]], typed[at[4]:]
		out.WriteString(typed[:at[4]])
		if name := d.begins(strings.TrimPrefix(strings.ToLower(field), "-"), strings.Fields(rest[:at[5]-at[4]])); name != "" && strings.HasPrefix(rest, name) {
			out.WriteString(`"` + name + `"`)
			rest = rest[len(name):]
		}
		typed = rest
	}
}

// begins returns the longest name of more than one word that some words begin with, as
// they have it, "" where that is none of a field's.
func (d *directory) begins(field string, words []string) string {
	for n := min(len(words), longestFiltered); n > 1; n-- {
		name := strings.TrimRight(strings.Join(words[:n], " "), ".,;!?)")
		if len(d.find(field, name)) > 0 {
			return name
		}
	}
	return ""
}

// calendar returns the calendar for a question of a day.
func (e *Engine) calendar(today time.Time) calendar.Calendar {
	var c calendar.Calendar
	if !today.IsZero() {
		c.Today = calendar.Day(today)
	}
	if size := e.index.Coverage(); !size.First.IsZero() {
		c.First, c.Last = calendar.Day(size.First), calendar.Day(size.Last)
	}
	return c
}

// spelledOut returns a question of a day with the values of its filters as they are to be
// parsed: names of several words in quotation marks, and days as dates.
func (e *Engine) spelledOut(typed string, today time.Time) string {
	return e.directory.withNames(withDays(typed, e.calendar(today)))
}

// withDays returns a question with the days of its filters that are written in words,
// “from: last week”, as dates.
func withDays(typed string, c calendar.Calendar) string {
	if !strings.Contains(typed, ":") {
		return typed
	}
	return dayField().ReplaceAllStringFunc(typed, func(found string) string {
		part := dayField().FindStringSubmatch(found)
		if _, _, ok := calendar.Parse(part[3]); ok {
			return found
		}
		d, ok := c.Days(strings.ToLower(part[3]))
		day := d.First
		if strings.EqualFold(part[2], fieldTo) {
			day = d.Last
		}
		if !ok || day.IsZero() {
			return found
		}
		return part[1] + part[2] + ":" + day.Format(time.DateOnly)
	})
}

// dayField matches a filter by day whose value is a date as people say it.
var dayField = analysis.Pattern(`(?i)(^|\s)(from|to): *(` + calendar.DatePattern + `)\b`)

// saidAt reads a filter by speaker that begins at i, and takes it in. A name may
// be several words that begin with a capital, and, where the filter is the first thing
// in a question, a blank may follow the colon; “he said: no” is none.
func (r *request) saidAt(typed string, i int) (end int, ok bool) {
	n := i + len(fieldSaid)
	if n >= len(typed) || typed[n] != ':' || !strings.EqualFold(typed[i:n], fieldSaid) {
		return 0, false
	}
	start := n + 1 + len(typed[n+1:]) - len(strings.TrimLeftFunc(typed[n+1:], unicode.IsSpace))
	if start > n+1 && strings.TrimSpace(typed[:i]) != "" {
		return 0, false
	}
	value, end := valueAt(typed, start)
	if _, _, quoted := quotedAt(typed, start); !quoted {
		end = nameEnd(typed, start)
		value = typed[start:end]
	}
	if value = strings.TrimSpace(value); value == "" {
		return 0, false
	}
	r.fields = append(r.fields, fieldValue{fieldSaid, value})
	return end, true
}

// nameEnd returns where a name ends that begins at start: a word, with an article or Mr.
// before it, and those behind it that begin with a capital, with what stands between or before
// them in small letters, van der Berg.
func nameEnd(typed string, start int) int {
	word, end := valueAt(typed, start)
	if after := strings.TrimLeft(typed[end:], " ."); addresses(strings.ToLower(word)) && after != "" {
		word, end = valueAt(typed, len(typed)-len(after)) // said: the ministry
	}
	named := !isLower(word) || particles(word)
	for at := end; named; {
		at += len(typed[at:]) - len(strings.TrimLeft(typed[at:], " ."))
		next, stop := valueAt(typed, at)
		if at == end || next == "" || strings.Contains(next, ":") {
			break
		}
		at = stop
		if first, _ := utf8.DecodeRuneInString(next); unicode.IsUpper(first) {
			end = stop
		} else if !particles(next) {
			break
		}
	}
	blank := len(typed[end:]) - len(strings.TrimLeft(typed[end:], " ,"))
	if next, stop := valueAt(typed, end+blank); blank > 0 && suffixes(strings.ToLower(next)) {
		end = stop // said: lee jr
	}
	return end
}

// particles stand within names in small letters, or begin them.
var particles = analysis.Words("van von der den de del della di da dos das du la le al bin ibn el ten ter")

// suffixes stand behind a name, and are of it however they are written.
var suffixes = analysis.Words("jr sr ii iii iv")

// onlySaid reports whether a request asks for nothing but what somebody says.
func (r request) onlySaid() bool {
	return analysis.Fold(r.text) == "" && slices.ContainsFunc(r.fields, func(f fieldValue) bool { return f.field == fieldSaid })
}

// about returns the question with the names of those by whom it is filtered, whom it is
// about.
func (r request) about(speakers []string) string {
	return strings.Join(append([]string{r.text}, speakers...), " ")
}

// hasField reports whether a text begins with the name of a field and a colon.
func hasField(text, field string) bool {
	n := len(field)
	return n < len(text) && text[n] == ':' && strings.EqualFold(text[:n], field)
}

// valueAt returns the value that begins at i, and where it ends: what stands
// between quotation marks, or a word without the punctuation behind it.
func valueAt(typed string, i int) (value string, end int) {
	if value, end, ok := quotedAt(typed, i); ok {
		return value, end
	}
	word := typed[i:]
	if n := strings.IndexFunc(word, unicode.IsSpace); n >= 0 {
		word = word[:n]
	}
	word = strings.TrimRight(word, ".,;!?)")
	return word, i + len(word)
}

// quotationMarks are what opens and closes a phrase.
var quotationMarks = [][2]string{{`"`, `"`}, {"“", "”"}, {"„", "“"}, {"«", "»"}}

// quotedAt returns what stands in the quotation marks that open at i, and where
// they end.
func quotedAt(typed string, i int) (value string, end int, ok bool) {
	for _, mark := range quotationMarks {
		if rest, opens := strings.CutPrefix(typed[i:], mark[0]); opens {
			if value, _, closed := strings.Cut(rest[:min(len(rest), maxQuoted)], mark[1]); closed {
				return value, i + len(mark[0]) + len(value) + len(mark[1]), true
			}
		}
	}
	return "", 0, false
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
