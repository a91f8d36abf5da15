// Package align compares texts word by word: a quote with the article that it is
// said to be from, and an article with another that may be a copy of it.
//
// [Words] divides a text into the words that are compared, which differ neither for
// capitals nor for how apostrophes, quotation marks and blanks are written. [Fit]
// finds where a text stands best in a longer one, and what was changed, added and
// dropped. [Hashes], [Runs] and [Set] tell cheaply which texts may be copies.
//
// # Decisions
//
// Words are stricter here than in package analysis. Context: whether somebody is
// quoted right is a matter of single words, and “Trump” is not “Trump’s”. Decision:
// nothing is stemmed, no ending is taken off, no accent is lost; only how the same
// word is typed does not count: capitals, ligatures, accents that are characters of
// their own. Consequence: what is called exact is so to the word.
//
// A long gap costs little more than a short one. Context: who shortens a quote drops
// a clause as easily as a word. Decision: affine gap costs (Gotoh, An Improved
// Algorithm for Matching Biological Sequences, 1982) on the side of the article.
// Consequence: a quote without its middle is one with words dropped, and not one
// with half of its words made up.
package align

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"newshound/answer/analysis"
)

// Word is a word of a text.
type Word struct {
	// Start and End are its byte range in the text.
	Start, End int
	// Key is what is compared.
	Key string
}

// Words returns the words of a text: runs of letters, marks and digits, with the
// apostrophes, full stops and commas that stand inside them, and with signs that
// change what they mean ($5, 5%). Where a script has no spaces between words, each
// character is one, so that a part of a sentence can be found.
func Words(text string) []Word {
	out := make([]Word, 0, len(text)/6+1)
	for start, end := next(text, 0); end > start; start, end = next(text, end) {
		out = append(out, Word{start, end, key(text[start:end])})
	}
	return out
}

// next returns the range of the first word from i on, an empty one where there is none.
func next(text string, i int) (start, end int) {
	for i < len(text) && bytes[text[i]] != letter {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if isWord(r) {
			if analysis.IsUnspaced(r) {
				return i, analysis.ClusterEnd(text, i+size)
			}
			break
		}
		i += size
	}
	start = i
	for i < len(text) {
		switch bytes[text[i]] {
		case letter:
			i++
			continue
		case divider:
			return start, i
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if isWord(r) && analysis.IsUnspaced(r) || !isWord(r) && !inside(r, text[start:i], text[i+size:]) {
			break
		}
		i += size
	}
	return start, i
}

// byteKind says what a byte of a text is to the word that it may stand in.
type byteKind uint8

const (
	unsure  byteKind = iota // what stands around it tells
	letter                  // a part of it wherever it stands
	divider                 // never a part of it
)

// bytes has the kinds of bytes.
var bytes = func() (table [256]byteKind) {
	for c := range rune(utf8.RuneSelf) {
		switch {
		case isWord(c):
			table[c] = letter
		case !strings.ContainsRune("'.,", c):
			table[c] = divider
		}
	}
	return table
}()

// isWord reports a character that is part of a word wherever it stands.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9' || r == '$' || r == '%'
	}
	if r >= 0x2000 && r < 0x2070 {
		return false // dashes, quotation marks, odd blanks
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || isFraction(r) || unicode.Is(unicode.Sc, r) || r == '%' || r == '\u00ad'
}

// isFraction reports a fraction that is one character, such as ½. Other numbers that are no
// digits, such as ², are the marks of footnotes.
func isFraction(r rune) bool { return r >= '¼' && r <= '¾' || r >= '⅐' && r <= '⅞' }

// inside reports whether r belongs to the word that it stands in.
func inside(r rune, before, after string) bool {
	if r == ' ' {
		return false // as most often
	}
	next, _ := utf8.DecodeRuneInString(after)
	last, _ := utf8.DecodeLastRuneInString(before)
	switch r {
	case '\'', '’', '‘', 'ʼ', '＇':
		return (unicode.IsLetter(last) || unicode.IsMark(last)) && unicode.IsLetter(next)
	case '.', ',':
		return unicode.IsDigit(last) && unicode.IsDigit(next)
	}
	return isInvisible(r) && unicode.IsLetter(last) && unicode.IsLetter(next)
}

// isInvisible reports what may stand inside a word unseen: soft hyphens, and joiners and
// blanks of no width.
func isInvisible(r rune) bool {
	return r == '\u00ad' || r >= '\u200b' && r <= '\u200d' || r == '\u2060' || r == '\ufeff'
}

// key returns a word as it is compared.
func key(word string) string {
	plain := true
	for i := range len(word) {
		plain = plain && (word[i] >= 'a' && word[i] <= 'z' || word[i] == '\'')
	}
	if plain {
		return word
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '’', r == '‘', r == 'ʼ', r == '＇':
			return '\''
		case isInvisible(r):
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(word))
}

// Op says what became of words.
type Op uint8

// What becomes of words between a source and what is given as a quote from it.
const (
	Same    Op = iota // they stand in both
	Changed           // others stand in their place
	Added             // only what is given has them
	Dropped           // only the source has them
)

// Piece is a run of words with which the same became.
type Piece struct {
	Op Op
	// Given and Source are the ranges of words, half open. The range of the side that
	// has none is empty, and tells where they would stand.
	Given, Source [2]int
}

// Fitting is where and how a text stands in a source.
type Fitting struct {
	// Pieces are what became of the words, in order. The first and the last are
	// of words that are given.
	Pieces []Piece
	// Same is the number of words that stand in both.
	Same int
	// Cost is 0 where the source has the words as they are given, and grows with
	// every difference, by about 10 a word.
	Cost int
}

// Exact reports whether the source has the words as they are given.
func (f Fitting) Exact() bool { return f.Cost == 0 && f.Same > 0 }

// Source returns the range of the source's words that the text fits, from the first
// to the last that is the same or stands in the place of another; it is empty where
// there is none.
func (f Fitting) Source() (from, to int) {
	from, to = -1, -1
	for _, p := range f.Pieces {
		if p.Op == Same || p.Op == Changed {
			if from < 0 {
				from = p.Source[0]
			}
			to = p.Source[1]
		}
	}
	return max(from, 0), max(to, 0)
}

// Within returns the range of the source's words that a range of the given ones fits,
// and how many of them are the same. It is empty where none stands there.
func (f Fitting) Within(first, last int) (from, to, same int) {
	for _, p := range f.Pieces {
		if p.Op != Same && p.Op != Changed {
			continue
		}
		skip := max(0, first-p.Given[0])
		n := min(p.Given[1], last) - p.Given[0]
		if skip >= n {
			continue
		}
		if from == to {
			from = p.Source[0] + skip
		}
		to = p.Source[0] + n
		if p.Op == Same {
			same += n - skip
		}
	}
	return from, to, same
}

// The costs of differences.
const (
	costChanged = 10 // and it is taken for that rather than for added
	costAdded   = 10
	costDropped = 6 // for the first word of a gap
	costFurther = 1 // for every other
)

// Fit returns how the given words stand in a source where they stand best, and of
// several such places in the first. It takes time and memory in proportion to the
// product of both lengths.
func Fit(given, source []Word) Fitting {
	return newGrid(numbered(given, source)).fit()
}

// Find returns where in a source the words stand as they are given, for the first
// time, or -1.
func Find(given, source []Word) int {
	for i := range len(source) - len(given) + 1 {
		if len(given) > 0 && slices.EqualFunc(given, source[i:i+len(given)], func(x, y Word) bool { return x.Key == y.Key }) {
			return i
		}
	}
	return -1
}

// numbered returns the words as numbers that are the same where their keys are. Words
// of the source that are not given are 0.
func numbered(given, source []Word) (g, s []int32) {
	numbers := make(map[string]int32, len(given))
	g, s = make([]int32, len(given)), make([]int32, len(source))
	for i, w := range given {
		n, ok := numbers[w.Key]
		if !ok {
			n = int32(len(numbers) + 1)
			numbers[w.Key] = n
		}
		g[i] = n
	}
	for i, w := range source {
		s[i] = numbers[w.Key]
	}
	return g, s
}
