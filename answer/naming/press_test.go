package naming

import (
	"slices"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/answer/analysis"
)

func TestOutsiders(t *testing.T) {
	var a analysis.Analyzer
	own := newOutletNames(&a, []answer.OutletCount{{Outlet: "The Hill"}, {Outlet: "BBC News - Technology"}, {Outlet: "The New York Times"}})
	p := newPress()
	for text, want := range map[string]string{
		"What did The Hill report about the meeting?":                         "",
		"Did the 'New York Times' article or the Reuters report mention it?":  "Reuters",
		"Did 'The New York Times' article mention it?":                        "",
		"According to ESPN, who won?":                                         "ESPN",
		"Who won, as reported by both Variety and The Hollywood Reporter?":    "Variety, The Hollywood Reporter",
		"an article from The Verge and another by Forbes on Musk":             "The Verge, Forbes",
		"Considering a report by The Hill and Bloomberg, what is it?":         "Bloomberg",
		"What was said in an article in The Valley Gazette about the bridge?": "The Valley Gazette",
		"According to Vice President Pence and Time Warner, what happened?":   "",
		"How much did Disney pay for ESPN?":                                   "",
		"Why did Forbes sue People magazine?":                                 "",
		"What did the people say in a report of the time?":                    "",
		"What does BBC News report about Reuters?":                            "",
		"": "",
	} {
		tokens := a.Tokens(text)
		var got []string
		for _, o := range p.Outsiders(text, tokens, own.Sides(text, tokens)) {
			got = append(got, o.Name)
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	tokens := a.Tokens(strings.Repeat("a Reuters report, ", 50))
	if n := len(p.Outsiders(strings.Repeat("a Reuters report, ", 50), tokens, nil)); n != MaxSides {
		t.Errorf("%d outlets, want %d", n, MaxSides)
	}
}

// TestPressIsSorted keeps the list easy to read, and each name in it once.
func TestPressIsSorted(t *testing.T) {
	names := strings.Split(strings.TrimSpace(outletsOfTheWorld), "\n")
	folded := make([]string, len(names))
	for i, n := range names {
		folded[i] = strings.ToLower(n)
	}
	if !slices.IsSorted(folded) || len(slices.Compact(folded)) != len(names) {
		t.Error("press.txt is out of order, or names an outlet twice")
	}
}
