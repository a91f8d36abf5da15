package analysis

import (
	"slices"
	"strings"
	"testing"
)

// Every word of the dictionaries and of the tables of forms begins as its term does, or is
// among the strays.
func TestKeeps(t *testing.T) {
	words := strings.Fields(english + common + irregularTable)
	for word := range irregular() {
		words = append(words, word)
	}
	for word := range stems() {
		words = append(words, word)
	}
	for _, w := range words {
		w = strings.ToLower(w)
		if term := stem(w); !MayHave(term)(w) {
			t.Errorf("%s does not begin as %s does", w, term)
		}
	}
	if MayHave("want")("went") || !MayHave("go")("went") || MayHave("winter")("windows") {
		t.Error("a word may have a term that it has not, or may not have its own")
	}
}

// What is analysed for some terms has the words of these terms, and all words their places.
func TestAppendOf(t *testing.T) {
	const text = "He Went where IT said: the U.S. may go; going, gone, “o’clock”, Élan, elan’s 1,000 goats thought THINKING of thinkers. " +
		"May 5 WHO doctors re-elected colour-blind dying iPhones DIED in MAY"
	for _, word := range []string{"go", "us", "who", "elan", "think", "1000", "die", "reelect", "color", "may", "oclock", "iphon", "x", "g"} {
		var a, all Analyzer
		term := all.Term(word)
		want := all.Tokens(text)
		for range 2 { // the second time it remembers some words
			got := a.AppendOf(NewBeginnings([]string{term}), nil, text)
			if len(got) != len(want) {
				t.Fatalf("%s: %d tokens, want %d", term, len(got), len(want))
			}
			for i, w := range want {
				if g := got[i]; g.Start != w.Start || g.End != w.End || g.Term != w.Term && (g.Term != "" || w.Term == term) ||
					w.Term == term && g != w {
					t.Errorf("%s: %+v, want %+v", term, g, w)
				}
			}
		}
		found := slices.ContainsFunc(want, func(w Token) bool { return w.Term == term })
		if found == (word == "x" || word == "g") {
			t.Errorf("the text has %s: %v", term, found)
		}
	}
	var a Analyzer
	a.AppendOf(NewBeginnings([]string{"go"}), nil, text)
	if n := a.memory.used; n > 20 {
		t.Errorf("%d words were analysed", n)
	}
}
