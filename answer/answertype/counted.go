package answertype

import (
	"strconv"
	"strings"
	"sync"

	"newshound/answer/analysis"
)

// Count is what is looked for where a sentence tells how many did something, or to how many it was
// done.
type Count struct {
	// Tells reports whether the i-th token is a word for that: killed, missing.
	Tells func(i int) bool
	// Of reports whether it is a word for those who are counted: hostages.
	Of func(i int) bool
	// Anyone reports that people of any kind are counted.
	Anyone bool
	// Year is that of which it is told.
	Year int
}

const (
	// countedBefore is the number of words that stand at most between what was done and to how
	// many: killing at least 36.
	countedBefore = 5
	// countedBehind is that between how many and what: 36 people in Ashford were killed.
	countedBehind = 6
	// tallied is that between a toll and how high it is.
	tallied = 14
	// ofToll is the number of words before it that tell what is counted: the Swiss death toll.
	ofToll = 2
)

// In returns the number of them that a sentence tells, the highest where it tells several, and
// reports whether there is one. It is none of only some of them (54 in Ashford alone, three
// Swiss), nor of those of another year (in 1977, which killed 23); and neither is what it may come to,
// nor what has no number (dozens).
func (c Count) In(text string, tokens []analysis.Token) (most float64, ok bool) {
	if c.OfAnotherYear(tokens) {
		return 0, false
	}
	for i := 0; i < len(tokens); i++ {
		if mayBe(tokens[i].Word) {
			break
		}
		if !isCount(tokens, i) || vague(tokens[i].Word) {
			continue
		}
		first, value := i, valueOf(tokens[i].Word)
		for ; i+1 < len(tokens); i++ {
			between, next := text[tokens[i].End:tokens[i+1].Start], tokens[i+1].Word
			if unit := inLetters()[next]; between == "-" && 0 < unit && unit < 10 { // twenty-one
				value += unit
			} else if between == " " && powers[next] > 0 {
				value *= powers[next]
			} else {
				break
			}
		}
		if (!ok || value > most) && !isShare(text, tokens, i) && c.counts(text, tokens, first, i) {
			most, ok = value, true
		}
	}
	return most, ok
}

// OfAnotherYear reports whether some tokens have a year before that of which it is told, and not
// only to tell since when there was nothing like it.
func (c Count) OfAnotherYear(tokens []analysis.Token) bool {
	for i, t := range tokens {
		if isYear(t) && t.Word < strconv.Itoa(c.Year) && (i == 0 || tokens[i-1].Word != "since") {
			return true
		}
	}
	return false
}

// counts reports whether the number that the tokens from first to last are counts them.
func (c Count) counts(text string, tokens []analysis.Token, first, last int) bool {
	before := first - 1
	for before > 0 && first-before < countedBefore && about(tokens, before) {
		before--
	}
	joined := before >= 0 && !pauses(text, tokens[before:first+1])
	if joined && reaches(tokens[before].Word) && c.tallied(tokens[:before+1]) {
		return true
	}
	behind := tokens[last:min(len(tokens), last+2+countedBehind)]
	for n := 1; n < len(behind); n++ {
		if pauses(text, behind[n-1:n+1]) || n > 1 && isCount(behind, n) {
			behind = behind[:n]
			break
		}
	}
	if len(behind) > 1 && !c.isThem(tokens, last+1) {
		return false
	}
	for n := 1; n < len(behind); n++ {
		if c.Tells(last + n) {
			return !isToBe(behind, n)
		}
	}
	return joined && c.Tells(before)
}

// isThem reports whether what stands behind a number is what is counted, or no noun at all.
func (c Count) isThem(tokens []analysis.Token, i int) bool {
	t := tokens[i]
	if c.Of(i) || i+1 < len(tokens) && c.Of(i+1) {
		return true
	}
	if !c.Anyone && persons(t.Word) {
		return false
	}
	return t.Stop && t.Word != "of" || c.Tells(i) || times(t.Term) && !durations(t.Term) || persons(t.Word) || i+1 < len(tokens) && !t.Upper && persons(tokens[i+1].Word)
}

// tallied reports whether the last of some tokens tell of a toll of them, and no other number.
func (c Count) tallied(tokens []analysis.Token) bool {
	told, them := false, c.Anyone
	for i := len(tokens) - 1; i >= max(0, len(tokens)-tallied) && !isCount(tokens, i); i-- {
		told, them = told || c.Tells(i), them || c.Of(i)
		if !tallies(tokens[i].Word) {
			continue
		}
		for k := max(0, i-ofToll); k < i; k++ {
			told, them = told || c.Tells(k), them || c.Of(k)
		}
		return told && them
	}
	return false
}

// isShare reports whether the number that the i-th token is the last of is one of a hundred.
func isShare(text string, tokens []analysis.Token, i int) bool {
	return strings.HasPrefix(text[tokens[i].End:], "%") || i+1 < len(tokens) && shares(tokens[i+1].Word)
}

// isToBe reports whether what the i-th token tells was not done by then: to be freed, will be freed.
func isToBe(tokens []analysis.Token, i int) bool {
	return i > 1 && tokens[i-1].Word == "be" && ahead(tokens[i-2].Word) && !states(tokens[i].Word)
}

// about reports whether the i-th token tells how far a number is to be trusted: at least, up to.
func about(tokens []analysis.Token, i int) bool {
	switch tokens[i].Word {
	case "at":
		return i+1 < len(tokens) && (tokens[i+1].Word == "least" || tokens[i+1].Word == "most")
	case "to":
		return tokens[i-1].Word == "up"
	}
	return roughly(tokens[i].Word)
}

// pauses reports whether a clause ends between some tokens of a text.
func pauses(text string, tokens []analysis.Token) bool {
	for i := 1; i < len(tokens); i++ {
		if strings.ContainsAny(text[tokens[i-1].End:tokens[i].Start], ",;:()–—−") {
			return true
		}
	}
	return false
}

// valueOf returns the number that a word is, 1 for one that tells none.
func valueOf(word string) float64 {
	power := strings.TrimLeft(word, "0123456789.")
	if v, err := strconv.ParseFloat(strings.TrimSuffix(word, power), 64); err == nil {
		return v * max(1, powers[power])
	}
	if v, known := inLetters()[word]; known {
		return v
	}
	return max(1, powers[word])
}

// inLetters returns the numbers below a hundred that are one word in letters, by that.
var inLetters = sync.OnceValue(func() map[string]float64 {
	numbers := make(map[string]float64)
	for i, word := range strings.Fields(`zero one two three four five six seven eight nine ten eleven twelve thirteen
		fourteen fifteen sixteen seventeen eighteen nineteen`) {
		numbers[word] = float64(i)
	}
	for i, word := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		numbers[word] = float64(20 + 10*i)
	}
	return numbers
})

// powers are the numbers that others count: 40 thousand, 40k.
var powers = map[string]float64{"dozen": 12, "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}

var (
	mayBe   = analysis.Words("would could may might can if")
	shares  = analysis.Words("percent percentage per")
	ahead   = analysis.Words("to will shall should")
	states  = analysis.Words("dead missing") // feared to be dead
	vague   = analysis.Words("dozens hundreds thousands millions several many few some none single couple half halves double triple doubled tripled quarter")
	roughly = analysis.Words("least most more than about some nearly around an estimated approximately almost as many over roughly up another only")
	tallies = analysis.Words("toll tolls count number total tally figure")
	reaches = analysis.Words(`of to at by is was are were reach reached reaches hit hits surpass surpassed surpasses surpassing pass passed past
		exceed exceeds exceeded exceeding top topped tops above toll count`)
	persons = analysis.Words("people person persons lives victims deaths fatalities casualties others more")
	// Anyones are words for people of any kind.
	Anyones = analysis.Words("people person persons lives victims dead deaths fatalities casualties")
)
