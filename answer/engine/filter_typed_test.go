package engine

import "testing"

func TestWithNames(t *testing.T) {
	d := &directory{
		outlets: []string{"The Hill", "The Root", "Fortune", "The Independent - Life and Style"},
		labels: func() (bylines, sections map[string]int) {
			return map[string]int{"Ann Lee": 2, "Bo Lee and Cy Roe": 1}, map[string]int{"World News": 1}
		},
	}
	for typed, want := range map[string]string{
		"outlet:The Hill Wray":               `outlet:"The Hill" Wray`,
		"Wray outlet: the hill":              `Wray outlet: "the hill"`,
		"outlet:The Hill, Wray":              `outlet:"The Hill", Wray`,
		"outlet:The Independent rents":       `outlet:"The Independent" rents`,
		"-outlet:The Root byline:Ann Lee x":  `-outlet:"The Root" byline:"Ann Lee" x`,
		"section:world news rents":           `section:"world news" rents`,
		"outlet:Fortune rents":               "outlet:Fortune rents",
		`outlet:"The Hill" Wray`:             `outlet:"The Hill" Wray`,
		"outlet:Nowhere Times rents":         "outlet:Nowhere Times rents",
		"The outlet: who reads it?":          "The outlet: who reads it?",
		"What does The Hill say of outlets?": "What does The Hill say of outlets?",
	} {
		if got := d.withNames(typed); got != want {
			t.Errorf("%q is %q, want %q", typed, got, want)
		}
	}
}
