package syntax

import "newshound/answer/analysis"

// Frames are the terms of words that ask rather than describe: verbs of telling,
// verbs that mean little without their object, and nouns for what is wanted.
var Frames = analysis.Terms(`say said tell told ask asked report reported article articles outlet outlets coverage story stories
	news happen happened occur according list name information detail details regarding concerning exactly
	actually please afterwards afterward lately anything something anyone anybody someone somebody know think
	take make get go come give put place ` + soughtNouns)

// Sought are the terms of the nouns among them for what is wanted of something: the purpose of
// a visit.
var Sought = analysis.Terms(soughtNouns)

const soughtNouns = "purpose outcome result view opinion stance position role job title background fact example reaction"
