package index

import (
	"slices"
	"testing"
	"time"

	"newshound/answer"
	"newshound/corpus"
)

func TestPublished(t *testing.T) {
	var articles []*corpus.Article
	for _, a := range []struct{ id, outlet, published string }{
		{"1", "Zeitung", "2020-05-09T00:00:00Z"},
		{"2", "Gazette", "2020-05-09T23:30:00-05:00"}, // the next day in UTC
		{"3", "", "2020-05-10T12:00:00Z"},
		{"4", "Zeitung", "2020-05-11T00:00:00Z"},
		{"5", "Zeitung", "2020-05-11T08:00:00Z"},
		{"6", "Zeitung", "1969-12-31T08:00:00Z"},
		{"7", "Zeitung", ""},
		{"8", "Monthly", "2020-05"},
		{"9", "Yearly", "2020"},
	} {
		art := article(a.id, "", "A paragraph.")
		art.Outlet = a.outlet
		if a.published != "" {
			var err error
			if art.Published, err = corpus.ParseTime(a.published); err != nil {
				t.Fatal(err)
			}
		}
		articles = append(articles, art)
	}
	day := func(text string) time.Time { return parseTime(t, text+"T00:00:00Z") }
	for period, want := range map[answer.Period][]answer.PeriodCount{
		answer.Day: {
			{Start: day("1969-12-31"), Outlet: "Zeitung", Articles: 1},
			{Start: day("2020-05-09"), Outlet: "Gazette", Articles: 1}, {Start: day("2020-05-09"), Outlet: "Zeitung", Articles: 1},
			{Start: day("2020-05-10"), Articles: 1}, {Start: day("2020-05-11"), Outlet: "Zeitung", Articles: 2},
		},
		answer.Week: {
			{Start: day("1969-12-29"), Outlet: "Zeitung", Articles: 1},
			{Start: day("2020-05-04"), Articles: 1}, {Start: day("2020-05-04"), Outlet: "Gazette", Articles: 1}, {Start: day("2020-05-04"), Outlet: "Zeitung", Articles: 1},
			{Start: day("2020-05-11"), Outlet: "Zeitung", Articles: 2},
		},
		answer.Month: {
			{Start: day("1969-12-01"), Outlet: "Zeitung", Articles: 1},
			{Start: day("2020-05-01"), Articles: 1}, {Start: day("2020-05-01"), Outlet: "Gazette", Articles: 1}, {Start: day("2020-05-01"), Outlet: "Monthly", Articles: 1}, {Start: day("2020-05-01"), Outlet: "Zeitung", Articles: 3},
		},
		answer.Year: {
			{Start: day("1969-01-01"), Outlet: "Zeitung", Articles: 1},
			{Start: day("2020-01-01"), Articles: 1}, {Start: day("2020-01-01"), Outlet: "Gazette", Articles: 1}, {Start: day("2020-01-01"), Outlet: "Monthly", Articles: 1},
			{Start: day("2020-01-01"), Outlet: "Yearly", Articles: 1}, {Start: day("2020-01-01"), Outlet: "Zeitung", Articles: 3},
		},
	} {
		for name, ix := range map[string]*Index{"in memory": New(articles), "a file": open(t, built(t, articles, Options{}))} {
			if got := ix.Published(period); !slices.Equal(got, want) {
				t.Errorf("%s, period %d: got %v, want %v", name, period, got, want)
			}
		}
	}
	if next := answer.Month.Next(day("2020-12-01")); !next.Equal(day("2021-01-01")) {
		t.Errorf("after December comes %v", next)
	}
}

func parseTime(t *testing.T, text string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func TestArticle(t *testing.T) {
	articles := []*corpus.Article{article("a", "", "One."), article("b/c d", "", "Two.")}
	path := built(t, articles, Options{})
	if _, err := Delete(t.Context(), path, []string{"a"}, Options{}); err != nil {
		t.Fatal(err)
	}
	if _, err := Add(t.Context(), path, slices.Values([]*corpus.Article{article("b/c d", "", "Three.")}), Options{}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		ix       *Index
		id, body string
	}{
		{New(articles), "a", articles[0].Body}, {New(articles), "b/c d", articles[1].Body}, {New(articles), "", ""}, {New(nil), "a", ""},
		{open(t, path), "a", ""}, {open(t, path), "b/c d", article("b/c d", "", "Three.").Body},
	} {
		got := c.ix.Article(c.id)
		if (got == nil) != (c.body == "") || got != nil && got.Body != c.body {
			t.Errorf("the article %q is %v, want %q", c.id, got, c.body)
		}
	}
}
