package corpus

import "strings"

// markdownImage returns the range of the alternative text of a line that is
// nothing but a Markdown image.
func markdownImage(text string) (alt Span, ok bool) {
	if len(text) < 5 || text[0] != '!' || text[1] != '[' || text[len(text)-1] != ')' {
		return Span{}, false
	}
	for i := 2; i+1 < len(text); i++ {
		if text[i] == ']' && text[i+1] == '(' {
			return trim(text, Span{2, i}), true
		}
	}
	return Span{}, false
}

// leadingMark returns the length of the "## " that a Markdown heading starts
// with, or of the "> " of a block quotation.
func leadingMark(text string) int {
	if strings.HasPrefix(text, "> ") {
		return 2
	}
	n := 0
	for n < len(text) && text[n] == '#' {
		n++
	}
	if n == 0 || n > 6 || n == len(text) || text[n] != ' ' {
		return 0
	}
	return n + 1
}

// plain removes what Markdown puts around a whole line: the stars of emphasis,
// and the address of a link.
func plain(text string) string {
	if s := strings.Trim(text, "*_"); s != "" {
		text = s
	}
	if text[0] == '[' && text[len(text)-1] == ')' {
		if label, url, ok := strings.Cut(text[1:], "]("); ok && strings.IndexByte(url, ')') == len(url)-1 {
			return label
		}
	}
	return text
}

// isMarkdownLink reports whether a line is nothing but a Markdown link to another page, a word or
// two before it: “Pickup - [gazette.example](https://gazette.example/dam)”. What is linked is no
// sentence of the story, and its address is.
func isMarkdownLink(text string) bool {
	before, rest, ok := strings.Cut(strings.TrimSpace(text), "[")
	if !ok || strings.HasSuffix(before, "!") || len(strings.Fields(strings.Trim(before, "*-:|> "))) > 2 {
		return false
	}
	label, url, ok := strings.Cut(rest, "](")
	return ok && (strings.HasPrefix(url, "http://") || strings.HasPrefix(url, "https://")) && strings.IndexByte(url, ')') == len(url)-1 &&
		!endsSentence(label)
}
