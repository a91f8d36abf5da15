package index

import (
	"slices"
	"testing"

	"newshound/answer"
	"newshound/corpus"
)

// TestPhraseFilter compares what a phrase leaves with what of everything holds it: few
// passages, whose postings are sought, and many, for which all are added up.
func TestPhraseFilter(t *testing.T) {
	const passages = 2000
	ix := New(synthetic(passages))
	words := madeUpWords(2000)
	for _, c := range []struct {
		name        string
		phrase      []string
		least, most int // passages that it leaves
	}{
		{"many", words[:1], 1000, passages},
		{"few", words[900:901], 1, 100},
		{"a row", []string{words[0], words[1]}, 1, 1000},
		{"none", []string{words[1999], words[0]}, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			holds := answer.Query{Clauses: []answer.Clause{{Alts: []answer.Alt{{Terms: c.phrase, Weight: 1}}, Weight: 1}}, Limit: passages}
			left, err := ix.Retrieve(t.Context(), holds)
			if err != nil || len(left) < c.least || len(left) > c.most {
				t.Fatalf("%d passages hold it, error %v, want %d to %d", len(left), err, c.least, c.most)
			}
			in := make(map[corpus.Passage]bool)
			for _, h := range left {
				in[h.Passage] = true
			}
			for _, q := range questions(5, 2) {
				q.Limit = passages
				all, err := ix.Retrieve(t.Context(), q)
				if err != nil {
					t.Fatal(err)
				}
				want := slices.DeleteFunc(all, func(h answer.Hit) bool { return !in[h.Passage] })
				q.Filter.Phrases = [][]string{c.phrase}
				got, err := ix.Retrieve(t.Context(), q)
				if err != nil {
					t.Fatal(err)
				}
				if !equal(got, want) {
					t.Fatalf("query %+v finds %d passages, want %d, or others", q, len(got), len(want))
				}
			}
		})
	}
}
