package answer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer/analysis"
	"newshound/answer/attribution"
	"newshound/corpus"
)

// Speech is something that a quote holds and that, as its article has it, somebody
// said. But for Said, spans are ranges of the article's body.
type Speech struct {
	// Said are the words of the quote that were said: ranges of its bytes, in order,
	// not overlapping. The attributing words are not among them.
	Said []corpus.Span
	// Kind tells what stands in quotation marks from what is told without any.
	Kind attribution.Kind
	// Speaker is where the article names most fully who speaks: “FBI Director
	// Christopher Wray”. It is empty where the text leaves open who does, which
	// nobody may guess.
	Speaker corpus.Span
	// Source is who speaks as it is written there: “Wray”, “he”; and Cue the
	// attributing verb: “said”. Either is empty where the text has none.
	Source, Cue corpus.Span
}

// Unclear reports that the text leaves it open who speaks.
func (s Speech) Unclear() bool { return s.Speaker.Len() == 0 }

// Holds reports whether all that was said in o lies within what was said in s, as in
// what Smith said that Jones had said.
func (s Speech) Holds(o Speech) bool {
	return !slices.ContainsFunc(o.Said, func(p corpus.Span) bool {
		return !slices.ContainsFunc(s.Said, func(q corpus.Span) bool { return q.Start <= p.Start && p.End <= q.End })
	})
}

// Speech returns what the quote holds of speech, in order. One may lie within
// another: what Smith said that Jones had said. What somebody is only told to think
// or to want is left out. It reads the article each time.
func (c Citation) Speech() []Speech { return c.Among(attribution.Within(c.Article, c.Span)) }

// Among returns what the quote holds of some attributions of its article, as [Citation.Speech]
// does of all.
func (c Citation) Among(all []attribution.Attribution) []Speech {
	var out []Speech
	for _, a := range all {
		if a.Tacit || !a.Span().Overlaps(c.Span) {
			continue
		}
		s := Speech{Kind: a.Kind, Speaker: a.Speaker, Source: a.Source, Cue: a.Cue}
		for _, piece := range a.Content {
			piece.Start, piece.End = max(piece.Start, c.Start), min(piece.End, c.End)
			if piece.Len() > 0 && analysis.HasWord(c.Article.Text(piece)) {
				s.Said = append(s.Said, corpus.Span{Start: piece.Start - c.Start, End: piece.End - c.Start})
			}
		}
		if len(s.Said) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// Attributing returns the words that attribute, as they stand in the article: “Wray
// told”, “according to officials”. It is the verb alone where who speaks is named
// elsewhere, and empty where the text has neither.
func (c Citation) Attributing(s Speech) string {
	const near = 60 // bytes between the two
	if s.Cue.Len() == 0 {
		return ""
	}
	first, last := s.Source, s.Cue
	if first.Start > last.Start {
		first, last = last, first
	}
	between := corpus.Span{Start: first.End, End: max(first.End, last.Start)}
	if s.Source.Len() == 0 || between.Len() > near || slices.ContainsFunc(s.Said, func(p corpus.Span) bool {
		return c.Start+p.Start < last.Start && first.End < c.Start+p.End
	}) {
		return c.Article.Text(s.Cue)
	}
	return c.Article.Text(corpus.Span{Start: first.Start, End: max(first.End, last.End)})
}

// SpeakerName returns the name of who speaks as it stands within a sentence: “the
// White House”. It is "" where that is unclear.
func (c Citation) SpeakerName(s Speech) string {
	name := c.Article.Text(s.Speaker)
	last := name[strings.LastIndexByte(name, ' ')+1:]
	if strings.Contains(last, ".") && strings.HasPrefix(c.Article.Body[s.Speaker.End:], ".") {
		return c.withinSentence(s, name) + "." // of an abbreviation: the U.S.
	}
	return c.withinSentence(s, name)
}

// withinSentence returns a speaker's name as it stands within a sentence.
func (c Citation) withinSentence(s Speech, name string) string {
	if source := c.Article.Text(s.Source); strings.EqualFold(source, "the "+name) {
		return "the " + name
	}
	first, rest, several := strings.Cut(name, " ")
	lower := strings.ToLower(first)
	if lower == first || !several && !strings.HasSuffix(first, "s") {
		return name
	}
	// A word with a capital at the start of a sentence may be any word.
	if several && attribution.Determiner(lower) || !several && c.usesWord(lower) {
		return strings.TrimSpace(lower + " " + rest)
	}
	return name
}

// usesWord reports whether the article uses a word as it is, small letters and all.
func (c Citation) usesWord(word string) bool {
	body := c.Article.Body
	for at := 0; ; at += len(word) {
		i := strings.Index(body[at:], word)
		if i < 0 {
			return false
		}
		at += i
		after, _ := utf8.DecodeRuneInString(body[at+len(word):])
		if before, _ := utf8.DecodeLastRuneInString(body[:at]); !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
	}
}
