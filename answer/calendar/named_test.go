package calendar

import (
	"strings"
	"testing"
	"time"

	"newshound/answer/analysis"
)

func TestFind(t *testing.T) {
	var a analysis.Analyzer
	for text, want := range map[string]string{
		"What was reported on October 7, 2023, and on Oct. 9?": "2023-10-07, 0000-10-09",
		"on 7 October 2023 or 9 October":                       "2023-10-07, 0000-10-09",
		"published on 2023-10-02 and 2023-11-01":               "2023-10-02, 2023-11-01",
		"in February 2024 or September 2023":                   "2024-02-01–2024-02-29, 2023-09-01–2023-09-30",
		"did it march 7 miles in 2023, or may 12 of them":      "",
		"The score was 10-2 in 2023":                           "",
		"2023 10 12":                                           "",
		"for $25. October was cold. October 55":                "",
		"It cost $55. October 3 is the day. Sept. 4 is not":    "0000-10-03, 0000-09-04",
		"2023-13-07":                                          "",
		"on the 31st of December 2021":                        "2021-12-01–2021-12-31",
		"between May 2, 2023 and May 9, 2023":                 "2023-05-02–2023-05-09",
		"from October 2023 to December 3, 2023, and May 2024": "2023-10-01–2023-12-03, 2024-05-01–2024-05-31",
		"between the report of May 2, 2023 and May 9, 2023":   "2023-05-02, 2023-05-09",
		"from May 9, 2023 to May 2, 2023":                     "2023-05-09, 2023-05-02",
		"":                                                    "",
	} {
		var got []string
		for _, d := range Find(text, a.Tokens(text)) {
			s := d.First.Format(time.DateOnly)
			if !d.Last.Equal(d.First) {
				s += "–" + d.Last.Format(time.DateOnly)
			}
			got = append(got, s)
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	many := strings.Repeat("May 1, 2020 ", 100)
	if n := len(Find(many, a.Tokens(many))); n != maxNamed {
		t.Errorf("%d dates, want %d", n, maxNamed)
	}
}

func TestLately(t *testing.T) {
	var a analysis.Analyzer
	for text, want := range map[string]string{
		"Who won yesterday?":           "yesterday",
		"Who won the cup this week?":   "this week",
		"Who won last weekend?":        "last weekend",
		"Who resigned on Monday?":      "",
		"Today, who won?":              "Today",
		"Who won a week of holidays?":  "",
		"Who won this year?":           "",
		"What did she say last month?": "",
		"Who spoke to This Week?":      "",
		"Who wrote that in USA Today?": "",
	} {
		tokens := a.Tokens(text)
		got := ""
		if from, to, ok := Lately(tokens, 0, true); ok {
			got = text[tokens[from].Start:tokens[to-1].End]
		}
		if got != want {
			t.Errorf("%q tells %q, want %q", text, got, want)
		}
	}
}
