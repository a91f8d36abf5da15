package engine

import (
	"cmp"
	"context"
	"slices"

	"newshound/answer"
	"newshound/answer/align"
	"newshound/answer/naming"
	"newshound/answer/story"
	"newshound/corpus"
)

const (
	// copyTerms is the number of a quote's words, its rarest, by which copies are sought.
	copyTerms = 8
	// copyDepth is the number of passages in which they are sought.
	copyDepth = 40
	// copyScore is the share of the quote's own passage's score that a copy's passage has at least:
	// a copy may have one word in ten changed.
	copyScore = 0.5
)

// folding finds copies of the quotes of one answer, among what it is restricted to.
type folding struct {
	engine  *Engine
	reader  *passageReader
	sides   []naming.Side
	only    restriction
	stories *story.Comparer
	hashes  []uint64 // scratch
}

func (e *Engine) newFolding(r *passageReader, sides []naming.Side, only restriction) *folding {
	return &folding{engine: e, reader: r, sides: sides, only: only, stories: story.NewComparer(e.analyzer)}
}

// fold looks for further copies of the chosen quotes, and shows each as the earliest article
// has it. Copies that were met while choosing depend on the limit, so they have no part in
// telling which is the earliest, and are added afterwards. A quote that turns out to overlap
// one before it makes room for another.
func (p *picker) fold(ctx context.Context, limit int) ([]candidate, error) {
	var out []candidate
	for i := 0; len(out) < limit && (i < len(p.chosen) || p.next()); i++ {
		c := p.chosen[i]
		met := c.also
		c.also = nil
		if err := p.find(ctx, &c, p.originals[i]); err != nil {
			return nil, err
		}
		c = p.earliest(c, out)
		for _, there := range met {
			c.add(there)
		}
		if !slices.ContainsFunc(out, func(o candidate) bool { return c.cite().Overlaps(o.cite()) }) {
			out = append(out, c)
		}
	}
	return out, nil
}

// findAll looks for copies of each of the quotes.
func (f *folding) findAll(ctx context.Context, chosen []candidate) error {
	for i := range chosen {
		if err := f.find(ctx, &chosen[i], newOriginal(chosen[i].cite())); err != nil {
			return err
		}
	}
	return nil
}

// find looks for copies of a quote, by its rarest words that some other passage has, too; if those are few,
// by its paragraph's. The copies are added to c.
func (f *folding) find(ctx context.Context, c *candidate, o *original) error {
	q := answer.Query{Limit: copyDepth, Filter: f.admits(c), Clauses: f.engine.rarest(c.text())}
	if len(q.Clauses) < copyTerms {
		q.Clauses = f.engine.rarest(c.article.Text(c.cite().Where().Span))
	}
	if len(q.Clauses) == 0 {
		return nil
	}
	q.Measure = answer.Measure{Article: c.article, At: c.Start, Share: copyScore}
	hits, err := f.engine.index.Retrieve(ctx, q)
	if err != nil {
		return err
	}
	for _, h := range keepExact(hits, q.Filter) {
		a := h.Passage.Article
		if a.ID == c.article.ID || !o.suspects(f.runsIn(a, h.Passage.Span)) {
			continue
		}
		if there, _, ok := f.in(o, a, h.Passage.Span); ok {
			c.add(there)
		}
	}
	return nil
}

// admits returns the filter that copies of a quote meet: they have the phrases, too, that its own passage has.
func (f *folding) admits(c *candidate) answer.Filter {
	only := f.only.filter
	for i := range f.only.phrases {
		p := f.only.phrases[i : i+1]
		out := f.engine.shutOut(withPhrases(answer.Filter{}, p), c.article)
		if !slices.ContainsFunc(out, func(p corpus.Passage) bool { return p.Overlaps(c.Span) }) {
			only = withPhrases(only, p)
		}
	}
	return only
}

// runsIn returns the runs of words of a part of an article. They are good until the next call.
func (f *folding) runsIn(a *corpus.Article, part corpus.Span) []uint64 {
	f.hashes = align.AppendHashes(f.hashes[:0], a.Text(part))
	return align.Runs(f.hashes)
}

// rarest returns clauses for the rarest words of a text, of those that at least two passages hold.
func (e *Engine) rarest(text string) []answer.Clause {
	out := e.clausesOf(text, 2)
	slices.SortStableFunc(out, func(x, y answer.Clause) int { return cmp.Compare(y.Weight, x.Weight) })
	return out[:min(len(out), copyTerms)]
}

// earliest returns the quote as the earliest article has it that holds a copy. That has a known
// date and meets as much of the question, and it is of an outlet that the question names if
// the quote is. It may not be inside one of the others.
func (f *folding) earliest(c candidate, others []candidate) candidate {
	asked := slices.ContainsFunc(f.sides, c.isOf)
	for _, o := range c.also {
		if comparePublished(o.Article, c.article) > 0 || o.Article.Published.IsZero() {
			break
		}
		there := c
		there.article, there.paragraph, there.Span = o.Article, o.Paragraph, o.Span
		there.matches = f.reader.in(o.Article, o.Span)
		switch {
		case asked && !slices.ContainsFunc(f.sides, there.isOf),
			longer(there.text(), longestQuote),
			!c.metIn(there, len(f.reader.wants)),
			slices.ContainsFunc(others, func(x candidate) bool { return x.cite().Covers(there.article, there.Span) }):
			continue
		}
		there.also = slices.DeleteFunc(slices.Clone(c.also), func(x answer.Citation) bool { return x.Article.ID == o.Article.ID })
		own := c.cite()
		own.Also = nil
		there.add(own)
		return there
	}
	return c
}

// metIn reports whether another quote meets every clause of the question as well as this one.
func (c candidate) metIn(other candidate, wants int) bool {
	here, there := best(wants, c.matches), best(wants, other.matches)
	for i := range here {
		if there[i] < here[i] {
			return false
		}
	}
	return true
}
