package terminal

import (
	"strings"
	"unicode"

	"github.com/rivo/uniseg"

	"newshound/bot"
)

// displayWidth returns the number of columns that text takes.
func displayWidth(text string) int { return uniseg.StringWidth(text) }

// wrap divides text into lines of at most width columns, and returns the range
// of each. It breaks at newlines, and elsewhere only where Unicode's line
// breaking rules allow (https://www.unicode.org/reports/tr14/); the spaces at a
// break belong to no line. A word that is longer than a line is cut between two
// characters, but a link is left whole, however long. A width of 0 breaks at
// newlines only.
func wrap(text string, width int) []bot.Span {
	var lines []bot.Span
	start, column := 0, 0
	flush := func(end, next int) {
		lines = append(lines, bot.Span{Start: start, End: start + len(strings.TrimRight(text[start:end], " \n"))})
		start, column = next, 0
	}
	for at := 0; at < len(text); {
		end, newline := segment(text, at)
		word := strings.TrimRight(text[at:end], " \n")
		columns := displayWidth(word)
		if width > 0 && column > 0 && column+columns > width {
			flush(at, at)
		}
		if width > 0 && columns > width && !isLink(word) {
			for _, cut := range cuts(word, width) {
				flush(at+cut, at+cut)
			}
			columns = displayWidth(text[start : at+len(word)])
		}
		column += columns + end - at - len(word)
		at = end
		if newline {
			flush(end, end)
		}
	}
	if start < len(text) || len(lines) == 0 {
		flush(len(text), len(text))
	}
	return lines
}

// segment returns the end of the unbreakable piece of text at an offset, the spaces after it
// included, and whether a newline ends it.
func segment(text string, at int) (end int, newline bool) {
	if isLink(text[at:]) {
		end = len(text)
		if length := strings.IndexAny(text[at:], " \n\t"); length >= 0 {
			end = at + length
		}
		for end < len(text) && text[end] == ' ' {
			end++
		}
		if end < len(text) && text[end] == '\n' {
			end++
		}
	} else {
		piece, _, _, _ := uniseg.FirstLineSegmentInString(text[at:], -1)
		// Between a newline and "-0", uniseg v0.4.7 finds no break.
		if i := strings.IndexByte(piece, '\n'); i >= 0 {
			piece = piece[:i+1]
		}
		end = at + len(piece)
		// Nor does it know that no break is between a colon and a number, from:2018-07, or between a
		// hyphen that begins a word and the word, -without.
		if end < len(text) && (piece[len(piece)-1] == ':' && unicode.IsDigit(rune(text[end])) || piece == "-") {
			end, _ = segment(text, end)
		}
	}
	return end, strings.HasSuffix(text[:end], "\n")
}

// isLink reports whether text begins with a web address.
func isLink(text string) bool {
	return strings.HasPrefix(text, "https://") || strings.HasPrefix(text, "http://")
}

// cuts returns the offsets at which to cut a word into pieces of at most width
// columns.
func cuts(word string, width int) []int {
	var offsets []int
	column := 0
	for g := uniseg.NewGraphemes(word); g.Next(); {
		w := g.Width()
		if column > 0 && column+w > width {
			from, _ := g.Positions()
			offsets = append(offsets, from)
			column = 0
		}
		column += w
	}
	return offsets
}
