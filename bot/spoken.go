package bot

import "strings"

// spokenCommands are commands as people say them.
var spokenCommands = commandsSaid(map[string]command{
	"more quotes; more please; show more; show me more; more of that; anything else; what else; and what else; others; the next; next":                  {verb: more},
	"around that quote; around this quote; around the quote; around that; around this; around it; more context; context; in context; what is around it": {verb: around},
	"who wrote that; who wrote this; who wrote it; where is that from; where is this from; what is the source; citation; citations; the citation":       {verb: cite},
	"any outlet; any outlets; all outlets; every outlet; in any outlet; in all outlets; drop the outlet; forget the outlet; ignore the outlet":          {verb: widen, field: "outlet"},
	"any date; any dates; all dates; any day; any time; whenever; drop the date; drop the dates; forget the date; ignore the date":                      {verb: widen, field: "dates"},
	"any section; all sections; in any section; drop the section":                                                                                       {verb: widen, field: "section"},
	"any author; any byline; by anyone; drop the author; drop the byline":                                                                               {verb: widen, field: "byline"},
	"any speaker; by any speaker; drop the speaker":                                                                                                     {verb: widen, field: "said"},
	"any wording; in any words":         {verb: widen, field: "phrase"},
	"leave nothing out; with any words": {verb: widen, field: "word"},
})

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
