package roll

import (
	"testing"

	"newshound/answer/index/internal/raw"
	"newshound/corpus"
)

// TestRoll counts three articles, each on top of a roll of those before.
func TestRoll(t *testing.T) {
	first := corpus.NewArticle(corpus.Meta{ID: "1", Headline: "Floods"}, "The Department of Justice said the flood was no crime. Floods are not.\n")
	second := corpus.NewArticle(corpus.Meta{ID: "2", Headline: "No crime"}, "The DOJ was asked about floods.\n")
	third := corpus.NewArticle(corpus.Meta{ID: "3"}, "Zebras cross. The Federal Reserve Board did not.\n")
	tells := func(acronym, terms string) bool { return acronym != "frb" && terms != "" }
	var r *Roll
	for _, a := range []*corpus.Article{first, second, third} {
		tally := NewTally()
		tally.Add(a)
		r = Open(tally.AddTo(r, tells))
		r.Check()
	}
	for _, c := range []struct {
		kind, text string
		want       int
	}{
		{Term, "flood", 2}, // passages
		{Term, "crime", 2},
		{Term, "doj", 1},
		{Term, "river", 0},
		{Word, "floods", 3},
		{Word, "flood", 1},
		{Word, "doj", 1},
		{Capitals, "doj", 1},
		{Capitals, "floods", 0},
		{Name, NameKey("doj", "depart+ment justic"), 1},
		{Name, NameKey("frb", "feder reserv board"), 0}, // the segment does not tell of it
		{Term, "zebra", 1},
	} {
		if got := r.Count(c.kind, c.text); got != c.want {
			t.Errorf("%s %s: %d, want %d", c.kind, c.text, got, c.want)
		}
	}
	if got := (*Roll)(nil).Count(Term, "flood"); got != 0 {
		t.Errorf("without a roll: %d", got)
	}
}

// FuzzRoll opens rolls that nobody wrote.
func FuzzRoll(f *testing.F) {
	tells := func(string, string) bool { return true }
	tally := NewTally()
	tally.Add(corpus.NewArticle(corpus.Meta{ID: "a", Headline: "The Department of Justice"}, "The DOJ asked the mayor."))
	f.Add(tally.AddTo(nil, tells))
	f.Fuzz(func(t *testing.T, data []byte) {
		var (
			r   *Roll
			err error
		)
		func() {
			defer raw.Guard(&err)
			r = Open(data)
		}()
		if err != nil {
			return
		}
		for i := range r.at {
			key, n := r.line(i)
			if len(key) > len(data) || n == 0 && r.Count("t", "nothing like it") != 0 {
				t.Errorf("line %d: %q %d", i, key, n)
			}
		}
		if again := Open(NewTally().AddTo(r, tells)); len(again.at) != len(r.at) {
			t.Errorf("%d lines become %d", len(r.at), len(again.at))
		}
	})
}
