package attribution

import "newshound/answer/analysis"

// beforeCount returns where a number begins that the token at i belongs to, with what tells how
// exact it is: just over 40, one in five, at least two thirds.
func (u *unit) beforeCount(i int) int {
	if u.tokens[i].word == "least" && u.at(i-1).word == "at" {
		return i - 1
	}
	if !u.counts(i) && !(u.tokens[i].word == "a" && i+1 < len(u.tokens) && u.counts(i+1)) {
		return i
	}
	if i > 1 && u.tokens[i-1].word == "in" && u.counts(i-2) {
		i -= 2
	}
	for u.at(i-1).kind == word {
		long := i > 1 && (u.tokens[i-1].word == "than" && compares(u.tokens[i-2].word) || u.tokens[i-1].word == "least" && u.tokens[i-2].word == "at" ||
			(u.tokens[i-1].word == "over" || u.tokens[i-1].word == "under") && nearly(u.tokens[i-2].word))
		switch {
		case long:
			i -= 2
		case nearly(u.tokens[i-1].word):
			i--
		default:
			return i
		}
	}
	return i
}

// counts reports whether the token at i is a number or a fraction.
func (u *unit) counts(i int) bool {
	t := u.tokens[i]
	return t.numeric() || fractions(t.word)
}

var (
	// fractions are numbers in words, and parts of a whole.
	fractions = analysis.Words("one two three four five six seven eight nine ten half third quarter majority dozens hundreds thousands millions")
	// nearly tells how exact a number is, and so does compares before “than”.
	nearly   = analysis.Words("just about around nearly almost roughly approximately only well")
	compares = analysis.Words("more fewer less")
)
