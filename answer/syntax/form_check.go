package syntax

import (
	"strings"

	"newshound/answer/align"
	"newshound/answer/analysis"
	"newshound/answer/wording"
)

// Parts of the ways to ask whether somebody said something in these words.
const (
	quoteNoun = `(?:quotes?|quotations?|lines?|sentences?|words)`
	thisOne   = `(?:this|that|it|these|the|(?:the )?following)`
	thisQuote = thisOne + `(?: ` + quoteNoun + `)?`
	isReal    = `(?:an? )?(?:real|genuine|exact|accurate|correct|authentic|verbatim|true|legit|right|fake|made[ -]up|fabricated|invented|altered|word for word)(?: (?:quotes?|quotations?|words))?`
	toCheck   = `(?:check|verify|confirm|find)`
	mayPlease = `(?:(?:please|(?:can|could|would|will) you(?: please)?|i (?:want|need) (?:you )?to)\s+)?`
	maybeEver = `(?: (?:ever|really|actually))*`
)

var (
	// quoteAhead matches the beginning of a question that asks for a check of what follows a colon.
	quoteAhead = analysis.Pattern(`(?i)^\s*` + mayPlease + `(?:(?:check[ -]?)?quote(?:[ -]check)?|` +
		toCheck + ` (?:` + thisOne + `|an?) ` + quoteNoun + `|` +
		`(?:is|are) ` + thisQuote + ` ` + isReal + `\??)\s*:\s*`)

	// asksBefore and asksBehind match what stands before and behind a quotation that is to be checked. The
	// group is who is said to have said it.
	asksBefore = analysis.Pattern(`(?i)^\s*` + mayPlease + `(?:` +
		toCheck + `(?: (?:if|whether|that))?(?: ` + thisQuote + `)?(?: (?:is|are) ` + isReal + `)?|` +
		`(?:is|are) ` + thisQuote + `(?: ` + isReal + `)?|` +
		`where (?:is|does|did|was) ` + thisQuote + `(?: (?:come|taken))?(?: from)?|` +
		`(?:did|has|have|does) (.{1,60}?)` + maybeEver + ` (?:say|said|write|written|tweet|tweeted))[\s:,?–—-]*$`)
	asksBehind = analysis.Pattern(`(?i)^[\s.,:?–—-]*(?:` +
		`(?:is (?:it|this|that)(?: quote)? )?` + isReal + `|` +
		`(?:did|has|have) (.{1,60}?)` + maybeEver + ` (?:say|said|write|written|tweet|tweeted) (?:that|this|it|so)|` +
		`(?:appear|stand|occur|said|come up)(?: anywhere)?(?: in (?:the|this|your) (?:coverage|articles?|corpus|news|archive))?` +
		`)[\s.?!]*$`)

	// namesCheck matches words that ask for a check, however short the quote is.
	namesCheck = analysis.Pattern(`(?i)^\s*` + mayPlease + `(?:check|verify|confirm)\b|\b(?:quote|quotation|verbatim|word for word)\b`)
)

// quoteAsked returns the quote that a text asks to have checked: “Is “…” a real quote?”, “Did Lee say “…”?” It
// is "" if the text asks for none, or if so few words may also be a title.
func quoteAsked(text string) string {
	if at := quoteAhead().FindStringIndex(text); len(at) == 2 && at[1] < len(text) {
		return text[at[1]:]
	}
	all := wording.Quotations(text, 2)
	if len(all) != 1 {
		return ""
	}
	said, before, behind := text[all[0][0]:all[0][1]], text[:all[0][0]], text[all[0][1]:]
	if len(align.Words(said)) < wording.FewestJoined && !namesCheck().MatchString(before+behind) {
		return "" // words that are looked for, or a title
	}
	asks, part := asksBefore(), before
	if strings.Trim(behind, " \t\n.?!") != "" {
		if opens := strings.ToLower(strings.TrimSpace(before)); opens != "" && !opensAsking(opens) {
			return ""
		}
		asks, part = asksBehind(), behind
	}
	m := asks.FindStringSubmatch(part)
	switch {
	case m == nil:
		return ""
	case m[1] == "" || nobody(strings.ToLower(m[1])):
		return said
	}
	return said + " — " + m[1] // set off, so that it is no part of the quote
}

// opensAsking may stand before a quotation if the question goes on behind it.
var opensAsking = analysis.Words("is are was does did")

// nobody are words that do not say who said something.
var nobody = analysis.Words("anyone anybody someone somebody he she they")
