package syntax

import (
	"regexp"

	"newshound/answer"
	"newshound/answer/analysis"
)

// formNames are the ways in which a question begins that asks for a form, other than [answer.CheckQuote]. A
// question that has none of the parts in mayHold does not match the pattern, which is slow to compile.
var formNames = []struct {
	form    answer.Form
	mayHold []string
	pattern func() *regexp.Regexp
}{
	{answer.Timeline, []string{":", "timeline", "chronology", "broke", "first report", "first story", "first article", "first coverage", "first mention",
		"earliest ", "outlet ", "paper ", "publication ", "who first ", " first on ", " first about "}, analysis.Pattern(`(?i)^\s*(?:(?:timeline|first(?: reported)?)\s*:|first reported(?: on)?\s|` + mayPlease + makes + `(?:an? |the |your )?(?:quick |short |brief |full |complete )?` +
		`(?:timeline|chronology)(?: of (?:the )?events)?,? (?:of|for|on|about)\s|` +
		`who broke (?:the )?(?:story|news) (?:of|on|about|that)\s|` +
		`who (?:first (?:reported|wrote)|(?:reported|wrote) first) (?:on|about)\s|` +
		`(?:the )?(?:first|earliest) (?:report|story|article|coverage|mention)s? (?:of|on|about)\s|` + whichOutlet + `(?:` +
		`(?:(?:was|were) )?(?:the )?first (?:to (?:report|cover|publish|break)|(?:reported|covered|published|broke))|(?:reported|covered|published|broke) first)\s+(?:(?:on|about|that)\s+)?)\s*`)},
	{answer.Compare, []string{"compare", "outlets", "papers", "publications", "news organi",
		"how many articles", "how many stories", "how many pieces", "how many reports"}, analysis.Pattern(`(?i)^\s*(?:compare\s*:|(?:which|what|how many) (?:outlets|papers|newspapers|publications|news organi[sz]ations) (?:(?:have|has|are|is) )?` +
		`(?:cover(?:ed|ing)?|report(?:ed|ing)? on|wr(?:ote|itten) about|writing about|mention(?:ed)?|carried)\s|` +
		`how many (?:articles|stories|pieces|reports)(?: (?:are there|do you have|have you got))? (?:(?:that )?(?:mention|cover|discuss|name|are about|deal with)|about|on)\s|` +
		`compare (?:the )?(?:outlets|coverage)(?:\s+(?:on|about|of))?\s|` +
		`what (?:do|did|have|are) (?:(?:the|different|various|other) )*(?:outlets|papers|newspapers|publications|news organi[sz]ations) (?:sa(?:y|id|ying)|report(?:ed|ing)?|wr(?:ite|itten|iting)) (?:about|on|of)\s|` +
		`(?:compare )?how (?:(?:do|did|have) )?(?:(?:the|different|various) )*outlets (?:differ|cover|compare|report)(?:ed)?(?:\s+(?:on|about))?\s)\s*`)},
}

// whichOutlet asks for an outlet. reportedFirst matches questions for the first one that say so at their end:
// “Which outlet reported on the flood first?” With “who” instead, the coverage itself may have the answer.
const whichOutlet = `(?:which|what) (?:outlet|paper|newspaper|publication) `

var reportedFirst = analysis.Pattern(`(?i)^\s*` + whichOutlet + `(?:reported|covered|published|broke)\s+(?:(?:on|about|that)\s+)?(.+?),?\s+first[\s?.!]*$`)

// makes asks for something to be made.
const makes = `(?:(?:give|show|make|build|write|create|draw|get)(?: me| us)? |put together |(?:i|we)(?: would like|['’]d like| want| need) )?`

// Questions for a timeline: typed like a command, “timeline strike”; and such as say so at their end, “the
// strike timeline”, “When was the strike first reported?”
var (
	timelineBare   = analysis.Pattern(`(?i)^\s*(?:timeline|chronology) (\S.*)$`)
	timelineBehind = analysis.Pattern(`(?i)^\s*` + mayPlease + makes + `(?:an? |the )?([^\s?]+(?: [^\s?]+){0,5}) (?:timeline|chronology)[\s.?!]*$`)
	firstBehind    = analysis.Pattern(`(?i)^\s*when (?:was|were|did|is) (.+?) first (?:(?:get |been |be )?(?:reported(?: on)?|covered|mentioned|published|written about)|appear in the (?:news|coverage)|make the news)[\s?.!]*$`)
	questionWord   = analysis.Pattern(`(?i)^(?:what|when|who|whom|whose|where|why|how|which|is|are|was|were|does|do|did|has|have|can|could|in|on|about)\b`)
)

// Forms returns the forms by name, for whoever offers them.
func Forms() []answer.Form {
	var out []answer.Form
	for _, f := range formNames {
		out = append(out, f.form)
	}
	return append(out, answer.CheckQuote)
}

// FormOf returns the form that a text asks for by how it begins or ends, "" for none, and
// the text without that: for [answer.CheckQuote] the quote, with whom one asks about behind it
// (“…” — Lee). A beginning alone is no question.
func FormOf(text string) (f answer.Form, rest string) {
	if !analysis.MayHold(text, ":", "\"", "“", "„", "«", "timeline", "chronology", "broke", "paper", "publication", "news org", "how many ", "which outlet", "what outlet", "outlets", "coverage", "first", "earliest") {
		return "", text
	}
	for _, n := range formNames {
		if !analysis.MayHold(text, n.mayHold...) {
			continue
		}
		if at := n.pattern().FindStringIndex(text); len(at) == 2 && at[1] < len(text) {
			return n.form, text[at[1]:]
		}
	}
	if topic := timelineOf(text); topic != "" {
		return answer.Timeline, topic
	}
	if quote := quoteAsked(text); quote != "" {
		return answer.CheckQuote, quote
	}
	return "", text
}

// timelineOf returns of what a text asks for a timeline that says so at its end, or like a command; ""
// for another text.
func timelineOf(text string) string {
	if analysis.MayHold(text, "outlet ", "paper ", "publication ") {
		if m := reportedFirst().FindStringSubmatch(text); m != nil {
			return m[1]
		}
	}
	if analysis.MayHold(text, "when ") {
		if m := firstBehind().FindStringSubmatch(text); m != nil {
			return m[1]
		}
	}
	if !analysis.MayHold(text, "timeline", "chronology") {
		return ""
	}
	for _, pattern := range []func() *regexp.Regexp{timelineBare, timelineBehind} {
		if m := pattern().FindStringSubmatch(text); len(m) > 1 && !questionWord().MatchString(m[1]) {
			return m[1]
		}
	}
	return ""
}

// As returns the text that asks a question in another form, in place of the one
// that it may begin with; "" is the form without a name.
func As(f answer.Form, text string) string {
	_, text = FormOf(text)
	if f == "" {
		return text
	}
	return string(f) + ": " + text
}
