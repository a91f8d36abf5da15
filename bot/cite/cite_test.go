package cite_test

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"newshound/answer"
	"newshound/bot/bottest"
	"newshound/bot/cite"
	"newshound/corpus"
)

func TestCite(t *testing.T) {
	a := bottest.Bridge()
	full := cite.Citation{
		Outlet: "The Ashford Gazette", Headline: "Bridge to close", Byline: "Joe Doe", Published: "6 May 2024",
		Section: "Local", Place: "paragraph 1", Link: "https://gazette.example/bridge",
	}
	if got := cite.Quote(bottest.Snippet(t, a, 1, "It carried 900 cars a day.").Cite); got != full {
		t.Errorf("got %+v, want %+v", got, full)
	}
	fields := []cite.Field{
		{Name: "Outlet", Value: full.Outlet}, {Name: "Headline", Value: full.Headline}, {Name: "Byline", Value: full.Byline},
		{Name: "Published", Value: full.Published}, {Name: "Section", Value: full.Section}, {Name: "Place", Value: full.Place},
	}
	if got := full.Fields(); !slices.Equal(got, fields) {
		t.Errorf("got %v, want %v", got, fields)
	}
	quoting := full
	quoting.Place, quoting.Voice = "paragraph 3", "quoting another publication there: “According to The Post:”"
	if got := cite.Quote(bottest.Snippet(t, a, 1, "no plan for a new one exists").Cite); got != quoting {
		t.Errorf("got %+v, want %+v", got, quoting)
	}
	spoken := full
	spoken.Place, spoken.Speech, spoken.Attributed = "paragraph 4", "said by Ann Lee", "“said the mayor, Ann Lee”"
	if got := cite.Quote(bottest.Snippet(t, a, 1, "“We will miss it,” said the mayor, Ann Lee.").Cite); got != spoken {
		t.Errorf("got %+v, want %+v", got, spoken)
	}
}

// TestCiteAsked holds which quotes stand below a question.
func TestCiteAsked(t *testing.T) {
	a := corpus.NewArticle(corpus.Meta{ID: "a"}, "The dam has a keeper. Is he old?\n\nHe has a boat.\n\nIs he old? Or young?\n\nQ: How old is he?\n\nA: He is 60. Or more.\n\n"+
		strings.Repeat("It was a long winter. ", 12)+"Will it hold?\n\nIt will.\n\n“Why?”\n\nNobody knows.")
	for quote, want := range map[string]string{
		"A: He is 60.":      "below the question: “Q: How old is he?”",
		"He has a boat.":    "", // more is told above
		"Or more.":          "", // further down
		"It will.":          "", // much else stands above
		"Nobody knows.":     "below the question: “Why?”",
		"Q: How old is he?": "below the question: “Is he old? Or young?”",
	} {
		if got := cite.Quote(bottest.Snippet(t, a, 1, quote).Cite).Voice; got != want {
			t.Errorf("%s: %q, want %q", quote, got, want)
		}
	}
}

func TestCiteOfLittleKnown(t *testing.T) {
	span := func(start, end int) corpus.Span { return corpus.Span{Start: start, End: end} }
	article := func(m corpus.Meta, kinds ...corpus.Kind) *corpus.Article {
		a := &corpus.Article{Meta: m, Body: "abcdef"}
		n := 1
		for i, k := range kinds {
			a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Span: span(i, i+1), Kind: k, N: n})
		}
		return a
	}
	for _, c := range []struct {
		name string
		cite answer.Citation
		want cite.Citation
	}{
		{
			"nothing but an id",
			answer.Citation{Article: article(corpus.Meta{ID: "x/1"}, corpus.Text)},
			cite.Citation{Article: "x/1", Place: "paragraph 1"},
		}, {
			"no headline",
			answer.Citation{Article: article(corpus.Meta{ID: "x/1", URL: "https://x.example"}, corpus.Text)},
			cite.Citation{Link: "https://x.example", Place: "paragraph 1"},
		}, {
			"a time of day",
			answer.Citation{Article: article(corpus.Meta{ID: "1", Headline: "H", Published: time.Date(2024, 5, 6, 7, 8, 9, 0, time.UTC)}, corpus.Text)},
			cite.Citation{Headline: "H", Published: "6 May 2024, 07:08 UTC", Place: "paragraph 1"},
		}, {
			"a caption above the story",
			answer.Citation{Article: article(corpus.Meta{Headline: "H"}, corpus.Caption, corpus.Text)},
			cite.Citation{Headline: "H", Place: "photo caption above paragraph 1"},
		}, {
			"a credit under the story",
			answer.Citation{Article: article(corpus.Meta{Headline: "H"}, corpus.Text, corpus.Credit), Paragraph: 1},
			cite.Citation{Headline: "H", Place: "photo credit below paragraph 1"},
		},
	} {
		if got := cite.Quote(c.cite); got != c.want {
			t.Errorf("%s: got %+v, want %+v", c.name, got, c.want)
		}
	}
}

// TestCiteOneLine holds that each part of a citation is one line.
func TestCiteOneLine(t *testing.T) {
	a := bottest.OneParagraph(bottest.Meta{Headline: "Bridge\n\tto close ", Outlet: " ", Byline: "Joe\r\nDoe"}, "The bridge is old.")
	if got, want := cite.Article(a), (cite.Citation{Headline: "Bridge to close", Byline: "Joe Doe"}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// TestCiteLongParts cites an article of which everything is far too long.
func TestCiteLongParts(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("é very long ", 600))
	a := corpus.NewArticle(corpus.Meta{ID: long, Headline: long, Outlet: long, Byline: long, Section: long, URL: "https://gazette.example/bridge"}, "The bridge is old.")
	s := bottest.Snippet(t, a, 1, "The bridge is old.")
	other := s.Cite
	other.Article = corpus.NewArticle(corpus.Meta{ID: "b", Headline: long, Outlet: "x" + long}, a.Body)
	s.Cite.Also = append(s.Cite.Also, other)
	c := cite.Quote(s.Cite)
	want := string([]rune(long)[:299]) + "…"
	if c.Headline != want || c.Outlet != want || c.Byline != want || c.Section != want || c.Link == "" {
		t.Errorf("cited %+v", c)
	}
	if n := utf8.RuneCountInString(c.Also + c.Copies); n > 1100 {
		t.Errorf("%d characters of the copy: %s, %s", n, c.Also, c.Copies)
	}
	if whole := cite.Article(a); whole.Headline != long {
		t.Error("the article itself is not whole")
	}
}
