package followup

import (
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
)

// goesBack matches what goes back to an earlier question, “ok, back to Wray”. The group says to which.
var goesBack = analysis.Pattern(`(?i)^(?:(?:ok|okay|so|now|and|please|let us|let’s|let's|lets|can we|i want to)[ ,]+)*(?:(?:go|get|come|going|coming) )?back to (.+?)[ .!?]*$`)

// back reads “go back to the meetings” as the last question that has these words.
func (r *Reader) back(q answer.Question) Reading {
	m := goesBack().FindStringSubmatch(q.Text)
	if m == nil {
		return Reading{}
	}
	asks := ofMeaning(r.analyzer.Tokens(m[1]))
	for before := range strings.SplitSeq(q.Previous+"\n"+q.Earlier, "\n") {
		has := r.analyzer.Tokens(before)
		lacks := func(t analysis.Token) bool { return !analysis.HasTerm(has, t.Term) }
		if len(asks) > 0 && !slices.ContainsFunc(asks, lacks) {
			return Reading{Text: before, FollowUp: true}
		}
	}
	return Reading{}
}
