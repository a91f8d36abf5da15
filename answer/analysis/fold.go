package analysis

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold returns the plain form of a word as nextWord finds it. It is empty where
// nothing is left.
func fold(surface string) string {
	if isPlain(surface) {
		return surface
	}
	if plainEnd(surface, 0) == len(surface) {
		return strings.ToLower(surface)
	}
	s := strings.Map(func(r rune) rune {
		switch {
		case isApostrophe(r):
			return '\''
		case isHyphen(r) || isInvisible(r):
			return -1
		}
		return r
	}, surface)
	s = strings.ToLower(foldAccents(s))
	if i := strings.LastIndexByte(s, '\''); i > 0 {
		switch s[i+1:] {
		case "s", "re", "ve", "ll", "d", "m":
			s = s[:i]
		}
	}
	return dropJoiners(s)
}

// isPlain reports a word of small ASCII letters and digits.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
			return false
		}
	}
	return true
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

// foldAccents takes compatibility forms apart (full-width letters, ligatures),
// drops accents and points, and spells out the letters that have no
// decomposition. The vowel signs of Indic scripts and the voicing of kana
// are no accents and stay.
func foldAccents(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		plain, ok := undecomposed[r]
		switch {
		case ok:
			b.WriteString(plain)
		case unicode.Is(unicode.Mn, r) && unicode.In(r, unicode.Inherited, unicode.Hebrew, unicode.Arabic) && !isVoicing(r):
		case isWordRune(r) || r == '\'' || r == '.' || r == ',' || r == '&':
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

// isVoicing reports a mark that makes another kana.
func isVoicing(r rune) bool { return r == '\u3099' || r == '\u309a' }

// undecomposed are the Latin letters of European names that NFKD leaves whole.
var undecomposed = map[rune]string{
	'ß': "ss", 'ẞ': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ø': "o", 'Ø': "o",
	'ł': "l", 'Ł': "l", 'đ': "d", 'Đ': "d", 'ð': "d", 'Ð': "d", 'þ': "th", 'Þ': "th", 'ı': "i", 'ħ': "h", 'Ħ': "h",
}

// Fold returns the words of a text, folded, with a blank between two: what two
// spellings of one name have in common.
func Fold(text string) string { return string(AppendFold(make([]byte, 0, len(text)), text)) }

// AppendFold appends to dst what Fold returns, which needs no memory of its own as long
// as words are of ASCII letters and digits.
func AppendFold(dst []byte, text string) []byte {
	first := len(dst)
	for start, end := nextWord(text, 0); start < end; start, end = nextWord(text, end) {
		before := len(dst)
		if before > first {
			dst = append(dst, ' ')
		}
		from := len(dst)
		if plainEnd(text[:end], start) < end {
			dst = append(dst, fold(text[start:end])...)
		} else {
			dst = append(dst, text[start:end]...)
			for i, c := range dst[from:] {
				if c >= 'A' && c <= 'Z' {
					dst[from+i] = c + 'a' - 'A'
				}
			}
		}
		if len(dst) == from {
			dst = dst[:before] // nothing is left of the word
		}
	}
	return dst
}
