package answertype

import (
	"strings"

	"newshound/answer/analysis"
)

// Words by which questions are read, here and by the engine.
var (
	// Leaders are the terms of what people are called who lead something.
	Leaders = analysis.Terms(`president director ceo owner founder cofounder chairman chairwoman chair chairperson head chief leader boss
		manager coach captain principal secretary minister commissioner mayor governor dean editor superintendent commander executive
		chancellor sheriff pastor publisher`)
	// Roles are people in general, who may be who “he” is.
	Roles = analysis.Words(`president minister senator secretary director chief king queen mayor governor leader man woman ceo coach player
	suspect officer official spokesman spokeswoman chairman pope prince princess actor actress singer author judge lawyer victim
	father mother son daughter brother sister wife husband boy girl candidate person prosecutor defendant witness
	spokesperson commissioner manager boss founder owner doctor professor scientist researcher analyst priest reporter writer artist
	lawmaker politician executive billionaire celebrity footballer musician rapper comedian journalist
	someone somebody anyone anybody everyone`)
	// Auxiliaries are the verbs that questions begin with.
	Auxiliaries = analysis.Words("did does do is was are were has have had will would can could should may might must")
	// Beings are the auxiliaries that no other verb need follow: when was the meeting?
	Beings = analysis.Words("is are was were be been being")
	// AskedVerbs are those that stand before who says something in a question.
	AskedVerbs = analysis.Words("did does do has have had")
	// Prepositions are those behind which it is told where, when or with whom.
	Prepositions = analysis.Words("in at on near for with without against from to by under over during after before")
	// Articles are the words that stand before a noun alone.
	Articles = analysis.Words("the a an this that")
	// Utterances are the terms of verbs of speech.
	Utterances = analysis.Terms(`say tell state claim comment describe explain call tweet announce warn argue insist
	promise respond reply declare suggest admit deny criticize write note add call compare think`)
)

// Nominal reports whether a word behind “what did …” that may be a verb of speech is a
// noun: in the plural, or behind an article. What did the DHS do for the states?
func Nominal(before, word string) bool { return strings.HasSuffix(word, "s") || Articles(before) }
