package engine

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer/analysis"
	"newshound/corpus"
)

// inHeading is how much a clause counts that only the heading above a quote meets: the firm in a list of layoffs,
// the player in a list of transfers.
const inHeading = 0.9

const (
	longestHeading = 60 // characters
	// mostBelow is the largest number of paragraphs that a heading is for. Further down there may be other
	// headings that do not look like one.
	mostBelow = 6
)

// isHeading reports whether a paragraph of an article is a heading: a short line above a longer text that begins
// with a capital, a number or a letter of a script without capitals, and ends without a full stop. A byline is
// none, nor a line that names a source, a time or what else to read.
func isHeading(a *corpus.Article, paragraph int) bool {
	if a.Paragraphs[paragraph].Kind != corpus.Text || !isShort(a, paragraph) || paragraph+1 == len(a.Paragraphs) || isShort(a, paragraph+1) {
		return false
	}
	text := a.Text(a.Paragraphs[paragraph].Span)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "“\"‘'«„(¿¡€$£"))
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, "”\"’'»)?!"))
	written := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) }
	return written(first) && !unicode.IsLower(first) && written(last) && !isPointer(text)
}

// isShort reports whether a paragraph is not longer than a heading.
func isShort(a *corpus.Article, paragraph int) bool {
	span := a.Paragraphs[paragraph].Span
	return span.Len() <= longestHeading || span.Len() <= utf8.UTFMax*longestHeading && utf8.RuneCountInString(a.Text(span)) <= longestHeading
}

// isPointer reports whether a line is no part of a text, but says who wrote it or where more is.
func isPointer(line string) bool {
	word, rest, _ := strings.Cut(line, " ")
	next, _ := utf8.DecodeRuneInString(rest)
	word = analysis.Fold(strings.TrimSuffix(word, ":"))
	return pointers(word) || word == "by" && unicode.IsUpper(next)
}

var pointers = analysis.Words("source sources updated follow read related see")

// headingOver returns the paragraph that is the heading above another, and -1 if there is none.
func headingOver(a *corpus.Article, paragraph int) int {
	for i := paragraph - 1; i >= max(0, paragraph-mostBelow); i-- {
		if isHeading(a, i) {
			return i
		}
	}
	return -1
}

// headingsOf returns the headings in a passage that meet a clause.
func headingsOf(p *reading) (out []int) {
	for i, part := range p.passage.Parts() {
		if len(within(p.matches, part)) > 0 && isHeading(p.passage.Article, i) {
			out = append(out, i)
		}
	}
	return out
}

// moveTo sets what stands around the quotes of a paragraph: the heading above them, and the passage without
// the headings of other paragraphs, which say nothing about these quotes.
func (r *surroundings) moveTo(s *scorer, paragraph int) {
	if r.at == paragraph {
		return
	}
	r.at = paragraph
	a, matches := r.read.passage.Article, r.read.matches
	own := headingOver(a, paragraph)
	clear(r.heading)
	r.over = corpus.Span{}
	if own >= 0 {
		r.over = a.Paragraphs[own].Span
		over := within(matches, r.over)
		if r.over.Start < r.read.passage.Start {
			over = s.reader.in(a, r.over)
		}
		bestIn(r.heading, over)
	}
	if len(r.headings) == 0 {
		return
	}
	bestIn(r.passage, slices.DeleteFunc(slices.Clone(matches), func(m match) bool {
		return slices.ContainsFunc(r.headings, func(i int) bool {
			at := a.Paragraphs[i]
			return i != own && i != paragraph && at.Start <= m.Start && m.End <= at.End
		})
	}))
}
