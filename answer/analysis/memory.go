package analysis

import (
	"math/bits"
	"math/rand/v2"
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

// formTable is a hash table with open addressing.
type formTable struct {
	seed  [2]uint64
	slots []formSlot // a power of two
}

// formSlot is empty, or has what is wanted of a form before all else, so that most
// lookups need nothing but the slot: one line of the processor's cache.
type formSlot struct {
	start atomic.Uint64 // the first eight bytes of the surface
	key   atomic.Uint64 // a formKey, or 0; it is set last
}

// formKey is, from the low bits to the high, the number of a form (24 bits), its
// traits (8), the length of its surface (8), and a part of the hash (24).
type formKey uint64

func (k formKey) number() int32 { return int32(k & (1<<24 - 1)) }

func (k formKey) traits() traits { return traits(k >> 24) }

// signature returns the key of a surface with the number and traits left out.
func signature(hash uint64, length int) formKey {
	return formKey(hash>>40<<40 | uint64(length)<<32)
}

// hash returns the hash of a word that starts with those eight bytes.
func (t *formTable) hash(word string, start uint64) uint64 {
	h := mix(start^t.seed[0], uint64(len(word))^t.seed[1])
	for i := 8; i < len(word); i += 8 {
		h = mix(h^t.seed[0], startOf(word[i:])^t.seed[1])
	}
	return h
}

// mix multiplies, and folds the product.
func mix(x, y uint64) uint64 {
	high, low := bits.Mul64(x, y)
	return high ^ low
}

// find returns the key of a word that is remembered, or 0. start are its first eight
// bytes.
func (m *memory) find(word string, start uint64) formKey {
	t := m.table.Load()
	if t == nil {
		return 0
	}
	return m.findIn(t, t.hash(word, start), word, start)
}

func (m *memory) findIn(t *formTable, hash uint64, word string, start uint64) formKey {
	mask := uint64(len(t.slots) - 1)
	wanted := signature(hash, len(word)) >> 32
	for i := hash & mask; ; i = (i + 1) & mask {
		slot := &t.slots[i]
		key := formKey(slot.key.Load())
		if key == 0 {
			return 0
		}
		if key>>32 == wanted && slot.start.Load() == start && (len(word) <= 8 || m.form(key.number()).surface == word) {
			return key
		}
	}
}

// startOf returns the first eight bytes of a word.
func startOf(word string) (start uint64) {
	if len(word) >= 8 {
		return load8(word)
	}
	for i := range len(word) {
		start |= uint64(word[i]) << (8 * i)
	}
	return start
}

// startIn returns the first eight bytes of a word in a text.
func startIn(text string, start, end int) uint64 {
	if start+8 > len(text) {
		return startOf(text[start:end])
	}
	first := load8(text[start:])
	if n := end - start; n < 8 {
		first &= 1<<(8*n) - 1
	}
	return first
}

// load8 returns eight bytes of at least as many.
func load8(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
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
		t = &formTable{seed: [2]uint64{rand.Uint64(), rand.Uint64()}, slots: make([]formSlot, firstSize)}
		m.table.Store(t)
	}
	start := startOf(surface)
	hash := t.hash(surface, start)
	if known := m.findIn(t, hash, surface, start); known != 0 {
		return m.form(known.number())
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
	t.fill(hash, kept)
	m.table.Store(t)
	return kept
}

// grow returns a table of twice the size that holds the same.
func (m *memory) grow(t *formTable) *formTable {
	larger := &formTable{seed: t.seed, slots: make([]formSlot, 2*len(t.slots))}
	for i := range t.slots {
		if key := formKey(t.slots[i].key.Load()); key != 0 {
			f := m.form(key.number())
			larger.fill(larger.hash(f.surface, startOf(f.surface)), f)
		}
	}
	return larger
}

// fill puts a form into the first slot that is free for a hash.
func (t *formTable) fill(hash uint64, f *form) {
	mask := uint64(len(t.slots) - 1)
	i := hash & mask
	for t.slots[i].key.Load() != 0 {
		i = (i + 1) & mask
	}
	t.slots[i].start.Store(startOf(f.surface))
	t.slots[i].key.Store(uint64(signature(hash, len(f.surface)) | formKey(f.traits)<<24 | formKey(f.number)))
}
