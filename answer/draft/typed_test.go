package draft

import (
	"slices"
	"testing"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/naming"
	"newshound/answer/syntax"
)

func TestWithNames(t *testing.T) {
	r := over(held{
		outlets: []answer.OutletCount{{Outlet: "The Hill"}, {Outlet: "The Root"}, {Outlet: "Fortune"}, {Outlet: "The Independent - Life and Style"}},
		bylines: map[string]int{"Ann Lee": 2, "Bo Lee and Cy Roe": 1}, sections: map[string]int{"World News": 1},
	})
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
		if got := withNames(r.names, typed); got != want {
			t.Errorf("%q is %q, want %q", typed, got, want)
		}
	}
}

// held is an index of nothing but what articles are labelled with.
type held struct {
	answer.Index
	outlets           []answer.OutletCount
	bylines, sections map[string]int
}

func (h held) Coverage() answer.Coverage { return answer.Coverage{Outlets: h.outlets} }

func (h held) Labels() (bylines, sections map[string]int) { return h.bylines, h.sections }

// over returns a reader of questions about what is held.
func over(h held) *Reader {
	var a analysis.Analyzer
	return New(h, &a, naming.New(h, &a))
}

// TestBarredComesBack holds that the words which no quote is to have are the same when the question
// that a draft writes is read again.
func TestBarredComesBack(t *testing.T) {
	for _, typed := range []string{"floods -ash", `floods -"the river"`, "floods not mentioning 737", `floods without the phrase "a: b"`, "floods -U.S."} {
		q := syntax.Parse(typed)
		if again := syntax.Parse(From(q, nil).String()); len(q.Barred) != 1 || !slices.Equal(again.Barred, q.Barred) {
			t.Errorf("%s bars %q, and written anew %q", typed, q.Barred, again.Barred)
		}
	}
}
