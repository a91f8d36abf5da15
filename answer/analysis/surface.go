package analysis

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// surface is a word as written, cut up to be compared. With its length the parts tell
// one of up to whole bytes. Such a one is compared in small letters if they and its case
// tell how it is written: The and THE are the same form as the.
type surface struct {
	text          string
	start, length int // in a longer text
	parts         [3]uint64
	hash          uint64
	letterCase    traits // upper or capped, of what is compared in small letters
}

const whole = 24

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

// small returns the surface as it is compared.
func (s *surface) small() string {
	if s.letterCase == 0 {
		return s.text
	}
	return strings.ToLower(s.text)
}

// set sets the surface to a part of a text.
func (s *surface) set(text string, start, end int) {
	word := text[start:end]
	s.text, s.start, s.length, s.letterCase = word, start, end-start, 0
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

// setNext sets the surface to the first word of a text that begins at or after i, and
// returns where that ends; its length is 0 if there is none. It does what [nextWord] and
// set do, and for most words, which are short, as much of it as they need.
func (s *surface) setNext(text string, i int) (end int) {
	for i < len(text) && text[i] < utf8.RuneSelf && !ascii[text[i]].is(wordByte) {
		i++
	}
	if i+8 <= len(text) {
		letters := load8(text[i:])
		n := bits.TrailingZeros64(othersIn(letters)) / 8
		if n > 0 && n < 8 && ascii[text[i+n]].is(divider) {
			s.text, s.start, s.length, s.letterCase = text[i:i+n], i, n, 0
			s.parts = [3]uint64{letters & (1<<(8*n) - 1)}
			switch capitals := between(s.parts[0], 'A', 'Z'); {
			case capitals == 0:
			case capitals == 0x80: // as most are that are not small
				s.parts[0] |= 0x20
				s.letterCase = upper
			default:
				s.setCase()
			}
			return i + n
		}
	}
	start, end := nextWord(text, i)
	s.set(text, start, end)
	return end
}
