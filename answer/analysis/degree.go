package analysis

import "strings"

// Positive returns the positive of a folded word that is a superlative in -est, as
// large is of largest. A word is one where the dictionary has its comparative too:
// forest, interest and honest have none.
func Positive(word string) (positive string, ok bool) {
	stem, ok := strings.CutSuffix(word, "est")
	if !ok || len(stem) < 3 || !Ordinary(stem+"er") || noSuperlatives(word) {
		return "", false
	}
	last := len(stem) - 1
	forms := []string{stem + "e", stem}
	switch {
	case stem[last] == 'i':
		forms = []string{stem[:last] + "y"}
	case stem[last] == stem[last-1]:
		forms = []string{stem[:last], stem}
	}
	for _, f := range forms {
		if Ordinary(f) {
			return f, true
		}
	}
	return "", false
}

// noSuperlatives look like some; latest is of another meaning than late.
var noSuperlatives = Words("divest earnest latest")
