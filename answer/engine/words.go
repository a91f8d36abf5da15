package engine

import (
	"strings"

	"newshound/answer/analysis"
)

// frames are the terms of words that ask rather than describe: verbs of telling,
// verbs that mean little without their object, and nouns for what is wanted.
var frames = analysis.Terms(`say said tell told ask asked report reported article articles outlet outlets coverage story stories
	news happen happened occur according list name information detail details regarding concerning exactly
	actually please anything something anyone anybody someone somebody know think
	take make get go come give put place ` + wantedNouns)

// wanted are the terms of the nouns among them for what is wanted of something: the purpose of
// a visit.
var wanted = analysis.Terms(wantedNouns)

const wantedNouns = "purpose outcome result view opinion stance position role job title background fact example reaction"

// publishes are the terms of what outlets do with news: what did The Hill write?
var publishes = analysis.Terms("write publish cover run post carry print")

// questionWords ask for a kind of thing by themselves.
var questionWords = map[string]expectation{
	"who": aPerson, "whom": aPerson, "whose": aPerson, "where": aPlace, "when": aTime, "why": aReason,
}

// measures ask for a kind of thing after how, and kinds after what or which.
var (
	measures = map[string]expectation{
		"many": aNumber, "much": aNumber, "old": anAge, "far": aMeasure, "fast": aNumber, "big": aNumber,
		"large": aNumber, "high": aNumber, "tall": aMeasure, "deep": aMeasure, "wide": aMeasure,
		"heavy": aMeasure, "hot": aNumber, "cold": aNumber, "strong": aNumber, "expensive": aSum, "rich": aSum,
		"long": aDuration, "often": aDuration, "soon": aTime, "recently": aTime,
	}
	kinds = map[string]expectation{
		"kind": anything, "sort": anything, "type": anything,
		"day": aTime, "date": aTime, "year": aTime, "month": aTime, "time": aTime, "decade": aTime, "century": aTime,
		"city": aPlace, "state": aPlace, "country": aPlace, "nation": aPlace, "place": aPlace, "location": aPlace,
		"person": aPerson, "people": aPerson,
		"age": anAge, "number": aNumber, "percentage": aNumber, "percent": aNumber, "proportion": aNumber, "share": aNumber,
	}
)

// nominal reports whether a word behind “what did …” that may be a verb of speech is a
// noun: in the plural, or behind an article. What did the DHS do for the states?
func nominal(before, word string) bool { return strings.HasSuffix(word, "s") || articles(before) }

var articles = analysis.Words("the a an this that")

// links are stop words that a topic may have between its words.
var links = analysis.Words("the a an of in on at for and to by with from about")

// asked are the terms of days that are told by the day of asking, and spans those of
// stretches of time that are, after one of the words besideNow.
var (
	asked     = analysis.Terms("today tonight yesterday tomorrow")
	spans     = analysis.Terms("week weekend month year decade season spring summer autumn fall winter")
	besideNow = analysis.Words("this last next past coming previous")
)

// utterances are the terms of verbs of speech.
var utterances = analysis.Terms(`say tell state claim comment describe explain call tweet announce warn argue insist
	promise respond reply declare suggest admit deny criticize write note add call compare think`)

// thingGoesOn reports whether the noun by which a thing is asked for may come behind a word: the
// age, the mayor's age, but not the age of the mayor.
func thingGoesOn(word string) bool {
	return !prepositions(word) && word != "of" && word != "that" && word != "who" && word != "which" && word != "when"
}
