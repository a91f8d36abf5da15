package answer

import (
	"cmp"
	"context"
	"math"
	"slices"

	"newshound/answer/align"
	"newshound/answer/analysis"
)

// checker looks for one quote.
type checker struct {
	engine   *Engine
	quote    quote
	weights  []float64 // of the quote's words, one part after the other
	clauses  []Clause  // for its words, the rarest first
	searched []string  // the words that are looked for
	missing  []string  // those that the coverage never uses
	sources  []*source // that were read, in the order in which they were found
	known    map[string]bool
}

// check tells what comes of checking the quote, and the sources of what is shown.
func (c *checker) check(ctx context.Context) (*QuoteCheck, []*source, error) {
	check := &QuoteCheck{Verdict: Absent, Elided: c.quote.elided, Aside: c.quote.aside}
	found, err := c.exact(ctx)
	if err != nil {
		return nil, nil, err
	}
	if len(found) > 0 {
		check.Verdict, check.Coverage = Exact, 1
		return check, found, nil
	}
	if err := c.gather(ctx); err != nil {
		return nil, nil, err
	}
	return check, c.nearest(check), nil
}

// newChecker weighs the words of a quote.
func (e *Engine) newChecker(size Coverage, q quote) *checker {
	c := &checker{engine: e, quote: q, known: make(map[string]bool)}
	c.weigh(size)
	return c
}

// weigh sets the weights of the quote's words, and the clauses that find them.
func (c *checker) weigh(size Coverage) {
	const common = 0.15 // the weight of a stop word, in shares of that of the rarest
	const many = 1000   // passages, for how rare a word is to say something in a small corpus too
	passages := max(size.Passages, many)
	rarest := idf(0, passages)
	seen := make(map[string]bool)
	for _, part := range c.quote.parts {
		for _, w := range part.words {
			weight := common * rarest
			typed := c.quote.text[w.Start:w.End]
			for _, t := range c.engine.analyzer.Tokens(typed) {
				if t.Stop {
					continue
				}
				df := c.engine.index.DocFreq(t.Term)
				weight = max(weight, idf(df, passages))
				if seen[t.Term] {
					continue
				}
				seen[t.Term] = true
				if df == 0 {
					c.missing = append(c.missing, typed)
					continue
				}
				c.searched = append(c.searched, typed)
				c.clauses = append(c.clauses, Clause{Alts: []Alt{{Terms: []string{t.Term}, Weight: 1}}, Weight: idf(df, size.Passages)})
			}
			c.weights = append(c.weights, weight)
		}
	}
	slices.SortStableFunc(c.clauses, func(x, y Clause) int { return cmp.Compare(y.Weight, x.Weight) })
	c.clauses = c.clauses[:min(len(c.clauses), checkTerms)]
}

// exact returns the sources that hold the whole quote, the earliest first, one of each
// article. They are those of the passages with a part of it that hold the others too.
func (c *checker) exact(ctx context.Context) ([]*source, error) {
	var out []*source
	for _, part := range c.quote.parts {
		hits, err := c.holding(ctx, c.quote.textOf(part.words))
		if err != nil {
			return nil, err
		}
		for _, h := range hits {
			if align.Find(part.words, newSource(h.Passage, c.quote.only(part)).read().words) < 0 {
				continue
			}
			if s := c.read(h); s != nil && s.find(c.quote) {
				out = append(out, s)
			}
		}
		if len(out) > 0 {
			break
		}
	}
	return inTime(out), nil
}

// holding returns the passages that hold a text's words of content as they stand in it.
func (c *checker) holding(ctx context.Context, text string) ([]Hit, error) {
	q := Query{Limit: carrierDepth, Filter: Filter{Phrases: rowsOf(c.engine.analyzer.Tokens(text))}}
	for _, row := range q.Filter.Phrases {
		q.Clauses = append(q.Clauses, Clause{Alts: []Alt{{Terms: row, Weight: 1}}, Weight: 1})
	}
	if len(q.Clauses) == 0 {
		return nil, nil
	}
	return c.engine.index.Retrieve(ctx, q)
}

// read returns the source of a hit, or nil for one that has been read.
func (c *checker) read(h Hit) *source {
	s := newSource(h.Passage, c.quote)
	if c.known[s.key] {
		return nil
	}
	c.known[s.key] = true
	c.sources = append(c.sources, s.read())
	return s
}

// gather reads what holds most of the words, most of those of either half, and each
// sentence as it stands.
func (c *checker) gather(ctx context.Context) error {
	queries := []Query{{Clauses: c.clauses, Limit: checkDepth}}
	if len(c.quote.parts) == 1 {
		words := c.quote.parts[0].words
		for _, half := range [][]align.Word{words[:len(words)/2], words[len(words)/2:]} {
			queries = append(queries, Query{Clauses: c.of(c.quote.textOf(half)), Limit: checkDepth / 2})
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
			c.read(h)
		}
	}
	for start, end := range analysis.Sentences(c.quote.text) {
		words := align.Words(c.quote.text[start:end])
		if len(words) == c.quote.words || len(words) < fewestJoined {
			continue
		}
		hits, err := c.holding(ctx, c.quote.text[start:end])
		if err != nil {
			return err
		}
		for _, h := range hits[:min(len(hits), checkDepth)] {
			c.read(h)
		}
	}
	return nil
}

// of returns the clauses for a text's words.
func (c *checker) of(text string) []Clause {
	terms := make(map[string]bool)
	for _, t := range c.engine.analyzer.Tokens(text) {
		terms[t.Term] = true
	}
	return slices.DeleteFunc(slices.Clone(c.clauses), func(x Clause) bool { return !terms[x.Alts[0].Terms[0]] })
}

// inTime sorts sources by when their articles were published, and keeps the first of
// each article.
func inTime(sources []*source) []*source {
	slices.SortStableFunc(sources, func(x, y *source) int {
		return cmp.Or(comparePublished(x.article, y.article), cmp.Compare(x.first(), y.first()))
	})
	return slices.CompactFunc(sources, func(x, y *source) bool { return x.article.ID == y.article.ID })
}

// nearest returns what comes nearest to a quote that stands nowhere as given, and
// sets what there is to say of it.
func (c *checker) nearest(check *QuoteCheck) []*source {
	// No passage holds all of a long quote, nor one in which words are divided otherwise.
	if whole := slices.DeleteFunc(slices.Clone(c.sources), func(s *source) bool { return !s.find(c.quote) }); len(whole) > 0 {
		check.Verdict, check.Coverage = Exact, 1
		return inTime(whole)
	}
	if joined := c.joined(); joined != nil {
		check.Verdict, check.Coverage, check.Joined = Altered, 1, true
		return joined
	}
	best := 0.0
	var found []*source
	// The words that a source has in any order bound those that it has in this one.
	for _, s := range c.bounded() {
		if s.bound < best || s.bound < paraphraseShare {
			break
		}
		s.fit(c.quote)
		switch share := s.coverage(c.weights); {
		case share > best+1e-9:
			best, found = share, []*source{s}
		case share > best-1e-9:
			found = append(found, s)
		}
	}
	if len(found) == 0 {
		return nil
	}
	least := math.MaxInt
	for _, s := range found {
		least = min(least, s.cost())
	}
	found = slices.DeleteFunc(found, func(s *source) bool { return s.cost() > least })
	same := found[0].same()
	check.Coverage = best
	between, only := found[0].interrupted(c.engine.speeches.of(found[0].article))
	switch {
	case only:
		check.Verdict, check.Coverage, check.Between = Exact, 1, between
	case same >= min(3, c.quote.words-1) && (best >= alteredShare && 2*same >= c.quote.words || 5*same >= 4*c.quote.words):
		check.Verdict = Altered
		check.Differences = found[0].differences(c.quote)
	case best >= paraphraseShare && c.quote.words > fewestJoined && same >= fewestJoined:
		check.Verdict = Paraphrase
	default:
		return nil
	}
	return inTime(found)
}

// bounded returns the sources, those that have most of the words first.
func (c *checker) bounded() []*source {
	sources := slices.Clone(c.sources)
	for _, s := range sources {
		s.bound = c.share(s)
	}
	slices.SortStableFunc(sources, func(x, y *source) int { return cmp.Compare(y.bound, x.bound) })
	return sources
}

// share returns the share of the quote's words, by weight, that a source has.
func (c *checker) share(s *source) float64 {
	has := make(map[string]bool, len(s.words))
	for _, w := range s.words {
		has[w.Key] = true
	}
	sum, total, at := 0.0, 0.0, 0
	for _, part := range c.quote.parts {
		for _, w := range part.words {
			if has[w.Key] {
				sum += c.weights[at]
			}
			total += c.weights[at]
			at++
		}
	}
	return sum / max(total, 1e-9)
}

// joined returns the sources of two or more parts that stand in different places, each
// as given; nil where that is not so.
func (c *checker) joined() []*source {
	var out []*source
	if parts := c.quote.parts; len(parts) > 1 {
		for i, p := range parts {
			at := slices.IndexFunc(c.sources, func(s *source) bool { return len(p.words) >= fewestJoined && align.Find(p.words, s.words) >= 0 })
			if at < 0 {
				return nil
			}
			out = append(out, c.sources[at].only(c.quote, i, i+1))
		}
		return out
	}
	words := c.quote.parts[0].words
	var first, last align.Run
	var begins, ends *source
	for _, s := range c.sources {
		f, l := align.Ends(words, s.words)
		if f.Words > first.Words {
			first, begins = f, s
		}
		if l.Words > last.Words {
			last, ends = l, s
		}
	}
	if first.Words < fewestJoined || last.Words < fewestJoined || first.Words+last.Words < len(words) {
		return nil
	}
	if begins == ends && first.Source+first.Words <= last.Source && last.Source-first.Source-first.Words <= fewestJoined*3 {
		return nil // a few words are left out
	}
	last.Words = len(words) - first.Words
	last.Source += last.Given - first.Words
	split := c.quote.split(first.Words)
	return []*source{begins.only(split, 0, 1), ends.only(split, 1, 2)}
}
