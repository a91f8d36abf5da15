package answertype

import (
	"strings"

	"newshound/answer/analysis"
)

// birthWithin is how many words behind “born” the day or year may stand: born in Ashford on 4 July.
const birthWithin = 8

// isAge reports whether the i-th token of a text seems to be an age, or tells when
// somebody was born or something made: 24 of the 24-year-old, aged 24, who was 24, Ms.
// Halvorsen, 24, and Halvorsen, then 24.
func isAge(text string, tokens []analysis.Token, i int) bool {
	t := tokens[i]
	if t.Word == "born" {
		return analysis.AnyWord(tokens[i+1:min(len(tokens), i+1+birthWithin)], analysis.IsNumber)
	}
	if makings(t.Term) {
		return wasMade(tokens, i)
	}
	if i+2 < len(tokens) && durations(tokens[i+1].Term) && tokens[i+2].Word == "old" {
		return analysis.IsNumber(t.Word) || numbers(t.Term)
	}
	const digits = 3 // of an age in years
	if i == 0 || !analysis.IsNumber(t.Word) || len(t.Word) > digits {
		return false
	}
	before, ends := tokens[i-1], endsThere(text[t.End:])
	if i > 1 && only(before.Word) {
		before = tokens[i-2] // who’s only 20
	}
	switch {
	case ages(before.Term), before.Word == "of" && i > 1 && ages(tokens[i-2].Term):
		return true
	case isOrWas(before.Word):
		return ends
	case i > 1 && (before.Word == "then" || before.Word == "now"):
		return ends && tokens[i-2].Upper && text[tokens[i-2].End:before.Start] == ", "
	}
	return ends && before.Upper && text[before.End:t.Start] == ", "
}

// wasMade reports whether the i-th token, founded or built, tells when something was: it does in
// “was built in 1911” and “a house built 40 years ago”, and not in “is to be built there”, nor in
// “founded the firm in 2015”, which tells nothing of how old the founder is.
func wasMade(tokens []analysis.Token, i int) bool {
	if i > 0 && tokens[i-1].Word == "be" || i+1 == len(tokens) {
		return false
	}
	next := tokens[i+1]
	return since(next.Word) || analysis.IsNumber(next.Word) || numbers(next.Term)
}

// OfThing reports whether an age, which the i-th token of a text shows, is that of something rather than
// somebody: was founded in 2015; the company is eight years old.
func OfThing(tokens []analysis.Token, i int) bool {
	return makings(tokens[i].Term) || i > 1 && isOrWas(tokens[i-1].Word) && made(tokens[i-2].Term)
}

// endsThere reports whether a text begins with a stop.
func endsThere(text string) bool {
	return text == "" || strings.ContainsRune(",.;)", rune(text[0])) && (len(text) == 1 || !analysis.IsNumber(text[1:]))
}

var (
	ages    = analysis.Terms("age turn")
	makings = analysis.Terms("founded built")
	made    = analysis.Terms("company firm startup business lab team club school building house site service app brand group paper law war")
	only    = analysis.Words("only just still nearly almost")
	isOrWas = analysis.Words("is was who he she") // of who’s and she’s the tokens have no more
	since   = analysis.Words("in on around about circa during before after between at from by over more nearly almost some")
)
