package analysis

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// doubles are stop words that with capitals may be other words: US, IT and WHO, May and
// Will, and May’s.
var doubles = Words("us it who may will")

// isStop reports whether a double with capitals is the stop word. prev is the word before
// it, or nil.
func (s *scanner) isStop(w, prev *Word) bool {
	f := s.form(w)
	name := f.word == "may" || f.word == "will"
	switch {
	case name == w.traits().are(capped): // MAY, Who
		return true
	case !name:
		return !w.traits().are(acronym) || s.shouted(w, prev)
	case len(s.letters(w)) > len(f.word): // May’s
		return false
	}
	return !s.named(f.word, w, prev)
}

// shouted reports whether a word in capitals stands beside an ordinary word in
// capitals, as in WHO ATTENDED.
func (s *scanner) shouted(w, prev *Word) bool {
	loud := func(word string) bool {
		_, all := capitals(word)
		w := fold(word)
		return all && w != "us" && w != "it" && w != "who" && Ordinary(w)
	}
	if prev != nil && loud(s.letters(prev)) {
		return true
	}
	_, end := s.place(w)
	start, end := nextWord(s.text, end)
	return start < end && end-start <= longestWord && loud(s.text[start:end])
}

// named reports whether May or Will is a name: beside a number, or inside a sentence
// and not among the capitals of a headline.
func (s *scanner) named(word string, w, prev *Word) bool {
	own, end := s.place(w)
	start, _ := nextWord(s.text, end)
	next, _ := decode(s.text, start)
	adjacent := start < len(s.text) && isBlank(s.text[end:start])
	if word == "may" && adjacent && isDigit(next) {
		return true
	}
	if prev == nil {
		return false
	}
	_, before := s.place(prev)
	between := s.text[before:own]
	if !isBlank(between) {
		// A sentence begins here, unless a comma or bracket or a title such as Mr.
		// precedes.
		if strings.ContainsAny(between, ".!?…:;“\"‘\n") && !titles(s.letters(prev)) {
			return false
		}
		return true
	}
	switch before := s.form(prev).word; {
	case !prev.traits().are(upper) || prev.traits().are(acronym):
		return true
	case asking(before):
		return false // When Will the Fed …
	case adjacent && unicode.IsUpper(next):
		return beforeMonth(before) // Trump May Fire …, but In May Trump …
	}
	return true
}

var (
	asking      = Words("who what when where why how which")
	beforeMonth = Words("in since until by from")
)

// line tells whether the line that a word stands on has small letters. Every
// line is looked at once.
type line struct {
	text  string
	end   int
	lower bool
}

func (l *line) hasLower(at int) bool {
	if at >= l.end {
		start := l.end + strings.LastIndexByte(l.text[l.end:at], '\n') + 1
		l.end = len(l.text)
		if i := strings.IndexByte(l.text[at:], '\n'); i >= 0 {
			l.end = at + i
		}
		l.lower = strings.ContainsFunc(l.text[start:l.end], unicode.IsLower)
	}
	return l.lower
}

// capitals reports whether the first letter of a word is a capital, and whether
// it has two or more letters and all are. A plural or possessive ending does
// not make CIAs or CIA's another word.
func capitals(surface string) (first, all bool) {
	capitals, others := 0, 0
	for i, r := range surface {
		switch {
		case unicode.IsUpper(r):
			first = first || others == 0
			capitals++
		case r == 's' && capitals >= 2 && i+1 == len(surface):
		case unicode.IsLetter(r) && !isApostrophe(r):
			others++
		}
	}
	return first, others == 0 && capitals >= 2
}

// dotted reports an acronym with full stops.
func dotted(surface string) bool {
	r, size := utf8.DecodeRuneInString(surface)
	return unicode.IsLetter(r) && strings.HasPrefix(surface[size:], ".")
}
