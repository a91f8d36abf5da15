package attribution

import (
	"fmt"
	"slices"

	"newshound/corpus"
)

// Attribution is one thing that an article says somebody said. All spans are
// ranges of the article's body.
type Attribution struct {
	// Content is what was said, in one or more pieces, in order and not
	// overlapping: a quotation that the attributing words interrupt has two, one
	// that goes on over several paragraphs has one for each. Quotation marks
	// belong to their piece.
	Content []corpus.Span
	// Source is who said it, as written there: “Wray”, “he”, “a spokesman for the
	// bureau”. It is empty where the words that attribute name nobody.
	Source corpus.Span
	// Speaker is where the article names the same speaker most fully: “FBI
	// Director Christopher Wray”. It is Source where nothing fuller is found, and
	// empty where it is unclear who speaks.
	Speaker corpus.Span
	// Cue are the words that attribute: “said”, “according to”, “has told”. It is
	// empty where a quotation stands by itself.
	Cue  corpus.Span
	Kind Kind
	// Tacit reports that the cue tells of what is thought, wanted or done by words,
	// not of saying something: “believes”, “criticized the plan”, “could say”. A
	// reader would not call it what somebody said.
	Tacit bool
}

// Unclear reports that the text leaves it open who speaks, as far as the rules
// can tell: a “he” that may be either of two, a quotation that nobody is named for.
func (a Attribution) Unclear() bool { return a.Speaker.Len() == 0 }

// Span returns the range from the first to the last byte of the content.
func (a Attribution) Span() corpus.Span {
	return corpus.Span{Start: a.Content[0].Start, End: a.Content[len(a.Content)-1].End}
}

// Kind says how something is told.
type Kind uint8

// The kinds of content.
const (
	Direct   Kind = iota // all of it stands in quotation marks
	Indirect             // none of it does
	Mixed                // some of it does
)

// String returns the kind's name in answers and in JSON.
func (k Kind) String() string {
	switch k {
	case Direct:
		return "direct"
	case Indirect:
		return "indirect"
	case Mixed:
		return "mixed"
	}
	return fmt.Sprintf("Kind(%d)", uint8(k))
}

// Of returns an article's attributions, in the order of their content. They may
// lie one within another: “Smith said that, according to Jones, …”.
func Of(a *corpus.Article) []Attribution {
	return Within(a, corpus.Span{End: len(a.Body)})
}

// Within returns those of them that have content in a span of the article's body. It takes less
// time where there are none.
func Within(a *corpus.Article, span corpus.Span) []Attribution {
	r := newReader(a)
	end := 0
	for p, paragraph := range a.Paragraphs {
		r.paragraph(p)
		if end < span.End && paragraph.End >= span.End && !slices.ContainsFunc(r.found, func(s said) bool { return s.within(span) }) {
			return nil // what follows may go on with what is found here, but finds nothing more here
		}
		end = paragraph.End
	}
	return slices.DeleteFunc(r.finish(), func(x Attribution) bool { return !x.within(span) })
}

// within reports whether the attribution has content in a span.
func (a Attribution) within(span corpus.Span) bool {
	return slices.ContainsFunc(a.Content, span.Overlaps)
}
