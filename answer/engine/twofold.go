package engine

import (
	"cmp"
	"context"
	"slices"

	"newshound/answer"
	"newshound/answer/draft"
	"newshound/answer/syntax"
)

// askApart answers the two parts of a question by themselves, if it asks two things and is not
// answered in full as a whole: the coverage may tell only one of them, or each in another place.
// The second is read in the light of the first. A part without an answer is noted.
func (e *Engine) askApart(ctx context.Context, a *answer.Answer, d draft.Draft) error {
	if a.Form != "" || a.Outcome == answer.Found && len(a.Absent) == 0 || len(a.Filter.Exact) > 0 {
		return nil
	}
	two, ok := syntax.AsTwo(d.Text)
	if !ok {
		return nil
	}
	var parts [2]*answer.Answer
	var answered []*answer.Answer
	var unanswered []string
	q := a.Question
	q.Previous, q.Drop = "", ""
	for i := range parts {
		d.Text = two.Questions[i]
		q.Text = d.String()
		part, err := e.Ask(ctx, q)
		if err != nil {
			return err
		}
		if q.Previous == "" {
			q.Previous = q.Text
		}
		if part.Outcome == answer.Found && len(part.Absent) == 0 {
			answered = append(answered, part)
		} else {
			unanswered = append(unanswered, two.Own[i])
		}
	}
	if len(answered) == 0 {
		return nil
	}
	a.Unanswered = unanswered
	join(a, answered)
	return nil
}

// join makes one answer of those to the parts of its question: with quotes of each by turns, and
// the confidence of the least sure.
func join(a *answer.Answer, parts []*answer.Answer) {
	a.Outcome, a.Absent, a.Unheld, a.Near, a.Snippets = answer.Found, nil, nil, nil, nil
	if len(a.Unanswered) > 0 {
		a.Outcome = answer.Partial
	}
	least := slices.MinFunc(parts, func(x, y *answer.Answer) int { return cmp.Compare(x.Confidence, y.Confidence) })
	a.Confidence, a.Evidence = least.Confidence, least.Evidence
	a.Explanation = nil // that of the whole tells of other quotes
	if least.Explanation != nil {
		x := *least.Explanation
		x.Quotes = nil
		a.Explanation = &x
	}
	limit := cmp.Or(a.Question.Limit, answer.DefaultLimit)
	for i := 0; i < limit; i++ {
		for _, p := range parts {
			if i >= len(p.Snippets) || len(a.Snippets) == limit {
				continue
			}
			s := p.Snippets[i]
			if slices.ContainsFunc(a.Snippets, func(o answer.Snippet) bool { return o.Cite.Covers(s.Cite.Article, s.Cite.Span) }) {
				continue
			}
			s.Cite.N = len(a.Snippets) + 1
			a.Snippets = append(a.Snippets, s)
			if a.Explanation != nil {
				take(a.Explanation, p.Explanation, i+1, s.Cite.N)
			}
		}
	}
}

// take takes over what another explanation says of its n-th quote, which has another number here. from is
// nil for a list of articles.
func take(x, from *answer.Explanation, n, here int) {
	if from == nil {
		return
	}
	for _, q := range from.Quotes {
		if q.N == n {
			q.N = here
			x.Quotes = append(x.Quotes, q)
		}
	}
	for _, w := range from.Words {
		if !slices.ContainsFunc(x.Words, func(o answer.ExplainedWord) bool { return o.Word == w.Word }) {
			x.Words = append(x.Words, w)
		}
	}
}
