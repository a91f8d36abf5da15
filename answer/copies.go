package answer

import (
	"cmp"
	"context"
	"slices"
	"unicode/utf8"

	"newshound/answer/align"
)

const (
	// copyTerms is the number of a quote's words, the rarest, by which copies are found.
	copyTerms = 8
	// copyDepth is the number of passages in which they are sought.
	copyDepth = 40
	// copyScore is the share of the score of the quote's own passage that a copy has: of
	// ten words, it has nine.
	copyScore = 0.5
)

// fold looks for further copies of chosen quotes, among what the filter admits, and
// shows each as the earliest article has it. Which that is must not depend on how many
// quotes are wanted, as the copies do that were met with when these were chosen.
func (e *Engine) fold(ctx context.Context, r *reader, chosen []candidate, sides []facet, only Filter) error {
	met := make([][]Citation, len(chosen))
	for i := range chosen {
		met[i], chosen[i].also = chosen[i].also, nil
	}
	if err := e.findAllCopies(ctx, chosen, only); err != nil {
		return err
	}
	for i, c := range chosen {
		c = c.earliest(r, chosen[:i], sides)
		for _, there := range met[i] {
			c.add(there)
		}
		chosen[i] = c
	}
	return nil
}

// findAllCopies looks for copies of each of the quotes.
func (e *Engine) findAllCopies(ctx context.Context, chosen []candidate, only Filter) error {
	for i := range chosen {
		if err := e.findCopies(ctx, &chosen[i], only); err != nil {
			return err
		}
	}
	return nil
}

// findCopies looks for copies of a quote by its rarest words that another passage has
// too, or where it has few by its paragraph's.
func (e *Engine) findCopies(ctx context.Context, c *candidate, only Filter) error {
	q := Query{Limit: copyDepth, Filter: only, Clauses: e.rarest(c.text())}
	if len(q.Clauses) < copyTerms {
		q.Clauses = e.rarest(c.article.Text(c.cite().Where().Span))
	}
	if len(q.Clauses) == 0 {
		return nil
	}
	hits, err := e.index.Retrieve(ctx, q)
	if err != nil {
		return err
	}
	least := 0.0
	for _, h := range hits {
		if h.Passage.Article.ID == c.article.ID && h.Passage.Start <= c.Start && c.Start < h.Passage.End {
			least = copyScore * h.Score
		}
	}
	var o *original
	for _, h := range keepExact(hits, only) {
		if h.Score < least || h.Passage.Article.ID == c.article.ID {
			continue
		}
		if o == nil {
			o = newOriginal(c.cite())
		}
		a := h.Passage.Article
		if !o.suspects(align.Shingles(a.Text(h.Passage.Span))) {
			continue
		}
		if there, _, ok := o.in(a, h.Passage.Span); ok {
			c.add(there)
		}
	}
	return nil
}

// rarest returns clauses for the rarest words of a text that two passages or more hold.
func (e *Engine) rarest(text string) []Clause {
	var out []Clause
	passages := e.index.Coverage().Passages
	seen := make(map[string]bool)
	for _, t := range e.analyzer.Tokens(text) {
		if t.Stop || seen[t.Term] {
			continue
		}
		seen[t.Term] = true
		if df := e.index.DocFreq(t.Term); df > 1 {
			out = append(out, Clause{Alts: []Alt{{Terms: []string{t.Term}, Weight: 1}}, Weight: idf(df, passages)})
		}
	}
	slices.SortStableFunc(out, func(x, y Clause) int { return cmp.Compare(y.Weight, x.Weight) })
	return out[:min(len(out), copyTerms)]
}

// earliest returns the quote as the earliest article has it that holds a copy: one of
// a known date, of an outlet that is asked of where the quote is of one, and with as
// much of the question in it. One that overlaps another that is shown is none.
func (c candidate) earliest(r *reader, others []candidate, sides []facet) candidate {
	asked := slices.ContainsFunc(sides, func(f facet) bool { return f.has(c) })
	for _, o := range c.also {
		if comparePublished(o.Article, c.article) > 0 || o.Article.Published.IsZero() {
			break
		}
		there := c
		there.article, there.paragraph, there.Span = o.Article, o.Paragraph, o.Span
		there.matches = r.in(o.Article, o.Span)
		switch {
		case asked && !slices.ContainsFunc(sides, func(f facet) bool { return f.has(there) }),
			utf8.RuneCountInString(there.text()) > longestQuote,
			!c.metIn(there, len(r.wants)),
			slices.ContainsFunc(others, func(x candidate) bool { return x.cite().covers(there.article, there.Span) }):
			continue
		}
		there.also = slices.DeleteFunc(slices.Clone(c.also), func(x Citation) bool { return x.Article.ID == o.Article.ID })
		own := c.cite()
		own.Also = nil
		there.add(own)
		return there
	}
	return c
}

// metIn reports whether what a quote meets of the question, another meets as well.
func (c candidate) metIn(other candidate, wants int) bool {
	here, there := best(wants, c.matches), best(wants, other.matches)
	for i := range here {
		if there[i] < here[i] {
			return false
		}
	}
	return true
}
