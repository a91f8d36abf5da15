package answer

import (
	"iter"
	"math"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer/analysis"
	"newshound/corpus"
)

const (
	// PassageWords is the length, in words, up to which neighbouring paragraphs are
	// joined into one passage; longer paragraphs are divided between sentences.
	PassageWords = 175
	// maxSentence is the length, in words, up to which a sentence is kept whole. A
	// longer one is a table, or a text without full stops, and is divided between
	// words.
	maxSentence = 2 * PassageWords
	// longWord is a length, in bytes, that no word reaches: so much text without a
	// blank counts as a word, and the rest as others.
	longWord = 64
)

// Header returns what stands above the story, the second field that is searched
// beside its passages: headline, outlet, section, byline and date, each on a
// line.
func Header(a *corpus.Article) string {
	h := a.Headline + "\n" + a.Outlet + "\n" + a.Section + "\n" + a.Byline
	if !a.Published.IsZero() {
		form := "January 2, 2006"
		switch corpus.PrecisionOf(a.Published) {
		case corpus.Month:
			form = "January 2006"
		case corpus.Year:
			form = "2006"
		}
		h += "\n" + a.Published.Format(form)
	}
	return h
}

// Tokens appends the tokens of a passage to dst, one paragraph after the other.
// Their offsets count the bytes of the article's body.
func Tokens(a *analysis.Analyzer, dst []analysis.Token, p corpus.Passage) []analysis.Token {
	for _, part := range p.Parts() {
		first := len(dst)
		dst = a.Append(dst, p.Article.Text(part))
		for i := range dst[first:] {
			dst[first+i].Start += part.Start
			dst[first+i].End += part.Start
		}
	}
	return dst
}

// Words appends the words of a passage to dst, those that the [Tokens] are made of. Who looks for
// the words of some terms alone says so in of, as for [analysis.Analyzer.AppendWordsOf]; nil is for all.
func Words(a *analysis.Analyzer, of *analysis.Beginnings, dst []analysis.Word, p corpus.Passage) []analysis.Word {
	for _, part := range p.Parts() {
		dst = a.AppendWordsOf(of, dst, p.Article.Text(part), part.Start)
	}
	return dst
}

// Passages divides an article into the passages that are retrieved. Every
// paragraph is in exactly one of them, or if it is long its parts are in as many,
// and a caption is in none with the story. Whatever the text, no passage is
// longer than two times PassageWords, and only one of a single sentence longer
// than PassageWords.
func Passages(a *corpus.Article) []corpus.Passage {
	const usual = 1 << 9 // bytes of a passage, or more
	out := make([]corpus.Passage, 0, min(len(a.Paragraphs), 1+len(a.Body)/usual))
	open := -1 // index into out of a passage that may still grow
	size := 0
	for i, p := range a.Paragraphs {
		n := countWords(a.Text(p.Span))
		if n > PassageWords {
			out = appendSplit(out, a, i)
			open = -1
			continue
		}
		if open >= 0 && size+n <= PassageWords && p.Kind == a.Paragraphs[i-1].Kind {
			out[open].Last, out[open].End = i, p.End
			size += n
			continue
		}
		out = append(out, corpus.Passage{Article: a, First: i, Last: i, Span: p.Span})
		open, size = len(out)-1, n
	}
	return out
}

// appendSplit appends the passages of a paragraph that is too long for one.
func appendSplit(out []corpus.Passage, a *corpus.Article, i int) []corpus.Passage {
	p := a.Paragraphs[i]
	text := a.Text(p.Span)
	size := 0
	cur := corpus.Passage{Article: a, First: i, Last: i}
	for start, end := range parts(text) {
		n := countWords(text[start:end])
		if size > 0 && size+n > PassageWords {
			out = append(out, cur)
			size = 0
		}
		if size == 0 {
			cur.Start = p.Start + start
		}
		cur.End = p.Start + end
		size += n
	}
	return append(out, cur)
}

// parts yields the byte ranges of the sentences of a text, and in place of a
// sentence that is too long those of its parts.
func parts(text string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for start, end := range analysis.Sentences(text) {
			if countWords(text[start:end]) <= maxSentence {
				if !yield(start, end) {
					return
				}
				continue
			}
			for start < end {
				_, n := takeWords(text[start:end], PassageWords)
				part := strings.TrimRightFunc(text[start:start+n], unicode.IsSpace)
				if !yield(start, start+len(part)) {
					return
				}
				start += n
			}
		}
	}
}

// countWords counts the runs of characters that are not white space.
func countWords(text string) int {
	n, _ := takeWords(text, math.MaxInt)
	return n
}

// takeWords counts the words of a text up to a limit, and returns where the next
// word begins.
func takeWords(text string, limit int) (n, next int) {
	size := 0 // of the word at hand
	for i := 0; i < len(text); {
		some, after, behind := wordsIn8s(text[i:], size, limit-n)
		n, size, i = n+some, after, i+behind
		if i == len(text) {
			break
		}
		c, width := text[i], 1
		space := c == ' ' || c >= '\t' && c <= '\r'
		if c >= utf8.RuneSelf {
			var r rune
			r, width = utf8.DecodeRuneInString(text[i:])
			space = unicode.IsSpace(r)
		}
		switch {
		case space:
			size = 0
		case size > 0 && size < longWord:
			size += width
		case n == limit:
			return n, i
		default:
			n++
			size = width
		}
		i += width
	}
	return n, len(text)
}

// wordsIn8s looks at eight characters at once, as long as they are ASCII without control
// characters, and too few for the limit and for the word at hand, of a size, to be
// reached: how many words start in them, the size of the one that they end in, and where
// they end.
func wordsIn8s(text string, size, limit int) (n, after, end int) {
	const (
		ones = 0x0101010101010101
		tops = 0x80 * ones
		most = 31 // eights: what is added up in bytes has room for their words
	)
	within := uint64(min(size, 1)) << 7 // the top bit of a byte, if what precedes the eight is part of a word
	eights := (size + 7) / 8            // that are all of the word at hand, and a part of one more
	starts := uint64(0)                 // how many words start at the first of eight, at the second and so on
	for last := 8 * min(len(text)/8, limit/4, most); end < last && eights < longWord/8-1; end += 8 {
		s := text[end : end+8]
		x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		visible := (x + (0x7f-' ')*ones) & tops // has the top bit of every byte that is above a blank
		if others := (x | ^(x + (0x80-' ')*ones)) & tops; others != 0 {
			before := bits.TrailingZeros64(others) &^ 7
			starts += (visible &^ (visible<<8 | within)) & (1<<before - 1) >> 7
			end += before / 8
			break
		}
		starts += (visible &^ (visible<<8 | within)) >> 7
		within = visible >> 56
		if eights++; visible != tops {
			eights = 0
		}
	}
	for after < end && text[end-1-after] > ' ' {
		after++
	}
	if after == end {
		after += size
	}
	return int(starts * ones >> 56), after, end
}
