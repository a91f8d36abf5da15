package corpus

import (
	"encoding/binary"
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
// case, straight quotes, plain hyphens, single spaces, and none at either end.
func fold(dst []byte, s string) []byte {
	start := len(dst)
	blank := true // at the start, or behind a blank
	for i := 0; i < len(s); {
		if i+8 <= len(s) {
			if folded, ends, ok := fold8(s[i:i+8], blank); ok {
				dst = binary.LittleEndian.AppendUint64(dst, folded)
				blank = ends
				i += 8
				continue
			}
		}
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		i += n
		if isSpace(r) {
			if !blank {
				dst = append(dst, ' ')
			}
			blank = true
			continue
		}
		blank = false
		dst = utf8.AppendRune(dst, foldRune(r))
	}
	if blank && len(dst) > start {
		dst = dst[:len(dst)-1]
	}
	return dst
}

// fold8 folds eight characters at once, which is ok only for ASCII without control
// characters and without a blank behind another. blank says whether they follow one,
// and ends whether they end in one.
func fold8(s string, blank bool) (folded uint64, ends, ok bool) {
	const (
		ones = 0x0101010101010101
		tops = 0x80 * ones
	)
	x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	// Adding carries into the top bit of each byte that is large enough.
	blanks := ^(x + (0x7f-' ')*ones) & tops
	before := blanks << 8
	if blank {
		before |= 0x80
	}
	if x&tops != 0 || (x+(0x80-' ')*ones)&tops != tops || blanks&before != 0 {
		return 0, false, false
	}
	capitals := (x + (0x80-'A')*ones) &^ (x + (0x7f-'Z')*ones) & tops
	return x | capitals>>2, blanks>>63 != 0, true
}

// foldRune folds a character that is no white space.
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
