package answer

import (
	"context"
	"slices"

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
	// nearby is the share of the question that a quote which is not enough must
	// meet to be worth a look.
	nearby = 0.3
)

// Ask answers a question. The same question over the same corpus has the same
// answer. The error is the context's or the retriever's.
func (e *Engine) Ask(ctx context.Context, q Question) (*Answer, error) {
	read, err := e.read(ctx, q)
	if err != nil {
		return nil, err
	}
	if read.unclear != nil {
		return &Answer{Question: q, Outcome: None, Coverage: e.index.Coverage(), Unclear: read.unclear}, nil
	}
	form, text := q.Form, read.text
	if form == "" {
		form, text = FormOf(text)
	}
	limit := q.Limit
	if limit <= 0 {
		limit = DefaultLimit
	}
	if form == CheckQuote {
		a := &Answer{Question: q, Form: form, Outcome: None, Coverage: e.index.Coverage()}
		return a, e.check(ctx, a, text, limit)
	}
	r := parseRequest(text)
	said := e.spokenIn(r, q.day())
	r = r.with(said)
	only, err := e.restrict(ctx, r)
	if err != nil {
		return nil, err
	}
	in := e.understand(r.about(only.filter.Said))
	in.asked = q.Asked
	if in.expect == anything && len(only.filter.Said) > 0 {
		in.expect = speech
	}
	x := e.expand(in)
	a := &Answer{
		Question: q, Read: e.standalone(read, q, said), FollowUp: read.followUp, Further: read.followUp && e.asksFurther(q.Text), InWords: inWords(text, said), Form: form, Outcome: None, Coverage: e.index.Coverage(),
		Searched: x.searched, Missing: x.missing, Corrected: x.corrected,
		Filter: only.filter.with(only.phrases), Unheld: only.unheld, Malformed: only.malformed,
	}
	a.Unread = only.unread && (r.onlySaid() && form == "" || len(a.Filter.Said) == 0)
	if len(a.Malformed) > 0 || slices.ContainsFunc(a.Unheld, func(u Unheld) bool { return u.Field != fieldPhrase }) {
		return a, nil
	}
	if r.onlySaid() && form == "" {
		return a, e.list(ctx, a, only, limit)
	}
	rd := e.newReader(x.wants)
	passages := depth
	if form != "" || len(a.Filter.Said) > 0 {
		passages = formDepth
	}
	found, err := e.rank(ctx, in, x, rd, only, passages)
	if err != nil {
		return nil, err
	}
	quotable := x.quotable()
	candidates := e.candidates(in, quotable, rd, found.passages)
	var instead *candidate
	if by := only.filter.speakersOf(); len(by) > 0 {
		candidates = only.speeches.keepSaid(candidates, by, only.phrases)
	} else {
		name, who := e.asksOf(in)
		instead = only.speeches.prefer(name, who, candidates)
	}
	best := limit
	if form != "" && !q.Explain {
		best = 1 // by which it is judged; the form chooses the others
	}
	folding := e.newFolding(rd, in.facets, only.filter)
	picker := folding.pick(candidates)
	chosen := picker.upTo(best)
	if len(chosen) == 0 {
		return a, nil
	}
	a.Evidence = weighEvidence(in, quotable, chosen[0], found.passages[chosen[0].hit])
	if instead != nil {
		// It is preferred for who says it, and proves no less than what it goes before.
		if v := weighEvidence(in, quotable, *instead, found.passages[instead.hit]); v.confidence() > a.Evidence.confidence() {
			a.Evidence = v
		}
	}
	a.Confidence = a.Evidence.confidence()
	if a.Evidence.Outsiders > 0 {
		for _, o := range in.outsiders {
			a.Unheld = append(a.Unheld, Unheld{Field: fieldOutlet, Name: o.name, Nearest: e.directory.nearest(fieldOutlet, o.name)})
		}
	}
	if q.Explain {
		shown := chosen
		if a.Confidence < enough {
			shown = chosen[:1]
		}
		if a.Explanation, err = e.explain(ctx, in, x, rd, found, shown); err != nil {
			return nil, err
		}
		a.Explanation.Evidence, a.Explanation.Confidence = a.Evidence.features(), a.Confidence
	}
	if a.Confidence < enough || len(a.Unheld) > 0 && r.onlyPhrases() {
		if a.Evidence.Strangers == 0 && a.Evidence.InQuote >= nearby {
			a.Near = []Snippet{chosen[0].snippet(1)}
		}
		return a, nil
	}
	a.Outcome = outcome(quotable, chosen[0])
	if len(a.Unheld) > 0 {
		a.Outcome = Partial
	}
	if form == "" {
		if chosen, err = picker.fold(ctx, limit); err != nil {
			return nil, err
		}
	} else {
		proven := func(c candidate) bool {
			return weighEvidence(in, quotable, c, found.passages[c.hit]).confidence() >= enough
		}
		if chosen, err = a.arrange(ctx, folding, candidates, proven, found.passages, e.directory.outlets); err != nil {
			return nil, err
		}
		a.Total = len(chosen)
		chosen = chosen[:min(len(chosen), limit)]
	}
	if form == Compare {
		if err := folding.findAll(ctx, chosen); err != nil {
			return nil, err
		}
	}
	for i, c := range chosen {
		a.Snippets = append(a.Snippets, c.snippet(i+1))
	}
	if form == "" {
		a.Absent = absent(quotable, chosen)
	}
	return a, nil
}

// outcome tells whether a quote that is good enough meets all of the question,
// or leaves out a word that the coverage never uses.
func outcome(x expansion, c candidate) Outcome {
	for i, w := range x.wants {
		if !w.known && !w.word.frame && c.near[i] == 0 {
			return Partial
		}
	}
	return Found
}

// snippet makes the candidate the n-th snippet of an answer.
func (c candidate) snippet(n int) Snippet {
	s := Snippet{Quote: c.text(), Score: c.score, Cite: c.cite()}
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
