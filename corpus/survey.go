package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// maxWrap is the longest line, in runes, of a text that is taken for
	// hard-wrapped.
	maxWrap = 100
	// minWrap is the least width of a hard-wrapped text: what is narrower is a
	// list or a poem.
	minWrap = 40
)

// survey is what must be known of a whole text before it can be divided.
type survey struct {
	lines   int  // lines that are not blank
	blocks  int  // runs of such lines
	wrapped bool // a block's lines are one paragraph, broken to a width
	width   int  // of such lines, in runes
	indents bool // an indent marks the first line of a paragraph
	gap     int  // blank lines that ordinarily stand between two blocks
}

// surveyText reads a text once for its layout.
//
// It counts as hard-wrapped when its lines are short, when a good part of the
// line breaks inside a block is in mid-sentence, and not at the end of one, and when most
// of the lines that break so fill the width. A break before a capital may be either.
func surveyText(text string) survey {
	var (
		s      survey
		breaks breaks
		gaps   [8]int
		long   int // lines longer than maxWrap
		prev   Span
		blank  int
	)
	for l := newLines(text); ; {
		line, ok := l.next()
		if !ok {
			break
		}
		if line.Len() == 0 {
			blank++
			continue
		}
		s.lines++
		n := maxWrap + 1
		if line.Len() <= 4*maxWrap {
			n = utf8.RuneCountInString(text[line.Start:line.End])
		}
		if n > maxWrap {
			long++
		} else {
			s.width = max(s.width, n)
		}
		switch {
		case s.blocks == 0 || blank > 0:
			if s.blocks > 0 {
				gaps[min(blank, len(gaps)-1)]++
			}
			s.blocks++
		case long*20 > s.lines:
			// Too many long lines already: do not look at the breaks.
		case indented(text, line) && endsSentence(text[prev.Start:prev.End]):
			// A paragraph starts here: the line above was not broken to the width.
		default:
			breaks.add(text[prev.Start:prev.End], text[line.Start:line.End], s.lines == 2)
		}
		prev, blank = line, 0
	}
	s.wrapped = s.width >= minWrap && long*20 <= s.lines && breaks.fill(s.width)
	s.indents = s.wrapped && marksByIndent(text)
	for g, n := range gaps {
		if n > gaps[s.gap] {
			s.gap = g
		}
	}
	return s
}

// breaks counts the line breaks inside blocks.
type breaks struct {
	all       int              // those that tell anything
	continued int              // those in mid-sentence
	lengths   [maxWrap + 1]int // how long the lines are that end in one of these
	first     int              // those behind the first line, off which a dateline may have been cut
}

// add counts the break between two lines, of which the one above may be the first.
func (b *breaks) add(above, below string, first bool) {
	if endsSentence(above) {
		b.all++
		return
	}
	if r, _ := utf8.DecodeRuneInString(below); unicode.IsUpper(r) || unicode.IsPunct(r) {
		return
	}
	b.all++
	b.continued++
	if n := utf8.RuneCountInString(above); first {
		b.first++
	} else if n <= maxWrap {
		b.lengths[n]++
	}
}

// fill reports whether a good part of the breaks is in mid-sentence, and most of the lines
// that end so fill a width.
func (b *breaks) fill(width int) bool {
	full := b.first
	for n := width * 6 / 10; n <= width; n++ {
		full += b.lengths[n]
	}
	return b.all > 0 && b.continued*10 >= b.all*3 && full*10 >= b.continued*7
}

// marksByIndent reports whether an indent marks where a paragraph of a text starts
// right below another, as on a newswire: most lines have none, and most that have one,
// where the line above has not, stand below a finished sentence.
func marksByIndent(text string) bool {
	lines, indents, steps, starts := 0, 0, 0, 0
	var above Span
	for l := newLines(text); ; {
		line, ok := l.next()
		if !ok {
			break
		}
		if line.Len() > 0 {
			lines++
			if indented(text, line) {
				indents++
				if above.Len() > 0 && !indented(text, above) {
					steps++
					if endsSentence(text[above.Start:above.End]) {
						starts++
					}
				}
			}
		}
		above = line
	}
	return steps > 0 && indents*2 < lines && starts*10 >= steps*7
}

// indented reports whether a line has two blanks or a tab before it.
func indented(text string, line Span) bool {
	before := text[:line.Start]
	return strings.HasSuffix(before, "  ") || strings.HasSuffix(before, "\t")
}
