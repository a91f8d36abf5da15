package index

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/corpus"
)

// TestNewest compares the newest articles with those that are found by reading all.
func TestNewest(t *testing.T) {
	var articles []*corpus.Article
	for i := range 3000 {
		a := article(fmt.Sprint(i), "", "A paragraph.")
		a.Outlet, a.Section, a.Byline = fmt.Sprint("o", i%3), fmt.Sprint("s", i%5), fmt.Sprint("b", i%7)
		if i%11 > 0 {
			a.Published = time.Date(2023, 1, i*37%400, i%24, 0, 0, 0, time.FixedZone("", (i%25-12)*3600))
		}
		articles = append(articles, a)
	}
	path := built(t, articles[:2000], Options{})
	if _, err := Add(t.Context(), path, slices.Values(articles[2000:]), Options{}); err != nil {
		t.Fatal(err)
	}
	if _, err := Delete(t.Context(), path, []string{"5", "2500"}, Options{}); err != nil {
		t.Fatal(err)
	}
	left := slices.DeleteFunc(articles, func(a *corpus.Article) bool { return a.ID == "5" || a.ID == "2500" })
	day := func(d int) time.Time { return time.Date(2023, 1, d, 0, 0, 0, 0, time.UTC) }
	for _, f := range []answer.Filter{
		{}, {Outlets: []string{"O1"}}, {NotOutlets: []string{"o1", "o2"}, Sections: []string{"s3"}}, {Bylines: []string{"b6", "b0"}},
		{From: day(390)}, {To: day(3), Outlets: []string{"o0"}}, {From: day(40), To: day(40)}, {Outlets: []string{"none"}},
	} {
		admits := f.Articles()
		var want []string
		newest := slices.Clone(left)
		slices.SortStableFunc(newest, func(x, y *corpus.Article) int { return y.Published.Compare(x.Published) }) // the zero time is the least
		for _, a := range newest {
			if admits == nil || admits(a.Meta) {
				want = append(want, a.ID)
			}
		}
		for name, ix := range map[string]*Index{"memory": New(left), "file": open(t, path)} {
			for _, limit := range []int{0, 1, 10, len(articles)} {
				found, total, err := ix.Newest(t.Context(), f, limit)
				var got []string
				for _, a := range found {
					got = append(got, a.ID)
				}
				if err != nil || total != len(want) || !slices.Equal(got, want[:min(limit, len(want))]) {
					t.Errorf("%s, %+v, %d: %d of %d, want of %d, error %v", name, f, limit, len(got), total, len(want), err)
				}
			}
		}
	}
}

// TestNewestWithout leaves out the articles that have a word in their header or anywhere in
// their text.
func TestNewestWithout(t *testing.T) {
	ix := New([]*corpus.Article{
		article("a", "Flood", "It rained."), article("b", "Mayor", strings.Repeat("He resigned. ", 300), "The flood came."), article("c", "Tower", "It fell."), article("d", "Bridge", "It closed."),
	})
	for _, c := range []struct {
		without []string
		want    string
	}{{[]string{"flood"}, "cd"}, {[]string{"flood", "close"}, "c"}, {[]string{"nowhere"}, "abcd"}} {
		found, total, err := ix.Newest(t.Context(), answer.Filter{Without: c.without}, 10)
		got := ""
		for _, a := range found {
			got += a.ID
		}
		if err != nil || got != c.want || total != len(c.want) {
			t.Errorf("without %q: %q, %d, %v, want %q", c.without, got, total, err, c.want)
		}
	}
}

// TestNewestDamaged ends in an error where the file is cut off.
func TestNewestDamaged(t *testing.T) {
	path := built(t, synthetic(500), Options{})
	ix := open(t, path)
	if err := os.Truncate(path, 0); err != nil {
		t.Fatal(err)
	}
	if _, _, err := ix.Newest(t.Context(), answer.Filter{}, 3); !errors.Is(err, ErrDamaged) {
		t.Errorf("error %v", err)
	}
}
