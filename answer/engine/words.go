package engine

import "newshound/answer/analysis"

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

// links are stop words that a topic may have between its words.
var links = analysis.Words("the a an of in on at for and to by with from about")

// asked are the terms of days that are told by the day of asking, and spans those of
// stretches of time that are, after one of the words besideNow.
var (
	asked     = analysis.Terms("today tonight yesterday tomorrow")
	spans     = analysis.Terms("week weekend month year decade season spring summer autumn fall winter")
	besideNow = analysis.Words("this last next past coming previous")
)
