package bot_test

import (
	"fmt"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/bottest"
)

// TestCiteCopies holds what is said of copies of a quote in other articles.
func TestCiteCopies(t *testing.T) {
	copyIn := func(id, outlet string) answer.Citation {
		a := bottest.OneParagraph(bottest.Meta{ID: id, Outlet: outlet, Headline: "Bridge"}, "It carried 900 cars a day.")
		return answer.Citation{Article: a, Span: a.Paragraphs[0].Span}
	}
	var many []answer.Citation
	for i := range 12 {
		many = append(many, copyIn(fmt.Sprint(i), fmt.Sprint("Post ", i)))
	}
	for _, c := range []struct {
		also         []answer.Citation
		short, lists string
	}{
		{nil, "", ""},
		{[]answer.Citation{copyIn("b", "The Post")}, "also in The Post", "The Post, Bridge, paragraph 1"},
		{[]answer.Citation{copyIn("b", "The Post"), copyIn("c", "The Post"), copyIn("d", "The Hill")}, "also in The Post and The Hill", "; The Hill, Bridge, paragraph 1"},
		{[]answer.Citation{copyIn("b", bottest.Bridge().Outlet), copyIn("c", "")}, "also in 2 other articles", "Bridge"},
		{many, "also in 12 outlets", "; and 2 more"},
	} {
		s := bottest.Snippet(t, bottest.Bridge(), 1, "It carried 900 cars a day.")
		s.Cite.Also = c.also
		if err := s.Verify(); err != nil {
			t.Fatal(err)
		}
		cite := bot.Cite(s.Cite)
		if cite.Also != c.short || !strings.Contains(cite.Copies, c.lists) || (cite.Copies == "") != (c.lists == "") {
			t.Errorf("%q, %q; want %q, %q", cite.Also, cite.Copies, c.short, c.lists)
		}
	}
}
