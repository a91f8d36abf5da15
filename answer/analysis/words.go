package analysis

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// nextWord returns the byte range of the first word of text that begins at or
// after i, or two len(text) where there is none.
func nextWord(text string, i int) (start, end int) {
	for i < len(text) && !ascii[text[i]].is(wordByte) {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if isWordRune(r) && !unicode.IsMark(r) {
			if IsUnspaced(r) {
				return i, ClusterEnd(text, i+size)
			}
			break
		}
		i += size
	}
	end = plainEnd(text, i)
	if end < len(text) && !ascii[text[end]].is(divider) && !endsBefore(text, i, end) {
		end = wordEnd(text, i)
	}
	return i, end
}

// plainEnd returns the end of the ASCII letters and digits at i. It looks at eight
// bytes at once.
func plainEnd(text string, i int) int {
	for i+8 <= len(text) {
		if others := othersIn(load8(text[i:])); others != 0 {
			return i + bits.TrailingZeros64(others)/8
		}
		i += 8
	}
	for i < len(text) && ascii[text[i]].is(wordByte) {
		i++
	}
	return i
}

// othersIn returns the top bits of those of eight bytes that are no ASCII letters or
// digits.
func othersIn(x uint64) uint64 {
	y := x &^ tops
	return ^(between(y|0x20*ones, 'a', 'z')|between(y, '0', '9'))&tops | x&tops
}

const (
	ones = 0x0101010101010101
	tops = 0x80 * ones
)

// between returns the top bits of those of eight ASCII characters that are not before
// the first one nor after the last.
func between(x, first, last uint64) uint64 {
	// Adding carries into the top bit of each byte that is large enough.
	return (x + (0x80-first)*ones) &^ (x + (0x7f-last)*ones) & tops
}

// endsBefore reports whether a run of ASCII letters and digits is a whole word although
// the character behind it may be part of one. It knows only the usual ones: a full stop,
// a comma and a hyphen.
func endsBefore(text string, start, end int) bool {
	rest := text[end:]
	switch rest[0] {
	case '.':
		return end-start > 1 && (len(rest) == 1 || !isDigit(rune(rest[1])))
	case ',':
		return len(rest) == 1 || !isDigit(rune(rest[1]))
	case '-':
		return end-start > len("re")
	}
	return false
}

// wordEnd returns the end of the word that starts at start.
func wordEnd(text string, start int) int {
	if end := acronymEnd(text, start); end > 0 {
		return end
	}
	i := start
	for i < len(text) {
		r, size := decode(text, i)
		switch {
		case isWordRune(r) && !IsUnspaced(r):
		case i > start && joins(r, text[start:i], text[i+size:]):
		default:
			return i
		}
		i += size
	}
	return i
}

// joins reports whether r, which is no part of a word by itself, joins the word
// before it and the text after it into one word.
func joins(r rune, word, after string) bool {
	prev, _ := utf8.DecodeLastRuneInString(word)
	next, _ := decode(after, 0)
	switch {
	case isApostrophe(r):
		return (unicode.IsLetter(prev) || unicode.IsMark(prev)) && unicode.IsLetter(next) && !IsUnspaced(next)
	case r == '.':
		return isDigit(prev) && isDigit(next)
	case r == ',': // a group of exactly three digits follows
		return isDigit(prev) && digits(after) == 3
	case r == '&': // AT&T
		return unicode.IsUpper(prev) && unicode.IsUpper(next)
	case isHyphen(r):
		return unspelt(word, after)
	case isInvisible(r):
		return isWordRune(next) && !IsUnspaced(next)
	}
	return false
}

// unspelt reports whether the hyphen between a word and what follows is one that
// the usual spelling leaves out.
func unspelt(word, after string) bool {
	lower := func(i int) byte {
		if i >= len(after) {
			return 0
		}
		return after[i] | 0x20
	}
	switch word {
	case "e", "E": // e-mail
		return lower(0) >= 'a' && lower(0) <= 'z'
	case "re", "Re", "RE": // re-election
		return lower(0) == 'e'
	case "co", "Co", "CO": // co-operate, co-ordinate
		return lower(0) == 'o' && (lower(1) == 'p' || lower(1) == 'r' && lower(2) == 'd')
	}
	return false
}

// digits counts the digits that text begins with, up to four.
func digits(text string) int {
	n := 0
	for n < len(text) && n < 4 && isDigit(rune(text[n])) {
		n++
	}
	return n
}

// acronymEnd returns the end of an acronym with full stops (U.S., a.m., D.C)
// that starts at i, or -1 where there is none. The last full stop belongs to
// it, and so does a possessive ending.
func acronymEnd(text string, i int) int {
	const longest = 16 // so that a chain without end is not walked for each of its letters
	letters := 0
	for letters < longest {
		r, size := decode(text, i)
		if !unicode.IsLetter(r) || i+size >= len(text) || text[i+size] != '.' {
			break
		}
		i += size + 1
		letters++
	}
	if letters == 0 {
		return -1
	}
	r, size := decode(text, i)
	switch next, n := decode(text, i+size); {
	case unicode.IsLetter(r): // one last letter (U.S), or the start of another word
		if isWordRune(next) {
			return -1
		}
		return i + size
	case letters < 2 || isWordRune(r):
		return -1
	case isApostrophe(r) && next == 's' && !startsWord(text, i+size+n):
		return i + size + n
	}
	return i
}

// ClusterEnd returns the end of a character of a script without spaces
// ([IsUnspaced]), whose marks begin at i.
func ClusterEnd(text string, i int) int {
	for i < len(text) {
		r, size := decode(text, i)
		if !unicode.IsMark(r) && r != 'ー' {
			break
		}
		i += size
	}
	return i
}

// byteClass tells what an ASCII character is to a word.
type byteClass uint8

const (
	wordByte   byteClass = 1 << iota // a letter or digit
	letterByte                       // a letter
	divider                          // never part of a word
)

func (c byteClass) is(d byteClass) bool { return c&d != 0 }

// ascii has no class for what joins words, and for what is not ASCII.
var ascii = func() (table [256]byteClass) {
	for c := range table {
		switch {
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			table[c] = wordByte | letterByte
		case c >= '0' && c <= '9':
			table[c] = wordByte
		case c < utf8.RuneSelf && !isApostrophe(rune(c)) && c != '.' && c != ',' && c != '&' && c != '-':
			table[c] = divider
		}
	}
	return table
}()

func decode(text string, i int) (rune, int) {
	if i >= len(text) {
		return utf8.RuneError, 0
	}
	if c := text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(text[i:])
}

func startsWord(text string, i int) bool {
	r, _ := decode(text, i)
	return isWordRune(r)
}

// isWordRune reports a letter, mark or digit. Raised digits (footnotes) and
// fractions are none, lowered ones are (CO₂).
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return ascii[r].is(wordByte)
	}
	if r >= 0x2000 && r < 0x2070 {
		return false // dashes, quotation marks, odd blanks
	}
	if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) {
		return !isApostrophe(r)
	}
	return r >= '₀' && r <= '₉' || unicode.Is(unicode.Nl, r)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// isApostrophe reports an apostrophe and what is written for one.
func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', 'ʻ', '＇', '`', '´':
		return true
	}
	return false
}

func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

// isInvisible reports a soft hyphen, a joiner or non-joiner: a character inside
// words that does not show.
func isInvisible(r rune) bool {
	return r == '\u00ad' || r == '\u200c' || r == '\u200d' || r == '\u2060'
}

// IsUnspaced reports a character of a script that is written without spaces
// between words.
func IsUnspaced(r rune) bool {
	return r >= 0x0e00 && (r == 'ー' || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) && !unicode.IsDigit(r))
}

// isBlank reports text of nothing but blanks within a line.
func isBlank(text string) bool {
	for _, r := range text {
		if !unicode.IsSpace(r) || r == '\n' {
			return false
		}
	}
	return text != ""
}

// HasWord reports whether a text has a letter or a digit.
func HasWord(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// IsLower reports whether a word begins with a small letter.
func IsLower(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(first)
}

// IsNumber reports whether a folded word begins with a figure.
func IsNumber(word string) bool { return word != "" && word[0] >= '0' && word[0] <= '9' }

// AnyLower reports whether a text has a letter that is not a capital.
func AnyLower(text string) bool { return strings.ToUpper(text) != text }

// IsName reports whether a token is written as a name is, and no dictionary has it.
func IsName(t Token) bool { return t.Upper && !t.Acronym && !Ordinary(t.Word) }
