package syntax

import (
	"strings"

	"newshound/answer/analysis"
)

// Courteous reports whether words are nothing but a greeting, thanks or assent, for which nobody wants the
// coverage searched.
func Courteous(words []string) bool {
	courteous := false
	for _, w := range words {
		w = strings.Trim(strings.ToLower(w), ",.!?:;-–—()'’\"")
		switch {
		case courtesies(w):
			courteous = true
		case w != "" && !besideCourtesies(w):
			return false
		}
	}
	return courteous
}

var (
	courtesies = analysis.Words(`yes yeah yep no nope hi hello hey howdy greetings morning afternoon evening bye goodbye thanks thank thankyou thx ty cheers
		ok okay great cool nice awesome perfect excellent wow lol sorry`)
	besideCourtesies = analysis.Words(`a all and am are again bot but day everyone for good got have how i is it job just lot much my
		newshound night one please so team that that's that’s there this to too very well work you your yourself`)
	// namesToo are courtesies that may also begin a question.
	namesToo = analysis.Words(`no nice cool`)
)

// openers are the words with which a question begins.
var openers = analysis.Words(`who whom whose what which when where why how whether if is are was were do does did has have had can could
	will would should tell show`)

// preambles are what people say before they ask, the words of each joined by hyphens.
var preambles = analysis.Words(`i-was-wondering i-was-just-wondering i-am-wondering i'm-wondering i'm-just-wondering just-wondering
	wondering i-wonder i-want-to-know i-wanted-to-know i-need-to-know i-would-like-to-know i'd-like-to-know i'd-love-to-know
	any-idea any-ideas any-clue do-you-have-any-idea does-anyone-know does-anybody-know anyone-know anybody-know
	i-am-curious i'm-curious just-curious curious question my-question my-question-is a-question one-question quick-question
	a-quick-question one-quick-question just-a-quick-question another-question one-more-question
	um umm uh uhm er erm hm hmm so-um ok-so okay-so`)

// longestPreamble is how many words a preamble may have.
const longestPreamble = 8

// Bare returns a question without what people say around one in a chat: a greeting (“hi there, who …”), a
// preamble (“I was wondering who …”), and thanks behind it.
func Bare(question string) string {
	words := strings.Fields(question)
	first, last := 0, len(words)
	for first < last {
		n := preambleOf(words[first:last])
		if n == 0 {
			break
		}
		first += n
	}
	for i := last - 1; i > first && last-i <= longestPreamble; i-- {
		if pauses(words[i-1]) && Courteous(words[i:last]) {
			last = i
		}
	}
	if first == 0 && last == len(words) {
		return question
	}
	return strings.TrimRight(strings.Join(words[first:last], " "), ",;:–—")
}

// preambleOf returns how many words at the beginning are a greeting or a preamble. The question follows
// them after a pause, or begins as questions do.
func preambleOf(words []string) int {
	for n := 1; n < len(words) && n <= longestPreamble; n++ {
		if !pauses(words[n-1]) && !openers(strings.ToLower(words[n])) {
			continue
		}
		said := strings.TrimRight(strings.ReplaceAll(strings.ToLower(strings.Join(words[:n], "-")), "’", "'"), pause)
		if Courteous(words[:n]) && !namesToo(said) || preambles(said) {
			return n
		}
	}
	return 0
}

// pause is what a pause is written with.
const pause = ",.!?:;–—"

// pauses reports whether a word has a pause behind it.
func pauses(word string) bool { return strings.TrimRight(word, pause) != word }
