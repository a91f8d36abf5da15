package answer

import (
	"slices"

	"newshound/answer/analysis"
)

// soleName returns the first and the last of the words of the one name that a question has,
// of two words or more, whatever it asks of it.
func (in inquiry) soleName() (first, last int, ok bool) {
	first, last = -1, -1
	for i, w := range in.words {
		switch {
		case w.frame || w.outlet || w.told || !w.name && !w.Upper:
			continue
		case first < 0:
			first = i
		case last != i-1 || !w.joined:
			return 0, 0, false
		}
		last = i
	}
	n := last - first + 1
	return first, last, first >= 0 && 2 <= n && n <= topicWords
}

// tells reports whether a thing of some kind tells what a word of the question does: where it
// stands beside the name that is asked of, the word need not. Somebody of 43 is old.
func (kind expectation) tells(term string) bool {
	switch kind {
	case anAge:
		return term == "old" || term == "age"
	case aPlace:
		return dwelling(term)
	case aSum:
		return costing(term)
	case aLeader:
		return leading(term)
	}
	return false
}

// reach is the number of words within which a thing of a kind stands beside a name.
func (kind expectation) reach() int {
	if kind == anAge || kind == aPlace || kind == aLeader {
		return 4
	}
	return 8
}

// name is where a name stands in full among the tokens of a quote.
type name struct{ first, last int }

// beside reports whether the i-th token stands within so many words beside the name.
func (n name) beside(i, reach int) bool {
	return i > n.last && i <= n.last+reach || i < n.first && i >= n.first-reach
}

// named returns where the one name that the question has stands in full in a quote.
func (s *scorer) named(tokens []analysis.Token, matches []match, offset int) []name {
	if !s.hasName {
		return nil
	}
	var out []name
	at := func(m match) int {
		return slices.IndexFunc(tokens, func(t analysis.Token) bool { return offset+t.Start == m.Start })
	}
	for _, m := range matches {
		if end, ok := inARow(matches, m, s.nameFirst, s.nameLast); ok {
			out = append(out, name{at(m), at(end)})
		}
	}
	return out
}

// inARow returns the last match of some clauses of the question that stand side by side, the
// first of which is m.
func inARow(matches []match, m match, first, last int) (end match, ok bool) {
	if m.want != first || asGood(m.weight) != 1 {
		return m, false
	}
	end = m
	for k := first + 1; k <= last; k++ {
		i := slices.IndexFunc(matches, func(n match) bool { return n.want == k && n.token == m.token+k-first && asGood(n.weight) == 1 })
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
			return articles(word) || whose(word) || leaders(tokens[i].Term) || callings(tokens[i].Term)
		case " ":
			return beings(word) && i+1 < len(tokens) && (articles(tokens[i+1].Word) || tokens[i+1].Word == "one")
		}
	case n.first - 1:
		return text[tokens[i].End:tokens[n.first].Start] == " " && (leaders(tokens[i].Term) || callings(tokens[i].Term) || honorifics(tokens[i].Term))
	}
	return false
}

var (
	dwelling = analysis.Terms("live reside base come hail")
	costing  = analysis.Terms("cost price worth earn")
	leading  = analysis.Terms("run ran lead led head boss manage charge leader")
	whose    = analysis.Words("who which whose")
	// leaders are what people are called who lead something, and callings some others, and
	// what an undertaking is called.
	leaders = analysis.Terms(`president director ceo owner founder cofounder chairman chairwoman chair chairperson head chief leader boss
		manager coach captain principal secretary minister commissioner mayor governor dean editor superintendent commander executive
		chancellor sheriff pastor publisher`)
	callings = analysis.Terms(`professor researcher scientist biologist economist analyst author writer actor actress singer musician artist
		comedian lawyer attorney judge senator congressman congresswoman representative spokesman spokeswoman spokesperson reporter
		journalist expert engineer player quarterback pitcher striker midfielder defender goalkeeper star champion driver golfer rapper
		doctor physician nurse officer detective teacher designer developer filmmaker producer activist advocate investor billionaire
		entrepreneur businessman partner host student veteran candidate politician chef historian psychologist
		company startup firm app service site group organization`)
)
