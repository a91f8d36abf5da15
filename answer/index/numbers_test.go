package index

import (
	"math/rand/v2"
	"strconv"
	"testing"
)

// TestStringTable compares the numbers that strings get with those of a map, and what is
// kept of them with the strings.
func TestStringTable(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	table, want := newStringTable(), make(map[string]uint32)
	for range 20_000 {
		s := strconv.Itoa(r.IntN(5_000))[1:] // "" among them
		known, ok := want[s]
		number, isNew := table.number(s)
		if isNew == ok || ok && number != known || table.string(number) != s {
			t.Fatalf("%q is number %d, new: %v, kept as %q, want %d, known: %v", s, number, isNew, table.string(number), known, ok)
		}
		want[s] = number
	}
	if table.len() != len(want) {
		t.Errorf("there are %d strings, want %d", table.len(), len(want))
	}
}

func TestStringList(t *testing.T) {
	var l stringList
	l.add("New", "York", "Post")
	l.add()
	l.add("Reuters")
	for i, want := range []string{"New York Post", "", "Reuters"} {
		if got := l.string(uint32(i)); got != want {
			t.Errorf("string %d is %q, want %q", i, got, want)
		}
	}
}
