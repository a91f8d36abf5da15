package analysis

import (
	"bytes"
	"strings"
)

// snowballWord is a word on its way through the English stemmer of the Snowball
// project (snowballstem.org/algorithms/english/stemmer.html), of small ASCII letters. A
// y that stands for a consonant is a capital meanwhile.
type snowballWord struct {
	room [longestWord + 1]byte
	n    int // letters in it
	// r1 is where the part begins that follows the first consonant behind a vowel, and
	// r2 is the same in that part.
	r1, r2 int
}

// snowball returns the stem of a word of small ASCII letters, of no more than
// longestWord. It is that of version 2 of the algorithm, as it was until 2023.
func snowball(word string) string {
	if len(word) <= 2 {
		return word
	}
	if s, ok := unstemmed[word]; ok {
		return s
	}
	var w snowballWord
	w.n = copy(w.room[:], word)
	w.begin()
	w.plural()
	w.past()
	w.finalY()
	w.replace(longEndings)
	w.replace(middleEndings)
	w.cutEnding()
	w.finalLetter()
	letters := w.letters()
	for i, c := range letters {
		if c == 'Y' {
			letters[i] = 'y'
		}
	}
	if strings.HasPrefix(word, string(letters)) {
		return word[:len(letters)]
	}
	return string(letters)
}

func (w *snowballWord) letters() []byte { return w.room[:w.n] }

// begin marks the consonants that are written y, and finds the parts.
func (w *snowballWord) begin() {
	letters := w.letters()
	for i, c := range letters {
		if c == 'y' && (i == 0 || isVowel(letters[i-1])) {
			letters[i] = 'Y'
		}
	}
	w.r1 = w.part(0)
	for _, prefix := range [...]string{"gener", "commun", "arsen"} {
		if bytes.HasPrefix(letters, []byte(prefix)) {
			w.r1 = len(prefix)
		}
	}
	w.r2 = w.part(w.r1)
}

// part returns the place behind the first consonant that follows a vowel.
func (w *snowballWord) part(from int) int {
	letters := w.letters()
	for i := from + 1; i < len(letters); i++ {
		if isVowel(letters[i-1]) && !isVowel(letters[i]) {
			return i + 1
		}
	}
	return len(letters)
}

func isVowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

func (w *snowballWord) ends(suffix string) bool {
	at := w.n - len(suffix)
	return at >= 0 && w.room[w.n-1] == suffix[len(suffix)-1] && string(w.room[at:w.n]) == suffix
}

// cut takes n letters off the end, and puts others there.
func (w *snowballWord) cut(n int, others string) {
	w.n += copy(w.room[w.n-n:], others) - n
	w.r1, w.r2 = min(w.r1, w.n), min(w.r2, w.n)
}

// hasVowel reports whether one of the first n letters is a vowel.
func (w *snowballWord) hasVowel(n int) bool {
	for _, c := range w.room[:max(n, 0)] {
		if isVowel(c) {
			return true
		}
	}
	return false
}

// short reports whether the first n letters end in a short syllable.
func (w *snowballWord) short(n int) bool {
	switch {
	case n < 2:
		return false
	case n == 2:
		return isVowel(w.room[0]) && !isVowel(w.room[1])
	}
	last := w.room[n-1]
	return !isVowel(last) && last != 'w' && last != 'x' && last != 'Y' && isVowel(w.room[n-2]) && !isVowel(w.room[n-3])
}

// plural takes off the ending of a plural.
func (w *snowballWord) plural() {
	n := w.n
	switch {
	case w.room[n-1] != 's' && w.room[n-1] != 'd':
	case w.ends("sses"):
		w.cut(2, "")
	case w.ends("ied") || w.ends("ies"):
		if n > 4 {
			w.cut(2, "")
		} else {
			w.cut(1, "")
		}
	case w.ends("us") || w.ends("ss") || w.ends("d"):
	case w.hasVowel(n - 2):
		w.cut(1, "")
	}
}

// past takes off the ending of a past tense or of a participle.
func (w *snowballWord) past() {
	n := 0
	for _, e := range pastEndings {
		if suffix := e.suffix; w.ends(suffix) {
			n = len(suffix)
			if suffix[:2] == "ee" {
				if n <= w.n-w.r1 {
					w.cut(n-2, "")
				}
				return
			}
			break
		}
	}
	if n == 0 || !w.hasVowel(w.n-n) {
		return
	}
	r1, r2 := w.r1, w.r2
	w.cut(n, "")
	n = w.n
	switch {
	case w.ends("at") || w.ends("bl") || w.ends("iz"):
		w.cut(0, "e")
		w.r1, w.r2 = min(r1, w.n), min(r2, w.n)
	case n >= 2 && w.room[n-1] == w.room[n-2] && isDoubled(w.room[n-1]):
		w.cut(1, "")
	case w.r1 >= n && w.short(n):
		w.cut(0, "e")
		w.r1, w.r2 = w.n, w.n
	}
}

// isDoubled reports a consonant that is doubled before an ending.
func isDoubled(c byte) bool {
	switch c {
	case 'b', 'd', 'f', 'g', 'm', 'n', 'p', 'r', 't':
		return true
	}
	return false
}

// finalY has a y behind a consonant be an i.
func (w *snowballWord) finalY() {
	if n := w.n; n > 2 && (w.room[n-1]|0x20 == 'y') && !isVowel(w.room[n-2]) {
		w.room[n-1] = 'i'
	}
}

// ending is an ending with what takes its place.
type ending struct{ suffix, by string }

// The endings of the steps, each before those that end it.
var (
	pastEndings = []ending{
		{"eedly", ""}, {"ingly", ""}, {"edly", ""}, {"ing", ""}, {"eed", ""}, {"ed", ""},
	}
	longEndings = []ending{
		{"ational", "ate"}, {"fulness", "ful"}, {"iveness", "ive"}, {"ization", "ize"}, {"ousness", "ous"},
		{"biliti", "ble"}, {"lessli", "less"}, {"tional", "tion"}, {"alism", "al"}, {"aliti", "al"},
		{"ation", "ate"}, {"entli", "ent"}, {"fulli", "ful"}, {"iviti", "ive"}, {"ousli", "ous"},
		{"anci", "ance"}, {"abli", "able"}, {"alli", "al"}, {"ator", "ate"}, {"enci", "ence"}, {"izer", "ize"},
		{"bli", "ble"}, {"ogi", "og"}, {"li", ""},
	}
	middleEndings = []ending{
		{"ational", "ate"}, {"tional", "tion"}, {"alize", "al"}, {"icate", "ic"}, {"ative", ""},
		{"iciti", "ic"}, {"ical", "ic"}, {"ful", ""}, {"ness", ""},
	}
	lastEndings = []ending{
		{"ement", ""}, {"ance", ""}, {"ence", ""}, {"able", ""}, {"ible", ""}, {"ment", ""}, {"ent", ""},
		{"ant", ""}, {"ism", ""}, {"ate", ""}, {"iti", ""}, {"ous", ""}, {"ive", ""}, {"ize", ""}, {"ion", ""},
		{"al", ""}, {"er", ""}, {"ic", ""},
	}
)

// replace replaces the first of the endings that the word has, if it stands in the
// first part and what stands before it allows.
func (w *snowballWord) replace(endings []ending) {
	for _, e := range endings {
		if !w.ends(e.suffix) {
			continue
		}
		n := len(e.suffix)
		before := byte(0)
		if w.n > n {
			before = w.room[w.n-n-1]
		}
		switch {
		case n > w.n-w.r1:
		case e.suffix == "li" && !takesLi(before):
		case e.suffix == "ogi" && before != 'l':
		case e.suffix == "ative" && n > w.n-w.r2:
		default:
			w.cut(n, e.by)
		}
		return
	}
}

// takesLi reports a consonant that an adverb's ending may stand behind.
func takesLi(c byte) bool {
	switch c {
	case 'c', 'd', 'e', 'g', 'h', 'k', 'm', 'n', 'r', 't':
		return true
	}
	return false
}

// cutEnding takes off the first of the last endings that the word has, if it stands in
// the second part.
func (w *snowballWord) cutEnding() {
	for _, e := range lastEndings {
		suffix := e.suffix
		if !w.ends(suffix) {
			continue
		}
		at := w.n - len(suffix)
		if at >= w.r2 && (suffix != "ion" || at > 0 && (w.room[at-1] == 's' || w.room[at-1] == 't')) {
			w.cut(len(suffix), "")
		}
		return
	}
}

// finalLetter takes off a last e or l.
func (w *snowballWord) finalLetter() {
	last := w.n - 1
	switch {
	case w.r1 > last:
	case w.room[last] == 'e' && (w.r2 <= last || !w.short(last)):
		w.cut(1, "")
	case w.room[last] == 'l' && w.r2 <= last && last > 0 && w.room[last-1] == 'l':
		w.cut(1, "")
	}
}

// unstemmed are the words that the algorithm makes an exception of.
var unstemmed = map[string]string{
	"skis": "ski", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie",
	"idly": "idl", "gently": "gentl", "ugly": "ugli", "early": "earli", "only": "onli", "singly": "singl",
	"sky": "sky", "news": "news", "howe": "howe", "atlas": "atlas", "cosmos": "cosmos", "bias": "bias", "andes": "andes",
	"inning": "inning", "innings": "inning", "outing": "outing", "outings": "outing", "canning": "canning", "cannings": "canning",
	"herring": "herring", "herrings": "herring", "earring": "earring", "earrings": "earring",
	"proceed": "proceed", "proceeds": "proceed", "proceeded": "proceed", "proceeding": "proceed",
	"exceed": "exceed", "exceeds": "exceed", "exceeded": "exceed", "exceeding": "exceed",
	"succeed": "succeed", "succeeds": "succeed", "succeeded": "succeed", "succeeding": "succeed",
}
