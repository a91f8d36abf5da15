package engine

import (
	"strings"

	"newshound/corpus"
)

// inAsked is how much a clause counts that is met not in the quote but in the question right before it, as in
// an interview, or in the header, where that question is the one that is asked.
const inAsked = 0.95

// askedBefore returns how well each clause is met by the question right before a place in a passage. It is nil
// if there is none, or if it meets less than half of what the header does not tell.
func (s *scorer) askedBefore(p *reading, at int, header []float64) []float64 {
	question := questionBefore(p.passage.Article.Body, max(at-longestQuestion, p.passage.Start), at)
	if question.Len() == 0 {
		return nil
	}
	asked := best(len(s.wants), within(p.matches, question))
	met, rest := 0.0, 0.0
	for i, w := range s.wants {
		if header[i] < 1 {
			met += w.Weight * asked[i]
			rest += w.Weight
		}
	}
	if met == 0 || 2*met < rest {
		return nil
	}
	return asked
}

// questionBefore returns the question that ends right before at in a text, looking back no further than from.
func questionBefore(text string, from, at int) corpus.Span {
	end := from + len(strings.TrimRight(text[from:at], " \n\r\t\"'*_)”’"))
	if end == from || text[end-1] != '?' {
		return corpus.Span{}
	}
	return corpus.Span{Start: from + strings.LastIndexAny(text[from:end-1], ".!?\n") + 1, End: end}
}

// longestQuestion is how many bytes before a quote are searched for a question.
const longestQuestion = 200
