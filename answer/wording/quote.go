// Package wording compares a quote, as somebody pasted it, with the wording of an article:
// [Readings] are the quotes that a text may be meant as, a [Source] is a part of an article
// as words, and a [Fit] how the one stands in the other, with what differs.
//
// Which articles are looked at, and what the outcome is called, is for package answer.
package wording

import (
	"html"
	"slices"
	"strings"

	"newshound/answer/align"
	"newshound/answer/analysis"
)

// Quote is a text that is said to be a quote, as it is compared with an article. The zero
// value has no words.
type Quote struct {
	// Text is the text.
	Text string
	// Parts are its words, divided where it marks words as left out or put in. Their ranges
	// are of Text.
	Parts [][]align.Word
	// Words is how many it has.
	Words int
	// Elided says that it marks words as left out or put in.
	Elided bool
	// Aside is what else was given, outside of quotation marks.
	Aside []string
	// SetOff says that a dash or a line break stands before that, so that it is no part of
	// the quote.
	SetOff bool

	compounds compounds // how its words are written that may have a hyphen
}

var (
	// capital is a letter in brackets that was another case: [T]he.
	capital = analysis.Pattern(`\[(\pL)\](\pL)`)
	// omission marks words as left out, and insertion as put in by who quotes.
	omission = analysis.Pattern(`(?i)[\[(]\s*(?:…|\.(?:\s?\.){2,3}|sic|emphasis (?:added|mine|ours))\s*[\])]|…|\.(?:\s?\.){2,3}|\[[^\[\]]{0,200}\](?:['’]\pL{1,2}\b)?`)
)

// Readings returns a text as the quote that it may be meant as: as it was pasted, without
// what chat and the web put into texts, without the hyphens of its line ends, and only
// what stands in quotation marks, where the rest is no more than who says it. There is
// none where it has no words.
func Readings(text string) []Quote {
	var out []Quote
	add := func(said string) {
		if q := parse(said); q.Words > 0 && !slices.ContainsFunc(out, func(o Quote) bool { return o.Text == q.Text }) {
			out = append(out, q)
		}
	}
	add(text)
	text = codes().ReplaceAllString(html.UnescapeString(text), " ")
	add(text)
	add(lineEnd().ReplaceAllString(text, "$1$2"))
	if Quotations(text, 1) == nil {
		text = singles().ReplaceAllString(text, "$1“$2”$3")
	}
	if said, aside := marked(text); len(aside) > 0 {
		q := parse(said)
		q.Aside, q.SetOff = aside, len(aside) == 1 && setOff().MatchString(text)
		out = append(out, q)
	}
	if m := label().FindStringSubmatch(text); m != nil {
		if q := parse(m[2]); q.Words >= FewestJoined {
			q.Aside, q.SetOff = []string{m[1]}, true
			out = append(out, q)
		}
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
	// singles is a text with one quotation in single marks, from the first that opens to the last that closes.
	singles = analysis.Pattern(`^((?s:[^‘']*?[\s:(])?|)(?:‘|')(\S(?s:.*)[^\s‘'])[’']([\s)—–,.;?!].*|)$`)
	// label is a name and a colon before a text without quotation marks.
	label = analysis.Pattern(`^\s*(\p{Lu}[\pL\pN.'’-]*(?: \p{Lu}[\pL\pN.'’-]*){0,3}):\s+([^“”"„«»]+)$`)
	// setOff is one quotation with something else behind it that is no part of it.
	setOff = analysis.Pattern(`^\s*(?:“[^“”]*”|"[^"]*"|„[^„“]*“|«[^«»]*»)[.,]?\s*?(?:\s[–—-]|[–—(\n])`)
)

// FewestJoined is how many words each part has of a quote whose parts stand in different
// places, and how many show that a quotation is a quote and not a title.
const FewestJoined = 4

// Quotations returns the byte ranges of what stands in quotation marks in a text, with the
// marks; up to n of them, or all for −1.
func Quotations(text string, n int) [][]int { return inMarks().FindAllStringIndex(text, n) }

// fewestMarked is how many words in quotation marks may be the quote by themselves. Of fewer than
// [FewestJoined] the words beside them have to show it.
const fewestMarked = 2

// mostAside is how many words may stand outside of the quotation marks.
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
	for _, m := range Quotations(text, -1) {
		rest(m[0])
		inside = append(inside, text[m[0]:m[1]])
		in += len(align.Words(text[m[0]:m[1]]))
		at = m[1]
	}
	rest(len(text))
	if in < fewestMarked || out > mostAside && (out > mostSetOff || !setOff().MatchString(text)) {
		return "", nil
	}
	return strings.Join(inside, " "), aside
}

// quoteMarks are what a quote may stand in.
const quoteMarks = "\"“”„«»‘’'‚‹› \t\n"

// parse reads a quote as it was pasted: without the quotation marks around it,
// and in parts where an ellipsis or words in brackets stand.
func parse(text string) Quote {
	q := Quote{Text: capital().ReplaceAllString(strings.Trim(text, quoteMarks), "$1$2")}
	at := 0
	add := func(end int) {
		words := wordsOf(q.Text[at:end])
		for i := range words {
			words[i].Start += at
			words[i].End += at
		}
		if len(words) > 0 {
			q.Parts = append(q.Parts, words)
		}
	}
	for _, mark := range omission().FindAllStringIndex(q.Text, -1) {
		add(mark[0])
		at, q.Elided = mark[1], true
	}
	add(len(q.Text))
	q.unite()
	q.compounds = newCompounds(q)
	return q
}

// unite makes one word of two with a hyphen where the quote has them without one, too, and counts the words.
func (q *Quote) unite() {
	c := compounds{whole: make(map[string]bool)}
	for _, part := range q.Parts {
		for _, w := range part {
			c.whole[w.Key] = true
		}
	}
	for i, part := range q.Parts {
		q.Parts[i] = c.rewrite(q.Text, part)
		q.Words += len(q.Parts[i])
	}
}

// wordsOf returns the words of a quote, with what it writes short in full.
func wordsOf(text string) []align.Word {
	return inFull(align.Words(text), func(string, string) bool { return true })
}

// TextOf returns some of its words as they were pasted.
func (q Quote) TextOf(words []align.Word) string { return textOf(q.Text, words) }

// textOf returns a text from the first to the last of its words.
func textOf(text string, words []align.Word) string {
	if len(words) == 0 {
		return ""
	}
	return text[words[0].Start:words[len(words)-1].End]
}

// Only returns the quote of nothing but a part.
func (q Quote) Only(part []align.Word) Quote {
	own := slices.Clone(part)
	for i := range own {
		own[i].Start -= part[0].Start
		own[i].End -= part[0].Start
	}
	return Quote{Text: q.TextOf(part), Parts: [][]align.Word{own}, Words: len(own), compounds: q.compounds}
}
