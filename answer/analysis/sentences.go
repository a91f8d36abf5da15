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
// through; closing quotation marks and brackets belong to the sentence that
// they close. A quoted sentence that its speaker's sentence continues (“Why
// not?” he asked.) does not end there.
func Sentences(text string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		start := skipSpace(text, 0)
		for i := start; i < len(text); {
			r, size := decode(text, i)
			if !isTerminator(r) {
				i += size
				continue
			}
			end := terminatorEnd(text, i)
			if next := skipSpace(text, end); next < len(text) && (next > end || isUnspacedStop(r)) && endsSentence(text, i, end, next) {
				if !yield(start, end) {
					return
				}
				start = next
				end = next
			}
			i = end
		}
		if end := len(strings.TrimRightFunc(text, unicode.IsSpace)); start < end {
			yield(start, end)
		}
	}
}

// terminatorEnd returns the end of a run of terminators and what closes after
// them, such as ?” or ...”), starting at i. The dots of a spaced ellipsis
// (. . .) are one run.
func terminatorEnd(text string, i int) int {
	for i < len(text) {
		r, size := decode(text, i)
		switch {
		case isTerminator(r) || isCloser(r):
			i += size
		case unicode.IsSpace(r) && text[i-1] == '.' && i+size < len(text) && text[i+size] == '.':
			i += size
		default:
			return i
		}
	}
	return i
}

// endsSentence decides whether the terminators in text[at:end] end a sentence
// when the next word starts at next.
func endsSentence(text string, at, end, next int) bool {
	marks := text[at:end]
	r, _ := decode(text, next)
	if isOpener(r) { // look at what is quoted
		for j := next; j < len(text); {
			var size int
			if r, size = decode(text, j); !isOpener(r) {
				break
			}
			j += size
		}
	}
	if unicode.IsLower(r) || r == ',' || r == ';' || r == ':' || r == '–' || r == '—' {
		return false
	}
	if strings.ContainsAny(marks, "!?。！？") {
		return true
	}
	if strings.Count(marks, ".") > 1 || strings.Contains(marks, "…") {
		return unicode.IsUpper(r) // an ellipsis before a capital
	}
	word := lastWord(text[:at])
	switch {
	case strings.ContainsAny(marks, "”\"’»"): // “… is not enough.”
		return true
	case strings.ContainsAny(marks, ")]"): // (D-Mo.) ends no sentence
		return !titles[strings.ToLower(word)] && !abbreviations[strings.ToLower(word)]
	}
	return !isAbbreviation(word, text[next:])
}

// isAbbreviation reports whether a word before a full stop is an abbreviation
// that what follows continues.
func isAbbreviation(word, following string) bool {
	lower := strings.ToLower(word)
	n := utf8.RuneCountInString(word)
	switch {
	case n == 1 && word != "I" && unicode.IsUpper([]rune(word)[0]): // an initial: Robert A. Brady
		return true
	case strings.Contains(word, "."): // U.S., a.m.
		return !startsSentence(following)
	case titles[lower]:
		return true
	case lower == "no": // “No. 3” but “He said no.”
		return following != "" && isDigit(rune(following[0]))
	case abbreviations[lower]:
		return !startsSentence(following)
	}
	return false
}

// startsSentence reports whether text begins with a word that commonly opens a
// sentence and hardly ever follows an abbreviation inside one.
func startsSentence(text string) bool {
	end := 0
	for end < len(text) {
		r, size := decode(text, end)
		if !unicode.IsLetter(r) {
			break
		}
		end += size
	}
	return openers[text[:end]] || end == 0 && text != "" && isOpenerByte(text)
}

func isOpenerByte(text string) bool {
	r, _ := decode(text, 0)
	return r == '“' || r == '"'
}

// lastWord returns the word that text ends with, with the full stops inside it.
func lastWord(text string) string {
	i := len(text)
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		if !unicode.IsLetter(r) && r != '.' {
			break
		}
		i -= size
	}
	return strings.TrimLeft(text[i:], ".")
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

func isTerminator(r rune) bool {
	return r == '.' || r == '!' || r == '?' || r == '…' || isUnspacedStop(r)
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

var (
	// titles stand before a name and never end a sentence.
	titles = set(`mr mrs ms dr prof rev hon gen lt col sgt capt cmdr cpl maj adm sen sens rep reps gov govs
		st mt ft pres supt msgr fr sr vs cf eg ie al`)
	// abbreviations stand inside a sentence, or end it.
	abbreviations = set(`jr inc corp co ltd llc bros dept est assn univ etc approx ave blvd rd
		jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri
		ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev
		okla ore pa tenn tex va vt wash wis wyo d.c
		p.m a.m u.s u.k u.n e.u fig vol pp ed eds art sec ch`)
	// openers are words that open a sentence and do not continue an abbreviation.
	openers = func() map[string]bool {
		m := make(map[string]bool)
		for w := range set(`the a an this that these those he she it they we you i but and or so in on at for
			if when while as after before since there here his her its their our my what who why how
			yet still however meanwhile also another some many most both no not now then to with from by`) {
			m[strings.ToUpper(w[:1])+w[1:]] = true
		}
		return m
	}()
)
