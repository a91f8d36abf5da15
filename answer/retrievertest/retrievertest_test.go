package retrievertest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"newshound/answer"
	"newshound/corpus"
)

// simple keeps the promises in the most obvious way, or breaks the one that
// broken names.
type simple struct {
	broken string
	hits   []answer.Hit // all passages, scored zero
	shared []answer.Hit
	calls  *atomic.Int32
}

func newSimple(broken string, articles []*corpus.Article) *simple {
	s := &simple{broken: broken, calls: new(atomic.Int32)}
	for _, a := range articles {
		for _, p := range answer.Passages(a) {
			s.hits = append(s.hits, answer.Hit{Passage: p})
		}
	}
	return s
}

func (s *simple) Retrieve(ctx context.Context, q answer.Query) ([]answer.Hit, error) {
	if s.broken != "context" && ctx.Err() != nil {
		return nil, ctx.Err()
	}
	var hits []answer.Hit
	for _, h := range s.hits {
		h.Parts = make([]float64, len(q.Clauses))
		for i, c := range q.Clauses {
			h.Parts[i] = s.clause(h.Passage, c)
			h.Score += h.Parts[i]
		}
		if !s.admits(q.Filter, h.Passage) {
			continue
		}
		if s.broken == "article alone" {
			h.Score += q.Article * s.article(h.Passage.Article, q)
		}
		if h.Score > 0 || s.broken == "zero scores" {
			hits = append(hits, h)
		}
	}
	s.sort(hits)
	if q.Article > 0 && s.broken != "article alone" {
		if s.broken != "depth" {
			hits = hits[:min(len(hits), max(q.Depth, q.Limit))]
		}
		for i, h := range hits {
			hits[i].Score += q.Article * s.article(h.Passage.Article, q)
			hits[i].Held = s.held(h.Passage.Article, q)
			for n, c := range q.Clauses {
				if s.broken != "parts" {
					h.Parts[n] += q.Article * s.article(h.Passage.Article, answer.Query{Clauses: []answer.Clause{c}})
				}
			}
		}
		s.sort(hits)
	}
	if s.broken != "limit" {
		hits = hits[:min(len(hits), q.Limit)]
	}
	if i := slices.IndexFunc(hits, func(h answer.Hit) bool { return q.Measure.Is(h.Passage) }); i >= 0 && s.broken != "measure" {
		least := q.Measure.Share * hits[i].Score
		hits = slices.DeleteFunc(hits, func(h answer.Hit) bool { return h.Score < least })
	}
	if !q.Parts {
		for i := range hits {
			hits[i].Parts = nil
		}
	}
	if s.broken == "twice" && s.calls.Add(1)%2 == 0 && len(hits) > 0 {
		hits[0].Score *= 1.5
	}
	if s.broken == "ownership" {
		if s.shared == nil {
			s.shared = hits
		}
		return s.shared[:min(len(s.shared), q.Limit)], nil
	}
	if s.broken == "query" && len(q.Clauses) > 0 {
		q.Clauses[0].Weight *= 2
	}
	return hits, nil
}

// admits reports whether a filter admits a passage.
func (s *simple) admits(f answer.Filter, p corpus.Passage) bool {
	switch s.broken {
	case "outlets":
		f.Outlets = nil
	case "days":
		f.From, f.To = time.Time{}, time.Time{}
	case "phrase":
		f.Phrases = nil
	case "without":
		f.Without = nil
	}
	for _, phrase := range f.Phrases {
		if s.clause(p, answer.Clause{Alts: []answer.Alt{{Terms: phrase, Weight: 1}}, Weight: 1}) == 0 {
			return false
		}
	}
	for _, w := range f.Without {
		if s.clause(p, answer.Clause{Alts: []answer.Alt{{Terms: []string{w}, Weight: 1}}, Weight: 1}) > 0 {
			return false
		}
	}
	admits := f.Articles()
	return admits == nil || admits(p.Article.Meta)
}

// sort puts hits in order.
func (s *simple) sort(hits []answer.Hit) {
	slices.SortStableFunc(hits, func(x, y answer.Hit) int {
		switch {
		case x.Score == y.Score && s.broken == "ties":
			return strings.Compare(x.Passage.Article.ID, y.Passage.Article.ID)
		case x.Score < y.Score != (s.broken == "order"):
			return 1
		case x.Score == y.Score:
			return 0
		}
		return -1
	})
}

// article scores a whole article.
func (s *simple) article(a *corpus.Article, q answer.Query) float64 {
	if s.broken == "article" {
		return 0
	}
	score := 0.0
	for _, c := range q.Clauses {
		score += s.clause(corpus.Passage{Article: a, Span: corpus.Span{End: len(a.Body)}}, c)
	}
	return score
}

// held tells how much of a query a whole article has.
func (s *simple) held(a *corpus.Article, q answer.Query) float64 {
	held := 0.0
	for _, c := range q.Clauses {
		best := 0.0
		for _, alt := range c.Alts {
			one := answer.Query{Clauses: []answer.Clause{{Alts: []answer.Alt{alt}, Weight: 1}}}
			if s.broken == "held" || s.article(a, one) > 0 {
				best = max(best, alt.Weight)
			}
		}
		held += c.Weight * best
	}
	return held
}

func (s *simple) clause(p corpus.Passage, c answer.Clause) float64 {
	best := 0.0
	for _, a := range c.Alts {
		tokens := analyzer.Tokens(p.Article.Text(p.Span))
		header := answer.Header(p.Article)
		if s.broken == "header" {
			header = ""
		}
		freq := 0.0
		for i := range tokens {
			if len(a.Terms) > 1 && s.ends(a.Terms, len(a.Terms)-1, func(i int) string {
				if i < 0 || i >= len(tokens) {
					return ""
				}
				return tokens[i].Term
			}, i) || len(a.Terms) == 1 && tokens[i].Term == a.Terms[0] {
				freq++
			}
		}
		if len(a.Terms) == 1 {
			for _, t := range analyzer.Tokens(header) {
				if t.Term == a.Terms[0] {
					freq++
				}
			}
		}
		length := float64(len(tokens))
		if s.broken == "length" {
			length = 10
		}
		value := a.Weight * freq / (freq + 1 + length/10)
		switch s.broken {
		case "saturation":
			value = a.Weight * freq / (1 + length/10)
		case "alternative weight":
			value /= a.Weight
		}
		if s.broken == "sum" {
			best += value
		} else {
			best = max(best, value)
		}
	}
	if s.broken == "clause weight" {
		return best
	}
	return c.Weight * best
}

// ends reports whether a row of the terms up to the k-th ends at position i.
func (s *simple) ends(terms []string, k int, at func(int) string, i int) bool {
	if at(i) != terms[k] {
		return false
	}
	if k == 0 {
		return true
	}
	gap := 2
	if s.broken == "narrow" {
		gap = 1
	}
	if s.broken == "wide" {
		gap = 3
	}
	for d := 1; d <= gap; d++ {
		if s.ends(terms, k-1, at, i-d) || s.broken == "either way" && s.ends(terms, k-1, at, i+d) {
			return true
		}
	}
	return false
}

func TestSimple(t *testing.T) {
	Run(t, func(articles []*corpus.Article) answer.Retriever { return newSimple("", articles) })
}

// TestBroken breaks the promises one by one, and sees that the check that is
// there for it finds out.
func TestBroken(t *testing.T) {
	for broken, check := range map[string]string{
		"order":              "frequency",
		"saturation":         "frequency",
		"length":             "length",
		"ties":               "ties",
		"limit":              "limit",
		"zero scores":        "nothing",
		"header":             "header",
		"clause weight":      "clauses",
		"sum":                "alternatives",
		"alternative weight": "alternatives",
		"narrow":             "phrases",
		"wide":               "phrases",
		"either way":         "phrases",
		"outlets":            "filter",
		"days":               "filter",
		"phrase":             "filter",
		"without":            "filter",
		"depth":              "depth",
		"held":               "held",
		"measure":            "measure",
		"parts":              "parts",
		"article":            "article",
		"article alone":      "article",
		"context":            "context",
		"twice":              "concurrency",
		"ownership":          "ownership",
		"query":              "ownership",
	} {
		t.Run(broken, func(t *testing.T) {
			var errors []string
			for _, p := range promises {
				if p.name == check {
					p.check(&suite{
						open:   func(a []*corpus.Article) answer.Retriever { return newSimple(broken, a) },
						errorf: func(format string, args ...any) { errors = append(errors, fmt.Sprintf(format, args...)) },
					})
				}
			}
			if len(errors) == 0 {
				t.Errorf("the check of %s does not notice", check)
			}
		})
	}
}
