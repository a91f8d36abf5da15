package answer

import (
	"regexp"
	"strings"

	"newshound/answer/analysis"
)

// byPattern are the kinds of thing that a question asks for by more than its question word,
// as its patterns tell, over the folded text.
var byPattern = []struct {
	kind    expectation
	mayHold string
	pattern func() *regexp.Regexp
}{
	{aSum, "how much", analysis.Pattern(`\bhow much (?:money\b|` + helping + `\b.*\b(?:cost|earn|ma[kd]e|pa(?:y|id)|charge|spen[dt]|rais|donat|invest|s(?:ell|old)|bought|buy|purchas|` +
		`w[io]n|borrow|len[dt]|award|bid|fund|fine|owe|lose|lost|save|settle|worth)(?:e?s|e|e?d|ing)?\b|(?:is|are|was|were) (?:the|an?|his|her|its|their|\S+['’]s?) )`)},
	{aSum, "what", analysis.Pattern(`\bwhat (?:do|does|did|will|would) .*\b(?:cost|earn|charge|pay|owe)(?: (?:for|to|per|in|at|an?|each|next|this|last)\b.*)?$`)},
	{aSum, "what", analysis.Pattern(`\bwhat(?:['’]?s| is| are| was| were) (?:(?:the|his|her|its|their)|.*['’]s?) (?:\S+ ){0,2}(?:cost|price|salar(?:y|ies)|wage|fee|budget|bonus|rent|fare|revenue|profit|debt|bail|net worth)s?(?: (?:of|for|to)\b.*)?$`)},
	{aScore, "score", analysis.Pattern(`\bwhat(?:['’]?s| is| was) the (?:\S+ )?score(?:line)?\b`)},
	{aCause, "what", analysis.Pattern(`\bwhat (?:did|does|do) .+ die (?:of|from)\b|\bwhat killed\b|\bwhat(?:['’]?s| is| was) (?:the|his|her|.*['’]s?) cause of death\b`)},
	{aCause, "how", analysis.Pattern(`\bhow (?:did|does) .+ die$`)},
}

// helping are the verbs behind “how much” that a verb of paying follows.
const helping = `(?:do|does|did|will|would|has|have|had|can|could|is|are|was|were|should|must)`

// asksLeader matches what asks who leads something, and the word behind that; asksDoing what
// asks what somebody or something does.
var (
	asksLeader = analysis.Pattern(`^who(?:['’]?s)?(?: is| was)?(?: in)?(?: the)? (?:runs?|ran|leads?|led|heads?|headed|manages?|managed|charge|head|boss|leader)(?: of)? (\S+)`)
	asksDoing  = analysis.Pattern(`^what (?:do|does) .+ do$`)
)

// askedByPattern returns the kind of thing that a question asks for by a pattern, if there is
// one.
func askedByPattern(text string) (expectation, bool) {
	text = strings.TrimRight(analysis.Fold(text), " ?!.")
	for _, p := range byPattern {
		if strings.Contains(text, p.mayHold) && p.pattern().MatchString(text) {
			return p.kind, true
		}
	}
	return anything, false
}

// askOfName marks the words that the kind of thing asked for tells, and finds whether the
// question asks who leads the one name that it has, or who or what that is.
func (in *inquiry) askOfName() {
	in.markTold()
	text := strings.TrimRight(analysis.Fold(in.text), " ?!.")
	who := strings.HasPrefix(text, "who")
	var leads []string
	if _, _, one := in.soleName(); one && who {
		leads = asksLeader().FindStringSubmatch(text)
	}
	_, _, only := in.nameOf()
	switch {
	case len(leads) > 1 && !prepositions(leads[1]):
		in.expect = aLeader
		in.markTold()
	case only && (in.expect == anything || who):
		in.expect = aRole
	}
}

func (in *inquiry) markTold() {
	for i, w := range in.words {
		in.words[i].told = in.expect.tells(w.Term)
	}
}
