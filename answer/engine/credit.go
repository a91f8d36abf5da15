package engine

import (
	"slices"
	"strings"
)

// credits are what the credits of pictures begin or end with.
var credits = []string{"/AP ", "/AFP", "/Reuters", "/REUTERS", "/Getty Images", "via Getty", " Credit: ", "Photo: ", "Photograph: "}

// holdsCredit reports whether a text has the credit of a picture: some pages have captions inside
// paragraphs, or a row of captions for one.
func holdsCredit(text string) bool {
	return slices.ContainsFunc(credits, func(c string) bool { return strings.Contains(text, c) })
}
