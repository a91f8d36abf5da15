package engine

import (
	"slices"
	"strings"

	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/inquiry"
)

const (
	// mostState is the number of words of the longest question for how something is by now.
	mostState = 6
	// stateNewest is what the newest report of that counts for a quote, in shares of the question's
	// weight, which halves in so many days.
	stateNewest  = 0.8
	stateHalfDay = 30
)

// newestState returns what it is worth that candidates, by their places, tell who holds an office, or
// whether something is still so: what changes, the newest report tells.
func (s *search) newestState(found []candidate) map[int]float64 {
	if !s.asksState() {
		return nil
	}
	var last *candidate
	var told []int
	for i := range found {
		c := &found[i]
		if c.article.Published.IsZero() || !s.tellsState(c) {
			continue
		}
		told = append(told, i)
		if last == nil || c.article.Published.After(last.article.Published) {
			last = c
		}
	}
	worth := make(map[int]float64)
	for _, i := range told {
		worth[i] = stateNewest * lastly(&found[i], last, stateHalfDay)
	}
	return worth
}

// asksState reports whether a short question asks who holds an office, or whether something is so by
// now, and of no day.
func (s *search) asksState() bool {
	in := s.inquiry
	if len(in.Words) > mostState || len(in.Words) == 0 || len(in.Dates) > 0 || len(in.Facets) > 0 || !in.Asked.IsZero() {
		return false
	}
	text := strings.TrimRight(analysis.Fold(in.Text), " ?!.")
	if stillSo().MatchString(text) {
		return true
	}
	return inOffice().MatchString(text) && (in.Expect == answertype.Leader || slices.ContainsFunc(in.Words, holdsOffice))
}

// stillSo matches what asks whether something is so by now, inOffice who is something.
var (
	stillSo  = analysis.Pattern(`^(?:is|are|has|have|does|do|did) .*\b(?:still|over|yet|already|been|ended|resigned|back|free)\b`)
	inOffice = analysis.Pattern(`^who(?:['’]?s| is| are| leads| runs| heads)? `)
)

// holdsOffice reports a word for somebody who holds an office until another does.
func holdsOffice(w inquiry.Word) bool {
	return !w.Upper && (answertype.Leaders(w.Term) || offices(w.Word))
}

var (
	offices = analysis.Words("speaker king queen pope champion senator judge host anchor")
	// byNow are words that ask for the newest, and need not stand in it.
	byNow = analysis.Words("new newest current currently now acting interim latest next")
	// formerly are words beside what somebody is no more.
	formerly = analysis.Words("former ex late outgoing then previous onetime nominee candidate")
)

// tellsState reports whether a candidate has all that a question for a state says but when.
func (s *search) tellsState(c *candidate) bool {
	if !c.kind {
		return false
	}
	for i, w := range s.quotable.Wants {
		if !w.Word.Frame && !w.Word.Outlet && !w.Word.Told && !byNow(w.Word.Word) && asGood(c.inside[i]) < 1 {
			return false
		}
	}
	office := slices.IndexFunc(s.inquiry.Words, holdsOffice)
	return s.inquiry.Expect == answertype.Any || office < 0 || s.holder(c, office)
}

// holder reports whether a candidate has a name beside an office, and nothing that tells of another time.
func (s *search) holder(c *candidate, office int) bool {
	tokens := s.analyzer.Tokens(c.text())
	if slices.ContainsFunc(tokens, func(t analysis.Token) bool { return formerly(t.Word) }) {
		return false
	}
	for i := range tokens {
		for k := max(0, i-bearerWithin); s.meets(*c, tokens, i, office) && k <= min(len(tokens)-1, i+bearerWithin); k++ {
			if s.isOther(*c, tokens, k) {
				return true
			}
		}
	}
	return false
}
