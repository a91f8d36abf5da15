package analysis

import (
	"strings"
	"testing"

	snowball "github.com/kljensen/snowball/english"
)

func TestStem(t *testing.T) {
	for _, c := range []struct{ name, together, apart string }{
		{"inflections", "vote votes voted voting", "veto"},
		{"irregular verbs", "tell tells told telling", "toll"},
		{"irregular nouns", "child children", "chill"},
		{"what ends in two letters", "add adds added adding", "ad ads"},
		{"what ends in ue", "sue sues sued suing", "suit"},
		{"Greek plurals", "hypothesis hypotheses", "hypothetical"},
		{"university", "university universities", "universe universal"},
		{"organization", "organization organizations organized organise organisers", "organ organic organism"},
		{"inter", "international internationally", "internal intern"},
		{"emergency", "emergency emergencies", "emerge emerging"},
		{"authority", "authority authorities", "author authorize"},
		{"British, by rule", "organize organise", "organ"},
		{"British -ise", "realize realise realising realisation realization", "real"},
		{"British -our", "color colour colours coloured", "colony"},
		{"British -tre", "theater theatre theatres theaters", "theatrical"},
		{"not British", "four fours", "for"},
		{"not British either", "prise", "prize"},
		{"British, by table", "defense defence defensive", "defend"},
		{"names in e", "maine", "main mainly"},
		{"names in is", "harris", "harry harries"},
		{"names in es", "barnes", "barn barns"},
		{"new words in e", "website websites", "web"},
		{"new words in ee", "retiree retirees", "tire"},
		{"not names", "cyberattack cyberattacks", "cyber"},
		{"experience", "experience experienced experiences", "experiment experiments"},
		{"numbers", "21st", "21"},
		{"other scripts", "новости", "новость"},
	} {
		t.Run(c.name, func(t *testing.T) {
			words := strings.Fields(c.together)
			want := stem(words[0])
			for _, w := range words[1:] {
				if got := stem(w); got != want {
					t.Errorf("stem(%s) = %s, but stem(%s) = %s", words[0], want, w, got)
				}
			}
			for w := range strings.FieldsSeq(c.apart) {
				if stem(w) == want {
					t.Errorf("%s and %s have the stem %s", words[0], w, want)
				}
			}
		})
	}
}

// A word that is only inflected gets the stem that Snowball gives it.
func TestUninflect(t *testing.T) {
	all, without := 0, 0
	try := func(word string) {
		all++
		got, known := uninflect(word)
		if !known {
			without++
		} else if want := snowball.Stem(word, true); got != want {
			t.Errorf("the stem of %s is %s, not %s", word, want, got)
		}
	}
	for word := range strings.FieldsSeq(english) {
		for _, ending := range []string{"", "s", "es", "ed", "ing", "y"} {
			try(word + ending)
		}
	}
	if without > all/3 {
		t.Errorf("%d of %d words are not known", without, all)
	}
	const letters = "abcdefghijklmnopqrstuvwxyz"
	for _, start := range []string{"", "t", "tr", "at", "rel", "sent", "nation", "gener", "generally", "yoy"} {
		for i := range len(letters) * len(letters) * len(letters) {
			end := []byte{letters[i/26/26], letters[i/26%26], letters[i%26]}
			for _, ending := range []string{"", "s", "ed", "ing"} {
				try(start + string(end) + ending)
			}
		}
	}
	try(strings.Repeat("ba", longestWord/2))
	try(strings.Repeat("bl", longestWord/2-1) + "ed")
	try(strings.Repeat("a", longestWord-5) + "bling")
}

// Snowball's stem of no inflected word is better known without it.
func FuzzUninflect(f *testing.F) {
	for _, word := range []string{"", "y", "says", "sayyed", "ied", "seeds", "bling", "hopping", "hoping", "yyeing"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		if !isSmall(word) {
			return
		}
		if got, known := uninflect(word); known && got != snowball.Stem(word, true) {
			t.Errorf("the stem of %s is %s, not %s", word, snowball.Stem(word, true), got)
		}
	})
}

// Every line of the table of stems changes what its words are conflated with.
func TestStemsTable(t *testing.T) {
	others := make(map[string][]string) // words outside the table by Snowball's stem
	for w := range strings.FieldsSeq(english + "corp\n") {
		if _, ok := stems()[american(w)]; !ok {
			s := stem(w)
			if strings.Contains(s, "+") {
				t.Errorf("%q has the table's stem %q", w, s)
			}
			s = snowball.Stem(w, true)
			others[s] = append(others[s], w)
		}
	}
	seen := make(map[string]bool)
	for line := range strings.Lines(stemsTable) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		value, words := words[0], words[1:]
		if !strings.Contains(value, "+") {
			t.Errorf("the stem %q could be Snowball's", value)
		}
		byStem := make(map[string]bool)
		parted := false
		for _, w := range words {
			if seen[w] {
				t.Errorf("%q is in the table twice", w)
			}
			seen[w] = true
			if got := stem(w); got != value {
				t.Errorf("stem(%q) = %q, want %q", w, got, value)
			}
			s := snowball.Stem(w, true)
			byStem[s] = true
			for other, v := range stems() {
				parted = parted || v != value && snowball.Stem(other, true) == s
			}
			parted = parted || len(others[s]) > 0
		}
		if !parted && len(byStem) < 2 {
			t.Errorf("the line of %q does nothing", value)
		}
	}
}

// Every word of the table of irregular forms gets a stem that it would not get
// without.
func TestIrregularTable(t *testing.T) {
	for form, base := range irregular() {
		if stem(form) != stem(base) {
			t.Errorf("stem(%q) = %q, but stem(%q) = %q", form, stem(form), base, stem(base))
		}
		if snowball.Stem(form, true) == snowball.Stem(base, true) {
			t.Errorf("%q has the stem of %q anyway", form, base)
		}
		if _, ok := irregular()[base]; ok {
			t.Errorf("the base form %q is irregular itself", base)
		}
		if american(form) != form {
			t.Errorf("%q never gets to the table: it is respelt %q", form, american(form))
		}
	}
}

func TestStopWordsAreFolded(t *testing.T) {
	for w := range strings.FieldsSeq(stopList) {
		if fold(w) != w {
			t.Errorf("%q folds to %q", w, fold(w))
		}
	}
}

// TestMine holds that a mine is told from what is mine: it is no stop word.
func TestMine(t *testing.T) {
	for _, token := range new(Analyzer).Tokens("mine collapse") {
		if token.Stop {
			t.Errorf("%q is a stop word", token.Word)
		}
	}
}
