package answer

import "newshound/answer/analysis"

// frames are the terms of words that ask rather than describe.
var frames = terms(`say said tell told ask asked state stated report reported mention mentioned describe
	described explain explained article articles coverage story stories news happen happened know known
	according comment commented claim claimed note noted add added write wrote call called give given
	list name think talk talked speak discuss information detail details regarding concerning exactly actually
	please anything something`)

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
