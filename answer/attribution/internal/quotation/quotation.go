// Package quotation finds what stands in quotation marks: curly, straight or single, nested
// or with one mark missing.
package quotation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/corpus"
)

// Quotation is what stands between quotation marks, with the marks.
type Quotation struct {
	corpus.Span
	// Open says that no mark closes it in its paragraph.
	Open bool
}

// marks is the state of a walk through the quotation marks of a paragraph.
type marks struct {
	text     string
	base     int // where text begins in its body
	found    []Quotation
	starts   []int // of the quotations that are open, the outermost first
	straight bool  // the outermost began with a straight mark
	inner    []Quotation
	apart    int // from the last single mark that opens up to here, none closes
}

// Find returns the outermost quotations of text, which stands at base in
// its body.
//
// Curly marks may be nested. A straight mark opens where a blank is before it and
// none behind, and closes otherwise. Where a mark opens at the level of one that
// is open, the mark that closed the earlier one is missing, and what can be told
// for sure is kept: the later one, and the earlier one where it is a paragraph of the same statement. Single marks count outside of double ones,
// where they are no apostrophes.
func Find(text string, base int) []Quotation {
	m := marks{text: text, base: base}
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf && c != '"' && c != '\'' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if double, n := doubled(text[i:]); n > 0 {
			r, size = double, n
		}
		i = m.mark(r, i, i+size)
	}
	return m.finish()
}

// doubled returns the double mark for which text begins with two marks, and the bytes of these, or
// 0: two single ones, or one that opens and one that closes right before a word.
func doubled(text string) (mark rune, n int) {
	switch {
	case strings.HasPrefix(text, "“”"):
		if r, _ := utf8.DecodeRuneInString(text[len("“”"):]); unicode.IsLetter(r) {
			return '“', len("“”")
		}
	case strings.HasPrefix(text, "''"):
		return '"', len("''")
	case strings.HasPrefix(text, "‘‘"):
		return '“', len("‘‘")
	case strings.HasPrefix(text, "’’"):
		return '”', len("’’")
	}
	return 0, 0
}

// mark takes in the character from i to end and returns where to go on.
func (m *marks) mark(r rune, i, end int) int {
	if r == '“' && m.low() {
		r = '”'
	}
	switch r {
	case '“', '„', '«':
		m.straight = m.straight && len(m.starts) > 0
		m.starts = append(m.starts, i)
	case '”', '»':
		m.close(end)
	case '"':
		switch open := len(m.starts) > 0; {
		case m.opensAt(i, end) && !open:
			m.straight = true
			m.starts = append(m.starts, i)
		case m.opensAt(i, end) && m.straight:
			m.goesOn(m.starts[0], i)
			m.starts = append(m.starts[:0], i)
			m.inner = m.inner[:0]
		case open && m.opensAt(i, end):
			// Within a quotation of curly marks it is one of another's.
		case open:
			m.starts = m.starts[:1]
			m.close(end)
		}
	case '‘', '\'':
		if len(m.starts) == 0 && m.opensAt(i, end) {
			if stop := m.singleEnd(end); stop > 0 {
				m.found = append(m.found, m.quotation(i, stop))
				return stop
			}
		}
	}
	return end
}

// goesOn keeps what stands from a mark that nothing closes up to another that opens right behind a sentence: a
// paragraph of a statement that goes on in the next, where an archive has put both in one. A clause that tells
// who speaks shows that a mark is missing instead.
func (m *marks) goesOn(start, next int) {
	text := strings.TrimRightFunc(m.text[start:next], unicode.IsSpace)
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "!") {
		if !slices.ContainsFunc(strings.Fields(text), tells) {
			q := m.quotation(start, start+len(text))
			q.Open = true
			m.found = append(m.found, q)
		}
	}
}

// tells reports whether a word, with the marks behind it, is a verb by which somebody speaks.
func tells(word string) bool {
	switch strings.TrimRight(word, ".,:") {
	case "said", "says", "told", "tells", "added", "asked", "wrote":
		return true
	}
	return false
}

// low reports whether the innermost quotation that is open began with a low mark, and this is the
// German way of closing it: „so“.
func (m *marks) low() bool {
	n := len(m.starts)
	return n > 0 && strings.HasPrefix(m.text[m.starts[n-1]:], "„")
}

// close ends the innermost quotation that is open.
func (m *marks) close(end int) {
	n := len(m.starts)
	if n == 0 {
		return
	}
	q := m.quotation(m.starts[n-1], end)
	if m.starts = m.starts[:n-1]; n > 1 {
		for last := len(m.inner) - 1; last >= 0 && m.inner[last].Start > q.Start; last-- {
			m.inner = m.inner[:last] // it is within this one
		}
		m.inner = append(m.inner, q)
		return
	}
	m.found = append(m.found, q)
	m.inner = m.inner[:0]
}

// finish returns what was found. The last quotation may go on in the next
// paragraph; where others stand inside of it, with marks of its own kind, it is
// rather one whose end is missing.
func (m *marks) finish() []Quotation {
	switch {
	case len(m.starts) == 0:
	case len(m.inner) > 0 && !m.straight:
		for k, start := range m.starts {
			next := m.inner[0].Start - m.base
			if k+1 < len(m.starts) {
				next = min(next, m.starts[k+1])
			}
			if start < next {
				m.goesOn(start, next)
			}
		}
		m.found = append(m.found, m.inner...)
	default:
		q := m.quotation(m.starts[0], len(strings.TrimRightFunc(m.text, unicode.IsSpace)))
		q.Open = true
		m.found = append(m.found, q)
	}
	return m.found
}

func (m *marks) quotation(start, end int) Quotation {
	return Quotation{Span: corpus.Span{Start: m.base + start, End: m.base + end}}
}

// opensAt reports whether a mark from i to end, which may open or close, opens.
func (m *marks) opensAt(i, end int) bool {
	before, n := utf8.DecodeLastRuneInString(m.text[:i])
	after, size := utf8.DecodeRuneInString(m.text[end:])
	return (n == 0 || unicode.IsSpace(before) || strings.ContainsRune("([—–-‘'“\"", before)) && size > 0 && !unicode.IsSpace(after)
}

// longestSingle bounds the bytes of a quotation in single marks.
const longestSingle = 2000

// singleEnd returns the end of a quotation in single marks whose text begins at
// i, or 0 where no mark closes it. An apostrophe within a word closes nothing, nor
// does one after an s that more words follow (the voters’ choice).
func (m *marks) singleEnd(i int) int {
	at := max(i, m.apart)
	for at < min(len(m.text), i+longestSingle) {
		r, size := utf8.DecodeRuneInString(m.text[at:])
		if (r == '’' || r == '\'') && at > i {
			before, _ := utf8.DecodeLastRuneInString(m.text[:at])
			after, n := utf8.DecodeRuneInString(m.text[at+size:])
			possessive := before == 's' && unicode.IsSpace(after)
			if !unicode.IsSpace(before) && !possessive && (n == 0 || !unicode.IsLetter(after) && !unicode.IsDigit(after)) {
				return at + size
			}
		}
		if r == '“' || r == '”' || r == '"' {
			break
		}
		at += size
	}
	m.apart = at
	return 0
}
