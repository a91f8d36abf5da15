package analysis

import "strings"

// inflected is a word on its way to its stem, by the steps of Snowball's English stemmer
// that undo inflections (https://snowballstem.org/algorithms/english/stemmer.html).
type inflected struct {
	letters [longestWord + 1]byte // a y that is no vowel is a Y
	n       int                   // of them
	r1, r2  int                   // where the regions begin that the steps ask about
}

// uninflect returns the stem of a word of small ASCII letters as Snowball has it, and
// whether that is known without the steps 2 to 4, which undo derivations. It is known for
// most words, in a twentieth of the time that the library takes.
func uninflect(word string) (stem string, known bool) {
	if len(word) <= 2 {
		return word, true
	}
	if len(word) > longestWord || unruly(word) {
		return "", false
	}
	var w inflected
	w.divide(word)
	w.plural()
	w.participle()
	if n := w.n; n > 2 && w.letters[n-1]|' ' == 'y' && !w.vowel(n-2) {
		w.letters[n-1] = 'i' // step 1c
	}
	if w.derived() {
		return "", false
	}
	w.last()
	for i, c := range w.letters[:w.n] {
		w.letters[i] = c | ' ' // no Y any more
	}
	if found := w.letters[:w.n]; w.n > len(word) || word[:w.n] != string(found) {
		return string(found), true
	}
	return word[:w.n], true
}

// unruly reports the words that Snowball has by themselves, as far as the steps would
// come to another stem, and those that have regions of their own.
func unruly(word string) bool {
	switch word {
	case "skis", "skies", "sky", "dying", "lying", "tying", "news", "howe", "atlas", "cosmos", "bias", "andes",
		"inning", "innings", "outing", "outings", "canning", "cannings", "herring", "herrings", "earring", "earrings",
		"proceed", "proceeds", "proceeded", "proceeding", "exceed", "exceeds", "exceeded", "exceeding",
		"succeed", "succeeds", "succeeded", "succeeding":
		return true
	}
	return strings.HasPrefix(word, "gener") || strings.HasPrefix(word, "commun") || strings.HasPrefix(word, "arsen")
}

// divide takes the letters of a word, and finds the regions.
func (w *inflected) divide(word string) {
	w.n = copy(w.letters[:], word)
	for i, c := range w.letters[:w.n] {
		if c == 'y' && (i == 0 || w.vowel(i-1)) {
			w.letters[i] = 'Y'
		}
	}
	w.r1 = w.region(0)
	w.r2 = w.region(w.r1)
}

// region returns where the region begins that follows, from start on, the first letter
// that is no vowel and stands behind one.
func (w *inflected) region(start int) int {
	for i := start + 1; i < w.n; i++ {
		if w.vowel(i-1) && !w.vowel(i) {
			return i + 1
		}
	}
	return w.n
}

func (w *inflected) vowel(i int) bool { return vowels>>(w.letters[i]-'a')&1 != 0 }

// vowels has bit 0 for a, bit 1 for b, and so on.
const vowels = 1 | 1<<('e'-'a') | 1<<('i'-'a') | 1<<('o'-'a') | 1<<('u'-'a') | 1<<('y'-'a')

// vowelIn reports whether one of the first n letters is a vowel.
func (w *inflected) vowelIn(n int) bool {
	for i := range n {
		if w.vowel(i) {
			return true
		}
	}
	return false
}

func (w *inflected) endsIn(suffix string) bool {
	return w.n >= len(suffix) && string(w.letters[w.n-len(suffix):w.n]) == suffix
}

// cut removes the last letters, from the regions, too.
func (w *inflected) cut(letters int) {
	w.n -= letters
	w.r1, w.r2 = min(w.r1, w.n), min(w.r2, w.n)
}

// add adds an e.
func (w *inflected) add() {
	w.letters[w.n] = 'e'
	w.n++
}

// plural is step 1a.
func (w *inflected) plural() {
	switch {
	case w.endsIn("sses"), (w.endsIn("ied") || w.endsIn("ies")) && w.n > 4:
		w.cut(2)
	case w.endsIn("ied"), w.endsIn("ies"):
		w.cut(1)
	case w.endsIn("us"), w.endsIn("ss"):
	case w.endsIn("s") && w.vowelIn(w.n-2):
		w.cut(1)
	}
}

// participle is step 1b, but for adverbs, which step 2 sees as derived.
func (w *inflected) participle() {
	suffix := 0
	switch {
	case w.endsIn("ing"):
		suffix = 3
	case w.endsIn("eed"):
		if w.n-w.r1 >= 3 {
			w.cut(1)
		}
	case w.endsIn("ed"):
		suffix = 2
	}
	if suffix == 0 || !w.vowelIn(w.n-suffix) {
		return
	}
	r1, r2 := w.r1, w.r2
	w.cut(suffix)
	switch {
	case w.endsIn("at"), w.endsIn("bl"), w.endsIn("iz"):
		w.add()
	case w.n >= 2 && w.letters[w.n-1] == w.letters[w.n-2] && strings.IndexByte("bdfgmnprt", w.letters[w.n-1]) >= 0:
		w.cut(1)
	case w.r1 == w.n && w.short(w.n):
		w.add()
		r1, r2 = w.n, w.n
	}
	w.r1, w.r2 = min(r1, w.n), min(r2, w.n)
}

// short reports whether the first n letters end in a short syllable: a vowel and one that
// is none, behind nothing, or behind another that is none if they do not end in w, x or Y.
func (w *inflected) short(n int) bool {
	if n < 2 || !w.vowel(n-2) || w.vowel(n-1) {
		return false
	}
	last := w.letters[n-1]
	return n == 2 || last != 'w' && last != 'x' && last != 'Y' && !w.vowel(n-3)
}

// derived reports whether the word ends in something that the steps 2 to 4 look for. One
// that ends in another of the same region is not listed.
func (w *inflected) derived() bool {
	switch w.letters[w.n-1] {
	case 'c':
		return w.has(w.r2, "ic")
	case 'e':
		return w.has(w.r2, "ance", "ence", "able", "ible", "ate", "ive", "ize") || w.has(w.r1, "alize", "icate", "ative")
	case 'i':
		return w.has(w.r1, "li", "iti", "anci", "enci", "ogi")
	case 'l':
		return w.has(w.r2, "al") || w.has(w.r1, "tional", "ical", "ful")
	case 'm':
		return w.has(w.r2, "ism") || w.has(w.r1, "alism")
	case 'n':
		return w.has(w.r2, "ion") || w.has(w.r1, "ation")
	case 'r':
		return w.has(w.r2, "er") || w.has(w.r1, "ator", "izer")
	case 's':
		return w.has(w.r2, "ous") || w.has(w.r1, "ness")
	case 't':
		return w.has(w.r2, "ent", "ant")
	}
	return false
}

// has reports whether the word ends in one of some suffixes that stands in a region.
func (w *inflected) has(region int, suffixes ...string) bool {
	for _, s := range suffixes {
		if w.n-region >= len(s) && w.endsIn(s) {
			return true
		}
	}
	return false
}

// last is step 5.
func (w *inflected) last() {
	switch {
	case w.r1 == w.n:
	case w.letters[w.n-1] == 'e' && (w.r2 < w.n || !w.short(w.n-1)),
		w.letters[w.n-1] == 'l' && w.r2 < w.n && w.letters[w.n-2] == 'l':
		w.cut(1)
	}
}
