package wording

import (
	"slices"
	"testing"
)

// TestReadings holds what a text is meant as that has more than the quote, or marks it otherwise.
func TestReadings(t *testing.T) {
	for given, want := range map[string]struct {
		text  string
		aside []string
	}{
		"Lee said: ‘We don’t want the dam closed.’":              {"We don’t want the dam closed.", []string{"Lee said"}},
		"'We want the users' dam closed,' Lee told us.":          {"We want the users' dam closed,", []string{"Lee told us"}},
		"Ann Lee: We want the dam closed":                        {"We want the dam closed", []string{"Ann Lee"}},
		"He said “we want ‘the dam’ closed”":                     {"we want ‘the dam’ closed", []string{"He said"}},
		"We've closed the users' dam":                            {"We've closed the users' dam", nil},
		"There is one thing left: We want the dam closed by May": {"There is one thing left: We want the dam closed by May", nil},
	} {
		all := Readings(given)
		if q := all[len(all)-1]; q.Text != want.text || !slices.Equal(q.Aside, want.aside) {
			t.Errorf("%s: %q, %q", given, q.Text, q.Aside)
		}
	}
}

// TestSic holds that who quotes may say so in brackets of either kind.
func TestSic(t *testing.T) {
	for _, given := range []string{"we want [sic] it", "we want (sic) it", "we want (emphasis added) it"} {
		if q := parse(given); len(q.Parts) != 2 || q.Words != 3 {
			t.Errorf("%s: %d parts of %d words", given, len(q.Parts), q.Words)
		}
	}
}

// TestMayHave holds what a look at bytes may pass over.
func TestMayHave(t *testing.T) {
	const word = "cooperation"
	for text, want := range map[string]bool{
		"of Cooperation, it said": true, "of co-operation": true, "of co\u00adoperation": true, "of coöperation": true,
		"of operation": false, "of cooperatio": false, "of “corporation”—cooper": false, "": false,
	} {
		if got := mayHave(text, word); got != want {
			t.Errorf("%q may have it: %v", text, got)
		}
	}
}
