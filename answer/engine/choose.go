package engine

import (
	"cmp"
	"slices"

	"newshound/answer"
	"newshound/answer/naming"
	"newshound/corpus"
)

const (
	// sameArticle is what is left of a quote's score when another of its article
	// has been chosen.
	sameArticle = 0.93
	// otherSideFirst is what is left of it while a side of the question that it
	// does not belong to has no quote.
	otherSideFirst = 0.6
)

// picker chooses the quotes of an answer, best first. No quote overlaps or repeats another: a
// copy of one that is chosen is folded into it. Of quotes that are as good, those of articles
// not quoted yet come first, and every side of the question gets its turn.
type picker struct {
	*folding
	found     []candidate // what is left of them, best first
	chosen    []candidate
	originals []*original // of chosen
}

func (f *folding) pick(found []candidate) *picker {
	return &picker{folding: f, found: bestFirst(found, scoreOf)}
}

// upTo returns the best quotes, up to limit.
func (p *picker) upTo(limit int) []candidate {
	for len(p.chosen) < limit && p.next() {
	}
	return p.chosen[:min(len(p.chosen), limit)]
}

// putFirst puts the i-th of the chosen quotes before the others.
func (p *picker) putFirst(i int) {
	for ; i > 0; i-- {
		p.chosen[i-1], p.chosen[i] = p.chosen[i], p.chosen[i-1]
		p.originals[i-1], p.originals[i] = p.originals[i], p.originals[i-1]
	}
}

// next chooses another quote, and reports whether there is one.
func (p *picker) next() bool {
	for {
		pick, value := -1, 0.0
		for i := range p.found {
			c := &p.found[i]
			if value > 0 && c.score <= value {
				break // nor are those after it better
			}
			v := c.score * discount(c, p.chosen, p.sides)
			if len(p.chosen) > 0 && c.bearing() < worth*p.chosen[0].bearing() {
				continue
			}
			if pick < 0 && (v > 0 || len(p.chosen) == 0) || v > value {
				pick, value = i, v
			}
		}
		if pick < 0 {
			return false
		}
		c := p.found[pick]
		if at, there := p.foldedInto(c); at >= 0 {
			p.chosen[at].add(there)
			p.found = slices.Delete(p.found, pick, pick+1)
			continue
		}
		p.chosen = append(p.chosen, c)
		p.originals = append(p.originals, newOriginal(c.cite()))
		return true
	}
}

// foldedInto returns the index of the chosen quote that a candidate repeats, or -1, and where the
// copy stands in the candidate's article; that is zero if only the sentence is the same.
func (p *picker) foldedInto(c candidate) (at int, there answer.Citation) {
	var runs []uint64
	for i, o := range p.originals {
		if p.chosen[i].text() == c.text() {
			there, _, _ := p.in(o, c.article, c.Span)
			return i, there
		}
		if runs == nil {
			runs = runsAround(c.article, c.Span)
		}
		if !o.suspects(runs) {
			continue
		}
		if c.article.ID == o.cite.Article.ID {
			if o.repeats(c) {
				return i, answer.Citation{}
			}
			continue
		}
		if there, fits, ok := p.in(o, c.article, c.Span); ok && (fits.Overlaps(c.Span) || o.repeats(c)) {
			return i, there
		}
	}
	return -1, answer.Citation{}
}

// scoreOf returns the score by which candidates are ordered.
func scoreOf(c *candidate) float64 { return c.score }

// bestFirst returns what was found by falling score; equals keep their order. The elements are
// large, so an index of them is sorted, and each is moved once.
func bestFirst[T any](found []T, score func(*T) float64) []T {
	order := make([]int, len(found))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(score(&found[j]), score(&found[i])) })
	sorted := make([]T, len(found))
	for i, at := range order {
		sorted[i] = found[at]
	}
	return sorted
}

// worth is the share of the best quote's bearing below which another is not shown.
const worth = 0.3

// discount returns what is left of a candidate's score beside those chosen.
func discount(c *candidate, chosen []candidate, sides []naming.Side) float64 {
	d := 1.0
	for i := range chosen {
		o := &chosen[i]
		if o.cite().Covers(c.article, c.Span) {
			return 0
		}
		if o.article.ID == c.article.ID {
			d = sameArticle
		}
	}
	for _, side := range sides {
		if !slices.ContainsFunc(chosen, func(o candidate) bool { return o.heardBy(side) }) && !c.isOf(side) {
			return d * otherSideFirst
		}
	}
	return d
}

// isOf reports whether a quote is of one of a side's outlets.
func (c candidate) isOf(f naming.Side) bool { return slices.Contains(f.Outlets, c.article.Outlet) }

// heardBy reports whether a quote, or a copy of it, is of one of a side's outlets. Copies count
// because they are shown with the quote.
func (c candidate) heardBy(f naming.Side) bool {
	return c.isOf(f) || slices.ContainsFunc(c.also, func(o answer.Citation) bool { return slices.Contains(f.Outlets, o.Article.Outlet) })
}

// text returns the candidate's words.
func (c candidate) text() string { return c.article.Text(c.Span) }

// cite cites the candidate.
func (c *candidate) cite() answer.Citation {
	return answer.Citation{Article: c.article, Paragraph: c.paragraph, Span: c.Span, Heading: c.heading, Also: c.also}
}

// add notes a copy, keeping the earliest first: one for each article, the first that was found,
// and none of the quote's own.
func (c *candidate) add(there answer.Citation) {
	if there.Article == nil || there.Article.ID == c.article.ID || slices.ContainsFunc(c.also, func(o answer.Citation) bool { return o.Article.ID == there.Article.ID }) {
		return
	}
	there.Also = nil
	c.also = append(c.also, there)
	slices.SortStableFunc(c.also, func(x, y answer.Citation) int { return comparePublished(x.Article, y.Article) })
}

// cited makes the chosen candidates the snippets of an answer.
func cited(chosen []candidate) []answer.Snippet {
	var out []answer.Snippet
	for i, c := range chosen {
		out = append(out, c.snippet(i+1))
	}
	return out
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
