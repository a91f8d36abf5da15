package bot

import (
	"cmp"
	"fmt"
	"slices"

	"newshound/answer"
	"newshound/bot/cite"
	"newshound/bot/phrase"
)

// citeQuotes answers the command "cite", for the quotes of the last answer with the given numbers,
// or without any for those that were shown last: each in its paragraph, or as an entry of a
// reference list.
func citeQuotes(a *answer.Answer, last Turn, c command) Reply {
	asked := c.of
	if c.n > 0 {
		asked = numbersFrom(c.n, c.n)
	}
	wanted := cmp.Or(asked, last.Page)
	all := verified(a, last)
	quotes := slices.DeleteFunc(slices.Clone(all), func(s answer.Snippet) bool { return !wanted.has(s.Cite.N) })
	for _, r := range asked.runs() {
		for n := r[0]; n <= r[1]; n++ {
			if !slices.ContainsFunc(quotes, func(s answer.Snippet) bool { return s.Cite.N == n }) {
				return noQuote(n, all, last)
			}
		}
	}
	if len(quotes) == 0 {
		return noQuote(0, all, last)
	}
	which, each := "The quotes", ", each"
	if len(quotes) == 1 {
		which, each = fmt.Sprintf("Quote %d", quotes[0].Cite.N), ""
	}
	if style, ok := cite.StyleNamed(c.style); ok {
		reply := Reply{Text: fmt.Sprintf("%s, %s:", which, style.Title), Export: style.Export(quotes), Links: style.Name == linkStyle, Turn: last}
		for _, q := range quotes {
			if text := style.InText(q.Cite); text != "" {
				reply.Notes = append(reply.Notes, fmt.Sprintf("In the text, for quote %d: %s", q.Cite.N, text))
			}
		}
		return reply
	}
	reply := Reply{Text: which + each + " in its paragraph:", Full: true, Turn: last}
	for _, s := range quotes {
		reply.Snippets = append(reply.Snippets, inParagraph(s))
	}
	return reply
}

// linkStyle is the name of the style that is addresses.
const linkStyle = "link"

// styleNames lists the names of the styles of references.
func styleNames() string {
	var names []string
	for _, s := range cite.Styles() {
		names = append(names, s.Name)
	}
	return phrase.Join(names, " or ")
}
