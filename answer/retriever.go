package answer

import (
	"context"

	"newshound/corpus"
)

// Hit is a passage that a query found.
type Hit struct {
	Passage corpus.Passage
	Score   float64
}

// Query is a question after analysis.
type Query struct {
	Limit int
}

// Retriever ranks passages for a query.
type Retriever interface {
	Retrieve(ctx context.Context, q Query) ([]Hit, error)
}
