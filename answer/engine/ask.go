package engine

import (
	"context"
	"slices"
	"time"

	"newshound/answer"
	"newshound/answer/answertype"
	"newshound/answer/draft"
	"newshound/answer/inquiry"
	"newshound/answer/syntax"
	"newshound/corpus"
)

const (
	// depth is the number of passages in which quotes are sought.
	depth = 40
	// formDepth is that number where an answer is to hold what each article or each
	// outlet says.
	formDepth = 200
	// enough is the confidence from which the coverage is held to say.
	enough = 0.5
	// judged is the number of quotes, the best first, that an answer is judged by: what is
	// told of the first passage in other words may be told in the question's own in the next.
	judged = answer.DefaultLimit
	// nearby is the share of the question that a quote which is not enough must
	// meet to be worth a look.
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
	a.Read, a.FollowUp, a.Further = s.standalone(read, q), read.FollowUp, read.FollowUp && e.followUps.AsksFurther(q.Text)
	a.InWords = draft.InWords(s.text, s.spoken)
	s.tell(a)
	if a.Newest = s.asksNewest(); a.Newest {
		a.Form, a.Searched, a.Missing, a.Corrected = "", nil, nil, nil // its words only ask
	}
	a.Corrected = append(read.corrected, a.Corrected...)
	switch {
	case len(a.Malformed) > 0 || slices.ContainsFunc(a.Unheld, func(u answer.Unheld) bool { return u.Field != syntax.FieldPhrase }):
		a.Searched = nil // nothing is searched
		return a, nil
	case s.request.OnlySaid() && a.Form == "":
		return a, e.list(ctx, a, s.only, limit)
	case a.Newest:
		return a, s.newest(ctx, a, limit)
	}
	if err := s.answer(ctx, a, limit); err != nil {
		return a, err
	}
	if err := e.heed(ctx, a, s.inquiry, text); err != nil {
		return a, err
	}
	if err := e.askApart(ctx, a, text); err != nil {
		return a, err
	}
	if a.Apart = s.apart(slices.Concat(a.Snippets, a.Near)); a.Apart && a.Outcome == answer.Found {
		a.Outcome = answer.Partial
	}
	return a, nil
}

// search is a question on its way to an answer.
type search struct {
	*Engine
	text     string // what is asked of, without that the latest of it is wanted
	request  syntax.Request
	spoken   []syntax.Spoken // of the request, what was said in words
	only     restriction
	day      time.Time // of which it is asked, zero if that is not known
	inquiry  inquiry.Inquiry
	words    inquiry.Expansion
	quotable inquiry.Expansion // the words as quotes are chosen by them
	reader   *reader
	found    ranking
}

// newSearch understands the text of a question. The error is the context's or the
// retriever's.
func (e *Engine) newSearch(ctx context.Context, q answer.Question, text string) (*search, error) {
	s := &search{Engine: e}
	s.readFilters(q, text)
	topic, newest := syntax.LatestOf(text)
	if newest = newest && !s.asksNewest(); newest {
		s.readFilters(q, topic)
	}
	var err error
	if s.only, err = e.restrict(ctx, s.request); err != nil {
		return nil, err
	}
	s.inquiry = e.inquiries.Understand(s.request.About(s.only.filter.Said))
	s.day, s.inquiry.Lately = s.asked(q)
	s.inquiry.Asked = s.day
	if last := e.index.Coverage().Last; newest && (s.day.IsZero() || s.day.After(last)) {
		s.inquiry.Asked, s.inquiry.Latest = last, true
	}
	if err := s.keepToName(ctx); err != nil {
		return nil, err
	}
	if s.inquiry.Expect == answertype.Any && len(s.only.filter.Said) > 0 {
		s.inquiry.Expect = answertype.Speech
	}
	if s.words, err = e.inquiries.Expand(ctx, s.inquiry); err != nil {
		return nil, err
	}
	s.quotable = saidBy(s.words.Quotable(), s.only.filter.Said)
	s.reader = e.newReader(e.analyzer.Tokens(s.inquiry.Text), s.words.Wants)
	return s, nil
}

// readFilters takes the filters out of what is asked, typed or said in words.
func (s *search) readFilters(q answer.Question, text string) {
	s.text = text
	s.request = syntax.Parse(s.drafts.SpelledOut(text, q.Day()))
	s.spoken = s.drafts.Spoken(s.request, q.Day())
	s.request = syntax.WithoutSearching(s.analyzer, s.request.With(s.spoken))
}

// keepToName restricts a question that asks no more than who or what bears a name to the
// passages that have it in full, if there are any.
func (s *search) keepToName(ctx context.Context) error {
	first, last, ok := s.inquiry.NameOf()
	if !ok || len(s.only.phrases) > 0 {
		return nil
	}
	words := s.inquiry.Words
	name := s.exactly(syntax.Phrase{Text: s.inquiry.Text[words[first].Start:words[last].End]})
	held, err := s.holdsPhrase(ctx, s.only.filter, name)
	if held {
		s.only.named = []exactPhrase{name}
	}
	return err
}

// tell says in an answer what is searched for, and in what.
func (s *search) tell(a *answer.Answer) {
	a.Searched, a.Missing, a.Corrected = s.words.Searched, s.words.Missing, s.words.Corrected
	a.Filter = withPhrases(s.only.filter, s.only.phrases)
	a.Unheld, a.Malformed = s.only.unheld, s.only.malformed
	if s.inquiry.Lately {
		a.Asked = s.day
	}
	a.Unread = s.only.unread && (s.request.OnlySaid() && a.Form == "" || len(a.Filter.Said) == 0)
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
	candidates, instead := s.heard()
	if instead == nil && !s.inquiry.Asked.IsZero() {
		instead = bestOfAnyDay(candidates)
	}
	folding := s.newFolding(s.reader, s.inquiry.Facets, s.only.filter)
	picker := folding.pick(candidates)
	if len(picker.upTo(judged)) == 0 {
		return nil, nil
	}
	s.judge(a, picker, instead)
	if chosen = picker.upTo(judged); a.Form == "" { // a form chooses its own, and many are dear
		chosen = picker.upTo(limit)
	}
	if a.Confidence < enough || len(a.Unheld) > 0 && s.request.OnlyPhrases() {
		if v := s.evidence(chosen[0]); v.Strangers == 0 && v.InQuote >= nearby {
			a.Near = []answer.Snippet{chosen[0].snippet(1)}
		}
		return chosen[:1], nil
	}
	a.Outcome = outcome(s.quotable, chosen[0])
	if len(a.Unheld) > 0 {
		a.Outcome = answer.Partial
	}
	if a.Form == "" {
		if chosen, err = picker.fold(ctx, limit); err != nil {
			return nil, err
		}
		name, _, _ := s.asksOf(s.inquiry)
		unmet := unmetIn(s.quotable, chosen, s.topicOf(name))
		a.Absent = absent(s.quotable, chosen, unmet)
		a.Silent = s.silent(chosen, candidates)
		if unmet || len(a.Silent) > 0 || s.namedWithoutThing(chosen) {
			a.Outcome = answer.Partial
		}
	} else {
		least := lineWorth * chosen[0].bearing()
		proven := func(c candidate) bool { return c.bearing() >= least && confidence(s.evidence(c)) >= enough }
		if chosen, err = arrange(ctx, a, folding, candidates, proven, s.found.passages, s.names.ByArticles()); err != nil {
			return nil, err
		}
		a.Total, a.Unread = len(chosen), a.Unread || s.leftUnread(candidates, proven)
		chosen = chosen[:min(len(chosen), limit)]
		if len(a.Filter.Outlets) > 0 && slices.ContainsFunc(a.Sides, func(s answer.Side) bool { return s.Articles == 0 }) {
			a.Outcome = answer.Partial
		}
	}
	if a.Form == answer.Compare {
		if err := folding.findAll(ctx, chosen); err != nil {
			return nil, err
		}
	}
	for i, c := range chosen {
		a.Snippets = append(a.Snippets, c.snippet(i+1))
	}
	return chosen, nil
}

// leftUnread reports whether passages that were not read may be proof, too: as many were
// found as are read for a form, and of the last tenth of them one is proof still.
func (s *search) leftUnread(candidates []candidate, proven func(candidate) bool) bool {
	return len(s.found.passages) >= formDepth && slices.ContainsFunc(candidates, func(c candidate) bool {
		return c.hit >= formDepth*9/10 && proven(c)
	})
}

// heard returns the candidates, with what is said by whom the question asks about put first.
// It leaves out, where it is restricted to somebody's words or asks for nothing else, what is not
// theirs. It returns the candidate that another was put before, or nil.
func (s *search) heard() (candidates []candidate, instead *candidate) {
	v := s.voice()
	candidates = s.candidates(s.inquiry, s.quotable, s.reader, s.found.passages, v)
	if len(s.only.filter.Said) > 0 {
		return v.keep(candidates, s.only.phrases), nil
	}
	name, _, who := s.asksOf(s.inquiry)
	if v == nil && !who {
		return candidates, nil
	}
	instead = s.only.speeches.prefer(v, s.speakerOf(name), s.topicOf(name), candidates)
	if v != nil && s.asksNothingBut(s.inquiry, corrected(name, s.words.Corrected)) {
		says := func(c candidate) bool { return len(v.in(c)) > 0 }
		if slices.ContainsFunc(candidates, says) {
			candidates = slices.DeleteFunc(candidates, func(c candidate) bool { return !says(c) })
		}
	}
	return candidates, instead
}

// bestOfAnyDay returns the candidate that would be the best if it did not count when it was
// published, nil where there is none.
func bestOfAnyDay(candidates []candidate) (best *candidate) {
	for i := range candidates {
		c := &candidates[i]
		if best == nil || c.score-c.merits.recent > best.score-best.merits.recent {
			best = c
		}
	}
	return best
}

// evidence weighs what speaks for a candidate.
func (s *search) evidence(c candidate) answer.Evidence {
	v := weighEvidence(s.inquiry, s.quotable, c, s.found.passages[c.hit])
	v.Topic = v.Topic || s.says(c) || s.tells(c)
	return v
}

// judge tells how much the quotes prove by which an answer is judged, that which proves
// most, and which outlets that the question asks of are not held. Where only another than
// the best is enough, that is put first.
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

// snippet makes the candidate the n-th snippet of an answer.
func (c candidate) snippet(n int) answer.Snippet {
	s := answer.Snippet{Quote: c.text(), Score: c.score, Cite: c.cite()}
	s.Cite.N = n
	end := 0
	for _, m := range c.matches {
		mark := corpus.Span{Start: m.Start - c.Start, End: m.End - c.Start}
		if mark.Start < end {
			continue
		}
		s.Marks = append(s.Marks, mark)
		end = mark.End
	}
	return s
}
