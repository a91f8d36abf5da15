package analysis

import (
	"hash/maphash"
	"strings"
	"sync"
	"sync/atomic"
)

const (
	// maxForms and longestWord bound the memory that the words of hostile or
	// endless input can claim. What is beyond them is analysed anew each time.
	maxForms    = 1 << 18
	longestWord = 64 // in bytes; a longer one is not stemmed either

	formChunk = 1 << 10 // forms that are allocated together
	firstSize = 1 << 9  // slots of the first table
)

// memory remembers the forms of words. Looking one up takes no lock: slots are
// only ever filled, and a table that is too small is replaced by a larger one
// that holds the same. The zero value is empty and ready, and it is safe for
// concurrent use.
type memory struct {
	table atomic.Pointer[formTable]
	// chunks hold the forms by their numbers less 1.
	chunks [maxForms / formChunk]atomic.Pointer[[formChunk]form]

	mu   sync.Mutex // held to add
	used int        // forms
}

// formTable is a hash table with open addressing. A slot is 0, or the upper half
// of a hash and the number of a form.
type formTable struct {
	seed  maphash.Seed
	slots []atomic.Uint64 // a power of two
}

// find returns a form that is remembered, or nil.
func (m *memory) find(surface string) *form {
	t := m.table.Load()
	if t == nil {
		return nil
	}
	return m.findIn(t, maphash.String(t.seed, surface), surface)
}

func (m *memory) findIn(t *formTable, hash uint64, surface string) *form {
	mask := uint64(len(t.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		slot := t.slots[i].Load()
		if slot == 0 {
			return nil
		}
		if slot>>32 == hash>>32 {
			if f := m.form(int32(uint32(slot))); f.is(surface) {
				return f
			}
		}
	}
}

// is reports whether a word is the form's. Of most words the first eight bytes,
// which stand in the form itself, tell.
func (f *form) is(surface string) bool {
	return f.length == len(surface) && f.start == startOf(surface) && (f.length <= 8 || f.surface == surface)
}

// startOf returns the first eight bytes of a word.
func startOf(word string) (start uint64) {
	if len(word) >= 8 {
		return uint64(word[0]) | uint64(word[1])<<8 | uint64(word[2])<<16 | uint64(word[3])<<24 |
			uint64(word[4])<<32 | uint64(word[5])<<40 | uint64(word[6])<<48 | uint64(word[7])<<56
	}
	for i := range len(word) {
		start |= uint64(word[i]) << (8 * i)
	}
	return start
}

// form returns the form with a number.
func (m *memory) form(number int32) *form {
	return &m.chunks[(number-1)/formChunk].Load()[(number-1)%formChunk]
}

// add remembers the form of a word, if there is room, and returns it.
func (m *memory) add(surface string) *form {
	f := newForm(strings.Clone(surface)) // do not keep the whole text alive
	m.mu.Lock()
	defer m.mu.Unlock()
	t := m.table.Load()
	if t == nil {
		t = &formTable{seed: maphash.MakeSeed(), slots: make([]atomic.Uint64, firstSize)}
		m.table.Store(t)
	}
	hash := maphash.String(t.seed, surface)
	if known := m.findIn(t, hash, surface); known != nil {
		return known
	}
	if m.used == maxForms {
		return f
	}
	if m.used%formChunk == 0 {
		m.chunks[m.used/formChunk].Store(new([formChunk]form))
	}
	m.used++
	f.number = int32(m.used)
	kept := m.form(f.number)
	*kept = *f
	if 2*m.used > len(t.slots) {
		t = m.grow(t)
	}
	t.fill(hash, f.number)
	m.table.Store(t)
	return kept
}

// grow returns a table of twice the size that holds the same.
func (m *memory) grow(t *formTable) *formTable {
	larger := &formTable{seed: t.seed, slots: make([]atomic.Uint64, 2*len(t.slots))}
	for i := range t.slots {
		if slot := t.slots[i].Load(); slot != 0 {
			number := int32(uint32(slot))
			larger.fill(maphash.String(t.seed, m.form(number).surface), number)
		}
	}
	return larger
}

// fill puts a number into the first slot that is free for a hash.
func (t *formTable) fill(hash uint64, number int32) {
	mask := uint64(len(t.slots) - 1)
	i := hash & mask
	for t.slots[i].Load() != 0 {
		i = (i + 1) & mask
	}
	t.slots[i].Store(hash>>32<<32 | uint64(number))
}
