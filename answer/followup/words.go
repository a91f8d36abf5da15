package followup

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/syntax"
)

// The words of English that follow-ups are read by, as far as package answertype has them not.

// pronouns are the pronouns that are resolved, each with the kind of what it stands for.
var pronouns = map[string]string{
	"he": person, "him": person, "his": person, "she": person, "her": person, "hers": person,
	"they": several, "them": several, "their": several,
	"it": thing, "its": thing,
}

const (
	person  = "person"
	several = "several"
	thing   = "thing"
)

// genders are those of the pronouns for one person, as [naming.Names.Gender] has them.
var genders = map[string]string{"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}

// isPronoun reports whether a word is one of the pronouns, ofPerson whether it is one for a single
// person, and ofSeveral whether it is one for several, or for a firm or a team.
func isPronoun(word string) bool { return pronouns[word] != "" }
func ofPerson(word string) bool  { return genders[word] != "" }
func ofSeveral(word string) bool { return pronouns[word] == several }

// pronounKey returns the same key for pronouns that stand for the same (“he”, “him” and “his”), ""
// for other words.
func pronounKey(word string) string { return pronouns[word] + genders[word] }

var (
	// interrogatives begin questions, where auxiliaries do not; circumstantial are those of them
	// that ask when, where, why and how something happened.
	interrogatives = analysis.Words("who whom whose what which when where why how")
	circumstantial = analysis.Words("when where why how")

	// askedMeasures follow “how”: how many, how old.
	askedMeasures = analysis.Words("much many long often far big large high old soon likely")

	// doing are the forms of “do”. Who does it stands behind them: “who did Djokovic beat?”
	doing = analysis.Words("do does did")

	// objectPronouns may be the object of a verb.
	objectPronouns = analysis.Words("it him her them")

	// locatives are the prepositions that stand before the place where something is.
	locatives = analysis.Words("in at on near")

	// pointing stand before something that both sides know: the meeting, this deal.
	pointing = analysis.Words("the this that these those")

	// begins are the small words with which a noun phrase begins, or a title: A Haunting in Venice.
	begins = analysis.Words("the a an this that these those his her its their")
)

// asks matches the words that a question begins with, or an order to tell something.
var asks = analysis.Pattern(`^(?:who|whom|whose|what|when|where|why|how|which|did|do|does|is|are|was|were|has|have|had|will|would|can|could|should|tell|show|list|give|name)\b`)

// plural reports whether words seem to name several.
func plural(words string) bool {
	fold := analysis.Fold(words)
	return strings.HasSuffix(fold, "s") && !strings.HasSuffix(fold, "ss") && !strings.HasSuffix(fold, "us") || strings.Contains(fold, " and ")
}

// severalPeople reports whether words end with a plural that says what people do: researchers.
func severalPeople(words string) bool {
	last := analysis.Fold(syntax.LastWord(words))
	return plural(last) && answertype.Roles(strings.TrimSuffix(last, "s"))
}

// participle reports whether a word looks like a past participle: the held of “was the meeting held?”
func participle(word string) bool {
	return strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "eed") || strings.HasSuffix(word, "en") || word == "worth" || irregular(word)
}

var irregular = analysis.Words("held made sold built sent found hurt cut begun done won lost shown known shot caught bought kept left met paid put said told set laid hit led read let")

// headOf returns the words before the first preposition.
func headOf(words string) string {
	fields := strings.Fields(words)
	for i, w := range fields {
		if i > 0 && (w == "of" || answertype.Prepositions(w)) {
			return strings.Join(fields[:i], " ")
		}
	}
	return words
}

// ofMeaning returns those of some tokens that say what a question is about: no stop words, and none
// that only ask.
func ofMeaning(tokens []analysis.Token) []analysis.Token {
	return slices.DeleteFunc(slices.Clone(tokens), func(t analysis.Token) bool { return t.Stop || syntax.Frames(t.Term) })
}

// shareMeaning reports whether two texts have a term in common that is no stop word.
func shareMeaning(tokens, others []analysis.Token) bool {
	return slices.ContainsFunc(tokens, func(t analysis.Token) bool { return !t.Stop && analysis.HasTerm(others, t.Term) })
}

// capitalised returns a text with a capital as its first letter.
func capitalised(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if !unicode.IsLower(first) {
		return text
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

// unpunctuated returns a question without the marks that it ends with.
func unpunctuated(text string) string { return strings.TrimRight(text, " ?.!") }

// likeFirst returns a word with a capital if another word has one.
func likeFirst(word, other string) string {
	if capitalised(other) == other {
		return capitalised(word)
	}
	return word
}

// possessive returns what makes a name possessive: Lee’s, Jones’.
func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return "’"
	}
	return "’s"
}
