package roll

import (
	"testing"

	"newshound/answer/index/internal/raw"
	"newshound/corpus"
)

// TestRoll counts two articles, the second on top of a roll of the first.
func TestRoll(t *testing.T) {
	first := corpus.NewArticle(corpus.Meta{ID: "1", Headline: "Floods"}, "The Department of Justice said the flood was no crime. Floods are not.\n")
	second := corpus.NewArticle(corpus.Meta{ID: "2", Headline: "No crime"}, "The DOJ was asked about floods.\n")
	before := NewTally(nil)
	before.Add(first)
	tally := NewTally(Open(before.Bytes()))
	tally.Add(second)
	r := Open(tally.Bytes())
	r.Check()
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
	tally := NewTally(nil)
	tally.Add(corpus.NewArticle(corpus.Meta{ID: "a", Headline: "The Department of Justice"}, "The DOJ asked the mayor."))
	f.Add(tally.Bytes())
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
		if again := Open(NewTally(r).Bytes()); len(again.at) > len(r.at) {
			t.Errorf("%d lines become %d", len(r.at), len(again.at))
		}
	})
}
