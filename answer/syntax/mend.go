package syntax

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"newshound/answer/analysis"
	"newshound/answer/calendar"
)

// markedField matches a filter whose value begins with a quotation mark, up to that mark.
var markedField = analysis.Pattern(`(?i)(?:^|\s)(?:-?outlet|byline|section|said|from|to): *["“„«]`)

// WithoutOpenMarks returns a question without the quotation marks in which the value of a
// filter begins and which nothing closes: the value is read as one without. A pasted text stays as it is.
func WithoutOpenMarks(typed string) string {
	if len(typed) > MaxSpoken || !strings.Contains(typed, ":") {
		return typed
	}
	found := markedField().FindAllStringIndex(typed, -1)
	slices.Reverse(found)
	for _, at := range found {
		_, size := utf8.DecodeLastRuneInString(typed[:at[1]])
		if _, _, closed := QuotedAt(typed, at[1]-size); !closed {
			typed = typed[:at[1]-size] + typed[at[1]:]
		}
	}
	return typed
}

// WithDays returns a question with the days of its filters that are written in words,
// “from: last week”, as dates.
func WithDays(typed string, c calendar.Calendar) string {
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
		if strings.EqualFold(part[2], FieldTo) {
			day = d.Last
		}
		if !ok || day.IsZero() {
			return found
		}
		return part[1] + part[2] + ":" + day.Format(time.DateOnly)
	})
}

// dayField matches a filter by day whose value is a date as people say it.
var dayField = analysis.Pattern(`(?i)(^|\s)(from|to|asked): *(` + calendar.DatePattern + `)\b`)
