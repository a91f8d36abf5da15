package index

import (
	"hash/maphash"
	"math/bits"
	"unsafe"

	"newshound/answer/analysis"
)

// stringList is a list of strings. It holds no pointers to them, so that the garbage
// collector need not look at it. The zero value is empty.
type stringList struct {
	letters []byte // of all strings, one behind the other
	ends    []int  // of each, in the letters
}

// len returns how many strings there are.
func (l *stringList) len() int { return len(l.ends) }

// string returns the string with a number, from 0 on.
func (l *stringList) string(number uint32) string {
	start := 0
	if number > 0 {
		start = l.ends[number-1]
	}
	letters := l.letters[start:l.ends[number]]
	return unsafe.String(unsafe.SliceData(letters), len(letters)) // which nobody writes to again
}

// add adds a string that is made of some with a blank between two.
func (l *stringList) add(parts ...string) {
	n := max(0, len(parts)-1)
	for _, p := range parts {
		n += len(p)
	}
	l.letters = room(l.letters, n)
	for i, p := range parts {
		if i > 0 {
			l.letters = append(l.letters, ' ')
		}
		l.letters = append(l.letters, p...)
	}
	l.ends = push(l.ends, len(l.letters))
}

// stringTable gives numbers, from 0 on, to strings, which are found by open addressing.
type stringTable struct {
	stringList
	seed  maphash.Seed
	slots []stringSlot // a power of two
	shift uint         // by how many bits a hash is longer than the number of a slot
}

// stringSlot is empty, or the hash of a string, for others to be passed over without a
// look at it, and one more than its number.
type stringSlot struct{ hash, number uint32 }

func newStringTable() stringTable { return stringTable{seed: maphash.MakeSeed()} }

// number returns the number of a string, and whether it is new.
func (t *stringTable) number(s string) (number uint32, isNew bool) {
	if 3*len(t.ends) >= 2*len(t.slots) {
		t.grow()
	}
	hash := t.hash(s)
	slot := t.slot(s, hash)
	if slot.number > 0 {
		return slot.number - 1, false
	}
	t.add(s)
	*slot = stringSlot{hash, uint32(len(t.ends))}
	return slot.number - 1, true
}

func (t *stringTable) hash(s string) uint32 { return uint32(maphash.String(t.seed, s)) }

// slot returns the slot of a string, or an empty one for it.
func (t *stringTable) slot(s string, hash uint32) *stringSlot {
	for i := int(hash >> t.shift); ; i = (i + 1) & (len(t.slots) - 1) {
		slot := &t.slots[i]
		if slot.number == 0 || slot.hash == hash && t.string(slot.number-1) == s {
			return slot
		}
	}
}

func (t *stringTable) grow() {
	old := t.slots
	t.slots = make([]stringSlot, max(1<<8, 2*len(old)))
	analysis.InHugePages(t.slots)
	t.shift = uint(32 - bits.TrailingZeros(uint(len(t.slots))))
	for _, s := range old {
		if s.number == 0 {
			continue
		}
		i := int(s.hash >> t.shift)
		for t.slots[i].number != 0 {
			i = (i + 1) & (len(t.slots) - 1)
		}
		t.slots[i] = s
	}
}

// push appends to a slice that grows to be large. It doubles where append adds a quarter,
// and has all copied again four times as often.
func push[T any](s []T, x T) []T {
	if len(s) == cap(s) {
		const least = 64
		larger := make([]T, len(s), max(least, 2*cap(s)))
		copy(larger, s)
		s = larger
	}
	return append(s, x)
}

// room makes room for n more bytes in what grows to be large, as push does.
func room(s []byte, n int) []byte {
	if n <= cap(s)-len(s) {
		return s
	}
	const least = 1 << 10
	return append(make([]byte, 0, max(least, 2*cap(s), len(s)+n)), s...)
}
