package cite

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"newshound/answer"
	"newshound/bot/internal/plain"
	"newshound/bot/phrase"
	"newshound/corpus"
)

// speech says who said what a quote holds of speech, and repeats the attributing
// words. Both are "" for a quote that holds none.
func speech(c answer.Citation) (who, words string) {
	var by speakers
	said, rest, marked := 0, c.Len(), false
	for _, s := range outermost(c.Speech()) {
		by.add(c, s)
		for _, p := range s.Said {
			said += p.Len()
		}
		for _, p := range []corpus.Span{s.Source, s.Cue} {
			rest -= max(0, min(p.End, c.End)-max(p.Start, c.Start))
		}
		marked = marked || s.Kind.String() != "indirect"
	}
	switch {
	case said == 0:
		return "", ""
	case len(by.names) == 0:
		who = "speaker unclear"
	default:
		who = "said by " + by.enumerate()
		if !marked {
			who += ", not word for word"
		}
	}
	if 2*said < rest {
		who = "in part " + who
	}
	return who, strings.Join(by.attributing, ", ")
}

// maxSpeakers is how many speakers of a quote are named.
const maxSpeakers = 5

// speakers are those who said what a quote holds.
type speakers struct {
	names       []string
	attributing []string // the words that say so, in quotation marks
	others      bool     // there are more
	unclear     bool     // of some it is unclear who they are
}

// add takes in something that was said.
func (by *speakers) add(c answer.Citation, s answer.Speech) {
	by.unclear = by.unclear || s.Unclear()
	if by.others {
		return
	}
	if name := plain.OneLine(c.SpeakerName(s)); name != "" && !slices.Contains(by.names, name) {
		if by.others = len(by.names) == maxSpeakers; by.others {
			return
		}
		by.names = append(by.names, name)
	}
	if w := plain.OneLine(c.Attributing(s)); strings.ContainsFunc(w, unicode.IsLetter) && !slices.Contains(by.attributing, "“"+w+"”") {
		by.attributing = append(by.attributing, "“"+w+"”")
	}
}

// enumerate names them.
func (by *speakers) enumerate() string {
	// Of “U.S. officials” and “officials” the first says it.
	fuller := slices.DeleteFunc(slices.Clone(by.names), func(n string) bool {
		return slices.ContainsFunc(by.names, func(o string) bool { return strings.HasSuffix(o, " "+n) })
	})
	switch {
	case by.others && by.unclear:
		return strings.Join(fuller, ", ") + " and others, some of them unclear"
	case by.others:
		return strings.Join(fuller, ", ") + " and others"
	case by.unclear:
		return phrase.Names(fuller) + " and others, unclear who"
	}
	return phrase.Names(fuller)
}

// outermost leaves out what lies within what another says: of “Smith said that Jones
// had said”, Smith speaks. What is left is in order.
func outermost(all []answer.Speech) []answer.Speech {
	extent := func(s answer.Speech) corpus.Span {
		return corpus.Span{Start: s.Said[0].Start, End: s.Said[len(s.Said)-1].End}
	}
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(s, o answer.Speech) int {
		return cmp.Or(extent(s).Start-extent(o).Start, extent(o).End-extent(s).End)
	})
	var out, open []answer.Speech // open are those that may hold what comes
	for _, s := range all {
		open = slices.DeleteFunc(open, func(o answer.Speech) bool { return extent(o).End <= extent(s).Start })
		if !slices.ContainsFunc(open, func(o answer.Speech) bool { return o.Holds(s) }) {
			out, open = append(out, s), append(open, s)
		}
	}
	return out
}
