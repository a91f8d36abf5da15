package analysis

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// double marks a word that is spelt like a stop word.
type double uint8

const (
	single     double = iota
	asAcronym         // US, IT, WHO
	givenName         // May, Will
	possessive        // May’s
)

func doubleOf(surface string, f *form) double {
	switch {
	case !f.stop:
		return single
	case f.capped && (f.word == "us" || f.word == "it" || f.word == "who"):
		return asAcronym
	case f.upper && !f.capped && (f.word == "may" || f.word == "will"):
		if len(surface) > len(f.word) {
			return possessive
		}
		return givenName
	}
	return single
}

// stop reports whether t, which follows the tokens before it in text, is the
// stop word and not its double.
func (d double) stop(text string, before []Token, t Token) bool {
	switch d {
	case asAcronym:
		return !t.Acronym || shouted(text, before, t)
	case givenName:
		return !named(text, before, t)
	case possessive:
		return false
	}
	return t.Stop
}

// shouted reports whether a word in capitals stands beside an ordinary word in
// capitals, as in WHO ATTENDED.
func shouted(text string, before []Token, t Token) bool {
	loud := func(word string) bool {
		_, all := capitals(word)
		w := fold(word)
		return all && w != "us" && w != "it" && w != "who" && Ordinary(w)
	}
	if n := len(before); n > 0 && loud(text[before[n-1].Start:before[n-1].End]) {
		return true
	}
	start, end := nextWord(text, t.End)
	return start < end && end-start <= longestWord && loud(text[start:end])
}

// named reports whether May or Will is a name: beside a number, or inside a
// sentence and not among the capitals of a headline.
func named(text string, before []Token, t Token) bool {
	start, _ := nextWord(text, t.End)
	next, _ := decode(text, start)
	adjacent := start < len(text) && isBlank(text[t.End:start])
	if t.Word == "may" && adjacent && isDigit(next) {
		return true
	}
	if len(before) == 0 {
		return false
	}
	prev := before[len(before)-1]
	between := text[prev.End:t.Start]
	if !isBlank(between) {
		// A sentence begins here, unless a comma or bracket or a title such as Mr.
		// precedes.
		if strings.ContainsAny(between, ".!?…:;“\"‘\n") && !titles[text[prev.Start:prev.End]] {
			return false
		}
		return true
	}
	switch {
	case !prev.Upper || prev.Acronym:
		return true
	case asking[prev.Word]:
		return false // When Will the Fed …
	case adjacent && unicode.IsUpper(next):
		return beforeMonth[prev.Word] // Trump May Fire …, but In May Trump …
	}
	return true
}

var (
	asking      = set("who what when where why how which")
	beforeMonth = set("in since until by from")
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
