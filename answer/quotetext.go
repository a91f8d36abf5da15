package answer

import (
	"html"
	"slices"
	"strings"

	"newshound/answer/align"
	"newshound/answer/analysis"
)

// quote is a text that is said to be a quote, as it is compared.
type quote struct {
	text   string
	parts  []quotePart // divided where it marks words as left out or put in
	words  int
	elided bool
	aside  []string // what else was given, outside of quotation marks
	setOff bool     // by a dash or a line break, so that it is no part of the quote

	compounds compounds // how its words are written that may have a hyphen
}

// quotePart is a run of words without such a mark.
type quotePart struct{ words []align.Word }

var (
	// capital is a letter in brackets that was another case: [T]he.
	capital = analysis.Pattern(`\[(\pL)\](\pL)`)
	// omission marks words as left out, and insertion as put in by who quotes.
	omission = analysis.Pattern(`[\[(]\s*(?:…|\.(?:\s?\.){2,3})\s*[\])]|…|\.(?:\s?\.){2,3}|\[[^\[\]]{0,200}\](?:['’]\pL{1,2}\b)?`)
)

// readings returns a text as the quote that it may be meant as: as it was pasted, without
// what chat and the web put into texts, without the hyphens of its line ends, and only
// what stands in quotation marks, where the rest is no more than who says it. There is
// none where it has no words.
func readings(text string) []quote {
	var out []quote
	add := func(said string, aside []string) {
		if q := parseQuote(said); q.words > 0 && !slices.ContainsFunc(out, func(o quote) bool { return o.text == q.text && len(aside) == 0 }) {
			q.aside, q.setOff = aside, len(aside) == 1 && setOff().MatchString(text)
			out = append(out, q)
		}
	}
	add(text, nil)
	text = codes().ReplaceAllString(html.UnescapeString(text), " ")
	add(text, nil)
	add(lineEnd().ReplaceAllString(text, "$1$2"), nil)
	if said, aside := marked(text); len(aside) > 0 {
		add(said, aside)
	}
	return out
}

var (
	// codes are what chat has for emoji, people and channels, and links.
	codes = analysis.Pattern(`<(?:a?:\w+:\d+|[@#!][^<>\s]*|https?://[^<>]*)>|https?://\S+|(?:^|\s):[a-z0-9_+-]{2,}:(?:$|\s)`)
	// lineEnd is a word that is divided at the end of a line.
	lineEnd = analysis.Pattern(`(\pL)-\s+(\p{Ll})`)
	// inMarks is what stands in quotation marks.
	inMarks = analysis.Pattern(`“[^“”]*”|"[^"]*"|„[^„“]*“|«[^«»]*»`)
	// setOff is one quotation with something else behind it that is no part of it.
	setOff = analysis.Pattern(`^\s*(?:“[^“”]*”|"[^"]*"|„[^„“]*“|«[^«»]*»)[.,]?\s*?(?:\s[–—-]|[–—(\n])`)
)

// mostAside is how many words may stand outside of the quotation marks, and no more than
// half as many as inside.
const mostAside = 12

// mostSetOff is how many may stand behind one quotation and a dash or a line break: who
// says it, where, and under which headline.
const mostSetOff = 60

// marked returns what stands in the quotation marks of a text, and what stands outside of
// them, where that may be no more than who says it.
func marked(text string) (said string, aside []string) {
	var inside []string
	in, out, at := 0, 0, 0
	rest := func(end int) {
		if words := align.Words(text[at:end]); len(words) > 0 {
			aside = append(aside, textOf(text[at:end], words))
			out += len(words)
		}
	}
	for _, m := range inMarks().FindAllStringIndex(text, -1) {
		rest(m[0])
		inside = append(inside, text[m[0]:m[1]])
		in += len(align.Words(text[m[0]:m[1]]))
		at = m[1]
	}
	rest(len(text))
	beside := out <= mostAside && 2*out <= in || out <= mostSetOff && setOff().MatchString(text)
	if in < fewestJoined || !beside {
		return "", nil
	}
	return strings.Join(inside, " "), aside
}

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
	q.compounds = newCompounds(q)
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
	return quote{text: text, parts: []quotePart{{align.Words(text)}}, words: len(part.words), compounds: q.compounds}
}

// split returns the quote in two parts, the first of so many words. It has one.
func (q quote) split(words int) quote {
	all := q.parts[0].words
	q.parts = []quotePart{{slices.Clip(all[:words])}, {all[words:]}}
	return q
}
