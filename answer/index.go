package answer

import (
	"context"

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

// Labelled is an [Index] that knows the bylines and sections of its articles without
// reading them, with the number of the articles of each; "" is that of those
// that have none. The maps are the caller's.
type Labelled interface {
	Labels() (bylines, sections map[string]int)
}
