package main

import (
	"context"
	"math"
	"runtime/debug"

	"newshound/answer"
	"newshound/answer/analysis"
	newshound "newshound/answer/index"
	"newshound/corpus"
)

// newshoundEngine is the package that all this is about.
type newshoundEngine struct {
	// articles has the passages stand in articles, as the corpus has them, for
	// Newshound to divide. It joins short ones, so that there are fewer.
	articles bool
	compact  bool // whether it is made so
}

func (e newshoundEngine) version(context.Context) string {
	switch {
	case e.articles:
		return "Newshound, articles"
	case e.compact:
		return "Newshound, compact"
	}
	return "Newshound"
}

func (e newshoundEngine) build(ctx context.Context, corpusFile string, n int, path string) (int, error) {
	debug.SetMemoryLimit(newshound.DefaultMemory / 10 * 9) // as the command does
	var failed error
	articles := func(yield func(*corpus.Article) bool) {
		var body []byte
		var a *corpus.Article
		more := true
		flush := func() {
			if a != nil && more {
				a.Body = string(body)
				more = yield(a)
			}
		}
		failed = readPassages(corpusFile, n, func(p passage) error {
			id := p.id
			if e.articles {
				id = p.article
			}
			if a == nil || a.ID != string(id) {
				flush()
				a, body = &corpus.Article{Meta: corpus.Meta{ID: string(id)}}, body[:0]
			} else {
				body = append(body, "\n\n"...)
			}
			start := len(body)
			body = append(body, p.text...)
			a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Span: corpus.Span{Start: start, End: len(body)}, N: len(a.Paragraphs) + 1})
			return ctx.Err()
		})
		flush()
	}
	if err := newshound.Build(ctx, path, articles, newshound.Options{Compact: e.compact}); err != nil {
		return 0, err
	}
	if failed != nil {
		return 0, failed
	}
	ix, err := newshound.Open(path)
	if err != nil {
		return 0, err
	}
	return ix.Coverage().Passages, nil
}

func (newshoundEngine) open(_ context.Context, path string) (index, error) {
	ix, err := newshound.Open(path)
	if err != nil {
		return nil, err
	}
	return newshoundIndex{ix}, nil
}

type newshoundIndex struct{ *newshound.Index }

func (ix newshoundIndex) searcher(context.Context) (searcher, error) {
	return &newshoundSearcher{index: ix.Index, passages: float64(ix.Coverage().Passages)}, nil
}

type newshoundSearcher struct {
	index    *newshound.Index
	passages float64
	analyzer analysis.Analyzer
}

// search has a clause for each term, weighed by its inverse document frequency.
func (s *newshoundSearcher) search(ctx context.Context, words []string) ([]string, error) {
	q := answer.Query{Limit: best}
	seen := make(map[string]bool, len(words))
	for _, word := range words {
		for _, t := range s.analyzer.Tokens(word) {
			if t.Stop || seen[t.Term] {
				continue
			}
			seen[t.Term] = true
			if n := float64(s.index.DocFreq(t.Term)); n > 0 {
				q.Clauses = append(q.Clauses, answer.Clause{
					Alts:   []answer.Alt{{Terms: []string{t.Term}, Weight: 1}},
					Weight: math.Log(1 + (s.passages-n+0.5)/(n+0.5)),
				})
			}
		}
	}
	hits, err := s.index.Retrieve(ctx, q)
	ids := make([]string, len(hits))
	for i, h := range hits {
		ids[i] = h.Passage.Article.ID
	}
	return ids, err
}
