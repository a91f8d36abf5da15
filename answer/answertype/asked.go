package answertype

import (
	"regexp"
	"slices"
	"strings"

	"newshound/answer/analysis"
)

// Asked tells from the question words what would answer the question.
func Asked(tokens []analysis.Token) Type {
	for i, t := range tokens {
		if kind, ok := QuestionWords[t.Word]; ok {
			return kind
		}
		if i+1 == len(tokens) {
			break
		}
		if kind, _ := AskedByPair(t.Word, tokens[i+1].Word); kind != Any {
			return kind
		}
		if t.Word == "what" || t.Word == "which" {
			if asksSpeech(t.Word, tokens[i+1:min(len(tokens), i+1+longestAsked)]) {
				return Speech
			}
		}
	}
	return Any
}

// longestAsked is how many words behind “what” are looked at for a verb of saying.
const longestAsked = 100

// asksSpeech reports whether what follows “what” or “which” asks for what somebody says: what
// did the mayor say, what the mayor said, which threats did he describe. Which mayor said
// something is no such question, nor what a thing is called.
func asksSpeech(asks string, tokens []analysis.Token) bool {
	first, what, doing := tokens[0], asks == "what", false
	for j, t := range tokens[1:] {
		before := tokens[j]
		doing = doing || before.Word == "did" || before.Word == "does" || before.Word == "do"
		if !Utterances(t.Term) || Beings(before.Word) {
			continue
		}
		if Nominal(before.Word, t.Word) && (doing || what && AskedVerbs(first.Word) || j > 0 && tokens[j-1].Word == "to") { // to help states
			continue
		}
		switch {
		case Beings(first.Word) || first.Word == "s":
			return what && strings.HasSuffix(t.Word, "ing")
		case doing || what && (first.Stop || first.Upper):
			return true
		}
	}
	return false
}

// AskedByPair tells what two words such as “how many” or “which day” ask for, and
// whether they do.
func AskedByPair(first, second string) (kind Type, asks bool) {
	switch first {
	case "how":
		kind, asks = measures[second]
	case "what", "which":
		kind, asks = kinds[second]
	}
	return kind, asks
}

// things are the nouns by which a kind of thing is asked for: “What is the price of a ticket?”,
// “the mayor's age”, “ticket price”. Whom one asks for so, [Roles] and [Leaders] tell.
var things = map[string]Type{
	"age":  Age,
	"cost": Sum, "price": Sum, "salary": Sum, "wage": Sum, "fee": Sum, "budget": Sum, "bonus": Sum, "rent": Sum, "fare": Sum,
	"revenue": Sum, "profit": Sum, "gross": Sum, "income": Sum, "valuation": Sum, "debt": Sum, "bail": Sum, "fine": Sum, "worth": Sum,
	"score": Score, "scoreline": Score,
	"casualties": Toll, "fatalities": Toll, "deaths": Toll,
	"date": Time, "year": Time, "birthday": Time, "deadline": Time,
	"location": Place, "venue": Place, "hometown": Place, "birthplace": Place,
	"population": Number, "magnitude": Number, "percentage": Number, "percent": Number, "proportion": Number,
	"height": Measure, "weight": Measure, "number": Number, "temperature": Heat,
	"duration": Duration,
	"motive":   Reason, "reason": Reason,
	"party": Member, "religion": Member, "language": Member, "colour": Member, "color": Member,
}

// AskedByNoun returns the kind of thing that a question asks for by a noun, and which token
// that is: behind “what is” the last before a preposition, and so, or at the end, in what has
// neither a question word nor a verb of asking.
func AskedByNoun(text string, tokens []analysis.Token) (kind Type, at int) {
	from := slices.IndexFunc(tokens, func(t analysis.Token) bool { return t.Word == "what" || t.Word == "whats" }) + 1
	bare := from == 0
	switch {
	case len(tokens) == 0 || bare && (Auxiliaries(tokens[0].Word) || slices.ContainsFunc(tokens, asksAlone)):
		return Any, 0
	case !bare && from < len(tokens) && Beings(tokens[from].Word):
		from++
	case !bare && tokens[from-1].Start+len("what") == tokens[from-1].End: // not what's
		return Any, 0
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
		if kind := things[tokens[i].Word]; kind != Any {
			return kind, i
		}
		if t := tokens[i]; bare && (Leaders(t.Term) || Roles(t.Word) || t.Word == "winner") {
			return Person, i
		}
	}
	return Any, 0
}

// asksAlone reports whether a token is a question word but for “what”.
func asksAlone(t analysis.Token) bool {
	_, ok := QuestionWords[t.Word]
	return ok || t.Word == "how" || t.Word == "which"
}

// byPattern are the kinds of thing that a question asks for by more than its question word,
// as its patterns tell, over the folded text.
var byPattern = []struct {
	kind    Type
	mayHold string
	pattern func() *regexp.Regexp
}{
	{Sum, "how much", analysis.Pattern(`\bhow much (?:money\b|` + helping + `\b.*\b(?:cost|earn|ma[kd]e|pa(?:y|id)|charge|spen[dt]|rais|donat|invest|s(?:ell|old)|bought|buy|purchas|` +
		`w[io]n|borrow|len[dt]|award|bid|fund|fine|owe|lose|lost|save|settle|worth)(?:e?s|e|e?d|ing)?\b|(?:is|are|was|were) (?:the|an?|his|her|its|their|\S+['’]s?) )`)},
	{Sum, "what", analysis.Pattern(`\bwhat (?:do|does|did|will|would) .*\b(?:cost|earn|charge|pay|owe)(?: (?:for|to|per|in|at|an?|each|next|this|last)\b.*)?$`)},
	{Sum, "what", analysis.Pattern(`\bwhat (?:is|are|was|were) .*\b(?:fined|paid|worth|sold for|valued at)(?: (?:by|in|last|this)\b.*)?$`)},
	{Cause, "what", analysis.Pattern(`\bwhat (?:did|does|do) .+ die (?:of|from)\b|\bwhat killed\b`)},
	{Cause, "cause of death", analysis.Pattern(`cause of death\b`)},
	{Reason, "reason", analysis.Pattern(`\bfor what reason\b`)},
	{Cause, "how", analysis.Pattern(`\bhow (?:did|does) .+ die$`)},
	{Toll, "death toll", analysis.Pattern(`\bdeath toll\b`)},
	{Toll, "how many", analysis.Pattern(`\bhow many (?:\S+ )*?(?:died?|dead|killed|deaths|fatalities|casualties)\b`)},
}

// helping are the verbs behind “how much” that a verb of paying follows.
const helping = `(?:do|does|did|will|would|has|have|had|can|could|is|are|was|were|should|must)`

// AskedByPattern returns the kind of thing that a question asks for by a pattern, if there is
// one.
func AskedByPattern(text string, tokens []analysis.Token) (Type, bool) {
	if len(tokens) == 0 {
		return Any, false
	}
	text = strings.TrimRight(analysis.Fold(text[tokens[0].Start:]), " ?!.")
	for _, p := range byPattern {
		if strings.Contains(text, p.mayHold) && p.pattern().MatchString(text) {
			return p.kind, true
		}
	}
	if len(tokens) > 3 && tokens[0].Word == "how" && tokens[1].Word == "much" && Beings(tokens[2].Word) && (tokens[3].Upper || !analysis.Ordinary(tokens[3].Word)) {
		return Sum, true // how much is Baldur’s Gate 3?
	}
	return Any, false
}

// QuestionWords ask for a kind of thing by themselves.
var QuestionWords = map[string]Type{
	"who": Person, "whom": Person, "whose": Person, "where": Place, "when": Time, "why": Reason,
}

// measures ask for a kind of thing after how, and kinds after what or which.
var (
	measures = map[string]Type{
		"many": Number, "much": Number, "old": Age, "far": Measure, "fast": Number, "big": Number,
		"large": Number, "high": Number, "tall": Measure, "deep": Measure, "wide": Measure,
		"heavy": Measure, "hot": Heat, "cold": Heat, "warm": Heat, "strong": Number, "expensive": Sum, "rich": Sum,
		"long": Duration, "often": Duration, "soon": Time, "recently": Time,
	}
	kinds = map[string]Type{
		"kind": Any, "sort": Any, "type": Any,
		"day": Time, "date": Time, "year": Time, "month": Time, "time": Time, "decade": Time, "century": Time,
		"city": Place, "state": Place, "country": Place, "nation": Place, "place": Place, "location": Place,
		"person": Person, "people": Person,
		"age": Age, "number": Number, "percentage": Number, "percent": Number, "proportion": Number, "share": Number,
	}
)

// thingGoesOn reports whether the noun by which a thing is asked for may come behind a word: the
// age, the mayor's age, but not the age of the mayor.
func thingGoesOn(word string) bool {
	return !Prepositions(word) && word != "of" && word != "that" && word != "who" && word != "which" && word != "when"
}
