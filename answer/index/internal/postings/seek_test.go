package postings

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestBefore compares what is found by steps and by counting with a plain search, among
// few passages and many, near and far ahead.
func TestBefore(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 7, 8, 9, 15, 16, 17, 100, 129, 1000, 20000, ChunkSize} {
		passages := make([]uint16, n)
		for i, p := range random.Perm(ChunkSize)[:n] {
			passages[i] = uint16(p)
		}
		slices.Sort(passages)
		for range 2000 {
			id := uint16(random.IntN(ChunkSize))
			from := random.IntN(n + 1)
			want, _ := slices.BinarySearch(passages[from:], id)
			if got := before(passages[from:], id); got != want {
				t.Fatalf("%d of %d passages from place %d on are before %d, want %d", got, n, from, id, want)
			}
		}
	}
}
