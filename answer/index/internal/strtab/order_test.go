package strtab

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestSortKeyed compares the order with that of the strings, of which many have the same
// first eight bytes, for lists that are dealt out and lists that are not.
func TestSortKeyed(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 2, fewKeyed, fewKeyed + 1, 5000} {
		names := make([]string, n)
		for i := range names {
			var b strings.Builder
			for range r.IntN(12) {
				b.WriteByte("\x00aé\xff"[r.IntN(5)])
			}
			names[i] = b.String() + strings.Repeat("a", 8*r.IntN(2))
		}
		got := make([]Keyed, n)
		for i, name := range names {
			got[i] = Keyed{KeyOf(name), uint32(i)}
		}
		SortKeyed(got, func(x, y uint32) int { return cmp.Or(cmp.Compare(names[x], names[y]), cmp.Compare(x, y)) })
		want := make([]uint32, n)
		for i := range want {
			want[i] = uint32(i)
		}
		slices.SortStableFunc(want, func(x, y uint32) int { return cmp.Compare(names[x], names[y]) })
		for i := range got {
			if got[i].N != want[i] {
				t.Fatalf("of %d, number %d is %q, want %q", n, i, names[got[i].N], names[want[i]])
			}
		}
	}
}
