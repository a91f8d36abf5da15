package engine

import (
	"context"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/draft"
	"newshound/answer/followup"
	"newshound/answer/inquiry"
	"newshound/answer/naming"
	"newshound/corpus"
)

// Engine answers questions from one index. It is safe for concurrent use.
type Engine struct {
	index     answer.Index
	analyzer  *analysis.Analyzer
	names     *naming.Names
	drafts    *draft.Reader
	inquiries *inquiry.Reader
	followUps *followup.Reader
	speeches  speeches // those that were read so far
	toCome    toCome
}

// New returns an engine that answers from ix.
func New(ix answer.Index) *Engine {
	a := new(analysis.Analyzer)
	names := naming.New(ix, a)
	e := &Engine{index: ix, analyzer: a, names: names, drafts: draft.New(ix, a, names), inquiries: inquiry.New(ix, a, names)}
	e.followUps = followup.New(weigher{e}, ix, a, names, e.drafts)
	return e
}

// Coverage returns the size of what the engine answers from.
func (e *Engine) Coverage() answer.Coverage { return e.index.Coverage() }

// Articles returns up to limit articles, in the order of the corpus.
func (e *Engine) Articles(limit int) []*corpus.Article { return e.index.Articles(limit) }

// Newest returns up to limit articles, the newest first, and those of no known date last;
// none where the index fails.
func (e *Engine) Newest(limit int) []*corpus.Article {
	articles, _, _ := e.index.Newest(context.Background(), answer.Filter{}, limit)
	return articles
}

// Article returns the article with an id, or nil.
func (e *Engine) Article(id string) *corpus.Article { return e.index.Article(id) }

// Published counts the articles by outlet and by the period in which they were published,
// as far as it is known, in the order of time and then of the outlets' names.
func (e *Engine) Published(p answer.Period) []answer.PeriodCount { return e.index.Published(p) }

// Labels counts the articles by byline and by section; "" is that of those that have none.
// The maps are the caller's.
func (e *Engine) Labels() (bylines, sections map[string]int) { return e.names.Labels() }

// Retrieve returns the best passages, up to limit, for the words of a text by BM25
// alone: each word that is no stop word, once, as its term, weighed by its inverse
// document frequency. It is what any search engine does with a question, for
// package eval to time it beside others; Rank knows much more. The error is the
// context's or the retriever's.
func (e *Engine) Retrieve(ctx context.Context, text string, limit int) ([]answer.Hit, error) {
	return e.index.Retrieve(ctx, answer.Query{Clauses: e.clausesOf(text, 1), Limit: limit})
}

// clausesOf returns a clause for each word of a text that is no stop word and that at least so many
// passages hold, once, weighed by its inverse document frequency.
func (e *Engine) clausesOf(text string, least int) []answer.Clause {
	var out []answer.Clause
	passages := e.index.Coverage().Passages
	seen := make(map[string]bool)
	for _, t := range e.analyzer.Tokens(text) {
		if t.Stop || seen[t.Term] {
			continue
		}
		seen[t.Term] = true
		if df := e.index.DocFreq(t.Term); df >= least {
			out = append(out, answer.Clause{Alts: []answer.Alt{{Terms: []string{t.Term}, Weight: 1}}, Weight: inquiry.IDF(df, passages)})
		}
	}
	return out
}
