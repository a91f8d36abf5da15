package followup

import (
	"strings"

	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/syntax"
)

// usual returns a follow-up in the words that the patterns of this package know: without
// courtesies at its end, with “it” for a “that” that stands for what was spoken of, and with “who
// else?” and “who exactly?” for what asks the same in other words. happened reports whether the
// “that” stood for what was done or said: “did he deny that?”
func usual(typed string) (text string, happened bool) {
	text = strings.TrimSpace(courteousEnd().ReplaceAllString(typed, ""))
	if strings.HasSuffix(typed, "?") && !strings.HasSuffix(text, "?") {
		text += "?"
	}
	text = saidOfThat().ReplaceAllString(text, "$1 it$2")
	if m := didThat().FindStringSubmatch(text); len(m) > 2 && !compares(analysis.Fold(syntax.LastWord(m[1]))) {
		text, happened = m[1]+" it"+m[2], true
	}
	text = anyoneElse().ReplaceAllString(text, "who else$1")
	text = elseDone().ReplaceAllString(text, "who else was $1")
	if wantsNames().MatchString(text) {
		text = "who exactly?"
	}
	return text, happened
}

var (
	courteousEnd = analysis.Pattern(`(?i)[ ,]+(?:please|thanks|thank you|then|though|instead|as well|too)[ .!?]*$`)

	// saidOfThat matches “what did he say about that?”, and didThat “has anyone denied that?”
	saidOfThat = analysis.Pattern(`(?i)(\b(?:say|said|says|think|thinks|thought|write|wrote|tweet|tweeted|know|do|did|done) (?:about|of|on|to)) (?:that|this)([ .!?]*)$`)
	didThat    = analysis.Pattern(`(?i)^((?:(?:and|but|so) )?(?:did|does|do|has|have|had|will|would|can|could|should) \pL.*) (?:that|this)((?: (?:back|down|up|off|out|again|before|yet|already))?[ .!?]*)$`)

	// compares are the words before a “that” that stands for a time or a measure, and so stays:
	// did anything happen before that?
	compares = analysis.Words("like unlike before after than since until all")

	// anyoneElse matches “anyone else?”, elseDone “anyone else charged?”, and wantsNames “names?”
	anyoneElse = analysis.Pattern(`(?i)^(?:and )?any(?:one|body) else([ ?.!]*)$`)
	elseDone   = analysis.Pattern(`(?i)^(?:and )?any(?:one|body) else (\pL+ed\b.*)$`)
	wantsNames = analysis.Pattern(`(?i)^(?:(?:any |the |their |and )?names|(?:can you |could you )?name (?:one|some|a few|them|them all|all|names))[ ?.!]*$`)
)

// asMeant returns a follow-up that corrects the one before, “oh no I mean Wray”, with the words for that
// which the patterns know. Of “no, I meant who’s going” it returns the question alone.
func asMeant(text string) string {
	says := saysMeant().FindString(text)
	switch meant := text[len(says):]; {
	case says == "" || pronouns[strings.TrimRight(analysis.Fold(meant), " .!?")] != "":
		return text // I mean it
	case asks().MatchString(analysis.Fold(meant)):
		return meant
	default:
		return "no, I meant " + meant
	}
}

// saysMeant matches the words that say that this is a correction.
var saysMeant = analysis.Pattern(`(?i)^(?:(?:no|sorry|oh|actually|ok|okay|but|and)[ ,.!]+)*i meant?,? (?:to (?:say|ask)(?: about)? )?`)

// namedFirst matches a question with a name before it for which a pronoun in it stands: “and Biden, what
// did he say?”
var namedFirst = analysis.Pattern(`^(?:[Aa]nd|[Bb]ut|[Ss]o) ((?:(?:the|their|his|her) )?\pL[^ ,]*(?: \pL[^ ,]*)?), ` +
	`((?:what|when|where|why|how) (?:did|does|do|has|have|is|was|are|were) )(?:he|she|it|they)\b`)

// withNoun returns a follow-up with a noun of the question before in the place of “one”: “why was the old
// one fired?” after who was hired as coach.
func (r *Reader) withNoun(text, before string) string {
	m := theOne().FindStringSubmatchIndex(text)
	if m == nil {
		return text
	}
	asked := r.parse(syntax.Unfiltered(before))
	noun := ""
	if at := asked.role(); at.End > 0 && answertype.QuestionWords[asked.tokens[0].Word] == answertype.Person {
		noun = asked.text[at.Start:at.End]
	}
	for _, t := range asked.tokens {
		if noun == "" && works(t.Term) && !t.Upper {
			noun = asked.text[t.Start:t.End]
		}
	}
	if noun == "" {
		return text
	}
	if m[4] < m[5] && !plural(noun) {
		noun += "s"
	}
	return text[:m[3]] + " " + noun + text[m[1]:]
}

// theOne matches a “one” that only what was spoken of makes clear. The groups are what stands before it, and
// its ending.
var theOne = analysis.Pattern(`(?i)\b((?:the|this|that|his|her|their|its) (?:\pL[\pL-]* ){0,2}(?:old|new|other|first|second|third|last|next|previous|same)) one(s?)\b`)
