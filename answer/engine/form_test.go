package engine

import (
	"slices"
	"testing"
	"time"

	"newshound/answer"
	"newshound/corpus"
)

// candidatesOf returns a candidate of each article, which says its id and no more, with
// falling scores.
func candidatesOf(metas ...corpus.Meta) []candidate {
	var out []candidate
	for i, m := range metas {
		out = append(out, candidate{article: &corpus.Article{Meta: m, Body: m.ID}, Span: corpus.Span{End: len(m.ID)}, score: 1 - float64(i)/100})
	}
	return out
}

func TestArrange(t *testing.T) {
	day := func(d, hour int) time.Time { return time.Date(2024, 5, d, hour, 0, 0, 0, time.UTC) }
	found := func() []candidate {
		return candidatesOf(
			corpus.Meta{ID: "late", Outlet: "A", Published: day(9, 0)},
			corpus.Meta{ID: "undated", Outlet: "B"},
			corpus.Meta{ID: "noon", Outlet: "b", Published: day(6, 12)},
			corpus.Meta{ID: "weak", Outlet: "C", Published: day(1, 0)},
			corpus.Meta{ID: "late", Outlet: "A", Published: day(9, 0)},
			corpus.Meta{ID: "day", Outlet: "A", Published: day(6, 0)},
		)
	}
	proven := func(c candidate) bool { return c.article.ID != "weak" }
	ids := func(chosen []candidate, err error) (out []string) {
		if err != nil {
			t.Error(err)
		}
		for _, c := range chosen {
			out = append(out, c.article.ID)
		}
		return out
	}
	a := &answer.Answer{Form: answer.Timeline}
	if got := ids(new(Engine).newFolding(nil, nil, restriction{}).arrange(t.Context(), a, found(), proven, nil, []string{"A", "B", "C"})); !equal(got, "day", "noon", "late", "undated") {
		t.Errorf("timeline: %q", got)
	}
	a = &answer.Answer{Form: answer.Compare, Filter: answer.Filter{Outlets: []string{"a", "b", "d", "e"}, NotOutlets: []string{"e"}}}
	if got := ids(new(Engine).newFolding(nil, nil, restriction{}).arrange(t.Context(), a, found(), proven, nil, []string{"A", "B", "b", "C", "D", "d", "E"})); !equal(got, "late", "undated") {
		t.Errorf("compare: %q", got)
	}
	want := []answer.Side{
		{Outlet: "A", Articles: 2, First: day(6, 0), Last: day(9, 0)},
		{Outlet: "B", Articles: 2, First: day(6, 12), Last: day(6, 12), Undated: 1},
		{Outlet: "D"},
	}
	for i, s := range want {
		if i >= len(a.Sides) || a.Sides[i] != s {
			t.Fatalf("sides: %+v", a.Sides)
		}
	}
	if len(a.Sides) != len(want) {
		t.Errorf("sides: %+v", a.Sides)
	}
}

func equal(got []string, want ...string) bool { return slices.Equal(got, want) }

func TestDates(t *testing.T) {
	quote := "It closed on 6 May 2024, and opens in June 2025 or on July 4."
	var got []string
	for _, d := range (answer.Snippet{Quote: quote}).Dates() {
		first := ""
		if !d.First.IsZero() {
			first = d.First.Format(time.DateOnly) + "/" + d.Last.Format(time.DateOnly)
		}
		got = append(got, quote[d.Start:d.End]+" "+first)
	}
	if !equal(got, "6 May 2024 2024-05-06/2024-05-06", "June 2025 2025-06-01/2025-06-30", "July 4 ") {
		t.Errorf("got %q", got)
	}
}

// TestEachSaidOnce holds that a timeline has no line twice, word for word.
func TestEachSaidOnce(t *testing.T) {
	says := func(id, text string) candidate {
		return candidate{article: &corpus.Article{Meta: corpus.Meta{ID: id}, Body: text}, Span: corpus.Span{End: len(text)}}
	}
	lines := []candidate{says("first", "a caption"), says("second", "a caption"), says("third", "a caption"), says("fourth", "news")}
	var got []string
	for _, c := range eachSaidOnce(lines, func(c candidate, said map[string]bool) []candidate {
		if other := says(c.article.ID, "more"); !said[other.text()] {
			return []candidate{other}
		}
		return nil
	}) {
		got = append(got, c.article.ID+": "+c.text())
	}
	if !equal(got, "first: a caption", "second: more", "fourth: news") {
		t.Errorf("%q", got)
	}
}
