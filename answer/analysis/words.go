package analysis

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// words yields the byte ranges of the words of text, in order.
func words(text string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for i := 0; i < len(text); {
			r, size := decode(text, i)
			switch {
			case !isWordRune(r):
				i += size
				continue
			case isUnspaced(r):
				if !yield(i, i+size) {
					return
				}
				i += size
				continue
			}
			end := acronymEnd(text, i)
			if end < 0 {
				end = wordEnd(text, i)
			}
			if !yield(i, end) {
				return
			}
			i = end
		}
	}
}

// wordEnd returns the end of the word that starts at i.
func wordEnd(text string, i int) int {
	for i < len(text) {
		r, size := decode(text, i)
		switch {
		case isWordRune(r) && !isUnspaced(r):
			i += size
		case i > 0 && joins(r, text[:i], text[i+size:]):
			i += size
		default:
			return i
		}
	}
	return i
}

// joins reports whether r, which is no part of a word by itself, joins the text
// before it and the text after it into one word.
func joins(r rune, before, after string) bool {
	prev, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	switch {
	case isApostrophe(r):
		return unicode.IsLetter(prev) && unicode.IsLetter(next)
	case r == '.':
		return isDigit(prev) && isDigit(next)
	case r == ',': // a group of exactly three digits follows
		return isDigit(prev) && len(after) >= 3 && isDigit(rune(after[0])) && isDigit(rune(after[1])) && isDigit(rune(after[2])) &&
			(len(after) == 3 || !isDigit(rune(after[3])))
	case r == '&': // AT&T
		return unicode.IsUpper(prev) && unicode.IsUpper(next)
	}
	return false
}

// acronymEnd returns the end of an acronym with full stops (U.S., a.m., D.C)
// that starts at i, or -1 where there is none. The last full stop belongs to
// it.
func acronymEnd(text string, i int) int {
	end, letters := -1, 0
	for i < len(text) {
		r, size := decode(text, i)
		if !unicode.IsLetter(r) || i+size >= len(text) || text[i+size] != '.' {
			break
		}
		i += size + 1
		letters++
		end = i
	}
	if letters == 0 {
		return -1
	}
	// What follows must not continue a word, unless it is one last letter (U.S).
	r, size := decode(text, i)
	if i < len(text) && unicode.IsLetter(r) {
		next, _ := decode(text, i+size)
		if isWordRune(next) || letters == 0 {
			return -1
		}
		return i + size
	}
	if letters < 2 || isWordRune(r) {
		return -1
	}
	return end
}

// fold returns the plain form of a word as words yields it.
func fold(surface string) string {
	ascii := true
	plain := true // already what fold would return
	for i := 0; i < len(surface); i++ {
		c := surface[i]
		if c >= utf8.RuneSelf {
			ascii = false
			break
		}
		plain = plain && (c >= 'a' && c <= 'z' || c >= '0' && c <= '9')
	}
	if ascii && plain {
		return surface
	}
	s := surface
	if !ascii {
		s = foldAccents(s)
	}
	s = strings.ToLower(s)
	if i := strings.LastIndexByte(s, '\''); i >= 0 {
		switch s[i+1:] {
		case "s", "", "re", "ve", "ll", "d", "m":
			s = s[:i]
		}
	}
	return dropJoiners(s)
}

// dropJoiners removes apostrophes, the commas of numbers and the full stops of
// acronyms; the point of a decimal number stays.
func dropJoiners(s string) string {
	if !strings.ContainsAny(s, "'.,") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '\'' || c == ',' || c == '.' && (i == 0 || !isDigit(rune(s[i-1]))) {
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// foldAccents decomposes s, drops its combining marks and spells out the
// letters that have no decomposition.
func foldAccents(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '\u00ad': // soft hyphen
		case isApostrophe(r):
			b.WriteByte('\'')
		default:
			if plain, ok := undecomposed[r]; ok {
				b.WriteString(plain)
			} else {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// undecomposed are the Latin letters of European names that NFKD leaves whole.
var undecomposed = map[rune]string{
	'ß': "ss", 'ẞ': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ø': "o", 'Ø': "o",
	'ł': "l", 'Ł': "l", 'đ': "d", 'Đ': "d", 'ð': "d", 'Ð': "d", 'þ': "th", 'Þ': "th", 'ı': "i", 'ħ': "h", 'Ħ': "h",
}

func decode(text string, i int) (rune, int) {
	if i >= len(text) {
		return utf8.RuneError, 0
	}
	if c := text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(text[i:])
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || isDigit(r)
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) || r == '\u00ad')
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '＇' }

// isUnspaced reports a character of a script that is written without spaces
// between words.
func isUnspaced(r rune) bool {
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

func hasLower(text string) bool {
	for _, r := range text {
		if unicode.IsLower(r) {
			return true
		}
	}
	return false
}

// capitals reports whether the first letter of a word is a capital, and whether
// it has two or more letters and all are.
func capitals(surface string) (first, all bool) {
	letters := 0
	all = true
	for _, r := range surface {
		if !unicode.IsLetter(r) {
			continue
		}
		upper := unicode.IsUpper(r)
		if letters == 0 {
			first = upper
		}
		// A plural or possessive ending does not make CIAs or CIA's another word.
		if !upper && !(r == 's' && letters >= 2) {
			all = false
		}
		letters++
	}
	return first, all && letters >= 2
}
