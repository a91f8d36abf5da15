package engine

import (
	"slices"
	"strings"
)

// credits are what credits of pictures end in or begin with, as the pages write them.
var credits = []string{"/AP ", "/AFP", "/Reuters", "/REUTERS", "/Getty Images", "via Getty", " Credit: ", "Photo: ", "Photograph: "}

// holdsCredit reports whether a text holds the credit of a picture: some pages have captions
// within a paragraph, or a row of them for one.
func holdsCredit(text string) bool {
	return slices.ContainsFunc(credits, func(c string) bool { return strings.Contains(text, c) })
}
