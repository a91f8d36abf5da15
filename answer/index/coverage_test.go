package index

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"newshound/answer"
	"newshound/corpus"
)

func TestCoverage(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2020, time.May, d, 0, 0, 0, 0, time.UTC) }
	east := time.Date(2020, time.May, 3, 1, 0, 0, 0, time.FixedZone("", 9*3600)) // the 2nd in UTC
	west := time.Date(2020, time.May, 20, 23, 0, 0, 0, time.FixedZone("", -5*3600))
	var articles []*corpus.Article
	for _, a := range []struct {
		id, outlet string
		published  time.Time
	}{
		{"1", "Zeitung", day(9)},
		{"2", "Gazette", time.Time{}},
		{"3", "", east},
		{"4", "Herald", west},
		{"5", "Zeitung", day(4)},
		{"6", "Alpha", time.Time{}},
		{"7", "Gazette", day(5)},
		{"8", "Gazette", day(5)},
	} {
		art := article(a.id, "", "A paragraph.", "And another.")
		art.Outlet, art.Published = a.outlet, a.published
		articles = append(articles, art)
	}
	articles[0].Paragraphs[1].Kind = corpus.Caption // and so another passage
	ix := New(articles)
	want := answer.Coverage{
		Articles: 8,
		Passages: 9,
		Outlets:  []answer.OutletCount{{Outlet: "Gazette", Articles: 3}, {Outlet: "Zeitung", Articles: 2}, {Outlet: "Alpha", Articles: 1}, {Outlet: "Herald", Articles: 1}},
		First:    east,
		Last:     west,
		Undated:  2,
	}
	if got := ix.Coverage(); !reflect.DeepEqual(got, want) {
		t.Errorf("Coverage = %+v, want %+v", got, want)
	}
	ix.Coverage().Outlets[0].Outlet = "changed"
	if got := ix.Coverage(); !reflect.DeepEqual(got, want) {
		t.Errorf("after a caller wrote to it, Coverage = %+v", got)
	}
	if got := New(nil).Coverage(); !reflect.DeepEqual(got, answer.Coverage{}) {
		t.Errorf("Coverage of nothing = %+v", got)
	}
	undated := New(articles[1:2]).Coverage()
	if !undated.First.IsZero() || !undated.Last.IsZero() || undated.Undated != 1 {
		t.Errorf("Coverage of an undated article = %+v", undated)
	}
}

// TestCoverageOfWhatIsLeft deletes the first and the last article, one without a date
// and an outlet's only one.
func TestCoverageOfWhatIsLeft(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2020, time.May, d, 0, 0, 0, 0, time.UTC) }
	var articles []*corpus.Article
	for _, a := range []struct {
		id, outlet string
		published  time.Time
	}{{"1", "Gazette", day(9)}, {"2", "Herald", day(3).In(time.FixedZone("", 7200))}, {"3", "Herald", time.Time{}}, {"4", "Zeitung", day(20)}, {"5", "Herald", day(12)}} {
		art := article(a.id, "", "A paragraph.")
		art.Outlet, art.Published = a.outlet, a.published
		articles = append(articles, art)
	}
	path := built(t, articles, Options{})
	left := articles
	for _, id := range []string{"3", "4", "2", "1", "5"} {
		if _, err := Delete(t.Context(), path, []string{id}, Options{}); err != nil {
			t.Fatal(err)
		}
		left = slices.DeleteFunc(slices.Clone(left), func(a *corpus.Article) bool { return a.ID == id })
		ix, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := ix.Coverage(), New(left).Coverage(); !reflect.DeepEqual(got, want) {
			t.Errorf("without %s, Coverage = %+v, want %+v", id, got, want)
		}
	}
	if err := Check(t.Context(), path); err != nil {
		t.Error(err)
	}
}

func TestArticles(t *testing.T) {
	articles := []*corpus.Article{article("a", "", "One."), article("b", "", "Two."), article("c", "")}
	ix := New(articles)
	for limit, want := range map[int]int{-1: 0, 0: 0, 1: 1, 3: 3, 100: 3} {
		got := ix.Articles(limit)
		if len(got) != want {
			t.Errorf("Articles(%d): %d, want %d", limit, len(got), want)
		}
		for i := range got {
			if got[i] != articles[i] {
				t.Errorf("Articles(%d)[%d] is %s", limit, i, got[i].ID)
			}
		}
	}
	first := articles[0]
	articles[0] = nil
	ix.Articles(3)[0] = nil
	if got := ix.Articles(1); got[0] != first {
		t.Error("the index shares its articles with its callers")
	}
}
