package answertype

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer/analysis"
	"newshound/answer/calendar"
)

// ShownBy reports whether the i-th token of a text shows a thing of the kind by itself, or by
// what stands beside it.
func (kind Type) ShownBy(text string, tokens []analysis.Token, i int) bool {
	t := tokens[i]
	switch kind {
	case Person:
		return isPerson(tokens, i)
	case Place:
		return isPlace(tokens, i)
	case Time:
		return times(t.Term) && (t.Upper || !months(t.Term)) || mayBeYear(t.Word)
	case Number:
		return isCount(tokens, i)
	case Toll:
		return isCount(tokens, i) && deathNear(tokens, i)
	case Measure:
		return isMeasure(tokens, i)
	case Heat:
		return analysis.IsNumber(t.Word) && (strings.HasPrefix(strings.TrimLeft(text[t.End:], " \u00a0"), "°") || i+1 < len(tokens) && degrees(tokens[i+1].Term))
	case Sum:
		return isSum(text, tokens, i)
	case Score:
		return isScore(text, tokens, i)
	case Cause:
		return causes(t.Term)
	case Leader:
		return Leaders(t.Term) && personNear(tokens, i)
	case Duration:
		return durations(t.Term)
	case Age:
		return isAge(text, tokens, i)
	case Reason:
		return reasons(t.Word)
	}
	return false
}

// isPlace reports whether the i-th token begins a name behind a word for where: in Ashford, off
// the Ashford coast.
func isPlace(tokens []analysis.Token, i int) bool {
	if t := tokens[i]; !t.Upper || t.Stop || i == 0 || Honorifics(t.Term) {
		return false
	}
	before := tokens[i-1].Word
	if before == "the" && i > 1 {
		return spots(tokens[i-2].Word)
	}
	return spots(before) || Places(before) && !leaves(tokens[:i])
}

// isCount reports whether the i-th token is a number, in figures or in words, or the last of a
// part such as two thirds. A year, the 16 of July 16 and the 7th are none.
func isCount(tokens []analysis.Token, i int) bool {
	t := tokens[i]
	if numbers(t.Term) {
		return true
	}
	var before analysis.Token
	if i > 0 {
		before = tokens[i-1]
	}
	if analysis.IsNumber(t.Word) && !isYear(t) && !times(before.Term) && !ordinals(strings.TrimLeft(t.Word, "0123456789")) {
		return true
	}
	return fractions(t.Word) && (before.Word == "a" || before.Word == "an" || numbers(before.Term))
}

// leaves reports whether the words before a name tell that somebody left what it names: fired
// from, resigned from. Who is from there was born, raised or is based there.
func leaves(tokens []analysis.Token) bool {
	n := len(tokens)
	return n > 1 && tokens[n-1].Word == "from" && strings.HasSuffix(tokens[n-2].Word, "ed") && !origins(tokens[n-2].Word)
}

// isMeasure reports whether the i-th token is the figure of a measure of length, weight or
// heat: six feet, 12 square miles, 90kg.
func isMeasure(tokens []analysis.Token, i int) bool {
	const within = 2 // tokens behind the figure
	word := tokens[i].Word
	if !analysis.IsNumber(word) && !numbers(tokens[i].Term) {
		return false
	}
	return analysis.IsNumber(word) && units(strings.TrimLeft(word, "0123456789.,")) ||
		analysis.AnyTerm(tokens[i+1:min(len(tokens), i+1+within)], units)
}

// isSum reports whether the i-th token of a text is the figure of a sum of money: $300m, $US4
// billion, 12 million pounds.
func isSum(text string, tokens []analysis.Token, i int) bool {
	sign, _ := utf8.DecodeLastRuneInString(text[:tokens[i].Start])
	if unicode.Is(unicode.Sc, sign) && strings.ContainsAny(tokens[i].Word, "0123456789") {
		return true
	}
	if !analysis.IsNumber(tokens[i].Word) && !numbers(tokens[i].Term) {
		return false
	}
	next := i + 1
	for next < len(tokens) && numbers(tokens[next].Term) {
		next++
	}
	if next < len(tokens) && tokens[next].Word == "of" {
		next++ // billions of dollars
	}
	return next < len(tokens) && currencies(tokens[next].Term)
}

// isScore reports whether the i-th token of a text begins the score of a game: 9-1.
func isScore(text string, tokens []analysis.Token, i int) bool {
	const digits = 3 // of a side
	if i+1 == len(tokens) || !analysis.IsNumber(tokens[i].Word) || !analysis.IsNumber(tokens[i+1].Word) || len(tokens[i].Word) > digits || len(tokens[i+1].Word) > digits {
		return false
	}
	between := text[tokens[i].End:tokens[i+1].Start]
	return between == "-" || between == "–"
}

// isPerson reports whether a person's name seems to begin with the i-th token:
// two capitalised words that no dictionary has, or one after a title.
func isPerson(tokens []analysis.Token, i int) bool {
	if !tokens[i].Upper {
		return false
	}
	beside := i+1 < len(tokens) && analysis.IsName(tokens[i+1]) || i > 0 && tokens[i-1].Upper && Honorifics(tokens[i-1].Term)
	return beside && analysis.IsName(tokens[i]) // last, for looking up a word takes time
}

// personNear reports whether a person's name stands within a few words of the i-th token.
func personNear(tokens []analysis.Token, i int) bool {
	for j := max(0, i-BesideFigure); j < min(len(tokens), i+BesideFigure); j++ {
		if isPerson(tokens, j) {
			return true
		}
	}
	return false
}

// deathNear reports whether it is told of a death within a few words of the i-th token.
func deathNear(tokens []analysis.Token, i int) bool {
	return slices.ContainsFunc(tokens[max(0, i-BesideFigure):min(len(tokens), i+BesideFigure+1)], func(t analysis.Token) bool {
		return slices.Contains(Toll.Words(), t.Term)
	})
}

// BesideFigure is how many words a figure may stand from what it counts.
const BesideFigure = 6

// isYear reports a token that is a year: 2000, and not 2,000.
func isYear(t analysis.Token) bool {
	return calendar.Year(t.Word) && t.End-t.Start == len(t.Word)
}

// mayBeYear reports a number that is a year where a time is asked for. It may
// be a count elsewhere.
func mayBeYear(w string) bool {
	return len(w) == 4 && (w[0] == '1' || w[:2] == "20") && !strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsDigit(r) })
}

// The words that show a kind of answer. Places and reasons are words that come
// before one.
var (
	Places = analysis.Words("in at near from to of outside inside across")
	// spots tell where behind “the” as well: what is from the Senate, or of the Queen, is no place.
	spots   = analysis.Words("in at near outside inside across off along around throughout toward towards onto")
	origins = analysis.Words("raised based imported exported shipped moved emigrated immigrated arrived travelled traveled descended reported")
	times   = analysis.Terms(`January February March April May June July August September October November December
		Jan Feb Aug Sept Sep Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday
		today yesterday tomorrow tonight week month year day morning evening afternoon night ago noon midnight weekend century decade`)
	months  = analysis.Terms("March May")
	numbers = analysis.Terms(`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
		seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen dozens hundred hundreds
		thousand thousands million billion trillion half halves third quarter none several many few single couple twice
		double doubled triple tripled`)
	ordinals  = analysis.Words("st nd rd th")                                                                         // behind figures
	fractions = analysis.Words("fifth sixth seventh eighth ninth tenth fifths sixths sevenths eighths ninths tenths") // behind a number
	// Honorifics are the terms of titles before a name.
	Honorifics = analysis.Terms(`Mr Mrs Ms Dr Sir Lord Lady President Senator Sen Representative Rep Governor Gov Secretary Minister
		Chancellor Director General Gen Colonel Admiral Captain Judge Justice Attorney Counsel Pope Prince Princess King Queen
		Mayor Ambassador Professor Prof Chief Chairman Chairwoman Leader Coach CEO`)
	durations = analysis.Terms("second minute hour day week month year decade century night daily weekly monthly yearly")
	units     = analysis.Terms(`inch foot feet ft yard mile metre meter centimetre centimeter kilometre kilometer km cm mm acre hectare block
		ounce pound lb stone ton tonne kilogram kilo gram kg degree celsius fahrenheit fathom`)
	degrees    = analysis.Terms("degree celsius fahrenheit")
	currencies = analysis.Terms("dollar pound euro cent penny pence yen yuan rupee rouble ruble peso franc krona shekel lira usd gbp eur")
	causes     = analysis.Terms(`cancer stroke heart attack failure pneumonia overdose suicide complication injury gunshot shot stab crash accident
		covid drown illness disease infection tumor leukemia dementia fire explosion fall poison cause`)
	reasons = analysis.Words("because since due so amid after citing over caused")
)
