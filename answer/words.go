package answer

import "newshound/answer/analysis"

// frames are the terms of words that ask rather than describe: verbs of telling,
// verbs that mean little without their object, and nouns for what is wanted.
var frames = terms(`say said tell told ask asked report reported article articles coverage story stories
	news happen happened occur according list name information detail details regarding concerning exactly
	actually please anything something know think
	take make get go come give put place
	purpose outcome result view opinion stance position role job title background fact example reaction`)

// measures follow how, and kinds follow what or which, to say what kind of
// answer is wanted.
var (
	measures = words("many much long often old far fast soon big large high tall deep wide")
	kinds    = words("kind sort type day date year month time city country place person people")
)

// utterances are the terms of verbs of speech.
var utterances = terms(`say tell state claim comment describe explain call tweet announce warn argue insist
	promise respond reply declare suggest admit deny criticize write note add call compare think`)

// terms returns the set of the terms of the words in list.
func terms(list string) map[string]bool {
	var a analysis.Analyzer
	m := make(map[string]bool)
	for _, t := range a.Tokens(list) {
		m[t.Term] = true
	}
	return m
}
