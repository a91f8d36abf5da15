package syntax

import (
	"regexp"
	"strings"

	"newshound/answer/analysis"
)

// Ways to ask for quotes by that name, though every answer is one: “Can you find me a quote from Wray about
// the election?”, “Three quotes on inflation”.
var (
	quotesWanted = analysis.Pattern(`(?i)^(?:(?:can|could|would|will) (?:you|we) (?:please )?|please |(?:i am|i'm|i’m|we are|we're|we’re) looking for |(?:i|we) (?:need|want) |(?:do you|do we) have |are there |is there )?` +
		`(?:(?:find|give|get|show|send|pull|list) (?:me |us )?)?(?:(?:a|an|any|some|all|every|of|the|few|best|good|more|one|two|three|four|five|\d+) )*` +
		`quot(?:e|ation)s? (?:that are |that is )?(about|on|regarding|concerning|from|by) (.+)$`)
	quoteFrom = analysis.Pattern(`(?i)^(.+?) (?:about|on|regarding|concerning) (.+)$`)
	// whatOneSaid matches “Everything Wray said about Russia”, and onesWords “Wray's comments on Russia”.
	whatOneSaid = analysis.Pattern(`(?i)^(?:(?:find|give|get|show|list|tell) (?:me |us )?)?(?:everything|all|anything|whatever)(?: that)? (.+?) (?:(?:has|have|had|ever) )*said(?: (?:about|on|regarding|concerning) (.+))?$`)
	onesWords   = analysis.Pattern(`^(?:(?:[Ff]ind|[Gg]ive|[Gg]et|[Ss]how|[Ll]ist) (?:me |us )?(?:all )?(?:of )?)?((?:[Tt]he )?\p{Lu}[^\s,]*(?: (?:\p{Lu}|of |the |de |van )[^\s,]*){0,4}?) (?:quotes?|quotations?|comments?|remarks?)(?: (?:about|on|regarding|concerning) (.+))?$`)
	possessed   = analysis.Pattern(`['’]s?$`)
	// noSpeaker matches a time, or a word for an article, where a speaker may stand.
	noSpeaker = analysis.Pattern(`(?i)^(?:(?:is|are|was|were|being)\b|(?:the )?(?:last|past|previous|this|next)\b|today|yesterday|\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|` +
		`(?:january|february|march|april|may|june|july|august|september|october|november|december) \d|(?:an? |the )?(?:article|interview|stor|speech|statement|report))`)
)

// backward are words for what was spoken of: a text that names nothing else is a follow-up.
var backward = analysis.Words("it that this these those")

// Wanted returns what a text wants that asks for quotes by that name: a topic, or a question what somebody
// said. Any other text comes back as it is.
func Wanted(text string) string {
	if !analysis.MayHold(text, "quot", "said", "comment", "remark") {
		return text
	}
	bare := strings.TrimRight(text, " ?.!,")
	said, ones := whatOneSaid().FindStringSubmatch(bare), onesWords().FindStringSubmatch(bare)
	if len(ones) > 1 {
		first, _, _ := strings.Cut(ones[1], " ")
		if !possessed().MatchString(ones[1]) && analysis.Ordinary(strings.ToLower(first)) {
			ones = nil // Best quotes
		}
	}
	for _, m := range [][]string{said, ones} {
		if len(m) > 2 && !noSpeaker().MatchString(m[1]) && !backward(strings.ToLower(m[2])) {
			return saidBy(possessed().ReplaceAllString(m[1], ""), m[2])
		}
	}
	m := quotesWanted().FindStringSubmatch(text)
	if m == nil {
		return text
	}
	rest := strings.TrimRight(m[2], " ?.!,")
	if backward(strings.ToLower(rest)) {
		return text
	}
	switch strings.ToLower(m[1]) {
	case "from", "by":
		of := quoteFrom().FindStringSubmatch(rest)
		switch {
		case of == nil && noSpeaker().MatchString(rest):
			return "news from " + rest
		case of == nil:
			return saidBy(rest, "")
		case noSpeaker().MatchString(of[1]):
			return "news from " + of[1] + " about " + of[2]
		}
		return saidBy(of[1], of[2])
	}
	return rest
}

// saidBy returns the question what somebody said, about a topic unless that is "".
func saidBy(speaker, topic string) string {
	if topic != "" {
		topic = " about " + topic
	}
	return "What did " + subject(speaker) + " say" + topic + "?"
}

// subject returns a speaker as the subject of a question.
func subject(speaker string) string {
	switch strings.ToLower(speaker) {
	case "him":
		return "he"
	case "her":
		return "she"
	case "them":
		return "they"
	}
	return speaker
}

// Ways to ask for no more than a topic: “Summarize the strike”, “tl;dr on the strike”, “Is it true that it
// ended?”
var (
	briefing = analysis.Pattern(`(?i)^(?:please )?(?:(?:can|could|would|will) (?:you|someone|anyone|somebody) (?:please )?)?(?:` +
		`(?:summari[sz]e|recap|sum up|explain)(?: (?:to|for) (?:me|us))?(?: (?:the )?(?:news|coverage|reporting|stor(?:y|ies)|articles?) (?:about|on|of))?|` +
		`(?:(?:give|get|send) (?:me|us) )?(?:an? |the |some )?(?:quick |short |brief )?(?:tl;?dr|summary|overview|recap|rundown|briefing|background|info|information|details) (?:on|of|about|for)|` +
		`(?:brief|update) (?:me|us) (?:on|about)|fill (?:me|us) in (?:on|about)|(?:catch|bring) (?:me|us) up(?: to (?:date|speed))? (?:on|about|with)` +
		`) (.+)$`)
	// searching matches “Find articles about the strike”, and mentionOf “Any mention of the strike?”
	searching = analysis.Pattern(`(?i)^(?:please )?(?:(?:can|could|would|will) (?:you|someone|anyone|somebody) (?:please )?)?(?:find(?: out)?|search(?: (?:the )?(?:coverage|archives?|articles|news))? for|look(?:ing)? (?:for|up)|pull up|dig up)(?: me| us)? (.+)$`)
	mentionOf = analysis.Pattern(`(?i)^(?:(?:is|are) there |do (?:you|we) have |show me |give me )?(?:(?:an?|any|all|every|some|the) )*(?:mentions? of|references? to|(?:everything|all)(?: (?:you|we) have| there is)? (?:on|about)) (.+)$`)
	// showing matches “Show me articles on the strike”, and telling the “articles that mention” of some.
	showing  = analysis.Pattern(`(?i)^(?:please )?(?:(?:can|could|would|will) (?:you|someone|anyone|somebody) (?:please )?)?(?:show|give|get|list|send)(?: me| us)? ((?:(?:all|any|some|every|the|more) )*(?:articles?|stor(?:y|ies)|pieces?|reports?|coverage|news|headlines)\b.*)$`)
	telling  = analysis.Pattern(`(?i)\b(articles?|stor(?:y|ies)|pieces?|reports?|coverage|news) (?:that |which )?(?:mention|discuss|cover)(?:e?s|ing)? `)
	isItTrue = analysis.Pattern(`(?i)^(?:so )?(?:is|was|isn['’]t|wasn['’]t) it (?:true|correct|right|accurate|a fact|the case) that (.+)$`)
)

// TopicOf returns the topic of a text that asks to be briefed on one, to have it searched for, or to have it
// confirmed. Any other text comes back as it is.
func TopicOf(text string) string {
	if !analysis.MayHold(text, "summ", "sum up", "recap", "explain", "tl;dr", "tldr", "overview", "rundown", "brief", "background", "info", "details", "update ", "fill ", "catch ", "bring ", "find ", "search", "look", " up ", "mention", "reference", "discuss", "cover", "show ", "give ", "get ", "list ", "send ", "everything", "all ", " it true", " it correct", " it right", " it accurate", " it a fact", " it the case") {
		return text
	}
	text = telling().ReplaceAllString(text, "$1 about ")
	for _, p := range []func() *regexp.Regexp{searching, showing, mentionOf, briefing, isItTrue} {
		if m := p().FindStringSubmatch(text); len(m) > 1 && !backward(strings.ToLower(strings.TrimRight(m[1], " ?.!"))) {
			text = m[1]
		}
	}
	return text
}

// happened matches the beginning of a question what happened, and happenedLast one that has that at its end.
var (
	happened     = analysis.Pattern(`(?i)^\s*(?:so )?what(?:['’]s| is| has)? (?:happen(?:ed|ing|s)?|going on)\b`)
	happenedLast = analysis.Pattern(`(?i)^(\S.*?)[,:;.–—-]* what(?:['’]s| is| has)? happen(?:ed|ing)\s*\??$`)
)

// Happened reports whether a text asks what happened.
func Happened(text string) bool {
	return analysis.MayHold(text, "happen", "going on") && happened().MatchString(text)
}

// HappenedTo turns “Ashford bridge, what happened?” into “what happened to Ashford bridge?” Any other
// text comes back as it is.
func HappenedTo(text string) string {
	if !analysis.MayHold(text, "happen") {
		return text
	}
	return happenedLast().ReplaceAllString(text, "what happened to $1?")
}

// Ways to say why one asks, before the question and behind it.
var (
	workingOn = analysis.Pattern(`(?i)^(?:i am|i'm|i’m|we are|we're|we’re) (?:writing|working on|researching|reporting on|covering|looking into|fact-checking)` +
		`(?: (?:a|an|the|my|our|some))?(?: (?:piece|story|article|report|paper|feature|column|essay|book|post))?(?: (?:about|on))? (.*\?)$`)
	neededFor = analysis.Pattern(`(?i)^(.*\?)\s+(?:(?:i|we) (?:need|want|am|are)|(?:i|we)['’](?:m|re|d)|it['’]s for|asking for|this is for)\b[^?]{0,80}$`)
)

// WithoutReason returns a question without the reason for which it is asked: “… ? I need it for a piece.”
func WithoutReason(text string) string {
	asked := strings.LastIndexByte(text, '?')
	if asked < 0 {
		return text
	}
	if asked < len(text)-1 {
		if m := neededFor().FindStringSubmatch(text); m != nil {
			text = m[1]
		}
	}
	switch first, _, _ := strings.Cut(strings.ToLower(text), " "); first {
	case "i", "i'm", "i’m", "we", "we're", "we’re":
		if m := workingOn().FindStringSubmatch(text); m != nil {
			return m[1]
		}
	}
	return text
}

// latest matches questions for the newest on a topic.
var latest = analysis.Pattern(`(?i)^(?:(?:what['’]s|what is|what are|whats|any|is there any|give me|show me|tell me) )?(?:the )?(?:latest|newest|most recent)` +
	`(?: (?:news|reports?|reporting|coverage|updates?|developments?|stories|story|articles?))? (?:on|about|from|in|with|for|regarding) (.+)$` +
	`|^what(?:['’]s| is) (?:new|happening|going on) (?:on|about|in|at|with|for) (.+)$`)

// LatestOf returns the topic on which a text asks for the newest, if it does.
func LatestOf(text string) (topic string, ok bool) {
	if !analysis.MayHold(text, "latest", "newest", "recent", " new ", "happening", "going on") {
		return text, false
	}
	if m := latest().FindStringSubmatch(text); m != nil {
		return m[1] + m[2], true
	}
	return text, false
}

// anythingOn matches the beginning of a question for anything on a topic.
var anythingOn = analysis.Pattern(`(?i)^\s*(?:what(?:['’]s| is| has| have)? (?:happened|happening|going on|new|known)|what do (?:you|we) (?:have|know)|what (?:was|is|has been) (?:reported|written|published)|what (?:did|has|have) (?:anyone|they) (?:report|write|publish|reported|written|published)|tell me(?: more)?|` +
	`(?:is there |do you have )?(?:anything|something|any news|news))(?: more)? (?:in|at|to|with|about|on|of|from) |` +
	`^\s*(?:(?:all|any|some|the|more|other|recent) )*(?:articles?|stor(?:y|ies)|pieces|reports?|coverage|headlines) (?:(?:from|by|in|of) (?:\S+ ){1,5}?)?(?:about|on|regarding|concerning) `)

// topicLeads are the words with which a match of anythingOn begins.
var topicLeads = analysis.Words(`what what's what’s tell is do anything something news any all some the more other recent
	article articles story stories pieces report reports coverage headlines`)

// TopicLead returns the length of the beginning of a text that leads to a topic, and is no part of it: “What
// happened in …”, “Stories about …”.
func TopicLead(text string) int {
	first, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(text)), " ")
	if !topicLeads(first) || !analysis.MayHold(text, "happen", "going on", "know", "what do you have", "what do we have", "what new", "s new", "have new",
		"writ", "publish", "tell", "thing", "news", "article", "stor", "pieces", "report", "coverage", "headlines") {
		return 0
	}
	if at := anythingOn().FindStringIndex(text); at != nil {
		return at[1]
	}
	return 0
}
