package analysis

import snowball "github.com/kljensen/snowball/english"

// stem returns the stem of a folded word: that of forms.go, or Snowball's.
func stem(word string) string {
	if t, ok := stems[word]; ok {
		return t
	}
	if base, ok := irregular[word]; ok {
		word = base
	}
	if len(word) > longestWord {
		return word
	}
	for i := 0; i < len(word); i++ {
		if word[i] < 'a' || word[i] > 'z' {
			return word // numbers and foreign scripts have no English stem
		}
	}
	return snowball.Stem(word, true)
}
