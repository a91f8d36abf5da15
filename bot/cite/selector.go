package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer"
)

// quoteContext is how many bytes before and after a quote a selector repeats at least, as far as
// the text has them.
const quoteContext = 32

// selection points at a quote in the form of the Web Annotation Data Model: a
// specific resource with a text quote selector, or without an address just the selector
// (https://www.w3.org/TR/annotation-model/#text-quote-selector). The other fields, which
// that model does not have, say where the quote stands in the article as it was loaded,
// whose bytes may differ from those of the page.
type selection struct {
	Context  string       `json:"@context,omitempty"`
	Type     string       `json:"type,omitempty"`
	Source   string       `json:"source,omitempty"`
	Selector textSelector `json:"selector"`

	Article   string `json:"article"`
	Paragraph int    `json:"paragraph"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
}

// textSelector is a text quote selector.
type textSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

// selectors returns quotes as a list of selections in JSON.
func selectors(quotes []answer.Snippet) string {
	all := make([]selection, 0, len(quotes))
	for _, s := range quotes {
		c := s.Cite
		one := selection{
			Source:   webAddress(c.Article.URL),
			Selector: textSelector{Type: "TextQuoteSelector", Exact: s.Quote},
			Article:  c.Article.ID, Paragraph: c.Where().N, Start: c.Start, End: c.End,
		}
		if one.Source != "" { // which a specific resource must have
			one.Context, one.Type = "http://www.w3.org/ns/anno.jsonld", "SpecificResource"
		}
		one.Selector.Prefix, one.Selector.Suffix = surroundings(c.Article.Body, c.Start, c.End)
		all = append(all, one)
	}
	return indented(all)
}

// surroundings returns what stands before and after a part of a text, in whole words, and enough
// of it that the three together stand nowhere else in the text.
func surroundings(text string, start, end int) (prefix, suffix string) {
	for n := quoteContext; ; n *= 2 {
		from, to := wordBefore(text, start-n), wordAfter(text, end+n)
		if from == 0 && to == len(text) || strings.Count(text, text[from:to]) == 1 {
			return text[from:start], text[end:to]
		}
	}
}

// wordBefore returns where the word begins that an offset is in.
func wordBefore(text string, at int) int {
	at = max(at, 0)
	for at > 0 && !(utf8.RuneStart(text[at]) && blankBefore(text, at)) {
		at--
	}
	return at
}

// wordAfter returns where the word ends that an offset is in.
func wordAfter(text string, at int) int {
	for at < len(text) {
		r, _ := utf8.DecodeRuneInString(text[at:])
		if utf8.RuneStart(text[at]) && unicode.IsSpace(r) {
			return at
		}
		at++
	}
	return len(text)
}

// blankBefore reports whether the character before an offset is a blank.
func blankBefore(text string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return unicode.IsSpace(r)
}
