package draft

import (
	"testing"

	"newshound/answer"
)

func TestCompared(t *testing.T) {
	r := over(held{outlets: []answer.OutletCount{{Outlet: "The Hill"}, {Outlet: "The Root"}, {Outlet: "TechCrunch"}}})
	const both = `outlet:"The Hill" outlet:TechCrunch`
	for text, want := range map[string]string{
		"Compare The Hill and TechCrunch on the strike":                                     "compare: the strike " + both,
		"compare how The Hill and TechCrunch covered the strike":                            "compare: the strike " + both,
		"Compare The Hill's coverage with TechCrunch's on rents":                            "",
		"Compare coverage of the strike in The Hill and TechCrunch.":                        "compare: the strike " + both,
		"How do The Hill and TechCrunch differ on the strike?":                              "compare: the strike " + both,
		"How did The Hill and TechCrunch report on the strike?":                             "compare: the strike " + both,
		"How does the coverage of rents differ between The Hill and TechCrunch":             "compare: rents " + both,
		"How does The Hill cover the strike compared with TechCrunch?":                      "compare: the strike " + both,
		"what's the difference between The Hill's and TechCrunch's coverage of the strike?": "compare: the strike " + both,
		"TechCrunch vs. The Hill on rents":                                                  `compare: rents outlet:TechCrunch outlet:"The Hill"`,
		"How do The Hill, The Root, and TechCrunch cover rents?":                            `compare: rents outlet:"The Hill" outlet:"The Root" outlet:TechCrunch`,
		"compare: the strike in The Hill and TechCrunch":                                    "compare: the strike " + both,
		"compare: The Hill and TechCrunch on the strike":                                    "compare: the strike " + both,
		"The Hill vs TechCrunch on the strike":                                              "compare: the strike " + both,
		`compare: the strike outlet:TechCrunch`:                                             "",
		"compare: the strike in The Hill":                                                   "",

		"What do The Hill and TechCrunch say about the strike?":    "",
		"How does The Hill cover the strike?":                      "",
		"Compare The Hill and TechCrunch":                          "",
		"How do rents in Ashford differ?":                          "",
		"timeline: how The Hill and TechCrunch covered the strike": "",
	} {
		if want == "" {
			want = text
		}
		if got := r.Compared(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
