package terminal

import (
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

// line is a text that is edited. The cursor stands before one of the characters that a person
// sees, or at the end (https://www.unicode.org/reports/tr29/#Grapheme_Cluster_Boundaries).
type line struct {
	text string
	at   int // the cursor, in bytes
}

// insert inserts text at the cursor, and moves the cursor behind it. The text may join the
// character before it.
func (l *line) insert(s string) {
	l.text, l.at = l.text[:l.at]+s+l.text[l.at:], l.at+len(s)
	l.at = l.clamp(l.at)
}

// clamp returns the first offset, from the given one on, that lies between two characters.
func (l *line) clamp(offset int) int {
	at := 0
	for rest, state := l.text, -1; at < offset; {
		var c string
		c, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		at += len(c)
	}
	return at
}

// move returns where the cursor is after so many characters, to the left if they are negative.
func (l *line) move(by int) int {
	ends := []int{0} // of the characters, and before them the start
	here := 0
	for rest, state := l.text, -1; rest != ""; {
		var c string
		c, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		ends = append(ends, ends[len(ends)-1]+len(c))
		if ends[len(ends)-1] <= l.at {
			here = len(ends) - 1
		}
	}
	return ends[min(max(here+by, 0), len(ends)-1)]
}

// wordStart returns where the word before the cursor begins.
func (l *line) wordStart() int {
	before := strings.TrimRightFunc(l.text[:l.at], unicode.IsSpace)
	return len(strings.TrimRightFunc(before, func(r rune) bool { return !unicode.IsSpace(r) }))
}

// wordEnd returns where the word behind the cursor ends.
func (l *line) wordEnd() int {
	behind := strings.TrimLeftFunc(l.text[l.at:], unicode.IsSpace)
	at := len(l.text) - len(behind)
	if n := strings.IndexFunc(behind, unicode.IsSpace); n >= 0 {
		return at + n
	}
	return len(l.text)
}

// cut takes out what is between the cursor and another place, where it then is.
func (l *line) cut(other int) {
	from, to := min(l.at, other), max(l.at, other)
	l.text, l.at = l.text[:from]+l.text[to:], from
}
