package engine

// proof is what a passage proves, in shares of the question's weight in a search.
type proof struct {
	fit   float64 // words
	whole float64 // what its best sentences meet
	lead  float64 // how far the best passage of the search stands out
	told  int     // the articles of which a few sentences meet all of it
}

// tellingAll returns the number of articles of which a few sentences, of the passages that were
// read, meet a question as a whole.
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

// lead tells how far the best of the passages found stands out, in a corpus of n. What is not
// there has no score: where hardly anything is found, all of it stands out. In a small corpus
// that tells nothing, and the last that is found counts instead.
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
