package index

import (
	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/corpus"
)

// countTerms adds, for every term, in how many of an article's passages it is.
func countTerms(a *corpus.Article, counts map[string]int) {
	var analyzer analysis.Analyzer
	header := analyzer.Tokens(answer.Header(a))
	header = header[:min(len(header), maxHeader)]
	for _, p := range answer.Passages(a) {
		seen := make(map[string]bool)
		for _, t := range append(answer.Tokens(&analyzer, nil, p), header...) {
			if !t.Stop && !seen[t.Term] {
				seen[t.Term] = true
				counts[t.Term]++
			}
		}
	}
}

// usage counts words and names.
type usage struct {
	words, names map[string]int
}

// termOf returns the term of a folded word.
func termOf(word string) string { return new(analysis.Analyzer).Term(word) }

// holds reports whether a passage that is not deleted holds a folded word.
func (ix *Index) holds(word string) bool {
	return ix.gone == nil || ix.DocFreq(termOf(word)) > 0
}
