package engine

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"newshound/answer"
	"newshound/answer/align"
	"newshound/answer/analysis"
	"newshound/answer/inquiry"
	"newshound/answer/wording"
	"newshound/corpus"
)

// checker looks for one quote.
type checker struct {
	engine   *Engine
	quote    wording.Quote
	weights  []float64         // of the quote's words, one part after the other
	common   float64           // the weight of a stop word
	clauses  []answer.Clause   // for its words, the rarest first
	searched []string          // the words that are looked for
	missing  []string          // those that the coverage never uses
	sources  []*wording.Source // the parts of articles that were read, in the order in which they were found
	read     map[region]bool   // where those are
	// pages has for some sources the same part with what is on the page and no part of the story.
	pages map[*wording.Source]*wording.Source
}

// region is a part of an article's body.
type region struct {
	article string // its id
	corpus.Span
}

// check returns the verdict on the quote, and the places to be shown.
func (c *checker) check(ctx context.Context) (*answer.QuoteCheck, []wording.Fit, error) {
	check := &answer.QuoteCheck{Verdict: answer.Absent, Elided: c.quote.Elided, Aside: c.quote.Aside}
	found, err := c.exact(ctx)
	if err != nil {
		return nil, nil, err
	}
	if len(found) > 0 {
		check.Verdict, check.Coverage = answer.Exact, 1
		if !slices.ContainsFunc(found, func(f wording.Fit) bool { return !c.spliced(f) }) {
			check.Verdict, check.Joined = answer.Altered, true
		}
		return check, found, nil
	}
	if err := c.gather(ctx); err != nil {
		return nil, nil, err
	}
	return check, c.nearest(check), nil
}

// newChecker weighs the words of a quote.
func (e *Engine) newChecker(size answer.Coverage, q wording.Quote) *checker {
	c := &checker{engine: e, quote: q, read: make(map[region]bool), pages: make(map[*wording.Source]*wording.Source)}
	c.weigh(size)
	return c
}

// weigh sets the weights of the quote's words, and the clauses that find them.
func (c *checker) weigh(size answer.Coverage) {
	const common = 0.15 // the weight of a stop word, in shares of that of the rarest
	const many = 1000   // passages, for how rare a word is to say something in a small corpus too
	passages := max(size.Passages, many)
	rarest := inquiry.IDF(0, passages)
	c.common = common * rarest
	seen := make(map[string]bool)
	for _, part := range c.quote.Parts {
		for _, w := range part {
			weight := c.common
			typed := c.quote.Text[w.Start:w.End]
			for _, t := range c.engine.analyzer.Tokens(typed) {
				if t.Stop {
					continue
				}
				df := c.engine.index.DocFreq(t.Term)
				weight = max(weight, inquiry.IDF(df, passages))
				if seen[t.Term] {
					continue
				}
				seen[t.Term] = true
				if df == 0 {
					c.missing = append(c.missing, typed)
					continue
				}
				c.searched = append(c.searched, typed)
				c.clauses = append(c.clauses, answer.Clause{Alts: []answer.Alt{{Terms: []string{t.Term}, Weight: 1}}, Weight: inquiry.IDF(df, size.Passages)})
			}
			c.weights = append(c.weights, weight)
		}
	}
	slices.SortStableFunc(c.clauses, func(x, y answer.Clause) int { return cmp.Compare(y.Weight, x.Weight) })
	c.clauses = c.clauses[:min(len(c.clauses), checkTerms)]
}

// exact returns where the whole quote stands as given, earliest first, once for each article.
// It looks in and around the passages that hold a part of it. The part with the rarest words
// is looked for first, since the fewest hold it.
func (c *checker) exact(ctx context.Context) ([]wording.Fit, error) {
	var out []wording.Fit
	for n, part := range c.byRarity() {
		depth := carrierDepth
		switch {
		case n > 0:
			depth = partDepth
		case len(c.quote.Parts) > 1: // around a part much is read
			depth = rarestDepth
		}
		hits, err := c.holding(ctx, c.quote.TextOf(part), depth)
		if err != nil {
			return nil, err
		}
		alone := c.quote.Only(part)
		for i, h := range hits {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			if i >= readFully && !(alone.MayStand(h.Passage) && c.quote.MayStand(h.Passage)) {
				continue
			}
			near := alone.Read(h.Passage.Article, alone.Around(h.Passage))
			if align.Find(part, near.Words) < 0 {
				continue
			}
			if s := c.readIn(h.Passage.Article, c.quote.Around(h.Passage)); s != nil {
				if f, ok := c.whole(s); ok {
					out = append(out, f)
				} else if len(c.sources) > partDepth { // of so many the nearest is among the first
					c.sources = c.sources[:partDepth]
					delete(c.pages, s)
				}
			}
		}
		if len(out) > 0 {
			break
		}
	}
	return inTime(out), nil
}

// byRarity returns the parts of the quote, the one whose words weigh most first.
func (c *checker) byRarity() [][]align.Word {
	weights := make(map[int]float64, len(c.quote.Parts)) // by where a part begins
	at := 0
	for _, part := range c.quote.Parts {
		for range part {
			weights[part[0].Start] += c.weights[at]
			at++
		}
	}
	return slices.SortedStableFunc(slices.Values(c.quote.Parts), func(x, y []align.Word) int {
		return cmp.Compare(weights[y[0].Start], weights[x[0].Start])
	})
}

// holding returns the passages that hold a text's words of content as they stand in it, up to depth of them.
func (c *checker) holding(ctx context.Context, text string, depth int) ([]answer.Hit, error) {
	return c.retrieve(ctx, rowsOf(c.engine.analyzer.Tokens(text)), depth)
}

// retrieve returns the passages that hold some phrases.
func (c *checker) retrieve(ctx context.Context, phrases [][]string, depth int) ([]answer.Hit, error) {
	q := answer.Query{Limit: depth, Filter: answer.Filter{Phrases: phrases}}
	for _, row := range phrases {
		q.Clauses = append(q.Clauses, answer.Clause{Alts: []answer.Alt{{Terms: row, Weight: 1}}, Weight: 1})
	}
	if len(q.Clauses) == 0 {
		return nil, nil
	}
	return c.engine.index.Retrieve(ctx, q)
}

// readIn reads a part of an article; nil where that has been read.
func (c *checker) readIn(a *corpus.Article, part corpus.Span) *wording.Source {
	at := region{a.ID, part}
	if c.read[at] {
		return nil
	}
	c.read[at] = true
	s := c.quote.Read(a, part)
	c.sources = append(c.sources, s)
	if page, ok := c.quote.ReadPage(a, part); ok {
		c.pages[s] = page
	}
	return s
}

// whole finds the whole quote as given in what was read of an article, or on its page: who copies text
// from a page may have copied the advertisement between two paragraphs, too.
func (c *checker) whole(s *wording.Source) (wording.Fit, bool) {
	if f, ok := s.Find(c.quote); ok {
		return f, true
	}
	page := c.pages[s]
	if page == nil {
		return wording.Fit{}, false
	}
	f, ok := page.Find(c.quote)
	return f, ok && f.Told()
}

// gather reads the passages that hold most of the quote's words, or most of those of either
// half, or one of its sentences as it stands.
func (c *checker) gather(ctx context.Context) error {
	queries := []answer.Query{{Clauses: c.clauses, Limit: checkDepth}}
	if len(c.quote.Parts) == 1 {
		words := c.quote.Parts[0]
		for _, half := range [][]align.Word{words[:len(words)/2], words[len(words)/2:]} {
			queries = append(queries, answer.Query{Clauses: c.of(c.quote.TextOf(half)), Limit: checkDepth / 2})
		}
	}
	for _, q := range queries {
		if len(q.Clauses) == 0 {
			continue
		}
		hits, err := c.engine.index.Retrieve(ctx, q)
		if err != nil {
			return err
		}
		for _, h := range hits {
			c.readIn(h.Passage.Article, c.quote.Near(h.Passage))
		}
	}
	if err := c.gatherSlips(ctx); err != nil {
		return err
	}
	for start, end := range analysis.Sentences(c.quote.Text) {
		words := align.Words(c.quote.Text[start:end])
		if len(words) == c.quote.Words || len(words) < wording.FewestJoined {
			continue
		}
		hits, err := c.holding(ctx, c.quote.Text[start:end], checkDepth)
		if err != nil {
			return err
		}
		for _, h := range hits {
			c.readIn(h.Passage.Article, c.quote.Near(h.Passage))
		}
	}
	return nil
}

// gatherSlips reads passages that hold a short quote but for one word that was changed, put in or left out:
// among so few words the wrong one may be the one that the others were to be found by.
func (c *checker) gatherSlips(ctx context.Context) error {
	const (
		longest = 12 // words; of more the others find what is meant
		depth   = 10 // passages
	)
	if len(c.quote.Parts) > 1 || c.quote.Words < wording.FewestJoined || c.quote.Words > longest {
		return nil
	}
	words := c.quote.Parts[0]
	rows := func(words []align.Word) [][]string { return rowsOf(c.engine.analyzer.Tokens(c.quote.TextOf(words))) }
	seen := make(map[string]bool)
	for i := range words {
		for _, skip := range []int{0, 1} {
			phrases := slices.Concat(rows(words[:i]), rows(words[i+skip:]))
			key := fmt.Sprint(phrases)
			if len(phrases) == 0 || seen[key] {
				continue
			}
			seen[key] = true
			hits, err := c.retrieve(ctx, phrases, depth)
			if err != nil {
				return err
			}
			for _, h := range hits {
				c.readIn(h.Passage.Article, c.quote.Near(h.Passage))
			}
		}
	}
	return nil
}

// of returns the clauses for a text's words.
func (c *checker) of(text string) []answer.Clause {
	terms := make(map[string]bool)
	for _, t := range c.engine.analyzer.Tokens(text) {
		terms[t.Term] = true
	}
	return slices.DeleteFunc(slices.Clone(c.clauses), func(x answer.Clause) bool { return !terms[x.Alts[0].Terms[0]] })
}
