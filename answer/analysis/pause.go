package analysis

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// pause is a place where a sentence may end: the terminators and closing marks
// text[at:end], in the sentence that began at start, before what begins at next.
type pause struct {
	text                 string
	start, at, end, next int
}

// endsSentence decides whether the sentence ends.
func (p pause) endsSentence() bool {
	marks, after := p.text[p.at:p.end], p.text[p.next:]
	first := pastOpeners(after)
	r, _ := decode(first, 0)
	word := lastWord(p.text[p.start:p.at])
	quoted := strings.ContainsAny(marks, "”\"’'»")
	switch {
	case p.next == p.end && !strings.ContainsFunc(marks, isUnspacedStop):
		return p.lacksSpace(word, first)
	case unicode.IsLower(r) || strings.ContainsRune(",;:–—&", r):
		return false
	case strings.ContainsFunc(marks, isForeignStop):
		return true
	case strings.HasSuffix(p.text[p.start:p.at], "[") || strings.HasSuffix(p.text[p.start:p.at], "("): // […]
		return false
	case strings.ContainsAny(marks, "!?"):
		return !(quoted && attributes(after)) && !exclaimed(word)
	case strings.Contains(marks, "..") || strings.Contains(marks, "…") || strings.Count(marks, ".") > 2: // an ellipsis
		return unicode.IsUpper(r) && !(quoted && attributes(after))
	case isEnumerator(p.text[p.start:p.at]):
		return false
	case quoted: // “… is not enough.”
		return !titles(word)
	case strings.ContainsAny(marks, ")]"): // (D-Mo.) ends no sentence, nor does Dr. in brackets
		return strings.LastIndexByte(marks, '.') > 0 || !titles(word) && !shortened(word, "1")
	}
	return !isAbbreviation(word, after)
}

// lacksSpace reports whether a sentence ends although no blank follows: between
// a word in small letters, or any word before a question mark, and one that
// begins with a capital. Neither is so in a Web address.
func (p pause) lacksSpace(word, first string) bool {
	if len(word) < 2 || !isSmall(word) && p.text[p.at] == '.' || shortened(word, "1") {
		return false
	}
	before, size := utf8.DecodeLastRuneInString(p.text[p.start : p.at-len(word)])
	if size > 0 && !unicode.IsSpace(before) && !isOpener(before) && !isApostrophe(before) {
		return false
	}
	r, size := decode(first, 0)
	next, _ := decode(first, size)
	return unicode.IsUpper(r) && (unicode.IsLower(next) || unicode.IsSpace(next))
}

// isEnumerator reports a sentence of nothing but a number or letter, as before
// the items of a list.
func isEnumerator(sentence string) bool {
	if n := digits(sentence); n > 0 {
		return n < 3 && n == len(sentence)
	}
	return len(sentence) == 1 && sentence != "I" && unicode.IsLetter(rune(sentence[0]))
}

// attributes reports whether text begins with somebody's name and a verb of
// speech, as after “Why not?”.
func attributes(text string) bool {
	const longestName = 3
	if !startsUpper(text) {
		return false
	}
	_, end := nextWord(text, 0)
	if openers(text[:end]) {
		return false
	}
	for range longestName {
		start := skipSpace(text, end)
		if start == end || !startsWord(text, start) {
			return false
		}
		_, end = nextWord(text, start)
		if speechVerbs(text[start:end]) {
			return true
		}
		if !startsUpper(text[start:]) {
			return false
		}
	}
	return false
}

func startsUpper(text string) bool {
	r, _ := decode(text, 0)
	return unicode.IsUpper(r)
}

// isAbbreviation reports whether a word before a full stop is an abbreviation
// that what follows continues.
func isAbbreviation(word, following string) bool {
	r, size := decode(word, 0)
	switch {
	case word == "":
		return false
	case titles(word):
		return true
	case isClock(word):
		return isDigitOrTime(following)
	case size == len(word) && !numbered(word): // an initial: Robert A. Brady
		return unicode.IsUpper(r) && word != "I" && !opensSentence(following)
	case strings.Contains(word, "."): // U.S.
		return !opensSentence(following)
	}
	return shortened(word, following) && !opensSentence(following)
}

// shortened reports whether a word before a full stop is one that is written
// short when following comes next.
func shortened(word, following string) bool {
	switch {
	case numbered(word):
		return digits(following) > 0
	case calendar(word):
		return isDigitOrTime(following)
	}
	return abbreviations(word) || strings.Contains(word, ".") || titles(word)
}

func isClock(word string) bool {
	return word == "a.m" || word == "p.m" || word == "A.M" || word == "P.M"
}

// isDigitOrTime reports whether text begins with a number or with what follows
// a time of day or month: ET, Friday, Sept.
func isDigitOrTime(text string) bool {
	if !startsWord(text, 0) {
		return false
	}
	_, end := nextWord(text, 0)
	return isDigit(rune(text[0])) || timeWords(strings.TrimSuffix(text[:end], "s")) || calendar(text[:end])
}

// opensSentence reports whether text begins with a word that commonly opens a
// sentence and hardly ever follows an abbreviation inside one, or with a
// quotation of more than a word (not Robert F. “Bobby” Kennedy).
func opensSentence(text string) bool {
	r, size := decode(text, 0)
	if r == '“' || r == '"' || r == '‘' {
		start, end := nextWord(text, size)
		closing, _ := decode(text, end)
		return start > size || !isCloser(closing)
	}
	end := 0
	for end < len(text) {
		r, size := decode(text, end)
		if !unicode.IsLetter(r) {
			break
		}
		end += size
	}
	return openers(text[:end])
}

// pastOpeners returns what text holds after opening quotation marks and
// brackets.
func pastOpeners(text string) string {
	return strings.TrimLeftFunc(text, isOpener)
}

// lastWord returns the word that text ends with. The full stops between single
// letters belong to it (U.S); of a Web address it is the last part.
func lastWord(text string) string {
	const longest = 64 // bytes; no abbreviation is longer
	i := len(text)
	for run := 0; i > 0 && len(text)-i < longest; {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		switch {
		case unicode.IsLetter(r):
			run++
		case r != '.' || run > 1:
			return text[i:]
		default:
			run = 0
		}
		i -= size
	}
	return text[i:]
}
