package corpus

import (
	"regexp"
	"strings"
	"sync"
)

// severalTags is how many tags a text has at least that is HTML rather than about it.
const severalTags = 3

// TagsFound is what is wrong with an article that has HTML tags, of which the first is to be
// put in.
const TagsFound = "the text has HTML tags (%s), which stand in its quotes: take them out; the article is kept as it is"

// htmlTag matches a tag of HTML that ends something, or a line.
var htmlTag = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)<p>|</(?:p|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|blockquote|figure|script|style|table|tr|td)>|<br ?/?>`)
})

// isHTML reports whether a text is HTML rather than plain: where it has several tags, or begins
// with a paragraph's.
func isHTML(text string) bool {
	if tag, _ := FindTags(text); tag != "" {
		return true
	}
	return strings.HasPrefix(strings.TrimSpace(text), "<p>")
}

// FindTags returns the first of the HTML tags that a text has, which would stand in its
// quotes, and where it begins; "" for a text without, or with so few that it may be about
// them.
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
