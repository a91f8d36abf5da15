package index

import "newshound/answer"

// DocFreq implements [answer.Vocabulary]. A passage holds the terms of its
// article's header too.
func (ix *Index) DocFreq(term string) int {
	defer ix.guard()()
	return ix.words.DocFreq(term)
}

// SpelledOut implements [answer.Vocabulary].
func (ix *Index) SpelledOut(acronym string) []answer.Name {
	defer ix.guard()()
	return ix.words.SpelledOut(acronym)
}

// Acronyms implements [answer.Vocabulary].
func (ix *Index) Acronyms(name []string) []string {
	defer ix.guard()()
	return ix.words.Acronyms(name)
}

// Similar implements [answer.Vocabulary]: words within one edit of a short word and two of a
// long one that begin with the same letter.
func (ix *Index) Similar(word string) []string {
	defer ix.guard()()
	return ix.words.Similar(word)
}
