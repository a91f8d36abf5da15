package analysis

import (
	"math/bits"
	"math/rand/v2"
	"strings"
	"sync"
	"sync/atomic"
	"unsafe"
)

const (
	// DefaultForms and longestWord bound the memory that the words of hostile or
	// endless input can claim. What is beyond them is analysed anew each time.
	DefaultForms = 1 << 18
	longestWord  = 64 // in bytes; a longer one is not stemmed either
	// FormSize is about how many bytes a remembered form takes.
	FormSize = 96

	mostForms   = 1<<24 - 1 // that have a number in a key
	formChunk   = 1 << 10   // forms that are allocated together
	letterChunk = 1 << 14   // bytes of their letters, more than those of any one
	firstSize   = 1 << 9    // slots of the first table
)

// memory remembers the forms of words. Looking one up takes no lock: slots are
// only ever filled, and a table that is too small is replaced by a larger one
// that holds the same. Forms hold no pointers, so that the garbage collector need not
// look at them. The zero value is empty and ready, and it is safe for concurrent use.
type memory struct {
	table atomic.Pointer[formTable]
	most  int // forms; 0 means DefaultForms

	mu   sync.Mutex // held to add
	used int        // forms
	end  int        // of the letters
}

// formTable is a hash table with open addressing.
type formTable struct {
	seed  [2]uint64
	slots []formSlot // a power of two
	// forms hold the forms by their numbers less 1, letters what they are made of.
	forms   []*[formChunk]storedForm
	letters []*[letterChunk]byte
}

// noForms is a table without any, that nothing is put into.
var noForms = &formTable{slots: make([]formSlot, 2)}

// storedForm is a form by where its letters are, those of the surface first.
type storedForm struct {
	at             uint32
	surface        uint16 // length
	wordAt, word   uint16 // behind at, and length
	termAt, length uint16
	traits         traits
}

// formSlot is empty, or has what is wanted of a form before all else, so that nearly
// all lookups need nothing but the slot: one line of the processor's cache has two of them.
type formSlot struct {
	parts [3]uint64     // of the surface; not to be looked at before the key
	key   atomic.Uint64 // a formKey, or 0; it is set last
}

// has reports whether the slot is that of a surface of the same signature, as far as its
// parts tell.
func (slot *formSlot) has(s *surface) bool {
	return slot.parts[0]^s.parts[0]|slot.parts[1]^s.parts[1]|slot.parts[2]^s.parts[2] == 0
}

// formKey is, from the low bits to the high, the number of a form (24 bits), its
// traits (8), the length of its surface (8), and a part of the hash (24).
type formKey uint64

func (k formKey) number() int32 { return int32(k & mostForms) }

func (k formKey) traits() traits { return traits(k >> 24) }

func (k formKey) length() uint32 { return uint32(k>>32) & 0xff }

// signature returns the key of a surface with the number and traits left out.
func signature(hash uint64, length uint32) formKey {
	return formKey(hash>>40<<40 | uint64(length)<<32)
}

// hash returns the hash that a surface in a text has in the table.
func (t *formTable) hash(s *surface, text string) uint64 {
	// There is no branch for short words, since the processor would often guess wrong.
	h := mix(s.parts[0]^t.seed[0], uint64(s.length)^t.seed[1])
	h = mix(h^s.parts[1], t.seed[0]^s.parts[2])
	if s.length > whole {
		for rest := s.in(text)[whole:]; rest != ""; rest = rest[min(8, len(rest)):] {
			h = mix(h^t.seed[0], startOf(rest)^t.seed[1])
		}
	}
	return h
}

// prepare has the surfaces in a text ready to be found. It looks at their slots: while the
// processor waits for one of them, it fetches those that follow.
func (t *formTable) prepare(surfaces []surface, text string) {
	for i := range surfaces {
		s := &surfaces[i]
		s.hash = t.hash(s, text)
	}
	for i := range surfaces {
		t.slots[t.first(&surfaces[i])].key.Load()
	}
}

// mix multiplies, and folds the product.
func mix(x, y uint64) uint64 {
	high, low := bits.Mul64(x, y)
	return high ^ low
}

// load returns the table as it is now.
func (m *memory) load() *formTable {
	if t := m.table.Load(); t != nil {
		return t
	}
	return noForms
}

// first returns the first slot for a surface: one that shares its line of the processor's
// cache with the next.
func (t *formTable) first(s *surface) uint64 { return s.hash & uint64(len(t.slots)-2) }

// findFirst returns the key of a surface that is prepared and told by its parts, if it is
// in its first slot, or 0.
func (t *formTable) findFirst(s *surface) formKey {
	slot := &t.slots[t.first(s)]
	key := formKey(slot.key.Load())
	if key>>32 != signature(s.hash, s.length)>>32 || s.length > whole || !slot.has(s) {
		return 0
	}
	return key
}

// find returns the key of a surface that is prepared, if it is in the table, or 0.
func (t *formTable) find(s *surface, text string) formKey {
	mask := uint64(len(t.slots) - 1)
	wanted := signature(s.hash, s.length) >> 32
	for i := t.first(s); ; i = (i + 1) & mask {
		slot := &t.slots[i]
		key := formKey(slot.key.Load())
		if key == 0 {
			return 0
		}
		if key>>32 == wanted && slot.has(s) && (s.length <= whole || t.isLong(key.number(), s.in(text))) {
			return key
		}
	}
}

// isLong reports whether a word of more than whole bytes is the form with a number.
func (t *formTable) isLong(number int32, word string) bool {
	if int(number-1)/formChunk >= len(t.forms) {
		return false // another table has the slot by now, and the form
	}
	f := t.stored(number)
	return int(f.at)/letterChunk < len(t.letters) && t.string(f, 0, int(f.surface)) == word
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

// load8 returns the first eight bytes of a string that has as many.
func load8(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// stored returns the form with a number.
func (t *formTable) stored(number int32) *storedForm {
	return &t.forms[(number-1)/formChunk][(number-1)%formChunk]
}

// string returns letters of a form.
func (t *formTable) string(f *storedForm, at, length int) string {
	if length == 0 {
		return ""
	}
	start := int(f.at) + at
	return unsafe.String(&t.letters[start/letterChunk][start%letterChunk], length) // they never change
}

// surface returns a form as written.
func (t *formTable) surface(number int32) string {
	f := t.stored(number)
	return t.string(f, 0, int(f.surface))
}

// form returns the form with a number.
func (t *formTable) form(number int32) form {
	f := t.stored(number)
	return form{
		traits: f.traits,
		word:   t.string(f, int(f.wordAt), int(f.word)),
		term:   t.string(f, int(f.termAt), int(f.length)),
	}
}

// add remembers the form of a word, if there is room, and returns its key, with the
// number 0 if there is none.
func (m *memory) add(word string) formKey {
	var s surface
	s.set(word, 0, len(word))
	if s.letterCase != 0 {
		word = strings.ToLower(word)
	}
	f := newForm(word)
	key := formKey(f.traits) << 24
	if len(word) > longestWord {
		return key
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	t := m.table.Load()
	if t == nil {
		t = &formTable{seed: [2]uint64{rand.Uint64(), rand.Uint64()}, slots: Zeros[formSlot](firstSize)}
	}
	s.hash = t.hash(&s, word)
	if known := t.find(&s, word); known != 0 {
		return known
	}
	if m.used >= m.limit() {
		return key
	}
	before := t
	t = m.store(t, word, &f)
	if 3*m.used > 2*len(t.slots) {
		t = t.grown()
	}
	if t != before {
		m.table.Store(t) // first, so that whoever finds the key finds the form
	}
	key |= formKey(m.used)
	t.fill(&s, key)
	return key
}

// store gives the next number to a form, and returns the table that holds it, though
// nobody finds it yet.
func (m *memory) store(t *formTable, word string, f *form) *formTable {
	stored := storedForm{
		surface: uint16(len(word)), word: uint16(len(f.word)), length: uint16(len(f.term)), traits: f.traits,
	}
	letters := word
	if !strings.HasPrefix(word, f.word) {
		stored.wordAt = uint16(len(letters))
		letters += f.word
	}
	if stored.termAt = stored.wordAt; !strings.HasPrefix(f.word, f.term) {
		stored.termAt = uint16(len(letters))
		letters += f.term
	}
	if m.end%letterChunk+len(letters) > letterChunk || m.end/letterChunk == len(t.letters) {
		m.end = len(t.letters) * letterChunk
		more := *t
		more.letters = append(more.letters, new([letterChunk]byte))
		t = &more
	}
	if m.used%formChunk == 0 {
		more := *t
		more.forms = append(more.forms, new([formChunk]storedForm))
		t = &more
	}
	stored.at = uint32(m.end)
	copy(t.letters[m.end/letterChunk][m.end%letterChunk:], letters)
	m.end += len(letters)
	m.used++
	*t.stored(int32(m.used)) = stored
	return t
}

// grown returns a table of the same forms with twice as many slots.
func (t *formTable) grown() *formTable {
	larger := *t
	larger.slots = Zeros[formSlot](2 * len(t.slots))
	for i := range t.slots { // in the order of their hashes, more or less, as they will stand
		slot := &t.slots[i]
		key := formKey(slot.key.Load())
		if key == 0 {
			continue
		}
		s := surface{length: key.length(), parts: slot.parts}
		word := "" // which only a long one is asked for
		if s.length > whole {
			word = t.surface(key.number())
		}
		s.hash = larger.hash(&s, word)
		larger.fill(&s, key)
	}
	return &larger
}

// fill puts a surface, whose hash is set, with the number and traits of its form into the
// first free slot.
func (t *formTable) fill(s *surface, key formKey) {
	mask := uint64(len(t.slots) - 1)
	i := t.first(s)
	for t.slots[i].key.Load() != 0 {
		i = (i + 1) & mask
	}
	slot := &t.slots[i]
	slot.parts = s.parts
	slot.key.Store(uint64(signature(s.hash, s.length) | key&(1<<32-1)))
}

// limit returns how many forms there may be.
func (m *memory) limit() int {
	if m.most == 0 {
		return DefaultForms
	}
	return min(m.most, mostForms)
}
