package strtab

import (
	"hash/maphash"
	"math/bits"

	"newshound/answer/analysis"
)

// Table gives numbers, from 0 on, to strings, which are found by open addressing.
type Table struct {
	List
	seed  maphash.Seed
	slots []entry // a power of two
	shift uint    // by how many bits a hash is longer than the number of a slot
}

// entry is empty, or the hash of a string, for others to be passed over without a
// look at it, and one more than its number.
type entry struct{ hash, number uint32 }

// NewTable returns a table without strings.
func NewTable() Table { return Table{seed: maphash.MakeSeed()} }

// Number returns the number of a string, and whether it is new.
func (t *Table) Number(s string) (number uint32, isNew bool) {
	if 3*len(t.ends) >= 2*len(t.slots) {
		t.grow()
	}
	hash := t.hash(s)
	slot := t.slot(s, hash)
	if slot.number > 0 {
		return slot.number - 1, false
	}
	t.Add(s)
	*slot = entry{hash, uint32(len(t.ends))}
	return slot.number - 1, true
}

func (t *Table) hash(s string) uint32 { return uint32(maphash.String(t.seed, s)) }

// slot returns the slot of a string, or an empty one for it.
func (t *Table) slot(s string, hash uint32) *entry {
	for i := int(hash >> t.shift); ; i = (i + 1) & (len(t.slots) - 1) {
		slot := &t.slots[i]
		if slot.number == 0 || slot.hash == hash && t.At(slot.number-1) == s {
			return slot
		}
	}
}

func (t *Table) grow() {
	old := t.slots
	t.slots = analysis.Zeros[entry](max(1<<8, 2*len(old)))
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
