package engine

import (
	"regexp"
	"slices"
	"strings"

	"newshound/answer/analysis"
)

// things are the nouns by which a kind of thing is asked for: “What is the price of a ticket?”,
// “the mayor's age”, “ticket price”. Whom one asks for so, [roles] and [leaders] know.
var things = map[string]expectation{
	"age":  anAge,
	"cost": aSum, "price": aSum, "salary": aSum, "wage": aSum, "fee": aSum, "budget": aSum, "bonus": aSum, "rent": aSum, "fare": aSum,
	"revenue": aSum, "profit": aSum, "debt": aSum, "bail": aSum, "fine": aSum, "worth": aSum,
	"score": aScore, "scoreline": aScore,
	"casualties": aToll, "fatalities": aToll, "deaths": aToll,
	"date": aTime, "year": aTime, "birthday": aTime, "deadline": aTime,
	"location": aPlace, "venue": aPlace, "hometown": aPlace, "birthplace": aPlace,
	"population": aNumber, "magnitude": aNumber, "percentage": aNumber, "percent": aNumber, "proportion": aNumber,
	"height": aMeasure, "weight": aMeasure, "number": aNumber, "temperature": aNumber,
	"duration": aDuration,
	"motive":   aReason, "reason": aReason,
	"party": aMember, "religion": aMember, "language": aMember, "colour": aMember, "color": aMember,
}

// askedThing returns the kind of thing that a question asks for by a noun, and which token
// that is: behind “what is” the last before a preposition, and so, or at the end, in what has
// neither a question word nor a verb of asking.
func askedThing(text string, tokens []analysis.Token) (kind expectation, at int) {
	from := slices.IndexFunc(tokens, func(t analysis.Token) bool { return t.Word == "what" || t.Word == "whats" }) + 1
	bare := from == 0
	switch {
	case len(tokens) == 0 || bare && (auxiliaries(tokens[0].Word) || slices.ContainsFunc(tokens, asksAlone)):
		return anything, 0
	case !bare && from < len(tokens) && beings(tokens[from].Word):
		from++
	case !bare && tokens[from-1].Start+len("what") == tokens[from-1].End: // not what's
		return anything, 0
	}
	last := len(tokens) - 1
	for i := from; i < len(tokens); i++ {
		if t := tokens[i]; !thingGoesOn(t.Word) || i > from && strings.ContainsAny(text[tokens[i-1].End:t.Start], ",;:(") {
			last = i - 1
			break
		}
	}
	for _, i := range []int{last, len(tokens) - 1} {
		if i < from || !bare && i != last {
			continue
		}
		if kind := things[tokens[i].Word]; kind != anything {
			return kind, i
		}
		if t := tokens[i]; bare && (leaders(t.Term) || roles(t.Word) || t.Word == "winner") {
			return aPerson, i
		}
	}
	return anything, 0
}

// asksAlone reports whether a token is a question word but for “what”.
func asksAlone(t analysis.Token) bool {
	_, ok := questionWords[t.Word]
	return ok || t.Word == "how" || t.Word == "which"
}

// byPattern are the kinds of thing that a question asks for by more than its question word,
// as its patterns tell, over the folded text.
var byPattern = []struct {
	kind    expectation
	mayHold string
	pattern func() *regexp.Regexp
}{
	{aSum, "how much", analysis.Pattern(`\bhow much (?:money\b|` + helping + `\b.*\b(?:cost|earn|ma[kd]e|pa(?:y|id)|charge|spen[dt]|rais|donat|invest|s(?:ell|old)|bought|buy|purchas|` +
		`w[io]n|borrow|len[dt]|award|bid|fund|fine|owe|lose|lost|save|settle|worth)(?:e?s|e|e?d|ing)?\b|(?:is|are|was|were) (?:the|an?|his|her|its|their|\S+['’]s?) )`)},
	{aSum, "what", analysis.Pattern(`\bwhat (?:do|does|did|will|would) .*\b(?:cost|earn|charge|pay|owe)(?: (?:for|to|per|in|at|an?|each|next|this|last)\b.*)?$`)},
	{aSum, "what", analysis.Pattern(`\bwhat (?:is|are|was|were) .*\b(?:fined|paid|worth|sold for|valued at)(?: (?:by|in|last|this)\b.*)?$`)},
	{aCause, "what", analysis.Pattern(`\bwhat (?:did|does|do) .+ die (?:of|from)\b|\bwhat killed\b`)},
	{aCause, "cause of death", analysis.Pattern(`cause of death\b`)},
	{aReason, "reason", analysis.Pattern(`\bfor what reason\b`)},
	{aCause, "how", analysis.Pattern(`\bhow (?:did|does) .+ die$`)},
	{aToll, "death toll", analysis.Pattern(`\bdeath toll\b`)},
	{aToll, "how many", analysis.Pattern(`\bhow many (?:\S+ )*?(?:died?|dead|killed|deaths|fatalities|casualties)\b`)},
}

// helping are the verbs behind “how much” that a verb of paying follows.
const helping = `(?:do|does|did|will|would|has|have|had|can|could|is|are|was|were|should|must)`

// asksLeader matches what asks who leads something, and the word behind that; asksDoing what
// asks what somebody or something does.
var (
	asksLeader = analysis.Pattern(`^who(?:['’]?s)?(?: is| was)?(?: in)?(?: the)? (?:runs?|ran|leads?|led|heads?|headed|manages?|managed|charge|head|boss|leader)(?: of)? (\S+)`)
	asksDoing  = analysis.Pattern(`^what (?:do|does) .+ do$`)
)

// askedByPattern returns the kind of thing that a question asks for by a pattern, if there is
// one.
func askedByPattern(text string, tokens []analysis.Token) (expectation, bool) {
	if len(tokens) == 0 {
		return anything, false
	}
	text = strings.TrimRight(analysis.Fold(text[tokens[0].Start:]), " ?!.")
	for _, p := range byPattern {
		if strings.Contains(text, p.mayHold) && p.pattern().MatchString(text) {
			return p.kind, true
		}
	}
	return anything, false
}

// askOfName marks the words that the kind of thing asked for tells, and finds whether the
// question asks who leads the one name that it has, or who or what that is.
func (in *inquiry) askOfName() {
	in.markTold()
	text := strings.TrimRight(analysis.Fold(in.text), " ?!.")
	who := strings.HasPrefix(text, "who")
	var leads []string
	if _, _, one := in.soleName(); one && who {
		leads = asksLeader().FindStringSubmatch(text)
	}
	_, _, only := in.nameOf()
	switch {
	case len(leads) > 1 && !prepositions(leads[1]):
		in.expect = aLeader
		in.markTold()
	case only && (in.expect == anything || who):
		in.expect = aRole
	}
}

func (in *inquiry) markTold() {
	for i, w := range in.words {
		in.words[i].told = in.expect.tells(w.Term) || in.expect == aMember && w.class
	}
}
