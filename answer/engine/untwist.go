package engine

import (
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
)

// untwisted returns a question with those words of asking mended in which two letters have
// changed places: sya is say. A word of the dictionary or of the coverage is left alone, as is
// a question with words that are to be found as they are typed.
func (e *Engine) untwisted(text string) (string, []answer.Correction) {
	if asTyped(text) {
		return text, nil
	}
	words := strings.Fields(text)
	var corrected []answer.Correction
	for i, word := range words {
		bare := strings.TrimRight(word, ".,!?")
		if len(bare) < 3 || len(bare) > longestAsking || i > 0 && bare != strings.ToLower(bare) {
			continue // others are no such words, or names
		}
		right, ok := untwist(strings.ToLower(bare))
		if !ok || analysis.Ordinary(strings.ToLower(bare)) || e.index.DocFreq(e.analyzer.Term(strings.ToLower(bare))) > 0 {
			continue
		}
		words[i] = right + word[len(bare):]
		corrected = append(corrected, answer.Correction{From: bare, To: right})
	}
	if corrected == nil {
		return text, nil
	}
	return strings.Join(words, " "), corrected
}

// untwist returns the word of asking that a word becomes if two letters side by side change
// places, if there is exactly one.
func untwist(word string) (right string, ok bool) {
	if askingWords(word) {
		return "", false
	}
	letters := []byte(word)
	for i := 1; i < len(letters); i++ {
		letters[i-1], letters[i] = letters[i], letters[i-1]
		if w := string(letters); askingWords(w) {
			if ok && w != right {
				return "", false
			}
			right, ok = w, true
		}
		letters[i-1], letters[i] = letters[i], letters[i-1]
	}
	return right, ok
}

// askingWords are words that most questions have one of. As the coverage is not searched for most of
// them, its own words do not help to mend them. Only a few have three letters, since many such words
// are initials.
var askingWords = analysis.Words(`say did the and who how what when where which why does have were said says about from with tell between since
	before after that this they there please according`)

// longestAsking is the length of the longest of them.
const longestAsking = 9
