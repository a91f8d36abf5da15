package engine

import (
	"context"

	"newshound/answer"
	"newshound/answer/inquiry"
	"newshound/answer/syntax"
)

// evidence weighs what speaks for a candidate.
func (s *search) evidence(c candidate) answer.Evidence {
	v := weighEvidence(s.inquiry, s.quotable, c, s.found.passages[c.hit])
	v.Topic = v.Topic || s.says(c) || s.tells(c)
	return v
}

// judge tells how much the quotes prove by which an answer is judged, that which proves
// most, and which outlets that the question asks of are not held. Of a short question that these
// do not answer, one a little further down may tell what it asks for. Where only another than the
// best is enough, that is put first.
func (s *search) judge(a *answer.Answer, p *picker, instead *candidate) {
	chosen := p.upTo(judged)
	first := s.evidence(chosen[0])
	if instead != nil {
		// It is preferred for who says it, or when, and proves no less than what it goes before.
		if v := s.evidence(*instead); confidence(v) > confidence(first) {
			first = v
		}
	}
	a.Evidence, a.Confidence = first, confidence(first)
	most := 0
	for i, c := range chosen[1:] {
		v := s.evidence(c)
		v.Outsiders = first.Outsiders // one that it names is not what was asked for
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

// outcome tells whether a quote that is good enough meets all of the question,
// or leaves out a word that the coverage never uses.
func outcome(x inquiry.Expansion, c candidate) answer.Outcome {
	for i, w := range x.Wants {
		if !w.Known && !w.Word.Frame && c.near[i] == 0 {
			return answer.Partial
		}
	}
	return answer.Found
}
