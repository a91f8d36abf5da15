package followup

import (
	"slices"
	"strings"

	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/corpus"
)

// described returns a name with its article and the few words between that and the name: the latest
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

// titled returns a name with all of the title that it is a part of: one that goes on behind a colon
// (Insidious: The Red Door) or a hyphen (the WH-1000XM4), that begins with a small word in capitals
// (A Haunting in Venice), or has one inside (Gone With the Wind).
func (p *parsed) titled(at corpus.Span) corpus.Span {
	first := slices.IndexFunc(p.tokens, func(t analysis.Token) bool { return t.Start >= at.Start })
	if first < 0 {
		return at
	}
	last := first
	for last+1 < len(p.tokens) && p.tokens[last+1].End <= at.End {
		last++
	}
	start, opens := p.titleStart(first)
	end, goesOn := p.titleEnd(last, opens)
	if !opens && !goesOn {
		return at
	}
	return corpus.Span{Start: p.tokens[start].Start, End: max(at.End, p.tokens[end].End)}
}

// titleStart returns where the title begins to which the first token of a name belongs, and whether it
// shows before or at that token that it is a title.
func (p *parsed) titleStart(first int) (start int, opens bool) {
	start = first
	for start > 1 && (p.tokens[start-1].Upper || p.tokens[start-1].Stop && p.tokens[start-2].Upper) {
		start--
	}
	smallWithCapital := func(t analysis.Token) bool { return t.Upper && t.Stop }
	if p.tokens[start].Upper && (begins(p.tokens[start].Word) || start > 0 && slices.ContainsFunc(p.tokens[start:first], smallWithCapital)) {
		return start, true
	}
	return first, false
}

// titleEnd returns where the title ends to which the last token of a name belongs, and whether it goes
// on there behind a colon or a hyphen, or is known to be one.
func (p *parsed) titleEnd(last int, known bool) (end int, is bool) {
	is = known
	for next := last + 1; next < len(p.tokens); next++ {
		between := p.text[p.tokens[next-1].End:p.tokens[next].Start]
		colon, hyphen := strings.HasPrefix(between, ": "), between == "-"
		is = is || colon || hyphen
		if !is || !colon && !hyphen && strings.TrimSpace(between) != "" {
			break
		}
		if p.tokens[next].Upper || hyphen {
			last = next
			continue
		}
		small := p.tokens[next].Stop && !answertype.Auxiliaries(p.tokens[next].Word)
		if !small || next+1 == len(p.tokens) || next-last > 2 {
			break
		}
	}
	return last, is
}
