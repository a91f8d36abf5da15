package answer

import (
	"context"
	"math"

	"newshound/answer/analysis"
	"newshound/corpus"
)

// Index is what the engine needs of a corpus that has been indexed.
type Index interface {
	Retriever
	Vocabulary
	// Coverage returns the size of the corpus.
	Coverage() Coverage
	// Articles returns up to limit articles, in the order of the corpus.
	Articles(limit int) []*corpus.Article
	// Article returns the article with an id, or nil.
	Article(id string) *corpus.Article
	// Published counts the articles by outlet and by the period in which they were
	// published, as far as it is known ([Period.Tells]), in the order of time and then of
	// the outlets' names.
	Published(p Period) []PeriodCount
	// Newest returns the newest articles, up to limit, that a filter admits, newest first,
	// and those of no known date last; those of one time stand in the order of the corpus.
	// total is the number of all that it admits. What holds a word of its Without anywhere
	// is none; the filter's phrases and speakers have no part. The error is the context's
	// or the index's.
	Newest(ctx context.Context, f Filter, limit int) (articles []*corpus.Article, total int, err error)
}

// Engine answers questions from one index. It is safe for concurrent use.
type Engine struct {
	index     Index
	analyzer  *analysis.Analyzer
	outlets   outletNames
	directory *directory
	press     press
	speeches  speeches // that were read
}

// New returns an engine that answers from ix.
func New(ix Index) *Engine {
	a := new(analysis.Analyzer)
	return &Engine{
		index: ix, analyzer: a,
		outlets: newOutletNames(a, ix.Coverage().Outlets), directory: newDirectory(ix),
		press: newPress(),
	}
}

// Coverage returns the size of what the engine answers from.
func (e *Engine) Coverage() Coverage { return e.index.Coverage() }

// Articles returns up to limit articles, in the order of the corpus.
func (e *Engine) Articles(limit int) []*corpus.Article { return e.index.Articles(limit) }

// Newest returns up to limit articles, the newest first, and those of no known date last;
// none where the index fails.
func (e *Engine) Newest(limit int) []*corpus.Article {
	articles, _, _ := e.index.Newest(context.Background(), Filter{}, limit)
	return articles
}

// Article returns the article with an id, or nil.
func (e *Engine) Article(id string) *corpus.Article { return e.index.Article(id) }

// Published counts the articles by outlet and by the period in which they were published,
// as far as it is known, in the order of time and then of the outlets' names.
func (e *Engine) Published(p Period) []PeriodCount { return e.index.Published(p) }

// Labels counts the articles by byline and by section; "" is that of those that have none.
// The maps are the caller's.
func (e *Engine) Labels() (bylines, sections map[string]int) { return e.directory.labels() }

// Retrieve returns the best passages, up to limit, for the words of a text by BM25
// alone: each word that is no stop word, once, as its term, weighed by its inverse
// document frequency. It is what any search engine does with a question, for
// package eval to time it beside others; Rank knows much more. The error is the
// context's or the retriever's.
func (e *Engine) Retrieve(ctx context.Context, text string, limit int) ([]Hit, error) {
	q := Query{Limit: limit}
	passages := e.index.Coverage().Passages
	seen := make(map[string]bool)
	for _, t := range e.analyzer.Tokens(text) {
		if t.Stop || seen[t.Term] {
			continue
		}
		seen[t.Term] = true
		if df := e.index.DocFreq(t.Term); df > 0 {
			q.Clauses = append(q.Clauses, Clause{Alts: []Alt{{Terms: []string{t.Term}, Weight: 1}}, Weight: idf(df, passages)})
		}
	}
	return e.index.Retrieve(ctx, q)
}

// idf is the inverse document frequency ln(1 + (n − df + ½)/(df + ½)) of a term
// that df of n passages hold; it is never negative (Lucene's BM25Similarity).
func idf(df, n int) float64 {
	return math.Log(1 + (float64(n-df)+0.5)/(float64(df)+0.5))
}
