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

// speech says who speaks in a quote, and repeats the words that say so. Both are "" for a quote
// without speech.
func speech(c answer.Citation) (who, words string) {
	var by speakers
	said, rest, marked := 0, c.Len(), false
	for _, s := range outermost(c, c.Speech()) {
		by.add(c, s)
		for _, p := range s.Said {
			said += p.Len()
		}
		attributing := []corpus.Span{s.Source, s.Cue}
		if s.by != nil {
			attributing = append(attributing, s.by.Source, s.by.Cue)
		}
		for _, p := range attributing {
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

// speakers are those who speak in a quote.
type speakers struct {
	names       []string
	attributing []string // the words that say so, in quotation marks
	others      bool     // there are more
	unclear     bool     // of some it is unclear who they are
}

// add adds the speaker of something that was said.
func (by *speakers) add(c answer.Citation, s told) {
	by.unclear = by.unclear || s.Unclear()
	if by.others {
		return
	}
	name := plain.OneLine(c.SpeakerName(s.Speech))
	if name != "" && s.by != nil {
		if teller := plain.OneLine(c.SpeakerName(*s.by)); teller != "" {
			name += " (according to " + teller + ")"
		}
	}
	if name != "" && !slices.Contains(by.names, name) {
		if by.others = len(by.names) == maxSpeakers; by.others {
			return
		}
		by.names = append(by.names, name)
	}
	by.addWords(c, s.Speech)
	if s.by != nil {
		by.addWords(c, *s.by)
	}
}

// addWords adds the words that attribute something that was said.
func (by *speakers) addWords(c answer.Citation, s answer.Speech) {
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

// told is something that was said. by is the speech that passes it on, if any: in “Lee said it,
// according to the police” that of the police.
type told struct {
	answer.Speech
	by *answer.Speech
}

// outermost returns, in order, what was said without what lies within the speech of another: of “I
// heard Jones say it,” only Smith is the speaker. But if the other only passes on what somebody
// said, the speaker is the one who said it: in “it leaks, Smith said, according to Jones”, Smith.
func outermost(c answer.Citation, all []answer.Speech) []told {
	extent := func(s answer.Speech) corpus.Span {
		return corpus.Span{Start: s.Said[0].Start, End: s.Said[len(s.Said)-1].End}
	}
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(s, o answer.Speech) int {
		return cmp.Or(extent(s).Start-extent(o).Start, extent(o).End-extent(s).End)
	})
	var out []told
	var open []int // the places of those that may hold what comes
	for _, s := range all {
		open = slices.DeleteFunc(open, func(i int) bool { return extent(out[i].Speech).End <= extent(s).Start })
		at := slices.IndexFunc(open, func(i int) bool { return out[i].Holds(s) })
		if at < 0 {
			out, open = append(out, told{Speech: s}), append(open, len(out))
			continue
		}
		if o := &out[open[at]]; passesOn(c, o.Speech, s) {
			if o.by == nil {
				outer := o.Speech
				o.by = &outer
			}
			o.Speech = s
		}
	}
	return out
}

// passesOn reports whether a speech, told in the article's words, is hardly more than that another
// said something. An “it” of which the speaker is unclear is no other: the union said that it had
// warned of that.
func passesOn(c answer.Citation, teller, said answer.Speech) bool {
	const besides = 3 // words: “told reporters on Monday”
	if source := c.Article.Text(said.Source); said.Unclear() && !teller.Unclear() && (source == "it" || source == "they") {
		return false
	}
	if cue := c.Article.Text(said.Cue); teller.Kind.String() == "direct" || said.Source.Len() == 0 || cue == "" || strings.HasPrefix(cue, "according") {
		return false
	}
	its := []corpus.Span{said.Source, said.Cue}
	for _, p := range said.Said {
		its = append(its, corpus.Span{Start: c.Start + p.Start, End: c.Start + p.End})
	}
	slices.SortFunc(its, func(p, q corpus.Span) int { return p.Start - q.Start })
	left, within := 0, 0
	for _, p := range teller.Said {
		at, end := c.Start+p.Start, c.Start+p.End
		for _, q := range its {
			if q.Start >= at && q.Start < end {
				left += countWords(c.Article.Body[at:q.Start])
				at, within = min(q.End, end), within+1
			}
		}
		left += countWords(c.Article.Body[at:end])
	}
	return within == len(its) && left <= besides
}

// countWords returns the number of words that have a letter or a digit.
func countWords(text string) int {
	n := 0
	for word := range strings.FieldsSeq(text) {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}
