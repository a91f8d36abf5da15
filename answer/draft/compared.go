package draft

import (
	"regexp"
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/syntax"
)

// Ways to ask how outlets that are named differ. An @ stands for the name of one.
const (
	oneName     = `(?:the )?@(?:['’]s?)?`
	namesJoined = oneName + `(?:(?: ?, ?(?:and |or )?| and | or | with | to | against | vs\.? | versus | & )` + oneName + `)+`
	itsStories  = `(?:(?:the |their |its )?(?:coverage|reporting|stories|articles|reports|takes?|views?))`
	tells       = `(?:cover|report|describe|portray|frame|treat|tell|handle|present|write|say|said|wrote|told)(?:s|ed|ing)?`
	onWhich     = `(?:on|about|of|over|in|regarding|concerning)`
)

// comparisons match them; the group is what is compared.
var comparisons = []func() *regexp.Regexp{
	comparison(`compare (?:how |what )?` + namesJoined + `(?: ` + itsStories + `)?(?: ` + tells + `)?(?: ` + onWhich + `)? (.+)`),
	comparison(`compare (?:` + itsStories + ` )?(?:` + onWhich + ` )?(.+?) (?:in|by|from|between|across|of) ` + namesJoined),
	comparison(`(?:compare )?how (?:(?:do|does|did|has|have) )?` + namesJoined + ` (?:differ|compare|disagree|diverge)s?(?: in ` + itsStories + `)?(?: ` + onWhich + `)? (.+)`),
	comparison(`(?:compare )?how (?:(?:do|does|did|has|have) )?` + namesJoined + ` ` + tells + `(?: ` + onWhich + `)? (.+)`),
	comparison(`how (?:(?:do|does|did|has|have) )?` + itsStories + ` ` + onWhich + ` (.+?) (?:(?:differ|compare|vary|diverge)s?(?:ed)? )?(?:between|in|across|among|from|at|by) ` + namesJoined + `(?: (?:differ|compare|vary|diverge)s?)?`),
	comparison(`how (?:does|did|do|has|have) ` + oneName + ` ` + tells + `(?: ` + onWhich + `)? (.+?),? (?:compared? (?:with|to)|versus|vs\.?|against|unlike|differently (?:from|than|to)) ` + oneName),
	comparison(`(?:(?:what is|what['’]s|what are|whats) )?(?:the )?differences? (?:between|in how) ` + namesJoined + `(?: ` + itsStories + `)?(?: ` + tells + `)?(?: ` + onWhich + `)? (.+)`),
	comparison(oneName + ` (?:vs\.?|versus|against|compared (?:with|to)) ` + oneName + `(?: ` + itsStories + `)?:? (?:` + onWhich + ` )?(.+)`),
}

// comparison returns a pattern that matches all of a text.
func comparison(whole string) func() *regexp.Regexp { return analysis.Pattern(`(?i)^` + whole + `$`) }

// Compared returns the question that compares the outlets that a text compares by name,
// as it would be typed: “How do The Hill and The Root cover the summit?” is compare: the
// summit outlet:"The Hill" outlet:"The Root". Any other text comes back as it is.
func (r *Reader) Compared(text string) string {
	if len(text) > syntax.MaxSpoken || strings.Contains(text, "@") || !analysis.MayHold(text, "compare", "differ", "how ", " vs", " versus") {
		return text
	}
	asked := text
	switch form, rest := syntax.FormOf(text); form {
	case answer.Timeline, answer.CheckQuote:
		return text
	case answer.Compare:
		text = "compare " + rest
	}
	text = strings.TrimSpace(text)
	tokens := r.analyzer.Tokens(text)
	sides := r.names.Divide(text, tokens, true)
	if len(sides) < 2 {
		return asked
	}
	var outlets []string
	marked := text
	for _, s := range slices.Backward(sides) {
		marked = marked[:s.Name.Start] + "@" + marked[s.Name.End:]
	}
	for _, s := range sides {
		for _, o := range s.Outlets {
			if !slices.Contains(outlets, o) {
				outlets = append(outlets, o)
			}
		}
	}
	marked = strings.TrimRight(marked, " ?.!")
	for _, p := range comparisons {
		if m := p().FindStringSubmatch(marked); len(m) > 1 && !strings.Contains(m[1], "@") {
			d := Draft{Form: answer.Compare, Text: m[1]}
			d.Set(syntax.FieldOutlet, outlets...)
			return d.String()
		}
	}
	return asked
}
