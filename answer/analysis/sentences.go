package analysis

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences yields the byte ranges of the sentences of a paragraph, in order
// and trimmed of white space. Together they hold every character of the text
// that is not white space.
//
// A full stop ends a sentence unless it belongs to an abbreviation (Sen., Gen.,
// U.S.), an initial (Robert A. Brady) or an ellipsis that the sentence runs
// through; closing quotation marks and brackets and the number of a footnote
// belong to the sentence that they close. A quoted sentence that its speaker's
// sentence continues (“Why not?” he asked.) does not end there. A blank line
// ends a sentence, and so does a line before an item of a list.
func Sentences(text string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		start := skipSpace(text, 0)
		for i := start; i < len(text); {
			if c := text[i]; c < utf8.RuneSelf && !isTerminator(rune(c)) && c != '\n' {
				i++
				continue
			}
			end, next := sentenceEnd(text, start, i)
			if end > 0 {
				if !yield(start, end) {
					return
				}
				start = next
			}
			i = next
		}
		if end := trimmedEnd(text, len(text)); start < end {
			yield(start, end)
		}
	}
}

// sentenceEnd looks whether the sentence that began at start ends at what
// stands at i. It returns where, and where the next one begins; or 0, and where
// to look on.
func sentenceEnd(text string, start, i int) (end, next int) {
	r, size := decode(text, i)
	switch {
	case r == '\n':
		if next = skipSpace(text, i); next < len(text) && breaks(text[i:next], text[next:]) {
			end = trimmedEnd(text, i)
		}
		return end, next
	case !isTerminator(r):
		return 0, i + size
	}
	end = terminatorEnd(text, start, i)
	next = skipSpace(text, end)
	if next == len(text) || !(pause{text, start, i, end, next}).endsSentence() {
		return 0, end
	}
	return end, next
}

// breaks reports whether white space with a line break in it divides sentences
// of its own accord: an empty line does, and a line break before an item of a
// list.
func breaks(space, after string) bool {
	if strings.Count(space, "\n") > 1 {
		return true
	}
	r, size := decode(after, 0)
	switch r {
	case '•', '‣', '▪', '●', '·', '*':
		return true
	case '-', '–', '—':
		return skipSpace(after, size) > size
	}
	if n := digits(after); n > 0 && n < 3 {
		r, _ = decode(after, n)
		return (r == '.' || r == ')') && skipSpace(after, n+1) > n+1
	}
	return false
}

// terminatorEnd returns the end of a run of terminators and what closes after
// them, such as ?” or ...”), starting at i. The dots of a spaced ellipsis
// (. . .) are one run, and the number of a footnote belongs to it.
func terminatorEnd(text string, start, i int) int {
	at := i
	for i < len(text) {
		r, size := decode(text, i)
		switch {
		case isTerminator(r) || isCloser(r):
			i += size
		case unicode.IsSpace(r) && continuesRun(text[i-1], text[i+size:]):
			i += size
		default:
			return i + footnote(text[start:at], text[i:])
		}
	}
	return i
}

// continuesRun reports whether a run of terminators and closing marks goes on
// after a blank: with the next dot of an ellipsis, or with a quotation mark that
// can only close, as in ’ ”.
func continuesRun(last byte, after string) bool {
	r, size := decode(after, 0)
	following, _ := decode(after, size)
	switch r {
	case '.':
		return last == '.' && !isWordRune(following)
	case '”', '’', '»':
		return following == utf8.RuneError || unicode.IsSpace(following) || isTerminator(following) || isCloser(following)
	}
	return false
}

// footnote returns the length of a footnote's number, [12] or ¹² or 12, that
// follows the end of a sentence.
func footnote(sentence, after string) int {
	n := 0
	for strings.HasPrefix(after[n:], "[") {
		d := digits(after[n+1:])
		if d == 0 || !strings.HasPrefix(after[n+1+d:], "]") {
			break
		}
		n += d + 2
	}
	for {
		r, size := decode(after, n)
		if !isRaised(r) {
			break
		}
		n += size
	}
	if n > 0 {
		return n
	}
	n = digits(after)
	following, size := decode(after, n)
	word := lastWord(sentence)
	if n == 0 || n > 3 || size > 0 && !unicode.IsSpace(following) || len(word) < 3 || !isSmall(word) || shortened(word, after) {
		return 0
	}
	return n
}

func skipSpace(text string, i int) int {
	for i < len(text) {
		r, size := decode(text, i)
		if !unicode.IsSpace(r) {
			break
		}
		i += size
	}
	return i
}

// trimmedEnd returns the end of text[:i] without the white space at its end.
func trimmedEnd(text string, i int) int {
	return len(strings.TrimRightFunc(text[:i], unicode.IsSpace))
}

func isTerminator(r rune) bool {
	return r == '.' || r == '!' || r == '?' || r >= utf8.RuneSelf && (r == '…' || isForeignStop(r))
}

// isForeignStop reports the full stops, question and exclamation marks of other
// scripts. None of them stands in abbreviations.
func isForeignStop(r rune) bool {
	switch r {
	case '।', '॥', '؟', '۔', '։':
		return true
	}
	return isUnspacedStop(r)
}

// isUnspacedStop reports a full stop of a script that writes no space after it.
func isUnspacedStop(r rune) bool { return r == '。' || r == '！' || r == '？' }

func isCloser(r rune) bool {
	switch r {
	case '"', '\'', '”', '’', '»', ')', ']', '」', '』':
		return true
	}
	return false
}

func isOpener(r rune) bool {
	switch r {
	case '"', '\'', '“', '‘', '«', '(', '[', '「', '『':
		return true
	}
	return false
}

// isRaised reports a digit of a footnote.
func isRaised(r rune) bool {
	return r == '¹' || r == '²' || r == '³' || r == '⁰' || r >= '⁴' && r <= '⁹'
}

// isSmall reports a word of small ASCII letters only.
func isSmall(word string) bool {
	for i := 0; i < len(word); i++ {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return word != ""
}
