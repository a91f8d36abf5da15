package corpus

import (
	"regexp"
	"strings"
	"sync"
)

// severalTags is how many tags a text has at least that is HTML rather than about it.
const severalTags = 3

// TagsFound is the problem of an article with HTML tags; it is formatted with the first of them.
const TagsFound = "the text has HTML tags (%s), which stand in its quotes: take them out; the article is kept as it is"

// htmlTag matches a tag of HTML that ends something, or a line.
var htmlTag = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)<p>|</(?:p|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|blockquote|figure|script|style|table|tr|td)>|<br ?/?>`)
})

// isHTML reports whether a text is HTML rather than plain: it has several tags, or begins with <p>.
func isHTML(text string) bool {
	if tag, _ := FindTags(text); tag != "" {
		return true
	}
	return strings.HasPrefix(strings.TrimSpace(text), "<p>")
}

// FindTags returns the first HTML tag in a text, and where it begins: tags would appear in quotes.
// It returns "" if there are none, or so few that the text may be about them.
func FindTags(text string) (tag string, at int) {
	if strings.Count(text, "<") < severalTags {
		return "", 0
	}
	all := htmlTag().FindAllStringIndex(text, severalTags)
	if len(all) < severalTags {
		return "", 0
	}
	return text[all[0][0]:all[0][1]], all[0][0]
}
