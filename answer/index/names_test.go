package index

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"newshound/answer"
)

// namesOf returns the names of an acronym, joined.
func namesOf(ix *Index, acronym string) []string {
	var names []string
	for _, n := range ix.SpelledOut(acronym) {
		names = append(names, strings.Join(n.Terms, " "))
	}
	return names
}

func TestSpelledOut(t *testing.T) {
	ix := indexOf(
		"The Department of Justice said so. A lawyer for the Justice Department agreed with the Justice Department.",
		"The National Security Agency and the National Security Council met. The National Security Council agreed.",
		"He left the Department of Homeland Security. The American Civil Liberties Union sued. Mayor of the city was Ann.",
		"Zed Co said. Yak Co said. Xi Co said. Xi Co said. Ware Co said. Vole Co said.",
	)
	for acronym, want := range map[string][]string{
		"doj":  {"justic depart+ment", "depart+ment justic"}, // the more frequent first
		"dj":   {"justic depart+ment", "depart+ment justic"},
		"jd":   {"justic depart+ment"},
		"nsa":  {"nation secur agenc"},
		"nsc":  {"nation secur council"},
		"dhs":  {"depart+ment homeland secur"},
		"dohs": {"depart+ment homeland secur"},
		"aclu": {"american civil liberti union"},
		"hs":   {"homeland secur"},
		"xc":   nil, // any two words have some initials
		"DOJ":  nil, // folded, they are small
		"fbi":  nil,
		"":     nil,
	} {
		if got := namesOf(ix, acronym); !slices.Equal(got, want) {
			t.Errorf("SpelledOut(%q) = %q, want %q", acronym, got, want)
		}
	}
}

// TestSpelledOutKeepsFew keeps the most frequent names, and the first in the
// alphabet of those that are as frequent.
func TestSpelledOutKeepsFew(t *testing.T) {
	ix := indexOf("Able Delta said. Acid Dune said. Aged Drum said. Arid Dome said. Airy Door said. Airy Door said. Apt Dart said.")
	want := []string{"airi door", "abl delta", "acid dune", "age drum"}
	if got := namesOf(ix, "ad"); !slices.Equal(got, want) {
		t.Errorf("SpelledOut = %q, want %q", got, want)
	}
	ix.SpelledOut("ad")[0].Terms[0] = "changed"
	if got := namesOf(ix, "ad"); !slices.Equal(got, want) {
		t.Errorf("after a caller wrote to it, SpelledOut = %q, want %q", got, want)
	}
}

// TestSpelledOutInWords shows a name as it is read, small words and all.
func TestSpelledOutInWords(t *testing.T) {
	ix := indexOf("He left the Department of Homeland Security. The Department of Homeland Security is large.")
	want := []answer.Name{{Words: "department of homeland security", Terms: []string{"depart+ment", "homeland", "secur"}, Count: 2}}
	if got := ix.SpelledOut("dhs"); !reflect.DeepEqual(got, want) {
		t.Errorf("SpelledOut = %+v, want %+v", got, want)
	}
}

func TestAcronyms(t *testing.T) {
	ix := indexOf(
		"The Department of Justice said so, and the Justice Department agreed. DOJ lawyers met with D.H.S. lawyers.",
		"The Department of Homeland Security. The National Security Agency. The United Nations, or UN, had no word for it. Kim Davis had a word with KD.",
		"New South Ales: NSA, they say.", // the same initials
		"FEDERAL BUREAU OF INVESTIGATION, FBI",
	)
	for name, want := range map[string]string{
		"depart+ment justic":         "doj",
		"justic depart+ment":         "doj",
		"depart+ment homeland secur": "dhs",
		"nation secur agenc":         "nsa",
		"unit+ed nation":             "un",
		"kim davi":                   "", // by chance
		"homeland secur":             "",
		"justic":                     "",
		"feder bureau investig":      "", // all capitals tell nothing
		"":                           "",
	} {
		if got := strings.Join(ix.Acronyms(strings.Fields(name)), " "); got != want {
			t.Errorf("Acronyms(%q) = %q, want %q", name, got, want)
		}
	}
	ix.Acronyms([]string{"unit+ed", "nation"})[0] = "changed"
	if got := ix.Acronyms([]string{"unit+ed", "nation"}); !slices.Equal(got, []string{"un"}) {
		t.Errorf("after a caller wrote to it, Acronyms = %q", got)
	}
}

// TestAcronymsOrder has a name with two acronyms, of which the one stands for it
// more often than the other.
func TestAcronymsOrder(t *testing.T) {
	ix := indexOf("The Bureau of Prisons said. BP and BOP are known. The Bureau Prisons said.")
	// “Bureau of Prisons” can be bp and bop, “Bureau Prisons” only bp.
	if got, want := ix.Acronyms([]string{"bureau", "prison"}), []string{"bp", "bop"}; !slices.Equal(got, want) {
		t.Errorf("Acronyms = %q, want %q", got, want)
	}
}

// TestNamesAreCounted counts a name once where it makes an acronym in two ways,
// and keeps names apart that begin alike.
func TestNamesAreCounted(t *testing.T) {
	// A bureau's name is turned round too, and this one stays the same.
	ix := indexOf("Better Business Bureau said. Big Bad Bear said. Big Bad Bear said.")
	if got, want := namesOf(ix, "bbb"), []string{"big bad bear", "better busi+ness bureau"}; !slices.Equal(got, want) {
		t.Errorf("SpelledOut = %q, want %q", got, want)
	}
	ix = indexOf("Alpha said. Beta Alpha said. Beta Alpha Alpha said.")
	if got, want := namesOf(ix, "baa"), []string{"beta alpha alpha"}; !slices.Equal(got, want) {
		t.Errorf("SpelledOut = %q, want %q", got, want)
	}
}

// TestLexiconHasNoStopWords looks for the small words that stand in names.
func TestLexiconHasNoStopWords(t *testing.T) {
	s := indexOf("The Department of Justice and the Bank for Trade.").segments[0]
	for word, want := range map[string]int{"department": 1, "justice": 1, "bank": 1, "trade": 1, "the": 0, "of": 0, "and": 0, "for": 0} {
		if got, _ := s.CountOf(word); got != want {
			t.Errorf("%s: %d times, want %d", word, got, want)
		}
	}
}
