package engine

// proof is how well a passage meets the question, in shares of the question's weight.
type proof struct {
	fit   float64 // the retriever's score
	whole float64 // what its best run of sentences meets
	lead  float64 // how far the best passage of the search stands out
	told  int     // the number of articles with a run of sentences that meets all of it
}

// tellingAll returns the number of articles of which a run of sentences, in a passage that was
// read, meets all of the question.
func tellingAll(found []ranked) int {
	const asAWhole = 0.97
	telling := make(map[string]bool) // by id: an article may be read anew for each of its passages
	for _, f := range found {
		if f.whole >= asAWhole {
			telling[f.Passage.Article.ID] = true
		}
	}
	return len(telling)
}

// lead tells how far the best of the passages found stands out, in a corpus of n: 1 if all others
// score nothing. Where fewer than crowd are found, the missing ones count as nothing, too, but
// not in a small corpus, where that is usual.
func lead(found []ranked, n int) float64 {
	if len(found) == 0 {
		return 0
	}
	last := found[min(crowd, len(found))-1].Score / found[0].Score
	if len(found) < crowd {
		last *= min(1, smallCorpus/float64(max(1, n)))
	}
	return 1 - last
}
