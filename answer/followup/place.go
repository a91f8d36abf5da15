package followup

import (
	"slices"
	"strings"

	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/calendar"
	"newshound/answer/syntax"
	"newshound/corpus"
)

// elsewhere reads “and in chemistry?” after a question that has the same preposition.
func (f *follower) elsewhere(preposition string) bool {
	d := &f.previous
	at := f.phrase(func(word string) bool { return word == preposition && answertype.Prepositions(word) })
	if at.End == 0 {
		return false
	}
	asked := f.parse(d.Text[:at.Start] + d.Text[at.End:])
	if _, of, _ := strings.Cut(f.rest, " "); len(asked.named(of)) > 0 {
		return false // it is in the question already
	}
	d.Replace(at, f.typed(f.rest))
	return true
}

// phrase returns the last phrase of the question before that begins with one of some prepositions, and is
// no time.
func (f *follower) phrase(is func(preposition string) bool) corpus.Span {
	text, tokens := f.previous.Text, f.analyzer.Tokens(f.previous.Text)
	for i := len(tokens) - 2; i > 0; i-- {
		if !is(tokens[i].Word) {
			continue
		}
		last := i + 1
		for last+1 < len(tokens) && !endsPhrase(tokens[last+1]) && !strings.ContainsAny(text[tokens[last].End:tokens[last+1].Start], ",;(") {
			last++
		}
		if t := tokens[last]; calendar.Month(t.Word) == 0 && !calendar.Weekday(t.Word) && !calendar.Year(t.Word) {
			return corpus.Span{Start: tokens[i].Start, End: tokens[last].End}
		}
	}
	return corpus.Span{}
}

// endsPhrase reports whether a word ends the phrase that a preposition begins.
func endsPhrase(t analysis.Token) bool {
	return answertype.Prepositions(t.Word) || syntax.Frames(t.Term) || answertype.Auxiliaries(t.Word) || t.Word == "be"
}

// placed puts the place that the question before names in that of “there”: “who was there?” asks who was
// at the meeting. The “there” of “how many are there?” stands for none.
func (f *follower) placed() bool {
	at := slices.IndexFunc(f.tokens, func(t analysis.Token) bool { return t.Word == "there" })
	last := at+1 == len(f.tokens)
	if at < 1 || answertype.Auxiliaries(f.tokens[at-1].Word) && (!last || !strings.HasPrefix(f.rest, "who ")) || !last && answertype.Auxiliaries(f.tokens[at+1].Word) {
		return false // there is one
	}
	place := ""
	if at := f.phrase(locatives); at.End > 0 {
		place = f.previous.Text[at.Start:at.End]
	} else if things := f.parse(f.previous.Text).things; len(things) > 0 {
		at := things[len(things)-1]
		place = "at " + f.previous.Text[at.Start:at.End]
	}
	if place == "" {
		return false
	}
	there := f.tokens[at]
	f.reread(f.text[f.start():there.Start] + place + f.text[there.End:])
	return true
}

// aboutPlace returns the question what somebody says as one what they say about a place, “and China?” after
// what Nike reported, if nobody speaks for that place; "" otherwise.
func (f *follower) aboutPlace(x added, asked parsed) string {
	says := asked.speech || len(asked.tokens) > 0 && syntax.Frames(asked.tokens[len(asked.tokens)-1].Term) // report
	if !x.named || !says || !asked.hasSubject || asked.topic.End > 0 || f.kind(f.tokens, x.name) != placeName || len(f.like(x.name, asked)) > 0 {
		return ""
	}
	if w := f.weigh(f.exchanged(asked.subject, x.said, asked)); w.Best.Article != nil && f.engine.Speaks(w.Best, x.said) {
		return ""
	}
	return syntax.WithMore(f.previous.Text, " about "+x.said)
}
