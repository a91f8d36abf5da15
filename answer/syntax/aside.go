package syntax

import (
	"slices"
	"strings"

	"newshound/answer/analysis"
)

// aside matches what stands in brackets at the end of a question. Package followup puts there what the
// question before was about, if the question does not say that itself.
var aside = analysis.Pattern(`\(([^()]+)\)\?$`)

// endsInAside reports whether a text may end in brackets, as few do.
func endsInAside(text string) bool { return strings.HasSuffix(text, ")?") }

// AsideOf returns what stands in brackets at the end of a question, "" where nothing does.
func AsideOf(text string) string {
	if !endsInAside(text) {
		return ""
	}
	if m := aside().FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}

// AsideIn returns where that begins. It is the end of the text if there is none, or if nothing before it
// says what the question is about.
func AsideIn(text string, tokens []analysis.Token) int {
	if !endsInAside(text) {
		return len(text)
	}
	if at := aside().FindStringSubmatchIndex(text); len(at) > 2 && slices.ContainsFunc(tokens, func(t analysis.Token) bool { return !t.Stop && !Frames(t.Term) && t.Start < at[2] }) {
		return at[2]
	}
	return len(text)
}

// WithMore returns a question with more words at its end, before what stands there in brackets.
func WithMore(text, words string) string {
	text = strings.TrimRight(text, " ")
	if at := aside().FindStringIndex(text); at != nil {
		return strings.TrimRight(text[:at[0]], " ") + words + " " + text[at[0]:]
	}
	return strings.TrimRight(text, " ?.!") + words + "?"
}

// AskedFrom returns the first token of the question in a text that has other sentences before it:
// “Halvorsen resigned on Monday. Who is the next mayor?”
func AskedFrom(text string, tokens []analysis.Token) int {
	start := 0
	for at := range analysis.Sentences(text) {
		start = at
	}
	first := slices.IndexFunc(tokens, func(t analysis.Token) bool { return t.Start >= start })
	if first < 0 || strings.Contains(text[:start], "?") || !strings.HasSuffix(strings.TrimSpace(text), "?") ||
		!slices.ContainsFunc(tokens[first:], func(t analysis.Token) bool { return !t.Stop && !Frames(t.Term) }) {
		return 0
	}
	return first
}
