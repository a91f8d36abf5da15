package bot

import (
	"strings"
	"sync"

	"newshound/answer"
)

// spokenCommands are commands as people say them.
var spokenCommands = sync.OnceValue(func() map[string]command {
	return commandsSaid(map[string]command{
		"more quotes; show more; show me more; more of that; anything else; what else; and what else; others; the next; next":                                                                                                                                                                                                                                                                         {verb: more},
		"around that quote; around this quote; around the quote; around that; around this; around it; more context; context; in context; what is around it":                                                                                                                                                                                                                                           {verb: around},
		"who wrote that; who wrote this; who wrote it; where is that from; where is this from; what is the source; which outlet is that; which outlet said that; which outlet reported that; who said that; who said this; who said it; who reported that; citation; citations; the citation":                                                                                                         {verb: cite},
		"help; help me; what can you do; what do you do; who are you; what are you; how does this work; how does it work; how do you work; what can i ask; how do i ask; what should i ask; are you there":                                                                                                                                                                                            {verb: help},
		"what do you know; what do you have; what are your sources; which sources do you have; what sources do you have; which outlets do you have; what outlets do you have; which articles do you have; what is in the coverage; what does the coverage hold; the news; any news; what is the news; what is new; latest news; what is the latest; headlines; the headlines; what are the headlines": {verb: sources},
		"compare that; compare this; compare it; compare them; compare those; compare outlets; compare the outlets; how do they differ; how do the outlets differ; how do they compare; how does that compare":                                                                                                                                                                                        {verb: reform, form: answer.Compare},
		"timeline please; a timeline; the timeline; show the timeline; timeline of that; timeline of this; in order; in order of time; in the order of time; who reported it first; who reported that first; who reported this first; who was first; which outlet was first; who first reported it; who first reported that; who first reported this; which outlet first reported it; which outlet reported it first; which outlet reported that first; which outlet first reported that; who was the first to report it; who was the first to report that": {verb: reform, form: answer.Timeline},
		"is that real; is it real; is this real; is that quote real; is this quote real; is the quote real; is that quote exact; is that exact; is that verbatim; is that a real quote; is it a real quote; check it; check that; check this; check that quote; check this quote; check the quote; verify that; verify that quote; did he really say that; did she really say that; did they really say that":                                                                                                                                               {verb: recheck},
		"any outlet; any outlets; all outlets; every outlet; in any outlet; in all outlets; drop the outlet; forget the outlet; ignore the outlet": {verb: widen, field: "outlet"},
		"any date; any dates; all dates; any day; any time; whenever; drop the date; drop the dates; forget the date; ignore the date":             {verb: widen, field: "dates"},
		"any section; all sections; in any section; drop the section":                                                                              {verb: widen, field: "section"},
		"any author; any byline; by anyone; drop the author; drop the byline":                                                                      {verb: widen, field: "byline"},
		"any speaker; by any speaker; drop the speaker":                                                                                            {verb: widen, field: "said"},
		"any wording; in any words":         {verb: widen, field: "phrase"},
		"leave nothing out; with any words": {verb: widen, field: "word"},
	})
})

// asSaid returns the words of a message as the sentences of spokenCommands are written.
func asSaid(words []string) string {
	s := strings.ReplaceAll(strings.ToLower(strings.Join(words, " ")), "’", "'")
	for _, asked := range []string{"what", "who", "where"} {
		if rest, ok := strings.CutPrefix(s, asked+"'s "); ok {
			s = asked + " is " + rest
		}
	}
	return strings.TrimRight(strings.TrimSuffix(strings.TrimPrefix(s, "please "), " please"), ",")
}

// isCourtesy reports a message that is nothing but a greeting, thanks or assent, for
// which nobody wants the news searched.
func isCourtesy(words []string) bool {
	courteous := false
	for _, w := range words {
		w = strings.Trim(strings.ToLower(w), ",.!?:;-–—()'’\"")
		switch {
		case courtesies()[w]:
			courteous = true
		case w != "" && !besideCourtesies()[w]:
			return false
		}
	}
	return courteous
}

var (
	courtesies = setOf(`yes yeah yep no nope hi hello hey howdy greetings morning afternoon evening bye goodbye thanks thank thankyou thx ty cheers
		ok okay great cool nice awesome perfect excellent wow lol sorry`)
	besideCourtesies = setOf(`a all and am are again bot but day everyone for good got have how i is it job just lot much my
		newshound night one please so team that that's that’s there this to too very well work you your yourself`)
)

// setOf returns the set of the words in a list, which is made when it is first called
// for.
func setOf(list string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for w := range strings.FieldsSeq(list) {
			set[w] = true
		}
		return set
	})
}

// commandsSaid returns the command of each of the sentences that a text lists.
func commandsSaid(listed map[string]command) map[string]command {
	out := map[string]command{}
	for sentences, c := range listed {
		for s := range strings.SplitSeq(sentences, "; ") {
			out[s] = c
		}
	}
	return out
}

// widenings are what a filter can be dropped with, in one tap: the label and the
// command for each kind of filter.
var widenings = map[string]Action{
	"outlet":  {"Any outlet", "any outlet"},
	"dates":   {"Any date", "any date"},
	"section": {"Any section", "any section"},
	"byline":  {"Any author", "any author"},
	"said":    {"Any speaker", "any speaker"},
	"phrase":  {"Any wording", "any wording"},
	"word":    {"Leave nothing out", "leave nothing out"},
}
