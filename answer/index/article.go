package index

import (
	"slices"

	"newshound/answer"
)

// articleScores are the scores of whole articles, as accumulator has those of
// passages.
type articleScores struct {
	total   []float64
	best    []float64
	touched []uint32
}

// addArticles adds to every article what the clause is worth there, with the
// article taken as one passage: its frequencies are the sums of its passages',
// the header counted with each.
func (ix *Index) addArticles(acc *accumulator, c answer.Clause) {
	s := &acc.articles
	for _, a := range c.Alts {
		matches := ix.matches(acc, a.Terms)
		for len(matches) > 0 {
			article := ix.articleOf[matches[0].passage]
			freq := float32(0)
			for len(matches) > 0 && ix.articleOf[matches[0].passage] == article {
				freq += matches[0].freq
				matches = matches[1:]
			}
			if s.best[article] == 0 {
				s.touched = append(s.touched, article)
			}
			s.best[article] = max(s.best[article], a.Weight*saturate(freq, ix.articleNorms[article]))
		}
	}
	for _, article := range s.touched {
		s.total[article] += c.Weight * s.best[article]
		s.best[article] = 0
	}
	s.touched = s.touched[:0]
}

// addShare adds the articles' share to the scores of the best passages, and
// orders them anew. It leaves the articles' scores clear.
func (ix *Index) addShare(acc *accumulator, top []scored, share float64) {
	for i, s := range top {
		top[i].score += share * acc.articles.total[ix.articleOf[s.passage]]
	}
	clear(acc.articles.total)
	slices.SortFunc(top, scored.compare)
}
