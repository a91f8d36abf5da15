package align

import "math/bits"

// run is the number of words of a run. Of a text in which one word in ten is changed,
// three quarters of its runs are left; stories on the same event share names and a
// quote or two.
const run = 3

// Hashes returns the hash of each word's key of a text, in order.
func Hashes(text string) []uint64 { return AppendHashes(make([]uint64, 0, Room(len(text))), text) }

// Room is the number of words for which a text of so many bytes has room made: few have more.
func Room(bytes int) int { return bytes/5 + 1 }

// AppendHashes appends the hash of each word's key of a text to dst, in order.
func AppendHashes(dst []uint64, text string) []uint64 {
	for start, end := next(text, 0); end > start; start, end = next(text, end) {
		dst = append(dst, Hash(text[start:end]))
	}
	return dst
}

// Runs returns the hashes of the runs of three words in a text, in order, from those of
// its words, which it overwrites (the shingles of Broder, On the Resemblance and
// Containment of Documents, 1997). A text of fewer words has one.
func Runs(words []uint64) []uint64 {
	if len(words) == 0 {
		return nil
	}
	n := min(run, len(words))
	for i := range len(words) - n + 1 {
		h := uint64(0)
		for _, word := range words[i : i+n] {
			h = (h<<23 | h>>41) ^ word
			h *= factor
		}
		words[i] = h
	}
	return words[:len(words)-n+1]
}

// factor mixes the bits of a hash (the fractional part of the golden ratio).
const factor = 0x9e3779b97f4a7c15

// Hash returns the hash of the key of a word, the same in every process.
func Hash(word string) uint64 {
	h, ascii := hash(word)
	if !ascii {
		h, _ = hash(key(word))
	}
	return h
}

// hash returns the hash of a word, in which ASCII capitals count as small letters, and whether it has
// nothing but ASCII.
func hash(word string) (h uint64, ascii bool) {
	h = uint64(len(word)) * factor
	all := uint64(0) // the bits of all characters
	for ; len(word) > 8; word = word[8:] {
		x := load(word[:4]) | load(word[4:8])<<32
		all |= x
		h = mixed(h ^ small(x))
	}
	x := uint64(0) // what is left overlaps, or stands twice
	switch n := len(word); {
	case n >= 4:
		x = load(word[:4]) | load(word[n-4:])<<32
	case n > 0:
		x = uint64(word[0]) | uint64(word[n/2])<<8 | uint64(word[n-1])<<16
	}
	return mixed(h ^ small(x)), (all|x)&tops == 0
}

const (
	ones = 0x0101010101010101
	tops = 0x80 * ones
)

// load returns four bytes as a number.
func load(b string) uint64 {
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24
}

// small returns eight characters with the capitals among them, of ASCII, made small.
func small(x uint64) uint64 {
	low := x &^ tops // adding carries into the top bit of each byte that is large enough
	capital := (low + (0x80-'A')*ones) &^ (low + (0x7f-'Z')*ones) &^ x & tops
	return x | capital>>2
}

func mixed(h uint64) uint64 {
	high, low := bits.Mul64(h+factor, factor)
	return high ^ low
}

// Set is a set of hashes. The zero value is empty.
type Set struct {
	places []uint64 // as many as a power of two, half of them free, which is 0
	count  int
}

// NewSet returns the set of the hashes.
func NewSet(hashes []uint64) Set {
	if len(hashes) == 0 {
		return Set{}
	}
	size := 2
	for size < 2*len(hashes) {
		size *= 2
	}
	s := Set{places: make([]uint64, size)}
	clear(s.places) // memory that is read before it is written costs the system two page faults each
	for _, h := range hashes {
		h = max(h, 1)
		if at := s.place(h); s.places[at] == 0 {
			s.places[at] = h
			s.count++
		}
	}
	return s
}

// place returns where a hash stands, or would stand: the low bits of ours are mixed well.
func (s *Set) place(h uint64) int {
	last := uint64(len(s.places) - 1)
	at := h & last
	for s.places[at] != 0 && s.places[at] != h {
		at = (at + 1) & last
	}
	return int(at)
}

// Len returns how many hashes the set has.
func (s *Set) Len() int { return s.count }

// Has reports whether the set has a hash.
func (s *Set) Has(h uint64) bool {
	h = max(h, 1)
	return s.count > 0 && s.places[s.place(h)] == h
}

// Count returns how many of the hashes the set has, each as often as it is given.
func (s *Set) Count(hashes []uint64) (n int) {
	for _, h := range hashes {
		if s.Has(h) {
			n++
		}
	}
	return n
}
