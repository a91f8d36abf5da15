package main

import (
	"slices"
	"testing"

	"newshound/answer/analysis"
	"newshound/answer/index"
	"newshound/answer/naming"
	"newshound/corpus"
)

// TestPeopleAndPlaces tells the people whom a text names from places that are called after people.
func TestPeopleAndPlaces(t *testing.T) {
	ix := index.New([]*corpus.Article{corpus.NewArticle(corpus.Meta{ID: "1"}, "Mr. Dunn swam in the Murray River. On Philip Island, Adam Dunn said that it was cold. Ann River told him so. Al Qaeda said that it was far.")})
	names := naming.New(ix, new(analysis.Analyzer))
	for text, want := range map[string][]string{
		"Adam Dunn swam in the Murray River.":  {"Adam Dunn"},
		"Al Dunn of Al Qaeda was there.":       {"Al Dunn"},
		"Off Philip Island they met Mr. Dunn.": {"Mr. Dunn"},
	} {
		got, err := names.People(t.Context(), text)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%s names %q, %v; want %q", text, got, err, want)
		}
	}
}
