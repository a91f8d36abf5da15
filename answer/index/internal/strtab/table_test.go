package strtab

import (
	"math/rand/v2"
	"strconv"
	"testing"
)

// TestStringTable compares the numbers that strings get with those of a map, and what is
// kept of them with the strings.
func TestStringTable(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	table, want := NewTable(), make(map[string]uint32)
	for range 20_000 {
		s := strconv.Itoa(r.IntN(5_000))[1:] // "" among them
		known, ok := want[s]
		number, isNew := table.Number(s)
		if isNew == ok || ok && number != known || table.At(number) != s {
			t.Fatalf("%q is number %d, new: %v, kept as %q, want %d, known: %v", s, number, isNew, table.At(number), known, ok)
		}
		want[s] = number
	}
	if table.len() != len(want) {
		t.Errorf("there are %d strings, want %d", table.len(), len(want))
	}
}

func TestStringList(t *testing.T) {
	var l List
	l.Add("New", "York", "Post")
	l.Add()
	l.Add("Reuters")
	for i, want := range []string{"New York Post", "", "Reuters"} {
		if got := l.At(uint32(i)); got != want {
			t.Errorf("string %d is %q, want %q", i, got, want)
		}
	}
}
