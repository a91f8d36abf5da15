package index

import (
	"slices"
	"testing"
	"time"

	"newshound/answer"
	"newshound/corpus"
)

// TestPhraseFilter compares what a phrase leaves with what of everything holds it: few
// passages, whose postings are sought, and many, for which all are added up.
func TestPhraseFilter(t *testing.T) {
	const passages = 2000
	ix := New(synthetic(passages))
	words := vocabulary(2000)
	for _, c := range []struct {
		name        string
		phrase      []string
		least, most int // passages that it leaves
	}{
		{"many", words[:1], 1000, passages},
		{"few", words[900:901], 1, 100},
		{"a row", []string{words[0], words[1]}, 1, 1000},
		{"none", []string{words[1999], words[0]}, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			holds := answer.Query{Clauses: []answer.Clause{{Alts: []answer.Alt{{Terms: c.phrase, Weight: 1}}, Weight: 1}}, Limit: passages}
			left, err := ix.Retrieve(t.Context(), holds)
			if err != nil || len(left) < c.least || len(left) > c.most {
				t.Fatalf("%d passages hold it, error %v, want %d to %d", len(left), err, c.least, c.most)
			}
			in := make(map[corpus.Passage]bool)
			for _, h := range left {
				in[h.Passage] = true
			}
			for _, q := range questions(5, 2) {
				q.Limit = passages
				all, err := ix.Retrieve(t.Context(), q)
				if err != nil {
					t.Fatal(err)
				}
				want := slices.DeleteFunc(all, func(h answer.Hit) bool { return !in[h.Passage] })
				q.Filter.Phrases = [][]string{c.phrase}
				got, err := ix.Retrieve(t.Context(), q)
				if err != nil {
					t.Fatal(err)
				}
				if !equal(got, want) {
					t.Fatalf("query %+v finds %d passages, want %d, or others", q, len(got), len(want))
				}
			}
		})
	}
}

// TestDatesReach tells which days the times of publication of some articles may be of: of
// two articles, one late on the 10th in the west and one early on the 20th in the east.
func TestDatesReach(t *testing.T) {
	at := func(day, hour int) time.Time { return time.Date(2024, time.May, day, hour, 0, 0, 0, time.UTC) }
	d := noDates()
	if d.add(moment{published: unknown}); d.reach(at(1, 0), time.Time{}) || d.reach(time.Time{}, at(31, 0)) || !d.reach(time.Time{}, time.Time{}) {
		t.Error("articles of no known date are of some days, or have no part where all have")
	}
	d.add(moment{published: at(19, 22).Unix(), zone: 9 * 3600})
	d.add(moment{published: at(11, 3).Unix(), zone: -5 * 3600})
	for _, c := range []struct {
		from, to int // days of May; 0 sets no bound
		want     bool
	}{
		{0, 9, false},
		{0, 10, true},
		{5, 9, false},
		{15, 15, true},
		{20, 0, true},
		{21, 0, false},
		{21, 25, false},
		{1, 31, true},
	} {
		var from, to time.Time
		if c.from > 0 {
			from = at(c.from, 0)
		}
		if c.to > 0 {
			to = at(c.to, 0)
		}
		if got := d.reach(from, to); got != c.want {
			t.Errorf("from %d to %d: %v, want %v", c.from, c.to, got, c.want)
		}
	}
}
