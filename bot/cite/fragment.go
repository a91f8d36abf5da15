package cite

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer"
	"newshound/corpus"
)

// The bounds of a text fragment, in words.
const (
	wholeWords = 8  // a quote of up to so many words is named whole
	edgeWords  = 4  // of a longer one, so many words at its beginning and at its end
	mostWords  = 24 // or more, up to so many, where fewer would fit elsewhere, too
)

// LinkToQuote returns the link of a citation's article with a text fragment, by
// which a browser finds the quote in the page and marks it
// (https://wicg.github.io/scroll-to-text-fragment/). The fragment fits neither the headline
// nor any other place of the article before the quote. If the page has other words than the
// article that was loaded, the browser just shows its top, which is one reason why the paragraph
// is cited, too. It is the plain link where no fragment leads to the quote alone, and "" where
// the article has no link of http or https.
func LinkToQuote(c answer.Citation) string {
	link := webAddress(c.Article.URL)
	if link == "" {
		return ""
	}
	if strings.Contains(link, ":~:") {
		return link
	}
	directive := textDirective(c)
	if directive == "" {
		return link
	}
	if !strings.Contains(link, "#") {
		link += "#"
	}
	return link + ":~:text=" + directive
}

// textDirective returns what follows "text=", or "" where nothing leads to the quote alone.
func textDirective(c answer.Citation) string {
	page := newPageText(c.Article)
	text := c.Article.Text(c.Span)
	quote := strings.Fields(bare(text))
	if len(quote) == 0 {
		return ""
	}
	at := page.index(c.Start + strings.Index(text, bare(text)))
	for n := edgeWords; n <= mostWords; n++ {
		start, end := quote, []string(nil)
		if len(quote) > wholeWords && 2*n < len(quote) {
			start, end = quote[:n], quote[len(quote)-n:]
		}
		if !page.finds(start, end, at, len(quote)) {
			if end == nil {
				break // there is no more of it
			}
			continue
		}
		directive := fragment(start)
		if end != nil {
			directive += "," + fragment(end)
		}
		return directive
	}
	// The words of the quote stand elsewhere, too, so the words before it are added. Only blanks
	// may stand between the two, so the punctuation stays.
	before := strings.Fields(c.Article.Text(corpus.Span{Start: c.Where().Start, End: c.Start}))
	start := strings.Fields(text)
	start = start[:min(len(start), wholeWords)]
	at = page.index(c.Start)
	for n := edgeWords; n <= mostWords && len(before) > 0; n += edgeWords {
		prefix := before[max(0, len(before)-n):]
		together := slices.Concat(prefix, start)
		if page.finds(together, nil, at-len(prefix), len(together)) {
			return fragment(prefix) + "-," + fragment(start)
		}
	}
	return ""
}

// pageText is the text of an article's page as a browser searches it: word by word, in
// any case, the headline first.
type pageText struct {
	words  []string
	starts []int // the offsets of the words in the body, -1 of those of the headline
}

func newPageText(a *corpus.Article) pageText {
	var p pageText
	for w := range strings.FieldsSeq(a.Headline) {
		p.words, p.starts = append(p.words, strings.ToLower(w)), append(p.starts, -1)
	}
	at := 0
	for _, w := range strings.Fields(a.Body) {
		at += strings.Index(a.Body[at:], w)
		p.words, p.starts = append(p.words, strings.ToLower(w)), append(p.starts, at)
		at += len(w)
	}
	return p
}

// index returns the number of the word that an offset is in.
func (p pageText) index(offset int) int {
	i := 0
	for i+1 < len(p.starts) && p.starts[i+1] <= offset {
		i++
	}
	return i
}

// finds reports whether a search for start, and then for end, first finds the size words from
// at on.
func (p pageText) finds(start, end []string, at, size int) bool {
	if at < 0 || p.first(start, 0) != at {
		return false
	}
	return len(end) == 0 || p.first(end, at+len(start))+len(end) == at+size
}

// first returns where the words first stand in a row, from a word on, or -1. Punctuation around
// the first and the last of them does not count, since a search may begin behind it.
func (p pageText) first(words []string, from int) int {
	last := len(words) - 1
	low := make([]string, len(words))
	for j, w := range words {
		low[j] = strings.ToLower(w)
		if j == 0 || j == last {
			low[j] = bare(low[j])
		}
	}
next:
	for i := from; i+len(words) <= len(p.words); i++ {
		if !strings.Contains(p.words[i], low[0]) || !strings.Contains(p.words[i+last], low[last]) {
			continue
		}
		for j := 1; j < last; j++ {
			if p.words[i+j] != low[j] {
				continue next
			}
		}
		return i
	}
	return -1
}

// bare returns text without the punctuation and blanks around it. A browser finds whole words,
// and the quotation marks of the page may differ.
func bare(text string) string {
	return strings.TrimFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsSymbol(r) })
}

// fragment returns words as part of a text directive. All is percent-encoded but ASCII letters,
// digits and the marks that mean nothing there.
func fragment(words []string) string {
	var b strings.Builder
	for _, c := range []byte(strings.Join(words, " ")) {
		if c < utf8.RuneSelf && (c == '.' || c == '_' || c == '~' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z') {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
