// Package retrievertest is the suite that every answer.Retriever passes. A test
// of one calls [Run] with a function that makes it from articles.
//
// What a retriever promises, beyond its method's signature:
//
//   - Hits are passages as answer.Passages divides the articles, each at most
//     once, with a positive score.
//   - Hits stand by falling score, and where scores are equal in the order of the
//     articles and of the passages in them.
//   - There are at most Limit hits, and with a limit of zero none. Without an
//     article's share a smaller limit yields the first hits of a larger one.
//   - A query without clauses finds nothing, nor does a term that the coverage
//     never uses, an alternative without terms or a clause without alternatives.
//   - A passage holds the terms of its own text that are no stop words, and those
//     of the header of its article (answer.Header).
//   - A score is the sum of what the clauses are worth, and grows in proportion
//     to a clause's weight.
//   - A clause is worth what its best alternative is, however many there are, and
//     that grows in proportion to the alternative's weight.
//   - More occurrences of a term are worth more, each one less than the one
//     before; the same occurrences are worth more in a shorter passage.
//   - Several terms are met where they stand in that order in the passage with no
//     more than one word between two neighbours, a stop word being a word.
//   - With a filter, the passages that it does not admit are not found, and
//     nothing else changes.
//   - The article's share adds to a passage's score what the whole article is worth
//     as one passage: the same for all its passages, in proportion to the share.
//   - Held is what each clause weighs times its best alternative that the article has, in a
//     passage or its header, however often; 0 without an article's share.
//   - The share goes to the best passages by their own score, as many as Depth and
//     Limit say, and no others are hits.
//   - Where the measure is a hit, none with less than its share of that one's score is,
//     and nothing else changes.
//   - Parts, where they are asked for, are what each clause adds to the score, the
//     article's share included, and their sum is the score.
//   - A context that has ended yields its error and no hits.
//   - Retrieve may be called by several goroutines at a time, and the same query
//     has the same answer each time. It does not keep or change the query, and the
//     hits belong to the caller.
//
// Scores that must be equal may differ by a millionth of their value, for engines
// that calculate with 32 bits.
package retrievertest

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/corpus"
)

// Run tests the retrievers that open makes. Each must find the passages of the
// articles that it is given, and no others.
func Run(t *testing.T, open func(articles []*corpus.Article) answer.Retriever) {
	t.Helper()
	for _, p := range promises {
		t.Run(p.name, func(t *testing.T) {
			p.check(&suite{open: open, errorf: t.Errorf})
		})
	}
}

// promises are what is checked, one by one.
var promises = []struct {
	name  string
	check func(*suite)
}{
	{"frequency", checkFrequency},
	{"length", checkLength},
	{"ties", checkTies},
	{"limit", checkLimit},
	{"nothing", checkNothing},
	{"passages", checkPassages},
	{"header", checkHeader},
	{"clauses", checkClauses},
	{"alternatives", checkAlternatives},
	{"phrases", checkPhrases},
	{"phrase frequency", checkPhraseFrequency},
	{"filter", checkFilter},
	{"article", checkArticle},
	{"held", checkHeld},
	{"depth", checkDepth},
	{"measure", checkMeasure},
	{"parts", checkParts},
	{"context", checkContext},
	{"concurrency", checkConcurrency},
	{"ownership", checkOwnership},
}

// suite is one run of a check.
type suite struct {
	open   func([]*corpus.Article) answer.Retriever
	errorf func(format string, args ...any)
}

// coverage is articles in a retriever.
type coverage struct {
	*suite
	retriever answer.Retriever
	passages  map[string]int // their places in the corpus
}

// cover opens a retriever of articles.
func (s *suite) cover(articles ...*corpus.Article) *coverage {
	c := &coverage{suite: s, retriever: s.open(articles), passages: make(map[string]int)}
	for _, a := range articles {
		for _, p := range answer.Passages(a) {
			c.passages[name(p)] = len(c.passages)
		}
	}
	return c
}

// articles returns one article of one paragraph for each text. They are named
// 0, 1, 2 and so on.
func articles(texts ...string) []*corpus.Article {
	out := make([]*corpus.Article, len(texts))
	for i, text := range texts {
		out[i] = article(strconv.Itoa(i), "", text)
	}
	return out
}

func article(id, headline string, paragraphs ...string) *corpus.Article {
	a := &corpus.Article{Meta: corpus.Meta{ID: id, Headline: headline}, Body: strings.Join(paragraphs, "\n\n")}
	start := 0
	for i, p := range paragraphs {
		a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Span: corpus.Span{Start: start, End: start + len(p)}, N: i + 1})
		start += len(p) + 2
	}
	return a
}

// name names a passage: its article, and where it starts unless that is at the
// article's start.
func name(p corpus.Passage) string {
	if p.Start == 0 {
		return p.Article.ID
	}
	return fmt.Sprintf("%s+%d", p.Article.ID, p.Start)
}

// names names the passages of hits.
func names(hits []answer.Hit) string {
	out := make([]string, len(hits))
	for i, h := range hits {
		out[i] = name(h.Passage)
	}
	return strings.Join(out, " ")
}

// retrieve asks the retriever, and checks what every answer must be.
func (c *coverage) retrieve(limit int, clauses ...answer.Clause) []answer.Hit {
	return c.query(answer.Query{Clauses: clauses, Limit: limit})
}

// query does the same for a whole query.
func (c *coverage) query(q answer.Query) []answer.Hit {
	limit, clauses := q.Limit, q.Clauses
	hits, err := c.retriever.Retrieve(context.Background(), q)
	if err != nil {
		c.errorf("Retrieve(%v): %v", clauses, err)
		return nil
	}
	if len(hits) > limit {
		c.errorf("Retrieve(%v): %d hits, the limit is %d", clauses, len(hits), limit)
	}
	seen := make(map[string]bool)
	for _, h := range hits {
		n := name(h.Passage)
		if _, ok := c.passages[n]; !ok || seen[n] {
			c.errorf("Retrieve(%v): %s is no passage of the corpus, or was found before", clauses, n)
		}
		seen[n] = true
		if !(h.Score > 0) || math.IsInf(h.Score, 1) {
			c.errorf("Retrieve(%v): %s scores %v", clauses, n, h.Score)
		}
	}
	sorted := slices.IsSortedFunc(hits, func(x, y answer.Hit) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(c.passages[name(x.Passage)], c.passages[name(y.Passage)]))
	})
	if !sorted {
		c.errorf("Retrieve(%v): the hits are out of order: %s", clauses, show(hits))
	}
	return hits
}

// all is more than the number of passages of any check.
const all = 1000

// expect checks which passages are found, and in what order.
func (c *coverage) expect(want string, clauses ...answer.Clause) {
	if got := names(c.retrieve(all, clauses...)); got != want {
		c.errorf("Retrieve(%v) = %q, want %q", clauses, got, want)
	}
}

// score returns the score of a passage, zero if it is not found.
func (c *coverage) score(passage string, clauses ...answer.Clause) float64 {
	for _, h := range c.retrieve(all, clauses...) {
		if name(h.Passage) == passage {
			return h.Score
		}
	}
	return 0
}

// equal checks that two scores are.
func (c *coverage) equal(what string, got, want float64) {
	if math.Abs(got-want) > 1e-6*max(math.Abs(got), math.Abs(want)) {
		c.errorf("%s: the score is %v, want %v", what, got, want)
	}
}

// show shows hits with their scores.
func show(hits []answer.Hit) string {
	var b strings.Builder
	for _, h := range hits {
		fmt.Fprintf(&b, " %s=%v", name(h.Passage), h.Score)
	}
	return b.String()
}

var analyzer analysis.Analyzer

// alt is an alternative of words in a row.
func alt(weight float64, words ...string) answer.Alt {
	a := answer.Alt{Weight: weight}
	for _, w := range words {
		a.Terms = append(a.Terms, analyzer.Term(w))
	}
	return a
}

// clause is a clause of such alternatives.
func clause(weight float64, alts ...answer.Alt) answer.Clause {
	return answer.Clause{Alts: alts, Weight: weight}
}

// word is a clause of one word.
func word(w string) answer.Clause { return clause(1, alt(1, w)) }

// phrase is a clause of words in a row.
func phrase(words ...string) answer.Clause { return clause(1, alt(1, words...)) }
