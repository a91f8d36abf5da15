package main

import (
	"context"
	"math"

	"newshound/answer"
	"newshound/answer/analysis"
	newshound "newshound/answer/index"
	"newshound/corpus"
)

// newshoundEngine is the package that all this is about.
type newshoundEngine struct{}

func (newshoundEngine) version(context.Context) string { return "Newshound" }

func (newshoundEngine) build(ctx context.Context, corpusFile string, n int, path string) (int, error) {
	var failed error
	articles := func(yield func(*corpus.Article) bool) {
		more := true
		failed = readPassages(corpusFile, n, func(p passage) error {
			if more {
				more = yield(&corpus.Article{
					Meta: corpus.Meta{ID: p.id}, Body: p.text,
					Paragraphs: []corpus.Paragraph{{Span: corpus.Span{End: len(p.text)}, N: 1}},
				})
			}
			return ctx.Err()
		})
	}
	if err := newshound.Build(ctx, path, articles, newshound.Options{}); err != nil {
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
