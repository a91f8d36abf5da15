package build

import (
	"iter"
	"math/bits"
	"slices"
)

// nameLog takes in names as they come, each as the numbers of its words. It has some
// lists, and the hash of a name tells in which it belongs: when all are there, the names
// of one list after the other are counted in a table that stays in the processor's
// caches, as one of them all would not.
type nameLog struct {
	lists [nameLists]numberList
	names [nameLists]int // how many each list has
	pool  chunkPool
}

// nameLists is a power of two.
const nameLists = 64

// add adds a name.
func (l *nameLog) add(words []uint32) {
	i := hashName(words) % nameLists
	list := &l.lists[i]
	list.append(uint32(len(words)), &l.pool)
	for _, w := range words {
		list.append(w, &l.pool)
	}
	l.names[i]++
}

// hashName returns a hash of a name. Its low bits tell the list.
func hashName(words []uint32) (hash uint64) {
	const golden = 0x9e3779b97f4a7c15 // as in Knuth's multiplicative hashing
	for _, w := range words {
		high, low := bits.Mul64(hash^uint64(w)+golden, golden)
		hash = high ^ low
	}
	return hash
}

// countedName is a name by its place in a list, with how often it occurs, or 0: none.
type countedName struct {
	hash      uint32
	at, count uint32
}

// frequent yields the names that occur at least so often, in no order, with how often
// each does. The numbers are good until the next one.
func (l *nameLog) frequent(least int) iter.Seq2[[]uint32, int] {
	return func(yield func([]uint32, int) bool) {
		var (
			numbers []uint32
			slots   []countedName // found by open addressing; a power of two
		)
		for i := range l.lists {
			numbers = l.lists[i].appendTo(numbers[:0])
			size := 1 << bits.Len(uint(l.names[i]+l.names[i]/2))
			slots = slices.Grow(slots[:0], size)[:size]
			clear(slots)
			countNames(slots, numbers)
			for _, s := range slots {
				if int(s.count) >= max(1, least) && !yield(nameAt(numbers, s.at), int(s.count)) {
					return
				}
			}
		}
	}
}

// countNames counts the names of a list in empty slots, of which there are more.
func countNames(slots []countedName, numbers []uint32) {
	for at := uint32(0); int(at) < len(numbers); {
		name := nameAt(numbers, at)
		hash := uint32(hashName(name) >> 32)
		i := int(hash) & (len(slots) - 1)
		for slots[i].count > 0 && (slots[i].hash != hash || !slices.Equal(nameAt(numbers, slots[i].at), name)) {
			i = (i + 1) & (len(slots) - 1)
		}
		if s := &slots[i]; s.count == 0 {
			*s = countedName{hash, at, 1}
		} else {
			s.count++
		}
		at += 1 + uint32(len(name))
	}
}

// nameAt returns the numbers of the words of the name that stands in a list.
func nameAt(numbers []uint32, at uint32) []uint32 { return numbers[at+1:][:numbers[at]] }

// size is about how many bytes the names take.
func (l *nameLog) size() int { return l.pool.size() }
