package answer

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
		{[]want{about("won", 1, false), about("Ashford’s", 5, true), about("Cup", 5, true)}, []float64{0, 0, 1}, []string{"Ashford", "won"}},
		{[]want{about("bridge", 1, false), about("opens", 9, false)}, []float64{0, 1}, nil},
		{[]want{about("bridge", 3, false), about("opens", 7, false)}, []float64{0, 1}, []string{"bridge"}},
		{[]want{about("Ferry", 3, true), numbered, about("sinks", 2, false)}, []float64{1, numberApart, 1}, []string{"Ferry 7"}},
	} {
		if got := absent(expansion{wants: test.wants}, []candidate{{near: test.near}}); !slices.Equal(got, test.want) {
			t.Errorf("%v near: %q, not %q", test.near, got, test.want)
		}
	}
}
