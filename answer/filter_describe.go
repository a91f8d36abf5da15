package answer

import (
	"fmt"
	"strings"
	"time"
)

// describedNames is how many names of one kind a description lists.
const describedNames = 3

// Describe says in a sentence what a filter admits, in absolute terms: “Only The
// Hill or The Root, from 1 July 2018 to 31 July 2018.” It is empty for one that
// admits all.
func (f Filter) Describe() string {
	var parts []string
	if len(f.Outlets) > 0 {
		parts = append(parts, either(f.Outlets, ""))
	}
	if len(f.NotOutlets) > 0 {
		parts = append(parts, "without "+either(f.NotOutlets, ""))
	}
	if len(f.Sections) > 0 {
		parts = append(parts, "in the section "+either(f.Sections, ""))
	}
	if len(f.Bylines) > 0 {
		parts = append(parts, "by "+strings.TrimPrefix(either(f.Bylines, ""), "By ")) // as bylines may begin
	}
	switch {
	case !f.From.IsZero() && f.From.Equal(f.To):
		parts = append(parts, "of "+describeDay(f.From))
	case !f.From.IsZero() && !f.To.IsZero():
		parts = append(parts, "from "+describeDay(f.From)+" to "+describeDay(f.To))
	case !f.From.IsZero():
		parts = append(parts, "from "+describeDay(f.From))
	case !f.To.IsZero():
		parts = append(parts, "up to "+describeDay(f.To))
	}
	if len(f.Exact) > 0 {
		parts = append(parts, "with the words “"+strings.Join(f.Exact, "”, “")+"”")
	}
	if len(f.Said) > 0 {
		parts = append(parts, "what is said by "+either(f.Said, ""))
	}
	if len(f.Barred) > 0 {
		parts = append(parts, "without "+either(f.Barred, "”"))
	}
	if len(parts) == 0 {
		return ""
	}
	text := strings.TrimSuffix(strings.Join(parts, ", "), ".") + "." // of a name that ends in one: Acme Inc.
	if strings.HasPrefix(text, "without ") {
		return "W" + text[1:]
	}
	return "Only " + text
}

func describeDay(t time.Time) string { return t.Format("2 January 2006") }

// either lists names: The Hill, The Root or The Post. Of many it tells the first
// few and how many more there are. A closing quotation mark as quote puts each in
// quotation marks.
func either(names []string, quote string) string {
	var shown []string
	for i, n := range names {
		if i == describedNames && len(names) > describedNames+1 {
			shown = append(shown, fmt.Sprintf("%d more", len(names)-i))
			break
		}
		if quote != "" {
			n = "“" + n + quote
		}
		shown = append(shown, n)
	}
	last := len(shown) - 1
	if last == 0 {
		return shown[0]
	}
	return strings.Join(shown[:last], ", ") + " or " + shown[last]
}
