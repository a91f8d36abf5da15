package engine

import (
	"context"

	"newshound/answer"
	"newshound/answer/inquiry"
	"newshound/answer/syntax"
)

// evidence returns the evidence that a candidate answers the question.
func (s *search) evidence(c candidate) answer.Evidence {
	v := weighEvidence(s.inquiry, s.quotable, c, s.found.passages[c.hit])
	v.Topic = v.Topic || s.says(c) || s.tells(c)
	return v
}

// judge sets the answer's evidence and confidence: those of the quote that proves most, of the
// first few. If none of these answers a short question, one a little further down may. If the
// first quote is not enough and another is, that is put first. judge also notes the outlets named
// in the question that the coverage does not hold.
func (s *search) judge(a *answer.Answer, p *picker, instead *candidate) {
	chosen := p.upTo(judged)
	first := s.evidence(chosen[0])
	if instead != nil {
		// The first was preferred to this for who says it, or when, and proves no less.
		if v := s.evidence(*instead); confidence(v) > confidence(first) {
			first = v
		}
	}
	a.Evidence, a.Confidence = first, confidence(first)
	most := 0
	for i, c := range chosen[1:] {
		v := s.evidence(c)
		v.Outsiders = first.Outsiders // that it names the outlet makes it no article of that
		if c := confidence(v); c > a.Confidence {
			a.Evidence, a.Confidence, most = v, c, i+1
		}
	}
	if a.Confidence < enough && len(s.inquiry.Words) <= mostTold+1 {
		for i, c := range p.upTo(toldAmong) {
			if i < judged || !s.tells(c) {
				continue
			}
			if v := s.evidence(c); confidence(v) > a.Confidence {
				v.Outsiders = first.Outsiders
				a.Evidence, a.Confidence, most = v, confidence(v), i
				break
			}
		}
	}
	if confidence(first) < enough && a.Confidence >= enough {
		p.putFirst(most)
	}
	if a.Evidence.Outsiders > 0 {
		for _, o := range s.inquiry.Outsiders {
			a.Unheld = append(a.Unheld, answer.Unheld{Field: syntax.FieldOutlet, Name: o.Name, Nearest: s.names.Nearest(syntax.FieldOutlet, o.Name)})
		}
	}
}

// explainAnswer explains the quotes that are shown, and what they prove.
func (s *search) explainAnswer(ctx context.Context, a *answer.Answer, shown []candidate) (err error) {
	if a.Explanation, err = s.explain(ctx, s.inquiry, s.words, s.reader, s.found, shown); err != nil {
		return err
	}
	a.Explanation.Confidence = a.Confidence
	for _, f := range features(a.Evidence) {
		a.Explanation.Evidence = append(a.Explanation.Evidence, answer.Feature{Name: f.name, Value: f.value, Weight: f.weight})
	}
	return nil
}

// outcome is Partial if the question has a word that the coverage never uses and nothing stands
// for near the quote, and Found otherwise. The quote is good enough.
func outcome(x inquiry.Expansion, c candidate) answer.Outcome {
	for i, w := range x.Wants {
		if !w.Known && !w.Word.Frame && c.near[i] == 0 {
			return answer.Partial
		}
	}
	return answer.Found
}
