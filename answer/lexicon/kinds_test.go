package lexicon

import (
	"testing"

	"newshound/answer/analysis"
)

func TestAskedOf(t *testing.T) {
	var a analysis.Analyzer
	for _, test := range []struct {
		question, text string
		want           bool // the text names one of the kind that is asked for
	}{
		{"Which state closed its schools?", "Schools in West Virginia were closed.", true},
		{"Which state closed its schools?", "The mayor of Lansing closed the schools.", false},
		{"Which state closed its schools?", "Schools in the west were closed.", false},
		{"which country is it", "It lies in Turkey.", true},
		{"which country is it", "It was a Finnish ship.", true},
		{"which country is it", "They had turkey for dinner.", false},
		{"In which South Asian country did it happen?", "It happened in Nepal.", true},
		{"What was the color of the door?", "The door was green.", false}, // of the door, not which color
		{"What color was the door?", "The door was green.", true},
		{"Which party is she in?", "Sen. Ann Roe (D-Mo.) left.", true},
		{"Which bridge of the country is the longest?", "France has long ones.", false},
	} {
		found := false
		if m := AskedOf(a.Tokens(test.question)); m != nil {
			tokens := a.Tokens(test.text)
			for i := range tokens {
				found = found || m.BeginsAt(tokens, i)
			}
		}
		if found != test.want {
			t.Errorf("%q is answered by %q: %v, want %v", test.question, test.text, found, test.want)
		}
	}
}

// TestIsPlace tells names of places from others that begin or end with one.
func TestIsPlace(t *testing.T) {
	a := new(analysis.Analyzer)
	for name, want := range map[string]bool{"Norway": true, "New York": true, "Oslo": true, "Norway House": false, "Ann Oslo": false, "norway": false} {
		if got := IsPlace(a.Tokens(name)); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
