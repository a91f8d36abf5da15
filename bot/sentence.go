package bot

import (
	"fmt"
	"strconv"
	"strings"

	"newshound/bot/internal/plain"
)

const (
	// maxWords is how many words or names a sentence lists.
	maxWords = 12
	// maxWord is how many characters of a word that someone typed a sentence repeats.
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

// joined joins items with commas, and puts last before the last one: " and ", ", & ".
func joined(items []string, last string) string {
	end := len(items) - 1
	if end < 1 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:end], ", ") + last + items[end]
}

// enumerate lists words in quotation marks: “a”, “b” and “c”. Of very many it lists the
// first, and says how many more there are.
func enumerate(words []string, and string) string {
	var items []string
	for i, w := range words {
		if i == maxWords && len(words) > maxWords+1 {
			items, and = append(items, fmt.Sprintf("%d more", len(words)-i)), "and"
			break
		}
		items = append(items, "“"+shorten(w)+"”")
	}
	return joined(items, " "+and+" ")
}

// enumerateNames lists names as they are: a, b and c. Of very many it lists the first, and
// says how many more there are.
func enumerateNames(names []string) string {
	if len(names) > maxWords+1 {
		names = append(names[:maxWords:maxWords], fmt.Sprintf("%d more", len(names)-maxWords))
	}
	return joined(names, " and ")
}

// shorten cuts a word that someone typed to what a sentence has room for.
func shorten(s string) string { return plain.Clip(s, maxWord) }
