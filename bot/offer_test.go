package bot

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"newshound/answer"
)

func TestOffers(t *testing.T) {
	quote := []answer.Snippet{{Cite: answer.Citation{N: 4}}}
	first := []answer.Snippet{{Cite: answer.Citation{N: 1}}}
	actions := []Action{{"Timeline", TimelineCommand}, {"More of it", MoreCommand}}
	for _, c := range []struct {
		name  string
		reply Reply
		place Place
		want  string
	}{
		{"a text", Reply{}, Place{}, ""},
		{"an answer for all", Reply{Snippets: quote, More: true, Actions: actions, Outcome: answer.Found}, Place{},
			"More=more, Citations in DM=dm, Timeline=timeline | Helpful=helpful, Not helpful=unhelpful"},
		{"pages", Reply{Snippets: quote, More: true}, Place{InPlace: true, Private: true},
			"←=back, →=more, Citations in DM=dm | Share=share"},
		{"the first page", Reply{Snippets: first, More: true}, Place{InPlace: true}, "More=more, Citations in DM=dm"},
		{"a passage", Reply{Snippets: quote, Passage: true}, Place{InPlace: true}, "Citations in DM=dm"},
		{"in direct messages", Reply{Snippets: first, Outcome: answer.Partial}, Place{Direct: true, Private: true},
			"Citations=cite | Helpful=helpful, Not helpful=unhelpful"},
		{"citations", Reply{Snippets: first, Full: true}, Place{},
			"APA 7=cite apa, MLA 9=cite mla, Chicago=cite chicago, BibTeX=cite bibtex, CSL-JSON=cite csl"},
		{"no answer", Reply{Actions: actions, Outcome: answer.None}, Place{},
			"Timeline=timeline, More of it=more | Helpful=helpful, Not helpful=unhelpful"},
	} {
		all, own := Offers(c.reply, c.place)
		show := func(actions []Action) string {
			var out []string
			for _, a := range actions {
				out = append(out, a.Label+"="+a.Command)
			}
			return strings.Join(out, ", ")
		}
		got := show(all)
		if len(own) > 0 {
			got += " | " + show(own)
		}
		if got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.name, got, c.want)
		}
	}
}

// What has no button is told, however much and long it is.
func TestTyped(t *testing.T) {
	var many []Action
	for n := range 30 {
		many = append(many, Action{"", fmt.Sprintf("command %02d", n)})
	}
	long := Action{"", strings.Repeat("é", 400)}
	const begin = "There is no room for a button, but you can write: "
	for want, left := range map[string][]Action{
		"":                                   nil,
		begin + "“any outlet”.":              {{"Any outlet", "any outlet"}},
		begin + "“more”, “cite”.":            {{"More", MoreCommand}, {"Citations in DM", DirectCommand}},
		begin + "“more” and 1 command more.": {{"", MoreCommand}, long},
		"2 further commands cannot be shown here: they are too long.": {long, long},
	} {
		if got := Typed(left); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	got := Typed(many)
	shown := strings.Count(got, "“")
	if shown < 15 || !strings.HasSuffix(got, fmt.Sprintf(" and %d commands more.", 30-shown)) || utf8.RuneCountInString(got) > 450 {
		t.Errorf("%d of 30 in %q", shown, got)
	}
}

// TestWidenUnheld looks at what is offered for a filter that the coverage does not hold.
func TestWidenUnheld(t *testing.T) {
	only := Action{"Only The Hill", "only The Hill"}
	anyOutlet := Action{"Any outlet", "any outlet"}
	hil := answer.Unheld{Field: "outlet", Name: "The Hil", Nearest: "The Hill"}
	for _, c := range []struct {
		question string
		unheld   []answer.Unheld
		newest   bool
		want     []Action
	}{
		{`outlet:"The Hil" bridge`, []answer.Unheld{hil}, false, []Action{only, anyOutlet}},
		{`outlet:"The Hil" outlet:"Th Hill" bridge`, []answer.Unheld{hil, {Field: "outlet", Name: "Th Hill", Nearest: "The Hill"}}, false, []Action{only, anyOutlet}},
		{`outlet:"The Hil"`, []answer.Unheld{hil}, true, []Action{only}},
		{`-outlet:"The Hil" bridge`, []answer.Unheld{hil}, false, nil},
		{"bridge outlet:CNN", []answer.Unheld{{Field: "outlet", Name: "CNN"}}, false, []Action{anyOutlet}},
		{"what does CNN say of the bridge?", []answer.Unheld{{Field: "outlet", Name: "CNN"}}, false, nil},
		{"section:sports bridge", []answer.Unheld{{Field: "section", Name: "sports", Nearest: "Sport"}}, false, []Action{{"Any section", "any section"}}},
		{`byline:"Joe Doe" bridge`, []answer.Unheld{{Field: "byline", Name: "Joe Doe"}}, false, []Action{{"Any author", "any author"}}},
		{"outlet:x bridge", []answer.Unheld{{Field: "outlet", Name: "x", Nearest: strings.Repeat("x", 51)}}, false, []Action{anyOutlet}},
	} {
		a := answer.Answer{Question: answer.Question{Text: c.question}, Unheld: c.unheld, Newest: c.newest}
		if got := widenActions(&a); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.question, got, c.want)
		}
	}
}
