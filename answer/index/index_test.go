package index

import (
	"testing"

	"newshound/answer"
	"newshound/answer/index/internal/postings"
	"newshound/answer/retrievertest"
	"newshound/corpus"
)

func TestRetriever(t *testing.T) {
	retrievertest.Run(t, func(articles []*corpus.Article) answer.Retriever { return New(articles) })
}

// TestWorkspaceIsClean looks at what a query leaves to the next one.
func TestWorkspaceIsClean(t *testing.T) {
	ix := indexOf("A flood came.", "The river rose.", "A flood of the river.")
	w := new(workspace)
	for _, alts := range [][]answer.Alt{
		{{Terms: []string{"flood"}, Weight: 1}},
		{{Terms: []string{"flood"}, Weight: 1}, {Terms: []string{"river"}, Weight: 0.5}, {Terms: []string{"flood", "river"}, Weight: 1}},
	} {
		hits, err := ix.retrieve(t.Context(), w, answer.Query{Clauses: []answer.Clause{{Alts: alts, Weight: 1}}, Limit: 2}, 2)
		if err != nil || len(hits) != 2 {
			t.Errorf("%v: %d passages, %v, want 2", alts, len(hits), err)
		}
		if w.sums != [postings.ChunkSize]uint16{} || w.most != [postings.ChunkSize]uint16{} {
			t.Errorf("%v leaves something behind", alts)
		}
	}
}
