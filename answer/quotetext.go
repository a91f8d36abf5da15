package answer

import (
	"slices"
	"strings"

	"newshound/answer/align"
)

// quote is a text that is said to be a quote, as it is compared.
type quote struct {
	text   string
	parts  []quotePart // divided where it marks words as left out or put in
	words  int
	elided bool
}

// quotePart is a run of words without such a mark.
type quotePart struct{ words []align.Word }

var (
	// capital is a letter in brackets that was another case: [T]he.
	capital = pattern(`\[(\pL)\](\pL)`)
	// omission marks words as left out, and insertion as put in by who quotes.
	omission = pattern(`[\[(]\s*(?:…|\.(?:\s?\.){2,3})\s*[\])]|…|\.(?:\s?\.){2,3}|\[[^\[\]]{0,200}\]`)
)

// quoteMarks are what a quote may stand in.
const quoteMarks = "\"“”„«»‘’'‚‹› \t\n"

// parseQuote reads a quote as it was pasted: without the quotation marks around it,
// and in parts where an ellipsis or words in brackets stand.
func parseQuote(text string) quote {
	q := quote{text: capital().ReplaceAllString(strings.Trim(text, quoteMarks), "$1$2")}
	at := 0
	add := func(end int) {
		words := align.Words(q.text[at:end])
		for i := range words {
			words[i].Start += at
			words[i].End += at
		}
		if len(words) > 0 {
			q.parts = append(q.parts, quotePart{words})
			q.words += len(words)
		}
	}
	for _, mark := range omission().FindAllStringIndex(q.text, -1) {
		add(mark[0])
		at, q.elided = mark[1], true
	}
	add(len(q.text))
	return q
}

// textOf returns the words as they were pasted.
func (q quote) textOf(words []align.Word) string { return textOf(q.text, words) }

// textOf returns a text from the first to the last of its words.
func textOf(text string, words []align.Word) string {
	if len(words) == 0 {
		return ""
	}
	return text[words[0].Start:words[len(words)-1].End]
}

// only returns the quote of nothing but a part.
func (q quote) only(part quotePart) quote {
	text := q.textOf(part.words)
	return quote{text: text, parts: []quotePart{{align.Words(text)}}, words: len(part.words)}
}

// split returns the quote in two parts, the first of so many words. It has one.
func (q quote) split(words int) quote {
	all := q.parts[0].words
	q.parts = []quotePart{{slices.Clip(all[:words])}, {all[words:]}}
	return q
}
