package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lines walks over the lines of a text. A line ends at "\n", "\r\n" or a lone
// "\r"; the text's last line needs no end.
type lines struct {
	text string
	pos  int
	cr   bool // the text has a carriage return somewhere
}

func newLines(text string) lines {
	return lines{text: text, cr: strings.IndexByte(text, '\r') >= 0}
}

// next returns the range of the next line, trimmed of white space, and false
// when there is no further line. A blank line has an empty range.
func (l *lines) next() (Span, bool) {
	if l.pos >= len(l.text) {
		return Span{}, false
	}
	rest := l.text[l.pos:]
	var n int
	if l.cr {
		n = strings.IndexAny(rest, "\r\n")
	} else {
		n = strings.IndexByte(rest, '\n')
	}
	line := Span{l.pos, l.pos + n}
	switch {
	case n < 0:
		line.End = len(l.text)
		l.pos = len(l.text)
	case rest[n] == '\r' && n+1 < len(rest) && rest[n+1] == '\n':
		l.pos += n + 2
	default:
		l.pos += n + 1
	}
	return trim(l.text, line), true
}

// trim narrows s until it neither starts nor ends with white space.
func trim(text string, s Span) Span {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(text[s.Start:s.End])
		if !isSpace(r) {
			break
		}
		s.Start += n
	}
	for s.Start < s.End {
		r, n := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if !isSpace(r) {
			break
		}
		s.End -= n
	}
	return s
}

// isSpace reports whether r is white space, or one of the characters without
// width that pages leave at the edges of their lines (a byte order mark, a zero
// width space, a word joiner).
func isSpace(r rune) bool {
	if r < 0x80 {
		return r == ' ' || '\t' <= r && r <= '\r'
	}
	return unicode.IsSpace(r) || r == '\uFEFF' || r == '\u200B' || r == '\u2060'
}

// endsSentence reports whether a line ends as a finished sentence does, with a
// stop that closing quotes and brackets may follow.
func endsSentence(line string) bool {
	for {
		r, n := utf8.DecodeLastRuneInString(line)
		switch r {
		case '"', '\'', '”', '’', '»', ')', ']', ' ', '\u00A0':
			line = line[:len(line)-n]
			continue
		case '.', '!', '?', '…', '。', '！', '？':
			return true
		}
		return false
	}
}

// fold appends s to dst in the form in which short lines are compared: lower
// case, straight quotes, plain hyphens, single spaces.
func fold(dst []byte, s string) []byte {
	space := false
	for i := 0; i < len(s); {
		if c := foldedASCII[s[i]]; c != 0 { // most characters
			if space && len(dst) > 0 {
				dst = append(dst, ' ')
			}
			space = false
			dst = append(dst, c)
			i++
			continue
		}
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		i += n
		if isSpace(r) {
			space = true
			continue
		}
		if space && len(dst) > 0 {
			dst = append(dst, ' ')
		}
		space = false
		dst = utf8.AppendRune(dst, foldRune(r))
	}
	return dst
}

// foldedASCII has the characters, folded, that are ASCII and no white space, and 0 for
// all others.
var foldedASCII = func() (table [256]byte) {
	for c := byte(1); c < utf8.RuneSelf; c++ {
		switch {
		case 'A' <= c && c <= 'Z':
			table[c] = c - 'A' + 'a'
		case !isSpace(rune(c)):
			table[c] = c
		}
	}
	return table
}()

// foldRune folds a character beyond ASCII.
func foldRune(r rune) rune {
	switch r {
	case '‘', '’', 'ʼ':
		return '\''
	case '“', '”', '«', '»':
		return '"'
	case '‐', '‑', '–', '—':
		return '-'
	}
	return unicode.ToLower(r)
}

// hasPrefix and hasSuffix compare folded text with a constant, without
// an allocation.
func hasPrefix(f []byte, p string) bool { return len(f) >= len(p) && string(f[:len(p)]) == p }
func hasSuffix(f []byte, p string) bool { return len(f) >= len(p) && string(f[len(f)-len(p):]) == p }

// nextWord returns the first word of f, up to a space, and what follows it.
func nextWord(f []byte) (word, rest []byte) {
	for i, c := range f {
		if c == ' ' {
			return f[:i], f[i+1:]
		}
	}
	return f, nil
}

// countWords returns the number of words in folded text.
func countWords(f []byte) int {
	n := 0
	for len(f) > 0 {
		_, f = nextWord(f)
		n++
	}
	return n
}
