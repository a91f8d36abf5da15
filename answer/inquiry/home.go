package inquiry

import "math"

const (
	// wordsAPassage is the length of a passage of English at large.
	wordsAPassage = 100
	// priorPassages is the number of such passages that count beside the corpus's: a
	// small one tells little of what is usual in it.
	priorPassages = 30
	// homeAtMost bounds what a word may count: to a name that is used at all there is no
	// other bound.
	homeAtMost = 2
)

// atHome tells how much more at home a word is in n passages, of which df hold it,
// than in English at large, where it has a share of all words.
func atHome(df, n int, share float64) float64 {
	usual := 1 - math.Exp(-wordsAPassage*share)
	all := float64(n) + priorPassages
	times := (float64(df) + priorPassages*usual) / (all * usual)
	return min(homeAtMost, math.Log(times)) * float64(n) / all
}

// IDF is the inverse document frequency ln(1 + (n − df + ½)/(df + ½)) of a term
// that df of n passages hold; it is never negative (Lucene's BM25Similarity).
func IDF(df, n int) float64 {
	return math.Log(1 + (float64(n-df)+0.5)/(float64(df)+0.5))
}
