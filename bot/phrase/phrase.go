// Package phrase writes numbers, lists and days as they stand in a sentence: “84,362
// articles”, “a, b and c”, “27 July 2018”. What the sentence says is the business of others.
package phrase

import (
	"fmt"
	"strconv"
	"strings"

	"newshound/bot/internal/plain"
)

const (
	// MaxItems is how many words or names a sentence lists.
	MaxItems = 12
	// maxWord is how many characters of a word that a person typed a sentence repeats.
	maxWord = 60
)

// Count says how many of a thing there are, with the plural in -s.
func Count(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return Grouped(n) + " " + thing
}

// Grouped writes a number with a comma before every three digits: 84,362.
func Grouped(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0 && text[i-1] != '-'; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

// Join joins items with commas, and puts last before the last one: " and ", ", & ".
func Join(items []string, last string) string {
	end := len(items) - 1
	if end < 1 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:end], ", ") + last + items[end]
}

// Quoted lists words in quotation marks, each cut to what there is room for: “a”, “b” and “c”.
// If there are very many, it lists the first and says how many more there are.
func Quoted(words []string, and string) string {
	var items []string
	for i, w := range words {
		if i == MaxItems && len(words) > MaxItems+1 {
			items, and = append(items, fmt.Sprintf("%d more", len(words)-i)), "and"
			break
		}
		items = append(items, "“"+Short(w)+"”")
	}
	return Join(items, " "+and+" ")
}

// Names lists names as they are: a, b and c. If there are very many, it lists the first and says
// how many more there are.
func Names(names []string) string {
	if len(names) > MaxItems+1 {
		names = append(names[:MaxItems:MaxItems], fmt.Sprintf("%d more", len(names)-MaxItems))
	}
	return Join(names, " and ")
}

// Short cuts a word that someone typed to what a sentence has room for.
func Short(s string) string { return plain.Clip(s, maxWord) }
