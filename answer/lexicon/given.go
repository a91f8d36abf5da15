package lexicon

import (
	_ "embed" // for the list
	"slices"
	"strings"
)

// given holds forms of one given name, a group to a line: in full, then the short
// ones.
//
//go:embed given.txt
var given string

// GivenForms returns the other forms of a given name, in small letters. Two short forms of one name are
// none of each other: Rick is not Dick.
func GivenForms(name string) []string {
	var forms []string
	for line := range strings.Lines(given) {
		if !strings.Contains(line, name) {
			continue
		}
		switch names := strings.Fields(line); {
		case names[0] == name:
			forms = append(forms, names[1:]...)
		case slices.Contains(names, name):
			forms = append(forms, names[0])
		}
	}
	return forms
}
