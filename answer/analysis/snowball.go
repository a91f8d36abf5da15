package analysis

import "strings"

// stemming is a word on its way to its stem, by the steps of Snowball's English stemmer
// (https://snowballstem.org/algorithms/english/stemmer.html).
type stemming struct {
	letters [longestWord + 1]byte // a y that is no vowel is a Y
	n       int                   // of them
	r1, r2  int                   // where the regions begin that the steps ask about
}

// snowball returns Snowball's stem of a word of up to longestWord small ASCII letters, as
// the library kljensen/snowball has it, which takes several times as long.
func snowball(word string) string {
	if len(word) <= 2 {
		return word
	}
	if stem, ok := exception(word); ok {
		return stem
	}
	var w stemming
	w.divide(word)
	w.plural()
	w.participle()
	if n := w.n; n > 2 && w.letters[n-1]|' ' == 'y' && !w.vowel(n-2) {
		w.letters[n-1] = 'i' // step 1c
	}
	w.derived()
	w.derivedAgain()
	w.derivedFirst()
	w.last()
	for i, c := range w.letters[:w.n] {
		w.letters[i] = c | ' ' // no Y any more
	}
	if found := w.letters[:w.n]; w.n > len(word) || word[:w.n] != string(found) {
		return string(found)
	}
	return word[:w.n]
}

// exception returns the stem of a word that Snowball has by itself, as far as the steps
// would come to another one.
func exception(word string) (stem string, ok bool) {
	switch word {
	case "skis":
		return "ski", true
	case "skies":
		return "sky", true
	case "dying", "lying", "tying":
		return word[:1] + "ie", true
	case "idly", "gently", "singly":
		return word[:len(word)-len("y")], true
	case "early", "only", "ugly":
		return word[:len(word)-len("y")] + "i", true
	case "sky", "news", "howe", "atlas", "cosmos", "bias", "andes",
		"inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed":
		return word, true
	case "innings", "outings", "cannings", "herrings", "earrings", "proceeds", "exceeds", "succeeds":
		return word[:len(word)-len("s")], true
	case "proceeded", "exceeded", "succeeded":
		return word[:len(word)-len("ed")], true
	case "proceeding", "exceeding", "succeeding":
		return word[:len(word)-len("ing")], true
	}
	return "", false
}

// divide takes the letters of a word, and finds the regions.
func (w *stemming) divide(word string) {
	w.n = copy(w.letters[:], word)
	for i, c := range w.letters[:w.n] {
		if c == 'y' && (i == 0 || w.vowel(i-1)) {
			w.letters[i] = 'Y'
		}
	}
	w.r1 = w.region(0)
	for _, start := range [...]string{"gener", "commun", "arsen"} {
		if strings.HasPrefix(word, start) {
			w.r1 = len(start)
		}
	}
	w.r2 = w.region(w.r1)
}

// region returns where the region begins that follows, from start on, the first letter
// that is no vowel and stands behind one.
func (w *stemming) region(start int) int {
	for i := start + 1; i < w.n; i++ {
		if w.vowel(i-1) && !w.vowel(i) {
			return i + 1
		}
	}
	return w.n
}

func (w *stemming) vowel(i int) bool { return vowels>>(w.letters[i]-'a')&1 != 0 }

// vowels has bit 0 for a, bit 1 for b, and so on.
const vowels = 1 | 1<<('e'-'a') | 1<<('i'-'a') | 1<<('o'-'a') | 1<<('u'-'a') | 1<<('y'-'a')

// vowelIn reports whether one of the first n letters is a vowel.
func (w *stemming) vowelIn(n int) bool {
	for i := range n {
		if w.vowel(i) {
			return true
		}
	}
	return false
}

func (w *stemming) endsIn(suffix string) bool {
	return w.n >= len(suffix) && string(w.letters[w.n-len(suffix):w.n]) == suffix
}

// cut removes the last letters, from the regions, too.
func (w *stemming) cut(letters int) { w.replace(letters, "") }

// replace puts others in the place of the last letters.
func (w *stemming) replace(letters int, by string) {
	w.n += copy(w.letters[w.n-letters:], by) - letters
	w.r1, w.r2 = min(w.r1, w.n), min(w.r2, w.n)
}
