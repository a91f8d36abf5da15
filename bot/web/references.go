package web

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"newshound/bot/cite"
)

// references is a citation in every style, each in a field to copy it from. ID keeps the ids of
// the fields of one page apart.
type references struct {
	ID    string
	Known []cite.Reference
}

// The least and most rows of a field, and how many characters fit into one on a phone.
const (
	fewestRows, mostRows = 2, 12
	rowLength            = 44
)

// Rows returns how many rows a field for a text has.
func (references) Rows(text string) int {
	rows := 0
	for l := range strings.Lines(text) {
		rows += 1 + utf8.RuneCountInString(l)/rowLength
	}
	return min(max(rows, fewestRows), mostRows)
}

// References returns the citations of a quote.
func (q quote) References() references { return references{"q" + strconv.Itoa(q.N), q.Known} }

// References returns the citations of an article, or of its passage.
func (a articlePage) References() references { return references{"cite", a.Known} }
