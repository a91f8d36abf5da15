package analysis

import (
	"strings"

	snowball "github.com/kljensen/snowball/english"
)

// stem returns the stem of a folded word: Snowball's, but for the words of
// forms.go, British spellings and names.
func stem(word string) string {
	if len(word) > longestWord || !isSmall(word) {
		return word // numbers and foreign scripts have no English stem
	}
	word = american(word)
	if base, ok := irregular()[word]; ok {
		word = base
	}
	if t, ok := stems()[word]; ok {
		return t
	}
	stem, known := uninflect(word)
	if !known {
		stem = snowball.Stem(word, true)
	}
	if isName(word, stem) {
		return word
	}
	return stem
}

// american returns the American spelling of a British one that follows a rule:
// organise, colour, centre. The dictionary, which holds both, confirms it.
func american(word string) string {
	respelt := word
	if i := strings.LastIndex(word, "is"); i > 2 && izeEndings(word[i+2:]) { // not prise
		respelt = word[:i] + "iz" + word[i+2:]
	} else if i := strings.Index(word, "our"); i > 2 { // not four, scour
		respelt = word[:i] + "or" + word[i+3:]
	} else if strings.HasSuffix(word, "tre") || strings.HasSuffix(word, "tres") {
		respelt = strings.Replace(word, "tre", "ter", 1)
	}
	if respelt != word && Ordinary(respelt) {
		return respelt
	}
	return word
}

var izeEndings = Words("e es ed er ers ing ation ations")

// isName reports a word that Snowball would join with an ordinary word although
// no dictionary has it and it is no inflection of one: Maine, Harris, Barnes
// (main, harry, barn).
func isName(word, stem string) bool {
	base := strings.TrimSuffix(stem, "i")
	inI := base != stem
	switch strings.TrimPrefix(word, stem) {
	case "e":
		if strings.HasSuffix(stem, "e") { // retiree
			return false
		}
	case "es":
		if inI || strings.HasSuffix(stem, "e") || strings.HasSuffix(stem, "h") || strings.HasSuffix(stem, "x") {
			return false // militaries, retirees, attaches, faxes
		}
	case "s":
		if !inI {
			return false // tweets
		}
	default:
		return false
	}
	return !Ordinary(word) && (Ordinary(stem) || inI && Ordinary(base+"y"))
}
