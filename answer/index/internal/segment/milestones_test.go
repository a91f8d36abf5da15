package segment

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sort"
	"testing"
)

// TestSearchBetween compares it with a search among all strings, many of which begin with
// the same eight bytes.
func TestSearchBetween(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for n := range 120 {
		strings := make([]string, n)
		for i := range strings {
			strings[i] = fmt.Sprint([]string{"", "presiden", "president "}[r.IntN(3)], r.IntN(200))
		}
		slices.Sort(strings)
		strings = slices.Compact(strings)
		for _, step := range []int{1, 2, 7, 64} {
			var milestones []byte
			for i := 0; i < len(strings); i += step {
				milestones = appendMilestone(milestones, strings[i])
			}
			if got := milestonesOf(len(strings), step); milestoneSize*got != len(milestones) {
				t.Fatalf("%d strings have %d milestones, want %d", len(strings), got, len(milestones)/milestoneSize)
			}
			for _, s := range append([]string{"", "president", "zebra", fmt.Sprint("presiden", r.IntN(200))}, strings...) {
				for name, found := range map[string]func(i int) bool{
					"not before": func(i int) bool { return strings[i] >= s },
					"behind":     func(i int) bool { return strings[i] > s },
				} {
					want := sort.Search(len(strings), found)
					if got := searchBetween(milestones, step, len(strings), s, found); got != want {
						t.Errorf("the first of %q %s %q is %d, want %d", strings, name, s, got, want)
					}
				}
			}
		}
	}
}
