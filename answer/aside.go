package answer

import (
	"slices"

	"newshound/answer/analysis"
)

// aside matches what stands in brackets at the end of a question: what the question before
// was about, beside one that does not say so itself.
var aside = pattern(`\(([^()]+)\)\?$`)

// asideIn returns where that begins, the end of the text where there is none, or no word
// of meaning before it.
func asideIn(text string, tokens []analysis.Token) int {
	if at := aside().FindStringSubmatchIndex(text); len(at) > 2 && slices.ContainsFunc(tokens, func(t analysis.Token) bool { return !t.Stop && !frames(t.Term) && t.Start < at[2] }) {
		return at[2]
	}
	return len(text)
}
