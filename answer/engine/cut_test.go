package engine

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"newshound/corpus"
)

// runTexts returns what may be quoted of a one-paragraph article.
func runTexts(body string) []string {
	a := corpus.NewArticle(corpus.Meta{ID: "a"}, body)
	var texts []string
	for _, run := range appendRuns(nil, a, a.Paragraphs[0].Span) {
		texts = append(texts, a.Text(run.Span))
	}
	return texts
}

func TestRuns(t *testing.T) {
	for _, test := range []struct {
		name, body string
		want       []string
	}{
		{"one sentence", "The bridge is closed.", []string{"The bridge is closed."}},
		{"two sentences", "It is closed. It was old.", []string{"It is closed.", "It is closed. It was old.", "It was old."}},
		{"a quotation is not torn", "“It is closed. We will miss it,” she said. It was old.", []string{
			"“It is closed. We will miss it,” she said.", "“It is closed. We will miss it,” she said. It was old.", "It was old.",
		}},
		{"nor one in straight quotes", `"It is closed. We will miss it," she said.`, []string{`"It is closed. We will miss it," she said.`}},
		{"three sentences only for a quotation", "“It is closed. We will miss it,” she said. “Sadly.”", []string{
			"“It is closed. We will miss it,” she said.", "“It is closed. We will miss it,” she said. “Sadly.”", "“Sadly.”",
		}},
		{"nor otherwise", "It is closed. It was old. It was red.", []string{
			"It is closed.", "It is closed. It was old.", "It was old.", "It was old. It was red.", "It was red.",
		}},
		{"a quotation that the next paragraph goes on with", "“It is closed. We will miss it.", []string{"“It is closed. We will miss it."}},
	} {
		if got := runTexts(test.body); !slices.Equal(got, test.want) {
			t.Errorf("%s:\n got %q\nwant %q", test.name, got, test.want)
		}
	}
}

func TestRunsAreBounded(t *testing.T) {
	clause := "the council of the old town voted again on the bridge, "
	for name, body := range map[string]string{
		"a sentence of many clauses": "On Monday " + strings.Repeat(clause, 60) + "and went home.",
		"a sentence without commas":  "It " + strings.Repeat("never ", 400) + "ended.",
		"one word":                   strings.Repeat("ж", 3000),
		"many sentences":             strings.Repeat("It is closed. ", 200),
		"quotations, some torn":      strings.Repeat("“It is closed. It was old. ” “It was red. It is closed.” It was old. \" ", 10000),
		"a quotation of many pages":  "“" + strings.Repeat("It is closed. ", 200) + "” she said.",
	} {
		for _, text := range runTexts(body) {
			if n := utf8.RuneCountInString(text); n > longestQuote || n == 0 {
				t.Errorf("%s: a quote of %d characters", name, n)
			}
			if strings.TrimSpace(text) != text || !utf8.ValidString(text) {
				t.Errorf("%s: %q", name, text)
			}
		}
	}
	// A sentence that must be cut is cut behind a clause, its quotation marks and all, and in no number.
	for clause, end := range map[string]string{
		clause: "again on the bridge,",
		"the council of the old town called it “a way to pay,” for $3,500 or more ": "called it “a way to pay,”",
		"the council of the old town met: for $3,500, from 10:18 to 12:30 or so ":   "for $3,500,",
	} {
		if text := runTexts("On Monday " + strings.Repeat(clause, 20) + "and went home.")[0]; !strings.HasSuffix(text, end) {
			t.Errorf("cut in the middle of a clause: %q", text)
		}
	}
}
