package build

import (
	"math/rand/v2"
	"testing"
)

// TestNameLog counts names of few words, for many to occur more than once.
func TestNameLog(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var log nameLog
	type name [3]uint32 // 0 for no word
	want := make(map[name]int)
	for range 50_000 {
		var n name
		words := 2 + random.IntN(2)
		for i := range words {
			n[i] = 1 + uint32(min(random.IntN(100), random.IntN(100)))
		}
		log.add(n[:words])
		want[n]++
	}
	for _, least := range []int{1, 2, 7} {
		frequent := 0
		for _, count := range want {
			if count >= least {
				frequent++
			}
		}
		for words, count := range log.frequent(least) {
			var n name
			copy(n[:], words)
			if count < least || count != want[n] {
				t.Errorf("%v occurs %d times, want %d", words, count, want[n])
			}
			frequent--
		}
		if frequent != 0 {
			t.Errorf("%d names are missing of those that occur %d times", frequent, least)
		}
	}
}
