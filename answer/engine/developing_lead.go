package engine

import "newshound/answer/syntax"

const (
	// leadWorth is what a quote gains, in shares of the question's weight, that an article about it begins
	// with, where it is asked what happened.
	leadWorth = 0.5
	// mostHappened is the number of words of the longest question for what happened.
	mostHappened = 5
)

// leads returns what candidates gain, by their indexes, with which an article begins whose headline has all
// words of a question for what happened.
func (s *search) leads(found []candidate) map[int]float64 {
	if !s.asksHappened() {
		return nil
	}
	worth := make(map[int]float64)
	begin := make(map[string]int) // the paragraph, by article
	for i := range found {
		c := &found[i]
		p, known := begin[c.article.ID]
		if !known {
			p = -1
			if lead, ok := s.lead(c.article); ok && s.headlineHasAll(c) {
				p = lead.paragraph
			}
			begin[c.article.ID] = p
		}
		if c.paragraph == p && c.Start == c.article.Paragraphs[p].Start {
			worth[i] = leadWorth
		}
	}
	return worth
}

// asksHappened reports whether a short question asks what happened to somebody or something.
func (s *search) asksHappened() bool {
	in := s.inquiry
	return len(in.Words) <= mostHappened && len(in.Dates) == 0 && len(in.Sides) == 0 && syntax.Happened(in.Text)
}

// headlineHasAll reports whether the headline of a candidate's article has all words of the question.
func (s *search) headlineHasAll(c *candidate) bool {
	header := s.reader.headerOf(s.reader.of(s.found.passages[c.hit].Passage))
	met := best(len(s.quotable.Wants), header)
	for i, w := range s.quotable.Wants {
		if !w.Word.Frame && !w.Word.Outlet && asGood(met[i]) < 1 {
			return false
		}
	}
	return true
}
