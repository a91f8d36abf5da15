package syntax

import (
	"strings"

	"newshound/answer/analysis"
)

// Ways to ask two things at once. The groups are the two questions; or what they share, and the ends in which
// they differ.
var (
	// twoQuestions matches “Who won, and when did she retire?”
	twoQuestions = analysis.Pattern(`(?i)^((?:who|what|when|where|which|how|why|did|does|do|is|are|was|were|has|have)\b.+?),? and (?:also )?((?:who|what|when|where|which|how|why)(?:['’]s)? .+)$`)
	// twoEnds matches “What did Roe say about the strike and about the mayor?”
	twoEnds = analysis.Pattern(`(?i)^((?:who|what|when|where|which|how|why|did|does|do|is|are|was|were|has|have)\b.*?) ((about|on|of|to|in|for|with|from|at|by) .+?),? and (?:also )?((about|on|of|to|in|for|with|from|at|by) .+)$`)
	// twoTopics matches “What did Roe say about the strike and the mayor?”
	twoTopics = analysis.Pattern(`(?i)^((?:who|what|how|did|does|do|has|have)\b.*?) (about|on) ([^,]+) and ([^,]+)$`)
)

// ends reports whether a text begins with a word that may lead to another end of a question.
func ends(text string) bool {
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	return leadsOn(first)
}

var leadsOn = analysis.Words("about on of to in for with from at by")

// longestTwofold is the length, in bytes, of the longest question that is taken apart. People ask two things
// in few words; the “and” of a longer question joins what belongs together.
const longestTwofold = 160

// Twofold is a question that asks two things: each as a question, and what only that one asks, as typed.
type Twofold struct {
	Questions, Own [2]string
}

// AsTwo takes a question apart that asks two things.
func AsTwo(text string) (t Twofold, ok bool) {
	text = strings.TrimRight(text, " ?.!")
	if len(text) > longestTwofold || !analysis.MayHold(text, " and ") {
		return t, false
	}
	ask, about, on := twoQuestions().FindStringSubmatch(text), twoEnds().FindStringSubmatch(text), twoTopics().FindStringSubmatch(text)
	switch {
	case len(ask) > 2:
		t.Own = [2]string{ask[1], ask[2]}
		t.Questions = t.Own
	case len(about) > 5 && strings.EqualFold(about[3], about[5]):
		t.Own = [2]string{about[2], about[4]}
		t.Questions = [2]string{about[1] + " " + about[2], about[1] + " " + about[4]}
	case len(on) > 4 && !strings.Contains(on[3]+on[4], " and ") && !ends(on[4]):
		t.Own = [2]string{on[2] + " " + on[3], on[2] + " " + on[4]}
		t.Questions = [2]string{on[1] + " " + t.Own[0], on[1] + " " + t.Own[1]}
	default:
		return t, false
	}
	for i := range t.Questions {
		t.Questions[i] += "?"
	}
	return t, true
}
