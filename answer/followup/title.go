package followup

import (
	"slices"
	"strings"

	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/corpus"
)

// described returns a name with “the” and what stands between that and the name: the latest
// Kindle.
func (p *parsed) described(at corpus.Span) corpus.Span {
	const most = 3 // words
	first := slices.IndexFunc(p.tokens, func(t analysis.Token) bool { return t.Start >= at.Start })
	for i := first - 1; i >= max(0, first-most); i-- {
		switch t := p.tokens[i]; {
		case t.Word == "the" || t.Word == "a" || t.Word == "an":
			at.Start = t.Start
			return at
		case t.Stop || answertype.Prepositions(t.Word) || answertype.Auxiliaries(t.Word):
			return at
		}
	}
	return at
}

// titled returns a name with all of the title that it is a part of: one that goes on behind a
// colon (Insidious: The Red Door) or a hyphen (the WH-1000XM4), or begins with a small word in capitals (A Haunting in Venice) or has one inside (Gone With the Wind).
func (p *parsed) titled(at corpus.Span) corpus.Span {
	first := slices.IndexFunc(p.tokens, func(t analysis.Token) bool { return t.Start >= at.Start })
	last := first
	for last >= 0 && last+1 < len(p.tokens) && p.tokens[last+1].End <= at.End {
		last++
	}
	if first < 0 {
		return at
	}
	is := false
	start := first
	for start > 1 && (p.tokens[start-1].Upper || p.tokens[start-1].Stop && p.tokens[start-2].Upper) {
		start--
	}
	small := func(t analysis.Token) bool { return t.Upper && t.Stop }
	if p.tokens[start].Upper && (begins(p.tokens[start].Word) || start > 0 && slices.ContainsFunc(p.tokens[start:first], small)) {
		first, is = start, true
	}
	for next := last + 1; next < len(p.tokens); next++ {
		between := p.text[p.tokens[next-1].End:p.tokens[next].Start]
		colon := strings.HasPrefix(between, ": ")
		hyphen := between == "-"
		small := p.tokens[next].Stop && !answertype.Auxiliaries(p.tokens[next].Word)
		switch is = is || colon || hyphen; {
		case !is || !colon && strings.TrimSpace(between) != "" && !hyphen:
			next = len(p.tokens)
		case p.tokens[next].Upper || hyphen:
			last = next
		case !small || next+1 == len(p.tokens) || next-last > 2:
			next = len(p.tokens)
		}
	}
	if !is {
		return at
	}
	return corpus.Span{Start: p.tokens[first].Start, End: max(at.End, p.tokens[last].End)}
}
