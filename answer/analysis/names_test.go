package analysis

import (
	"slices"
	"strings"
	"testing"
)

func TestNames(t *testing.T) {
	for _, c := range []struct{ name, text, names string }{
		{"one", "He leads the National Security Council now.", "National Security; National Security Council; Security Council"},
		{"with small words", "at the Department of Justice", "Department of Justice"},
		{"small words at the ends", "the Bank of and for England", "Bank of and for England"},
		{"words between", "Ann Lee said Bob Ray left", "Ann Lee; Bob Ray"},
		{"punctuation between", "Ann, Lee. Bob\nRay", ""},
		{"a hyphen", "Alexandria Ocasio-Cortez won", "Alexandria Ocasio; Alexandria Ocasio-Cortez; Ocasio-Cortez"},
		{"ampersand", "Barnes & Noble", "Barnes & Noble"},
		{"thin and hard blanks", "Federal\u2009Reserve\u00a0Board", "Federal\u2009Reserve; Federal\u2009Reserve\u00a0Board; Reserve\u00a0Board"},
		{"acronyms are no parts", "FBI Director Wray", "Director Wray"},
		{"stop words are none", "The White House", "White House"},
		{"a headline", "Justice Department Opens Case", "Justice Department; Justice Department Opens; Justice Department Opens Case; Department Opens; Department Opens Case; Opens Case"},
		{"long runs", "Aa of of of of of of of Bb", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var a Analyzer
			var got []string
			words := a.AppendWords(nil, c.text, 0)
			for first, end := range Names(c.text, words) {
				got = append(got, c.text[words[first].Start:words[end-1].End])
			}
			if s := strings.Join(got, "; "); s != c.names {
				t.Errorf("got  %q\nwant %q", s, c.names)
			}
		})
	}
}

func TestNamesStop(t *testing.T) {
	var a Analyzer
	text := "National Security Council"
	n := 0
	for range Names(text, a.AppendWords(nil, text, 0)) {
		n++
		break
	}
	if n != 1 {
		t.Errorf("%d names after break", n)
	}
}

func TestInitials(t *testing.T) {
	for name, want := range map[string]string{
		"Department of Homeland Security": "dhs dohs",
		"Homeland Security Department":    "hsd dhs dohs",
		"National Security Council":       "nsc cns cons",
		"National Security Agency":        "nsa ans aons",
		"Department of Justice":           "dj doj",
		"Justice Department":              "jd dj doj",
		"Federal Bureau of Investigation": "fbi fboi",
		"Central Intelligence Agency":     "cia aci aoci",
		"Health and Human Services":       "hhs hahs",
		"Advantage on Charisma Checks":    "acc",
		"North Atlantic Treaty Alliance":  "nata",
		"Économie et Société":             "ees", // es by chance,
	} {
		var a Analyzer
		var got []string
		for s := range Initials(AppendParts(nil, a.Tokens(name))) {
			got = append(got, s)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("initials of %s: %q, want %q", name, s, want)
		}
	}
}

func TestInitialsStop(t *testing.T) {
	var a Analyzer
	name := AppendParts(nil, a.Tokens("Bureau of Justice Department"))
	for stop := 1; stop <= 4; stop++ {
		n := 0
		for range Initials(name) {
			if n++; n == stop {
				break
			}
		}
		if n != stop {
			t.Errorf("%d initials, want %d", n, stop)
		}
	}
}

func TestAppendNameTerms(t *testing.T) {
	var a Analyzer
	want := []string{"secur", "secur"}
	got := AppendNameTerms(nil, a.Tokens("Securities and Security"))
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
