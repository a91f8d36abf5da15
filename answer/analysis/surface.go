package analysis

import (
	"math/bits"
)

// surface is a word as written, in parts that are quick to compare. Parts and length are
// all of a word of up to whole bytes. Such a word is compared in small letters, if these
// and letterCase tell how it is written: The and THE have the same form as the.
type surface struct {
	start, length uint32 // in a text
	parts         [3]uint64
	hash          uint64
	letterCase    traits // upper or capped, of what is compared in small letters
}

const whole = 24

// in returns the surface as it is written in a text.
func (s *surface) in(text string) string { return text[s.start:][:s.length] }

// setCase has a surface of up to whole ASCII bytes compared in small letters, if only
// its first one is a capital, or all of its letters are.
func (s *surface) setCase() {
	x, y, z := between(s.parts[0], 'A', 'Z'), between(s.parts[1], 'A', 'Z'), between(s.parts[2], 'A', 'Z')
	all := s.parts[0] | s.parts[1] | s.parts[2]
	switch {
	case x|y|z == 0 || all&tops != 0:
		return
	case x == 0x80 && y|z == 0:
		s.letterCase = upper
	case bits.OnesCount64(x) >= 2 &&
		between(s.parts[0], 'a', 'z')|between(s.parts[1], 'a', 'z')|between(s.parts[2], 'a', 'z') == 0:
		s.letterCase = upper | capped
	default:
		return
	}
	s.parts[0], s.parts[1], s.parts[2] = s.parts[0]|x>>2, s.parts[1]|y>>2, s.parts[2]|z>>2
}

// set sets the surface to a part of a text.
func (s *surface) set(text string, start, end int) {
	word := text[start:end]
	s.start, s.length, s.letterCase = uint32(start), uint32(end-start), 0
	s.parts = [3]uint64{startIn(text, start, end)}
	switch n := len(word); {
	case n <= 8:
	case n <= 16:
		s.parts[1] = load8(word[n-8:])
	case n <= whole:
		s.parts[1], s.parts[2] = load8(word[8:]), load8(word[n-8:])
	default:
		s.parts[1], s.parts[2] = load8(word[8:]), load8(word[16:])
		return
	}
	s.setCase()
}

// setShort does the same for a word of up to eight bytes, the first of letters. It has no
// branch for a capital at the start: one word in five has one, so that the processor would
// often guess wrong.
func (s *surface) setShort(letters uint64, start, end int) {
	letters &= 1<<(8*(end-start)) - 1
	if letters&tops != 0 {
		s.start, s.length, s.letterCase, s.parts = uint32(start), uint32(end-start), 0, [3]uint64{letters}
		return
	}
	capitals := between(letters, 'A', 'Z')
	first := capitals & 0x80
	s.start, s.length, s.letterCase = uint32(start), uint32(end-start), traits(first/0x80)*upper
	s.parts = [3]uint64{letters | first>>2}
	if capitals != first {
		s.parts[0], s.letterCase = letters, 0
		s.setCase()
	}
}
