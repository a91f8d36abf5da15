package engine

import (
	"slices"
	"strings"

	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/calendar"
	"newshound/answer/inquiry"
	"newshound/answer/syntax"
)

const (
	// mostState is the number of words of the longest question for the state of something by now.
	mostState = 6
	// stateNewest is what a quote of the newest report gains, in shares of the question's weight. It
	// halves with every stateHalfDay days before that.
	stateNewest  = 0.8
	stateHalfDay = 30
	// officeWithin is how many words an office may stand from what it is an office of.
	officeWithin = 4
)

// newestState returns what candidates gain, by their indexes, that tell who holds an office, or whether
// something is still so: such things change, and the newest report is right.
func (s *search) newestState(found []candidate) map[int]float64 {
	if !s.asksState() {
		return nil
	}
	var last *candidate
	var told []int
	for i := range found {
		c := &found[i]
		if !s.mayBeNewest(c.article) || !s.tellsState(c) {
			continue
		}
		told = append(told, i)
		if last == nil || c.article.Published.After(last.article.Published) {
			last = c
		}
	}
	if last == nil {
		return nil
	}
	plain := func(c *candidate) float64 { return c.score - c.merits.agreed }
	top := 0
	for i := range found {
		if plain(&found[i]) > plain(&found[top]) {
			top = i
		}
	}
	if calendar.Day(found[top].article.Published).After(calendar.Day(last.article.Published)) {
		return map[int]float64{top: stateNewest} // the best is newer than all that tell it so plainly
	}
	worth := make(map[int]float64)
	for _, i := range told {
		worth[i] = stateNewest * lastly(&found[i], last, stateHalfDay)
	}
	return worth
}

// asksState reports whether a short question asks who holds an office, or whether something is so by
// now, and names no day.
func (s *search) asksState() bool {
	in := s.inquiry
	if len(in.Words) > mostState || len(in.Words) == 0 || len(in.Dates) > 0 || len(in.Sides) > 0 || !in.Asked.IsZero() {
		return false
	}
	text := strings.TrimRight(analysis.Fold(in.Text), " ?!.")
	if stillSo().MatchString(text) {
		return true
	}
	return inOffice().MatchString(text) && (in.Expect == answertype.Leader || slices.ContainsFunc(in.Words, holdsOffice))
}

// stillSo matches questions whether something is so by now, and inOffice questions who is something.
var (
	stillSo  = analysis.Pattern(`^(?:is|are|has|have|does|do|did) .*\b(?:still|over|yet|already|been|ended|resigned|back|free)\b`)
	inOffice = analysis.Pattern(`^who(?:['’]?s| is| are| leads| runs| heads)? `)
)

// holdsOffice reports a word for somebody who holds an office until another does.
func holdsOffice(w inquiry.Word) bool {
	return (!w.Upper || w.Acronym) && (answertype.Leaders(w.Term) || offices(w.Word))
}

var (
	offices = analysis.Words("speaker king queen pope champion senator judge host anchor")
	// byNow are words that ask for the newest, and need not stand in it.
	byNow = analysis.Words("new newest current currently now acting interim latest next")
	// under are words that make another office of one: vice president.
	under = analysis.Words("vice deputy assistant associate")
	// formerly are words beside an office that somebody does not hold.
	formerly = analysis.Words("former ex late outgoing then previous onetime nominee candidate")
)

// tellsState reports whether a candidate has all words of a question for a state, but for those like
// “new” and “current”.
func (s *search) tellsState(c *candidate) bool {
	if !c.kind && s.inquiry.Expect != answertype.Role { // “the British prime minister” looks like a name
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

// holder reports whether a candidate has a name beside an office, and no word like “former”.
func (s *search) holder(c *candidate, office int) bool {
	tokens := s.analyzer.Tokens(c.text())
	if analysis.AnyWord(tokens, formerly) {
		return false
	}
	for i := range tokens {
		if !s.meets(*c, tokens, i, office) || !s.ofWhat(c, tokens, i, office) {
			continue
		}
		for k := max(0, i-bearerWithin); k <= min(len(tokens)-1, i+bearerWithin); k++ {
			if s.isOther(*c, tokens, k) {
				return true
			}
		}
	}
	return false
}

// apartFromOffice returns the name, as typed, of the firm or body whose office a question asks about (“Who is the
// CEO of Acme?”), if no quote has the office beside that name: it may be the CEO of another firm who once worked
// at Acme.
func (s *search) apartFromOffice(shown []candidate) []string {
	words := s.inquiry.Words
	office := slices.IndexFunc(words, holdsOffice)
	if office < 0 || !s.asksState() {
		return nil
	}
	for _, c := range shown {
		tokens := s.analyzer.Tokens(c.text())
		for i := range tokens {
			if s.meets(c, tokens, i, office) && s.ofWhat(&c, tokens, i, office) {
				return nil
			}
		}
	}
	first := slices.IndexFunc(words, func(w inquiry.Word) bool { return w.Name && !holdsOffice(w) })
	if first < 0 {
		return nil
	}
	last := first
	for last+1 < len(words) && words[last+1].Name && !holdsOffice(words[last+1]) {
		last++
	}
	return []string{syntax.Owner(s.inquiry.Text[words[first].Start:words[last].End])}
}

// ofWhat reports whether the words beside the office in the question also stand beside it in a candidate,
// whose i-th token is the office, and no word such as “vice” makes another office of it. The Defense
// Secretary is not any secretary who speaks of defense.
func (s *search) ofWhat(c *candidate, tokens []analysis.Token, i, office int) bool {
	words := s.inquiry.Words
	if i > 0 && under(tokens[i-1].Word) && !s.reader.asked[tokens[i-1].Term] {
		return false
	}
	at := words[office].At
	asked := s.question
	first := at + 1 // of what stands behind it
	for first < len(asked) && !asked[first].Stop && !asked[first].Upper {
		first++ // chief executive officer of
	}
	if first < len(asked) && asked[first].Word == "of" {
		for first < len(asked) && asked[first].Stop {
			first++
		}
	} else {
		first = -1
	}
	near := func(want int) bool {
		for k := max(0, i-officeWithin); k <= min(len(tokens)-1, i+officeWithin); k++ {
			if s.meets(*c, tokens, k, want) {
				return true
			}
		}
		return false
	}
	behind, met := false, false // one of the words behind the office is enough: the Centers for Disease Control director
	for want, w := range words {
		switch {
		case w.Frame || w.Outlet || byNow(w.Word):
		case w.At == at-1 && !near(want):
			return false
		case first >= 0 && w.At >= first:
			behind, met = true, met || near(want)
		}
	}
	return met || !behind
}
