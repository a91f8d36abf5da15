package corpus

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf8"
)

// scan sets the record to what a line says, if it is an object like most: with plain
// names and with strings, simple numbers, null, true and false for values. It
// reports whether it could; if not, encoding/json is to be asked, and to say what is
// wrong. Where it can, it does the same as that.
func (r *record) scan(line []byte) bool {
	s := scanner{line: line}
	if !s.take('{') {
		return false
	}
	if s.take('}') {
		return s.atEnd()
	}
	for {
		name, ok := s.name()
		if !ok || !s.take(':') || !r.scanValue(&s, name) {
			return false
		}
		if s.take('}') {
			return s.atEnd()
		}
		if !s.take(',') {
			return false
		}
	}
}

// scanValue sets the field of a name to the value that follows.
func (r *record) scanValue(s *scanner, name []byte) bool {
	field := r.field(name)
	s.skipSpace()
	switch {
	case s.at == len(s.line):
		return false
	case s.line[s.at] == '"':
		text, ok := s.text()
		if ok && field != nil {
			*field = text
		}
		return ok
	case s.literal("null"):
		return true
	case field == nil:
		return s.literal("true") || s.literal("false") || s.number() != nil
	case field == (*string)(&r.ID):
		number := s.number()
		*field = string(number)
		return number != nil
	}
	return false
}

// field returns the field with a name, or nil.
func (r *record) field(name []byte) *string {
	switch string(name) {
	case "id":
		return (*string)(&r.ID)
	case "file":
		return &r.File
	case "headline":
		return &r.Headline
	case "title":
		return &r.Title
	case "outlet":
		return &r.Outlet
	case "source":
		return &r.Source
	case "byline":
		return &r.Byline
	case "author":
		return &r.Author
	case "section":
		return &r.Section
	case "category":
		return &r.Category
	case "published":
		return &r.Published
	case "published_at":
		return &r.PublishedAt
	case "url":
		return &r.URL
	case "body":
		return &r.Body
	case "text":
		return &r.Text
	}
	return nil
}

// scanner goes through a line of JSON.
type scanner struct {
	line []byte
	at   int
}

func (s *scanner) skipSpace() {
	for s.at < len(s.line) && (s.line[s.at] == ' ' || s.line[s.at] == '\t' || s.line[s.at] == '\r' || s.line[s.at] == '\n') {
		s.at++
	}
}

// take goes past white space and a character, if it is there.
func (s *scanner) take(c byte) bool {
	s.skipSpace()
	if s.at < len(s.line) && s.line[s.at] == c {
		s.at++
		return true
	}
	return false
}

func (s *scanner) atEnd() bool {
	s.skipSpace()
	return s.at == len(s.line)
}

func (s *scanner) literal(word string) bool {
	if !bytes.HasPrefix(s.line[s.at:], []byte(word)) {
		return false
	}
	s.at += len(word)
	return true
}

// number returns a whole number without an exponent, or nil.
func (s *scanner) number() []byte {
	start := s.at
	for s.at < len(s.line) && isDigit(s.line[s.at]) {
		s.at++
	}
	if s.at == start || s.line[start] == '0' && s.at > start+1 {
		return nil
	}
	return s.line[start:s.at]
}

// name returns a name of small letters and what joins them. encoding/json takes capitals
// and some other characters for small letters.
func (s *scanner) name() ([]byte, bool) {
	if !s.take('"') {
		return nil, false
	}
	start := s.at
	for s.at < len(s.line) {
		switch c := s.line[s.at]; {
		case c == '"':
			s.at++
			return s.line[start : s.at-1], true
		case c >= 'a' && c <= 'z' || c == '_' || c == '-' || isDigit(c):
			s.at++
		default:
			return nil, false
		}
	}
	return nil, false
}

// text returns the string that starts here, with its quotation marks.
func (s *scanner) text() (string, bool) {
	rest := s.line[s.at+1:]
	end, escaped := textEnd(rest)
	if end < 0 || hasControl(rest[:end]) {
		return "", false
	}
	s.at += end + 2
	if rest = rest[:end]; !escaped {
		return string(rest), true
	}
	var b strings.Builder
	b.Grow(len(rest))
	for {
		escape := bytes.IndexByte(rest, '\\')
		if escape < 0 {
			b.Write(rest)
			return b.String(), true
		}
		b.Write(rest[:escape])
		r, n := unescape(rest[escape:])
		if n == 0 {
			return "", false
		}
		b.WriteRune(r)
		rest = rest[escape+n:]
	}
}

// textEnd returns where the quotation mark stands that ends a string, or -1, and whether
// the string has escapes.
func textEnd(rest []byte) (end int, escaped bool) {
	end = bytes.IndexByte(rest, '"')
	for at := 0; end >= at; {
		escape := bytes.IndexByte(rest[at:end], '\\')
		if escape < 0 {
			return end, escaped
		}
		escaped = true
		at += escape + len(`\"`)
		if at > end { // it is that which was taken for the end
			next := bytes.IndexByte(rest[at:], '"')
			if next < 0 {
				break
			}
			end = at + next
		}
	}
	return -1, escaped
}

// hasControl reports a character that must not stand in a string. It looks at eight at
// once.
func hasControl(text []byte) bool {
	const (
		ones = 0x0101010101010101
		tops = 0x80 * ones
	)
	for ; len(text) >= 8; text = text[8:] {
		x := binary.LittleEndian.Uint64(text)
		if (x-' '*ones)&^x&tops != 0 {
			return true
		}
	}
	for _, c := range text {
		if c < ' ' {
			return true
		}
	}
	return false
}

// unescape returns the character that an escape at the beginning of text stands for,
// and its length; or 0 if it is none of those that stand for one by themselves.
func unescape(text []byte) (r rune, n int) {
	if len(text) < 2 {
		return 0, 0
	}
	switch c := text[1]; c {
	case '"', '\\', '/':
		return rune(c), 2
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	case 'n':
		return '\n', 2
	case 'r':
		return '\r', 2
	case 't':
		return '\t', 2
	case 'u':
		const length = 6
		if len(text) < length {
			return 0, 0
		}
		for _, c := range text[2:length] {
			digit := bytes.IndexByte([]byte("0123456789abcdef"), c|0x20)
			if digit < 0 || c < '0' {
				return 0, 0
			}
			r = r<<4 | rune(digit)
		}
		if utf8.ValidRune(r) { // no half of a pair
			return r, length
		}
	}
	return 0, 0
}
