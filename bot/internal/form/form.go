// Package form is for platforms on which filters are fields of a form: it checks them, and
// turns them into the words that are typed in a question elsewhere.
package form

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf16"

	"newshound/answer/calendar"
)

// Fields are the filters of a question, as a person filled them in; "" is none.
type Fields struct{ Outlet, From, To string }

// Text returns the filters as they would be typed before a question, with a space at the
// end, or else a sentence that tells the person what is wrong.
func (f Fields) Text() (text, problem string) {
	var b strings.Builder
	if outlet := strings.Join(strings.Fields(strings.ReplaceAll(f.Outlet, `"`, "")), " "); outlet != "" {
		b.WriteString(`outlet:"` + outlet + `" `)
	}
	var first time.Time
	for _, field := range []struct{ name, value string }{{"from", f.From}, {"to", f.To}} {
		value := strings.TrimSpace(field.value)
		if value == "" {
			continue
		}
		from, to, ok := calendar.Parse(value)
		switch {
		case !ok:
			return "", fmt.Sprintf("“%s” is no date that I can read, for “%s”. Write the day, the month or the year: 2023-07-01, 2023-07 or 2023.",
				clip(value), field.name)
		case field.name == "from":
			first = from
		case to.Before(first):
			return "", fmt.Sprintf("“to” (%s) is before “from” (%s). The other way round?", value, strings.TrimSpace(f.From))
		}
		b.WriteString(field.name + ":" + value + " ")
	}
	return b.String(), ""
}

// clip returns the beginning of what someone typed.
func clip(text string) string {
	const most = 40
	if r := []rune(text); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return text
}

// Complete returns the names that match what was typed: first those that begin with it, then
// those with a later word that does, each in the order of names. It returns at most n, and none
// longer than longest characters (in UTF-16).
func Complete(names []string, typed string, n, longest int) []string {
	typed = strings.ToLower(strings.TrimSpace(typed))
	var begin, within []string
	for _, name := range names {
		lower := strings.ToLower(name)
		switch {
		case name == "" || len(utf16.Encode([]rune(name))) > longest:
		case strings.HasPrefix(lower, typed):
			begin = append(begin, name)
		case strings.Contains(lower, " "+typed):
			within = append(within, name)
		}
	}
	all := slices.Concat(begin, within)
	return all[:min(n, len(all))]
}
