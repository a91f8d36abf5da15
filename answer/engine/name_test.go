package engine

import (
	"slices"
	"testing"
)

// TestAbsent tells which words of a question are told to be nowhere near its quotes.
func TestAbsent(t *testing.T) {
	about := func(typed string, info float64, name bool) want {
		w := want{info: info, known: true}
		w.word.typed, w.word.name = typed, name
		return w
	}
	numbered := about("7", 3, true)
	numbered.word.numbers = true
	for _, test := range []struct {
		wants []want
		near  []float64
		want  []string
	}{
		{[]want{about("won", 1, false), about("Ashford", 5, true), about("Cup", 5, true)}, []float64{0, 1, 1}, []string{"won"}},
		{[]want{about("won", 1, false), about("Ashford", 5, true), about("Cup", 5, true)}, []float64{1, 1, 1}, nil},
		{[]want{about("won", 1, false), about("first", 1, false), about("Ashford", 9, true)}, []float64{0, 1, 1}, nil},
		{[]want{about("won", 1, false), about("Ashford’s", 5, true), about("Cup", 5, true)}, []float64{0, 0, 1}, []string{"won", "Ashford"}},
		{[]want{about("bridge", 1, false), about("opens", 9, false)}, []float64{0, 1}, nil},
		{[]want{about("bridge", 3, false), about("opens", 7, false)}, []float64{0, 1}, []string{"bridge"}},
		{[]want{about("Ferry", 3, true), numbered, about("sinks", 2, false)}, []float64{1, numberApart, 1}, []string{"Ferry 7"}},
	} {
		x, chosen := expansion{wants: test.wants}, []candidate{{near: test.near}}
		if got := absent(x, chosen, x.unmet(chosen, make([]float64, len(test.wants)))); !slices.Equal(got, test.want) {
			t.Errorf("%v near: %q, not %q", test.near, got, test.want)
		}
	}
}

// TestUnmet tells whether nothing of what is asked of a name is near.
func TestUnmet(t *testing.T) {
	name, asked, kind, told := want{known: true}, want{known: true}, want{known: true}, want{known: true}
	name.word.name, kind.word.class, told.word.told = true, true, true
	for _, test := range []struct {
		about  string
		wants  []want
		near   []float64
		topic  int // the place of what a speaker is asked of, from 1
		ofName bool
		want   bool
	}{
		{"nothing asked is near", []want{asked, name, asked}, []float64{0, 1, proofArticle}, 0, false, true},
		{"something is", []want{asked, name, asked}, []float64{0, 1, proofHeader}, 0, false, false},
		{"no name", []want{asked, asked}, []float64{0, 0}, 0, false, false},
		{"nothing asked", []want{name, name}, []float64{0, 1}, 0, false, false},
		{"the kind alone", []want{kind, name}, []float64{0, 1}, 0, false, false},
		{"the kind beside it", []want{kind, asked, name}, []float64{0, 0, 1}, 0, false, true},
		{"what the kind would tell", []want{told, name}, []float64{0, 1}, 0, false, true},
		{"what the kind tells", []want{told, name}, []float64{0, 1}, 0, true, false},
		{"a name that is spoken of", []want{name, name}, []float64{1, 0}, 2, false, true},
		{"a name that is spoken of, and near", []want{name, name}, []float64{1, 1}, 2, false, false},
	} {
		topic := make([]float64, len(test.wants))
		if test.topic > 0 {
			topic[test.topic-1] = 1
		}
		if got := (expansion{wants: test.wants}).unmet([]candidate{{near: test.near, ofName: test.ofName}}, topic); got != test.want {
			t.Errorf("%s: %v", test.about, got)
		}
	}
}
