package main

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// bleveEngine is bleve with its English analyzer and BM25. What the task does not
// need is switched off: stored text, positions, values for sorting, the field
// that has all. It is built by bleve's builder, which is faster than its index
// that can be added to, a thousand passages at a time.
type bleveEngine struct{}

const (
	bleveField = "text"
	bleveBatch = 1000
)

func (bleveEngine) version(context.Context) string {
	return "bleve " + moduleVersion("github.com/blevesearch/bleve/v2")
}

func (bleveEngine) build(ctx context.Context, corpus string, n int, path string) (count int, err error) {
	field := bleve.NewTextFieldMapping()
	field.Analyzer = en.AnalyzerName
	field.Store, field.IncludeTermVectors, field.IncludeInAll, field.DocValues = false, false, false, false
	document := bleve.NewDocumentStaticMapping()
	document.AddFieldMappingsAt(bleveField, field)
	mapping := bleve.NewIndexMapping()
	mapping.ScoringModel = bleveindex.BM25Scoring
	mapping.DefaultAnalyzer = en.AnalyzerName
	mapping.DefaultMapping = document
	builder, err := bleve.NewBuilder(path, mapping, map[string]any{
		"batchSize": bleveBatch, "buildPathPrefix": filepath.Dir(path),
	})
	if err != nil {
		return 0, err
	}
	err = readPassages(corpus, n, func(p passage) error {
		count++
		return errors.Join(ctx.Err(), builder.Index(string(p.id), map[string]string{bleveField: string(p.text)}))
	})
	return count, errors.Join(err, builder.Close())
}

func (bleveEngine) open(_ context.Context, path string) (index, error) {
	ix, err := bleve.OpenUsing(path, map[string]any{"read_only": true})
	if err != nil {
		return nil, err
	}
	return bleveIndex{ix}, nil
}

type bleveIndex struct{ bleve.Index }

func (ix bleveIndex) searcher(context.Context) (searcher, error) { return ix, nil }

func (ix bleveIndex) search(ctx context.Context, words []string) ([]string, error) {
	q := bleve.NewMatchQuery(strings.Join(words, " "))
	q.SetField(bleveField)
	found, err := ix.SearchInContext(ctx, bleve.NewSearchRequestOptions(q, best, 0, false))
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(found.Hits))
	for i, h := range found.Hits {
		ids[i] = h.ID
	}
	return ids, nil
}
