package engine

import (
	"slices"
	"strings"

	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/speaker"
	"newshound/corpus"
)

// held tells whether a quote has the kind of thing that a question asks for.
type held struct {
	kind bool
	// near is how much of the question, by weight, stands beside it, if it is a number or a
	// member of a known kind.
	near float64
	// ofName reports that it stands beside the question's one name, which is there in full.
	ofName bool
}

// partTokens are the tokens of a part of a paragraph, kept for the many runs of sentences
// in it, and those of the run at hand.
type partTokens struct {
	reading *reading
	corpus.Span
	all, run []analysis.Token
}

// tokensIn returns the tokens of a run in a part of a paragraph. They are good until the next call.
func (s *scorer) tokensIn(read *reading, part, run corpus.Span) []analysis.Token {
	p := &s.part
	if p.reading != read || p.Span != part {
		p.reading, p.Span = read, part
		p.all = s.reader.analyzer.AppendTokens(p.all[:0], read.passage.Article.Body, s.reader.wordsIn(read, part))
	}
	p.run = p.run[:0]
	for _, t := range p.all {
		if t.Start >= run.Start && t.End <= run.End {
			t.Start -= run.Start
			t.End -= run.Start
			p.run = append(p.run, t)
		}
	}
	return p.run
}

// holds tells whether a quote has the kind of thing that the question asks for, beside the
// question's own words. The tokens are needed only where [answertype.Type.ShownByWords].
func (s *scorer) holds(text string, tokens []analysis.Token, matches []match, offset int) (h held) {
	if s.expect == answertype.Any {
		return held{kind: true}
	}
	if s.expect == answertype.Speech {
		return held{kind: strings.ContainsAny(text, "“”\"")}
	}
	s.names = s.named(text, tokens, matches, offset)
	for i, t := range tokens {
		if matchedAt(matches, offset+t.Start) && s.expect != answertype.Leader || !s.shows(text, tokens, i, matches, offset) {
			continue
		}
		h.kind = true
		h.ofName = h.ofName || slices.ContainsFunc(s.names, func(n name) bool { return n.beside(tokens, i, s.expect.Reach()) })
		switch {
		case s.expect.Figure():
			h.near = max(h.near, s.beside(tokens, i, matches, offset))
		case h.ofName || len(s.names) == 0:
			return h
		}
	}
	return h
}

// lacksKind returns how much more of the question, by weight, the best sentence of a passage
// meets than the best one that has the kind of thing that is asked for.
func (s *scorer) lacksKind(read *reading) float64 {
	most, held := 0.0, 0.0
	for _, r := range s.reader.runsOf(read) {
		if !r.single() {
			continue
		}
		words := s.words(r.matches)
		most = max(most, words)
		if words <= held {
			continue
		}
		var tokens []analysis.Token
		if s.expect.ShownByWords() {
			tokens = s.tokensIn(read, r.part, r.Span)
		}
		if s.holds(read.passage.Article.Text(r.Span), tokens, r.matches, r.Start).kind {
			held = words
		}
	}
	return most - held
}

// shows reports whether the i-th token of a quote is, or begins, the kind of thing that is asked
// for. The matches are where the question's words stand in it.
func (s *scorer) shows(text string, tokens []analysis.Token, i int, matches []match, offset int) bool {
	switch s.expect {
	case answertype.Role:
		return slices.ContainsFunc(s.names, func(n name) bool { return n.defines(text, tokens, i) })
	case answertype.Member:
		return s.members.BeginsAt(tokens, i)
	case answertype.Age:
		if s.hasName && speaker.IsGiven(s.wants[s.nameFirst].Word.Word) && answertype.OfThing(tokens, i) {
			return false
		}
	}
	return s.expect.ShownBy(text, tokens, i) && (s.expect != answertype.Person || nearMatch(matches, tokens, i, offset))
}

// beside returns the weight of the question's clauses that are met within a few words of
// the i-th token.
func (s *scorer) beside(tokens []analysis.Token, i int, matches []match, offset int) float64 {
	sum := 0.0
	for j, weight := range best(len(s.wants), matchesBeside(matches, tokens, i, answertype.BesideFigure, offset)) {
		sum += s.wants[j].Weight * weight
	}
	return sum
}

// nearMatch reports whether a clause of the question is met within a few words of the
// i-th token.
func nearMatch(matches []match, tokens []analysis.Token, i, offset int) bool {
	return len(matchesBeside(matches, tokens, i, besideName, offset)) > 0
}

// besideName is how many words away from a name something still stands near it.
const besideName = 8

// matchesBeside returns the matches within so many words of the i-th token.
func matchesBeside(matches []match, tokens []analysis.Token, i, words, offset int) []match {
	return within(matches, corpus.Span{
		Start: offset + tokens[max(0, i-words)].Start,
		End:   offset + tokens[min(len(tokens)-1, i+words)].End,
	})
}

func matchedAt(matches []match, start int) bool {
	for _, m := range matches {
		if m.Start <= start && start < m.End {
			return true
		}
	}
	return false
}
