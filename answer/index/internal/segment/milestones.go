package segment

import (
	"encoding/binary"
	"sort"

	"newshound/answer/index/internal/strtab"
)

// Milestones are the first eight bytes of every so many of some strings, which rise: who
// looks for one of the strings finds with them that it stands among few, which are on a
// page or two of the file, where halves and halves of halves are on a page each.
const (
	blocksToMilestone = 16 // of the dictionary
	keysToMilestone   = 64 // of a table
	milestoneSize     = 8
)

func appendMilestone(dst []byte, s string) []byte {
	return binary.LittleEndian.AppendUint64(dst, strtab.KeyOf(s))
}

// milestonesOf returns how many milestones there are for so many strings.
func milestonesOf(n, step int) int { return (n + step - 1) / step }

// searchBetween returns the number of the first of n strings that is found, or n, as
// [sort.Search] does. The milestones are theirs; what is before s is not found, and what is
// behind it is.
func searchBetween(milestones []byte, step, n int, s string, found func(i int) bool) int {
	key := strtab.KeyOf(s)
	at := func(i int) uint64 { return binary.LittleEndian.Uint64(milestones[milestoneSize*i:]) }
	count := len(milestones) / milestoneSize
	next := sort.Search(count, func(i int) bool { return at(i) >= key })
	from := max(0, (next-1)*step)
	for next < count && at(next) == key { // they may be before it or after it
		next++
	}
	to := min(n, next*step)
	return from + sort.Search(to-from, func(i int) bool { return found(from + i) })
}
