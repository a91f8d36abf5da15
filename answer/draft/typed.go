package draft

import (
	"strings"
	"time"

	"newshound/answer/analysis"
	"newshound/answer/calendar"
	"newshound/answer/naming"
	"newshound/answer/syntax"
)

// nameField matches a filter by a name that is not in quotation marks, with the words behind it.
var nameField = analysis.Pattern(`(?i)(?:^|\s)(-?outlet|byline|section): *([^\s":“”„«»]+(?: [^\s":“”„«»]+)+)`)

// longestFiltered is the number of words of a name that is looked for without marks.
const longestFiltered = 6

// withNames returns a question with the names that its filters ask for in quotation marks,
// where the coverage has one of more words than the one that a filter takes in without:
// outlet:The Hill.
func withNames(names *naming.Names, typed string) string {
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
		if name := beginsName(names, strings.TrimPrefix(strings.ToLower(field), "-"), strings.Fields(rest[:at[5]-at[4]])); name != "" && strings.HasPrefix(rest, name) {
			out.WriteString(`"` + name + `"`)
			rest = rest[len(name):]
		}
		typed = rest
	}
}

// beginsName returns the longest name of more than one word that some words begin with, as
// they have it, "" where that is none of a field's.
func beginsName(names *naming.Names, field string, words []string) string {
	for n := min(len(words), longestFiltered); n > 1; n-- {
		name := strings.TrimRight(strings.Join(words[:n], " "), ".,;!?)")
		if len(names.Find(field, name)) > 0 {
			return name
		}
	}
	return ""
}

// Calendar returns the calendar for a question of a day.
func (r *Reader) Calendar(today time.Time) calendar.Calendar {
	var c calendar.Calendar
	if !today.IsZero() {
		c.Today = calendar.Day(today)
	}
	if size := r.index.Coverage(); !size.First.IsZero() {
		c.First, c.Last = calendar.Day(size.First), calendar.Day(size.Last)
	}
	return c
}

// SpelledOut returns a question of a day with the values of its filters as they are to be
// parsed: names of several words in quotation marks, and days as dates.
func (r *Reader) SpelledOut(typed string, today time.Time) string {
	return withNames(r.names, syntax.WithDays(typed, r.Calendar(today)))
}
