package cite_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/bot/bottest"
	"newshound/bot/cite"
)

// reference returns a quote in a style.
func reference(t *testing.T, s answer.Snippet, name string) string {
	t.Helper()
	for _, r := range cite.References(s, cite.Quote(s.Cite)) {
		if r.Name == name {
			return r.Text
		}
	}
	t.Fatalf("there is no style %s", name)
	return ""
}

// TestSelector finds every paragraph of an article again by its selector, those
// that stand there twice too.
func TestSelector(t *testing.T) {
	twice := bottest.Article(bottest.Meta{ID: "r", URL: "https://x.example/a"}, repetitive+"\nThe vote was close. The mayor said that she would miss the bridge. The town did not agree.\n\nÄÖÜ\u00a0ß.\n")
	seen := map[string]bool{}
	for i, p := range twice.Paragraphs {
		s := answer.Snippet{Quote: twice.Text(p.Span), Cite: answer.Citation{N: 1, Article: twice, Paragraph: i, Span: p.Span}}
		var got []struct {
			Context, Type, Source string
			Selector              struct{ Type, Exact, Prefix, Suffix string }
			Article               string
			Paragraph, Start, End int
		}
		text := reference(t, s, "selector")
		if err := json.Unmarshal([]byte(strings.ReplaceAll(text, `"@context"`, `"context"`)), &got); err != nil || len(got) != 1 {
			t.Fatalf("%v in %s", err, text)
		}
		one := got[0]
		whole := one.Selector.Prefix + one.Selector.Exact + one.Selector.Suffix
		if at := strings.Index(twice.Body, whole); at+len(one.Selector.Prefix) != p.Start || strings.Count(twice.Body, whole) != 1 {
			t.Errorf("paragraph %d: %q stands %d times, first at %d", i, whole, strings.Count(twice.Body, whole), at)
		}
		if one.Context != "http://www.w3.org/ns/anno.jsonld" || one.Type != "SpecificResource" || one.Selector.Type != "TextQuoteSelector" ||
			one.Source != twice.URL || one.Article != "r" || one.Paragraph != p.N || one.Start != p.Start || one.End != p.End || one.Selector.Exact != s.Quote {
			t.Errorf("paragraph %d: got %+v", i, one)
		}
		if seen[whole] {
			t.Errorf("two paragraphs have the selector %q", whole)
		}
		seen[whole] = true
	}
	got := reference(t, bottest.Snippet(t, bottest.Hostile(), 1, "900 cars"), "selector")
	if strings.Contains(got, `"source":`) || strings.Contains(got, "SpecificResource") || !strings.Contains(got, `"type": "TextQuoteSelector"`) {
		t.Errorf("without an address: %s", got)
	}
}

func TestLinkToArchive(t *testing.T) {
	day := time.Date(2018, 7, 27, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		meta bottest.Meta
		want string
	}{
		{bottest.Meta{URL: "https://x.example/a?b=c", Published: day}, "https://web.archive.org/web/20180727*/https://x.example/a?b=c"},
		{bottest.Meta{URL: "http://x.example"}, "https://web.archive.org/web/*/http://x.example"},
		{bottest.Meta{Published: day}, ""},
		{bottest.Meta{URL: "javascript:alert(1)"}, ""},
		{bottest.Meta{URL: "/a"}, ""},
	} {
		if got := cite.LinkToArchive(of(c.meta)); got != c.want {
			t.Errorf("%+v: %s, want %s", c.meta, got, c.want)
		}
	}
}

func TestReferences(t *testing.T) {
	s := bottest.Snippet(t, bottest.Bridge(), 2, "It carried 900 cars a day.")
	var names []string
	for _, r := range cite.References(s, cite.Quote(s.Cite)) {
		names = append(names, r.Name)
		if r.Title == "" || r.Text == "" {
			t.Errorf("%+v", r)
		}
	}
	if got := strings.Join(names, " "); got != "text apa mla chicago bibtex csl selector" {
		t.Errorf("styles: %s", got)
	}
	want := "“It carried 900 cars a day.”\nThe Ashford Gazette · Bridge to close · Joe Doe · 6 May 2024 · Local · paragraph 1 · https://gazette.example/bridge"
	if got := reference(t, s, "text"); got != want {
		t.Errorf("got %s", got)
	}
	if n := len(cite.OfferedStyles()); n != 5 {
		t.Errorf("%d styles are offered, and a row of buttons on Discord has 5", n)
	}
}
