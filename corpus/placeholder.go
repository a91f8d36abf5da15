package corpus

import (
	"strings"
	"unicode"
)

// maxPlaceholder is the longest placeholder in bytes.
const maxPlaceholder = 64

// cut adds a piece, without the template placeholders that a page's template
// left in it. One in the middle cuts the piece in two, so that no quote can
// run across it; both halves keep the paragraph's number.
func (l *layout) cut(p piece) {
	if p.Len() == 0 {
		return
	}
	text := l.body[p.Start:p.End]
	if strings.IndexByte(text, '{') < 0 && cutShort(text) < 0 {
		l.pieces = append(l.pieces, p)
		return
	}
	if len(text) <= maxNotice && isForm(text) {
		p.drop = true
		l.pieces = append(l.pieces, p)
		return
	}
	start, half := p.Start, false
	add := func(end int) {
		s := trim(l.body, Span{start, end})
		if s.Len() > 0 && hasWord(l.body[s.Start:s.End]) {
			q := p
			q.Span, q.half = s, half
			if half {
				q.gap = 0
			}
			l.pieces = append(l.pieces, q)
			half = true
		}
	}
	for i := p.Start; i < p.End; {
		n := 0
		switch l.body[i] {
		case '{':
			n = placeholder(l.body[i:p.End])
		case '[':
			if cutShort(l.body[i:p.End]) == 0 {
				n = p.End - i
			}
		}
		if n == 0 {
			i++
			continue
		}
		add(i)
		i += n
		start = i
	}
	add(p.End)
}

// placeholder returns the length of the placeholder that text starts with, and
// 0 if there is none: a name of at least two characters in one to three pairs
// of braces. The name has no spaces within single braces, so that words in
// braces stay.
func placeholder(text string) int {
	depth := 0
	for depth < len(text) && depth < 3 && text[depth] == '{' {
		depth++
	}
	letters := 0
	for i := depth; i < len(text) && i < maxPlaceholder; i++ {
		switch c := text[i]; {
		case c == '}':
			if letters < 2 || !strings.HasPrefix(text[i:], "}}}"[:depth]) {
				return 0
			}
			return i + depth
		case isDigit(c), c == '_', c == '-', c == '.', c == ':', c == '/', c == '#', c == '%':
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
			letters++
		case c == ' ' && depth > 1, c == '^' && depth > 1:
		default:
			return 0
		}
	}
	return 0
}

// cutShort returns where NewsAPI's note begins that a text goes on, “[+2310 chars]” at its end,
// and -1 if there is none.
func cutShort(text string) int {
	const digits = "0123456789"
	text, ok := strings.CutSuffix(strings.TrimRight(text, digits), " chars]")
	if !ok {
		return -1
	}
	if text, ok = strings.CutSuffix(strings.TrimRight(text, digits), "[+"); !ok {
		return -1
	}
	return len(text)
}

// CutShort reports whether a text is no more than the beginning of one, as NewsAPI sends it.
func CutShort(text string) bool { return cutShort(text) >= 0 }

// isWordRune reports whether r is part of a word.
func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
