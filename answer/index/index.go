// Package index is the passage index.
package index

import (
	"context"

	"newshound/answer"
	"newshound/corpus"
)

// Index is an index in memory.
type Index struct{ articles []*corpus.Article }

// New indexes the articles.
func New(articles []*corpus.Article) *Index { return &Index{articles} }

// Coverage implements [answer.Index].
func (ix *Index) Coverage() answer.Coverage { return answer.Coverage{Articles: len(ix.articles)} }

// Articles implements [answer.Index].
func (ix *Index) Articles(limit int) []*corpus.Article {
	return ix.articles[:min(limit, len(ix.articles))]
}

// Retrieve implements [answer.Retriever].
func (ix *Index) Retrieve(ctx context.Context, q answer.Query) ([]answer.Hit, error) { return nil, nil }
