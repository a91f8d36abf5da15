package engine

import (
	"strings"

	"newshound/corpus"
)

// inAsked is how much a clause counts that the question met which stands right before a quote, or the
// header, where that question is the one that is asked: of an interview, or of what an article asks itself.
const inAsked = 0.95

// askedBefore returns how well each clause is met by the question that stands right before a place in a
// passage, where that is what is asked: it has most of what the header does not tell anyway. It is nil
// where it is not.
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

// questionBefore returns the question that ends right before a place in a text, as far as it stands
// behind another.
func questionBefore(text string, from, at int) corpus.Span {
	end := from + len(strings.TrimRight(text[from:at], " \n\r\t\"'*_)”’"))
	if end == from || text[end-1] != '?' {
		return corpus.Span{}
	}
	return corpus.Span{Start: from + strings.LastIndexAny(text[from:end-1], ".!?\n") + 1, End: end}
}

// longestQuestion is how many bytes are looked at for one.
const longestQuestion = 200
