package engine

import (
	"context"
	"slices"

	"newshound/answer"
	"newshound/answer/syntax"
)

const (
	// depth is the number of passages in which quotes are sought.
	depth = 40
	// formDepth is that number for a timeline or a comparison, which wants something of every
	// article or outlet.
	formDepth = 200
	// enough is the confidence from which a question counts as answered.
	enough = 0.5
	// judged is the number of quotes, best first, that an answer is judged by: the second may
	// say in the question's own words what the first says in others.
	judged = answer.DefaultLimit
	// toldAmong is the number of quotes, best first, that are searched for one that answers a short
	// question word for word; one that uses another verb may be ranked above it.
	toldAmong = 10
	// nearby is the share of the question that a quote must meet to be shown as the nearest
	// where nothing answers it.
	nearby = 0.3
)

// Ask answers a question. The same question over the same corpus has the same
// answer. The error is the context's or the retriever's.
func (e *Engine) Ask(ctx context.Context, q answer.Question) (*answer.Answer, error) {
	read, err := e.read(ctx, q)
	if err != nil {
		return nil, err
	}
	a := &answer.Answer{Question: q, Form: q.Form, Outcome: answer.None, Coverage: e.index.Coverage(), Unclear: read.Unclear}
	if read.Unclear != nil {
		return a, nil
	}
	text := read.Text
	if a.Form == "" {
		a.Form, text = syntax.FormOf(text)
	}
	limit := q.Limit
	if limit <= 0 {
		limit = answer.DefaultLimit
	}
	if a.Form == answer.CheckQuote {
		return a, e.check(ctx, a, text, limit)
	}
	s, err := e.newSearch(ctx, q, text)
	if err != nil {
		return nil, err
	}
	s.tell(a, read)
	switch {
	case len(a.Malformed) > 0 || slices.ContainsFunc(a.Unheld, func(u answer.Unheld) bool { return u.Field != syntax.FieldPhrase }):
		a.Searched = nil // nothing is searched
		return a, nil
	case s.request.OnlySaid() && a.Form == "":
		return a, e.list(ctx, a, s.only, limit)
	case a.Newest:
		return a, s.newest(ctx, a, limit)
	}
	// No fewer are found than an answer is judged by, so that the first is the same however few are wanted.
	if err := s.answer(ctx, a, max(limit, judged)); err != nil {
		return a, err
	}
	if err := e.heed(ctx, a, s.inquiry, text); err != nil {
		return a, err
	}
	if err := e.askApart(ctx, a, s.draft); err != nil {
		return a, err
	}
	a.Snippets = a.Snippets[:min(len(a.Snippets), limit)]
	if x := a.Explanation; x != nil {
		x.Quotes = slices.DeleteFunc(x.Quotes, func(q answer.ExplainedQuote) bool { return q.N > limit })
	}
	if a.Apart = s.apart(slices.Concat(a.Snippets, a.Near)); a.Apart && a.Outcome == answer.Found {
		a.Outcome = answer.Partial
	}
	return a, nil
}

// answer finds up to limit quotes that answer the question, and judges whether they do.
func (s *search) answer(ctx context.Context, a *answer.Answer, limit int) error {
	shown, err := s.choose(ctx, a, limit)
	if err != nil || len(shown) == 0 || !a.Question.Explain {
		return err
	}
	return s.explainAnswer(ctx, a, shown)
}

// choose chooses the snippets of an answer, and returns them as candidates: where the
// coverage does not say, that which comes nearest.
func (s *search) choose(ctx context.Context, a *answer.Answer, limit int) (chosen []candidate, err error) {
	passages := depth
	if a.Form != "" || len(a.Filter.Said) > 0 {
		passages = formDepth
	}
	if s.found, err = s.rank(ctx, s.inquiry, s.words, s.reader, s.only, passages); err != nil {
		return nil, err
	}
	candidates, instead, err := s.heard(ctx)
	if err != nil {
		return nil, err
	}
	if instead == nil {
		instead = s.follow(candidates)
	}
	if instead == nil && !s.inquiry.Asked.IsZero() {
		instead = bestOfAnyDay(candidates)
	}
	folding := s.newFolding(s.reader, s.inquiry.Sides, s.only)
	picker := folding.pick(candidates)
	if len(picker.upTo(judged)) == 0 {
		return nil, nil
	}
	s.judge(a, picker, instead)
	if chosen = picker.upTo(judged); a.Form == "" { // a form chooses its own, and many are dear
		chosen = picker.upTo(limit)
	}
	first := chosen[0]
	unborne, err := s.nameless(ctx, a, first)
	if err != nil {
		return nil, err
	}
	if a.Confidence < enough || unborne || len(a.Unheld) > 0 && s.request.OnlyPhrases() {
		if v := s.evidence(first); v.Strangers == 0 && v.InQuote >= nearby {
			a.Near = []answer.Snippet{first.snippet(1)}
		}
		return chosen[:1], nil
	}
	a.Outcome = outcome(s.quotable, first)
	if len(a.Unheld) > 0 {
		a.Outcome = answer.Partial
	}
	if a.Form == "" {
		chosen, err = s.best(ctx, a, picker, candidates, limit)
	} else {
		chosen, err = s.inForm(ctx, a, folding, candidates, first, limit)
	}
	if err != nil {
		return nil, err
	}
	a.Snippets = cited(chosen)
	return chosen, nil
}

// best returns the best quotes with their copies, up to limit, and records in the answer which
// parts of the question they leave unanswered.
func (s *search) best(ctx context.Context, a *answer.Answer, picker *picker, candidates []candidate, limit int) ([]candidate, error) {
	chosen, err := picker.fold(ctx, limit)
	if err != nil {
		return nil, err
	}
	shown := chosen
	for _, n := range []int{a.Question.Shown, a.Question.Limit} {
		if n > 0 {
			shown = shown[:min(n, len(shown))]
		}
	}
	unmet := unmetIn(s.quotable, shown, s.topic)
	if a.Absent = absent(s.quotable, shown, unmet); len(a.Absent) == 0 {
		if a.Parted = parted(s.inquiry, s.quotable, shown); len(a.Parted) == 0 {
			a.Parted = s.apartFromOffice(shown)
		}
	}
	a.Silent = s.silent(shown, candidates)
	if unmet || len(a.Silent) > 0 || s.namedWithoutThing(shown) {
		a.Outcome = answer.Partial
	}
	return chosen, nil
}

// inForm returns the quotes of a timeline or a comparison, up to limit: those that would answer
// the question by themselves, and bear on it at least lineWorth as much as the first.
func (s *search) inForm(ctx context.Context, a *answer.Answer, folding *folding, candidates []candidate, first candidate, limit int) ([]candidate, error) {
	least := lineWorth * first.bearing()
	proven := func(c candidate) bool {
		isFirst := c.article == first.article && c.Span == first.Span // which the answer was judged by
		return isFirst || c.bearing() >= least && confidence(s.evidence(c)) >= enough
	}
	chosen, err := folding.arrange(ctx, a, candidates, proven, s.found.passages, s.names.ByArticles())
	if err != nil {
		return nil, err
	}
	a.Total, a.Unread = len(chosen), a.Unread || s.leftUnread(candidates, proven)
	chosen = chosen[:min(len(chosen), limit)]
	if len(a.Filter.Outlets) > 0 && slices.ContainsFunc(a.Sides, func(s answer.Side) bool { return s.Articles == 0 }) {
		a.Outcome = answer.Partial
	}
	if a.Form == answer.Compare {
		err = folding.findAll(ctx, chosen)
	}
	return chosen, err
}

// leftUnread reports whether passages that were not read might have answered the question, too:
// the limit for a form was reached, and one of the last tenth still answers it.
func (s *search) leftUnread(candidates []candidate, proven func(candidate) bool) bool {
	return len(s.found.passages) >= formDepth && slices.ContainsFunc(candidates, func(c candidate) bool {
		return c.hit >= formDepth*9/10 && proven(c)
	})
}

// heard returns the candidates, with the words of the person asked about put first. Where the
// question is restricted to somebody's words, or asks for nothing else, all others are left out.
// instead is the candidate that came first before that, or nil if none was put before it.
func (s *search) heard(ctx context.Context) (candidates []candidate, instead *candidate, err error) {
	v, err := s.voice(ctx)
	if err != nil {
		return nil, nil, err
	}
	candidates = s.candidates(v)
	if len(s.only.filter.Said) > 0 {
		return v.keep(candidates, s.only.phrases), nil, nil
	}
	if v == nil {
		return candidates, nil, nil
	}
	instead = v.prefer(s.speakerOf(s.sayer), s.topic, candidates)
	if s.asksNothingBut(s.inquiry, s.sayer) {
		says := func(c candidate) bool { return len(v.in(c)) > 0 }
		if slices.ContainsFunc(candidates, says) {
			candidates = slices.DeleteFunc(candidates, func(c candidate) bool { return !says(c) })
		}
	}
	return candidates, instead, nil
}

// bestOfAnyDay returns the best candidate by all but its date, nil where there is none.
func bestOfAnyDay(candidates []candidate) (best *candidate) {
	for i := range candidates {
		c := &candidates[i]
		if best == nil || c.score-c.merits.recent > best.score-best.merits.recent {
			best = c
		}
	}
	return best
}
