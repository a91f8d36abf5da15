package cite_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/bot/bottest"
	"newshound/bot/cite"
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
		{[]answer.Citation{copyIn("b", ""), copyIn("c", "")}, "also in 2 other articles", "Bridge"},
		{many, "also in 12 outlets", "; and 2 more"},
	} {
		s := bottest.Snippet(t, bottest.Bridge(), 1, "It carried 900 cars a day.")
		s.Cite.Also = c.also
		if err := s.Verify(); err != nil {
			t.Fatal(err)
		}
		cite := cite.Quote(s.Cite)
		if cite.Also != c.short || !strings.Contains(cite.Copies, c.lists) || (cite.Copies == "") != (c.lists == "") {
			t.Errorf("%q, %q; want %q, %q", cite.Also, cite.Copies, c.short, c.lists)
		}
	}
}

// TestCiteVersions holds what is said of an outlet's own other versions of the article
// that a quote is from: they are no copies in other outlets.
func TestCiteVersions(t *testing.T) {
	at := func(day, hour int) time.Time {
		return time.Date(2024, 5, day, hour, 0, 0, 0, time.UTC)
	}
	article := func(id, outlet string, published time.Time) answer.Citation {
		a := bottest.OneParagraph(bottest.Meta{ID: id, Outlet: outlet, Headline: "Bridge " + id, Published: published}, "It carried 900 cars a day.")
		return answer.Citation{Article: a, Span: a.Paragraphs[0].Span}
	}
	for want, published := range map[string][]time.Time{
		"":                                      {at(7, 0)},
		"also as a later version of 9 May 2024": {at(7, 0), at(9, 0)},
		"also as an earlier version of 6 May 2024, 08:00 UTC": {at(6, 9), at(6, 8)},
		"also as another version of 7 May 2024":               {at(7, 9), at(7, 0)},
		"also as another version of 9 May 2024":               {{}, at(9, 0)},
		"also as another version":                             {at(7, 0), {}},
		"also as 2 other versions":                            {at(7, 0), at(8, 0), at(9, 0)},
	} {
		c := article("1", "The Post", published[0])
		c.Also = []answer.Citation{article("2", "The Hill", at(8, 0))}
		for i, p := range published[1:] {
			c.Also = append(c.Also, article(fmt.Sprint(i+3), "the Post", p))
		}
		cite := cite.Quote(c)
		if cite.Again != want || cite.Also != "also in The Hill" || strings.Contains(cite.Copies, "Post") {
			t.Errorf("%q, %q, %q; want %q", cite.Again, cite.Also, cite.Copies, want)
		}
		if strings.Count(cite.Versions, "the Post") != len(published)-1 || strings.Contains(cite.Versions, "Hill") {
			t.Errorf("%q is listed of %d", cite.Versions, len(published)-1)
		}
	}
}
