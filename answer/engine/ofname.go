package engine

import (
	"slices"

	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/inquiry"
	"newshound/corpus"
)

// namedWithoutThing reports whether a question asks only for a kind of thing of its one name, as
// in “Where is Ann Roe from?”, the first of some quotes has the name in full, and in none of them
// does such a thing stand beside it.
func (s *search) namedWithoutThing(quotes []candidate) bool {
	first, last, ok := s.inquiry.SoleName()
	for i, w := range s.inquiry.Words {
		ok = ok && (w.Frame || w.Outlet || w.Told || first <= i && i <= last)
	}
	switch s.inquiry.Expect {
	case answertype.Place, answertype.Age, answertype.Heat, answertype.Sum, answertype.Cause:
		return ok && quotes[0].holdsInARow(s.quotable.Wants, first, last) && !ofName(quotes)
	}
	return false
}

// name is where a name stands in full among the tokens of a quote, and the range of its text
// that is the sentence around it.
type name struct {
	first, last int
	sentence    corpus.Span
}

// beside reports whether the i-th token stands within so many words beside the name, in its
// sentence.
func (n name) beside(tokens []analysis.Token, i, reach int) bool {
	if tokens[i].Start < n.sentence.Start || tokens[i].Start >= n.sentence.End {
		return false
	}
	return i > n.last && i <= n.last+reach || i < n.first && i >= n.first-reach
}

// named returns where the question's one name stands in full in a quote. Where it is asked how old
// somebody is, the surname is enough if the article has the name: Roe, 44, is a pilot.
func (s *scorer) named(text string, tokens []analysis.Token, matches []match, offset int) []name {
	if !s.hasName {
		return nil
	}
	var out []name
	at := func(m match) int {
		return slices.IndexFunc(tokens, func(t analysis.Token) bool { return offset+t.Start == m.Start })
	}
	for _, m := range matches {
		end, ok := inARow(s.wants, matches, m, s.nameFirst, s.nameLast)
		if s.surnamed && s.expect == answertype.Age && m.want == s.nameLast && asGood(m.weight) == 1 {
			end, ok = m, true
		}
		if ok {
			n := name{first: at(m), last: at(end)}
			for start, end := range analysis.Sentences(text) {
				if start <= m.Start-offset && m.Start-offset < end {
					n.sentence = corpus.Span{Start: start, End: end}
				}
			}
			out = append(out, n)
		}
	}
	return out
}

// inARow reports whether matches of the clauses from first to last, the first of which is m, stand
// beside each other as in the question, and returns the last of them. One more word may stand between
// two: Judge Lewis Kaplan is Judge Kaplan.
func inARow(wants []inquiry.Want, matches []match, m match, first, last int) (end match, ok bool) {
	if m.want != first || asGood(m.weight) != 1 {
		return m, false
	}
	end = m
	for k := first + 1; k <= last; k++ {
		at := end.token + wants[k].Word.At - wants[k-1].Word.At
		i := slices.IndexFunc(matches, func(n match) bool {
			return n.want == k && (n.token == at || n.token == at+1) && asGood(n.weight) == 1
		})
		if i < 0 {
			return m, false
		}
		end = matches[i]
	}
	return end, true
}

// defines reports whether the i-th token of a text tells who or what has the name, in
// apposition or by “is a”: Lee, a pilot; the pilot Lee.
func (n name) defines(text string, tokens []analysis.Token, i int) bool {
	word := tokens[i].Word
	switch i {
	case n.last + 1:
		switch text[tokens[n.last].End:tokens[i].Start] {
		case ", ", " (", " – ", " — ", "—":
			return answertype.Articles(word) || whose(word) || answertype.Leaders(tokens[i].Term) || callings(tokens[i].Term)
		case " ":
			return answertype.Beings(word) && i+1 < len(tokens) && (answertype.Articles(tokens[i+1].Word) || tokens[i+1].Word == "one")
		}
	case n.first - 1:
		return text[tokens[i].End:tokens[n.first].Start] == " " && (answertype.Leaders(tokens[i].Term) || callings(tokens[i].Term) || answertype.Honorifics(tokens[i].Term))
	}
	return false
}

var (
	whose = analysis.Words("who which whose")
	// callings are terms for people who lead nothing, and for undertakings.
	callings = analysis.Terms(`professor researcher scientist biologist economist analyst author writer actor actress singer musician artist
		comedian lawyer attorney judge senator congressman congresswoman representative spokesman spokeswoman spokesperson reporter
		journalist expert engineer player quarterback pitcher striker midfielder defender goalkeeper star champion driver golfer rapper
		doctor physician nurse officer detective teacher designer developer filmmaker producer activist advocate investor billionaire
		entrepreneur businessman partner host student veteran candidate politician chef historian psychologist
		company startup firm app service site group organization`)
)
