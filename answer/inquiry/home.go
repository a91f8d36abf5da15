package inquiry

import "math"

const (
	// wordsAPassage is the length of a passage of English at large.
	wordsAPassage = 100
	// priorPassages is the number of such passages that count beside the corpus's: a
	// small one tells little of what is usual in it.
	priorPassages = 30
	// homeAtMost bounds how much a word counts. Names are so rare in English that any use would count
	// without bound.
	homeAtMost = 2
)

// atHome returns how much more often a word is used in n passages, of which df hold it, than in English at
// large, where it has a share of all words: as a logarithm, which tends to 0 for few passages.
func atHome(df, n int, share float64) float64 {
	usual := 1 - math.Exp(-wordsAPassage*share)
	all := float64(n) + priorPassages
	times := (float64(df) + priorPassages*usual) / (all * usual)
	return min(homeAtMost, math.Log(times)) * float64(n) / all
}
