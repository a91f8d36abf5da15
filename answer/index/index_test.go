package index

import (
	"testing"

	"newshound/answer"
	"newshound/answer/retrievertest"
	"newshound/corpus"
)

func TestRetriever(t *testing.T) {
	retrievertest.Run(t, func(articles []*corpus.Article) answer.Retriever { return New(articles) })
}

// TestAccumulatorIsClean looks at what a query leaves to the next one.
func TestAccumulatorIsClean(t *testing.T) {
	ix := indexOf("A flood came.", "The river rose.", "A flood of the river.")
	acc := newAccumulator(len(ix.passages), len(ix.articles))
	for _, alts := range [][]answer.Alt{
		{{Terms: []string{"flood"}, Weight: 1}},
		{{Terms: []string{"flood"}, Weight: 1}, {Terms: []string{"river"}, Weight: 0.5}, {Terms: []string{"flood", "river"}, Weight: 1}},
	} {
		ix.addClause(acc, answer.Clause{Alts: alts, Weight: 1})
		if n := len(acc.take(2)); n != 2 {
			t.Errorf("%v: %d passages, want 2", alts, n)
		}
		for p := range acc.total {
			if acc.total[p] != 0 || acc.best[p] != 0 || len(acc.touched) != 0 {
				t.Errorf("%v leaves passage %d with %v and %v, and %d touched", alts, p, acc.total[p], acc.best[p], len(acc.touched))
			}
		}
	}
}
