package index

import (
	"hash/maphash"
	"math/bits"

	"newshound/answer/analysis"
)

// numbers gives numbers, from 0 on, to things by their hashes. Whoever knows the things
// compares them; they are found by open addressing.
type numbers struct {
	n     uint32
	slots []numberSlot // a power of two
	shift uint         // by how many bits a hash is longer than the number of a slot
}

// numberSlot is empty, or a hash, for others to be passed over without a look at what
// it is of, and one more than the number.
type numberSlot struct{ hash, number uint32 }

// first returns the first slot for a hash. There is an empty one in those that follow.
func (t *numbers) first(hash uint32) int {
	if 3*int(t.n) >= 2*len(t.slots) {
		t.grow()
	}
	return int(hash >> t.shift)
}

// next returns the slot that follows one.
func (t *numbers) next(slot int) int { return (slot + 1) & (len(t.slots) - 1) }

// put gives the next number to what is to have a slot.
func (t *numbers) put(slot int, hash uint32) (number uint32) {
	t.n++
	t.slots[slot] = numberSlot{hash, t.n}
	return t.n - 1
}

func (t *numbers) grow() {
	old := t.slots
	t.slots = make([]numberSlot, max(1<<8, 2*len(old)))
	analysis.InHugePages(t.slots)
	t.shift = uint(32 - bits.TrailingZeros(uint(len(t.slots))))
	for _, s := range old {
		if s.number == 0 {
			continue
		}
		i := int(s.hash >> t.shift)
		for t.slots[i].number != 0 {
			i = t.next(i)
		}
		t.slots[i] = s
	}
}

// stringTable gives numbers to strings.
type stringTable struct {
	numbers
	names []string
	seed  maphash.Seed
}

func newStringTable() stringTable { return stringTable{seed: maphash.MakeSeed()} }

// find returns the number of a string, if it has one.
func (t *stringTable) find(s string) (number uint32, ok bool) {
	slot, _ := t.slotOf(s)
	number = t.slots[slot].number
	return number - 1, number > 0
}

// number returns the number of a string, and whether it is new.
func (t *stringTable) number(s string) (number uint32, isNew bool) {
	slot, hash := t.slotOf(s)
	if number := t.slots[slot].number; number > 0 {
		return number - 1, false
	}
	t.names = append(t.names, s)
	return t.put(slot, hash), true
}

// slotOf returns the slot of a string, or an empty one for it, and its hash.
func (t *stringTable) slotOf(s string) (slot int, hash uint32) {
	hash = uint32(maphash.String(t.seed, s))
	slot = t.first(hash)
	for t.slots[slot].number > 0 && (t.slots[slot].hash != hash || t.names[t.slots[slot].number-1] != s) {
		slot = t.next(slot)
	}
	return slot, hash
}
