package followup

import (
	"context"
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/syntax"
)

// Read reads a question in the light of those before it, if it cannot stand alone: of the last
// ([Reader.after]), or else of one before that, where the last tells not of whom or what it is, or
// the coverage does not say what it asks of that. What it asks of the earlier one has to stand in
// a quote. The error is the context's, the engine's or the retriever's.
func (r *Reader) Read(ctx context.Context, q answer.Question) (Reading, error) {
	if a := r.back(q); a.FollowUp {
		return a, nil
	}
	a, err := r.after(ctx, q)
	if err != nil || q.Earlier == "" || a.FollowUp && syntax.Unfiltered(a.Text) == syntax.Unfiltered(q.Previous) {
		return a, err // only narrowed, or more of it
	}
	lost := a.Unclear != nil || a.FollowUp && r.ofNobody(a.Text)
	if !lost {
		text := q.Text
		if a.FollowUp {
			text = a.Text
		}
		if w, err := r.engine.Weigh(ctx, text, q.Day()); err != nil || w.Sure {
			return a, err
		}
	}
	asks := ofMeaning(r.analyzer.Tokens(q.Text))
	if !lost && len(asks) == 0 {
		return a, nil // “why?” is of the last
	}
	for before := range strings.SplitSeq(q.Earlier, "\n") {
		of := q
		of.Previous = before
		b, err := r.after(ctx, of)
		if err != nil {
			return Reading{}, err
		}
		if !b.FollowUp || r.ofNobody(b.Text) || b.Text == before && !lost || addedOn().MatchString(b.Text) && !addedOn().MatchString(before) {
			continue
		}
		if w, err := r.engine.Weigh(ctx, b.Text, q.Day()); err != nil || w.Sure && w.Quotes(asks) {
			return b, err
		}
	}
	return a, nil
}

// ofNobody reports whether a question still has a pronoun of one person, as whom it does not say.
func (r *Reader) ofNobody(text string) bool {
	tokens := r.analyzer.Tokens(text)
	aside := syntax.AsideIn(text, tokens)
	return slices.ContainsFunc(tokens, func(t analysis.Token) bool { return ofPerson(t.Word) && t.Start < aside })
}
