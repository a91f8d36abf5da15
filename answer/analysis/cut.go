package analysis

import (
	"math/bits"
	"unicode/utf8"
)

const (
	// together is how many words are looked up together: enough that the processor waits
	// for the memory once for many of them.
	together = 64
	// blockSize is how many bytes of a text are looked at together.
	blockSize = 64
)

// lettersAt returns which bytes of a block of a text, from one on, are ASCII letters and
// digits, and which are not ASCII: each has a bit, the first one the lowest.
func lettersAt(text string, at int) (letters, foreign uint64) {
	block := text[at:min(at+blockSize, len(text))]
	for i := 0; i < len(block); i += 8 {
		var x uint64
		if rest := block[i:]; len(rest) >= 8 {
			x = load8(rest)
		} else {
			x = startOf(rest)
		}
		letters |= topBits(^othersIn(x)) << i
		if x&tops != 0 {
			foreign |= topBits(x) << i
		}
	}
	return letters, foreign
}

// topBits returns the top bits of eight bytes as one.
func topBits(x uint64) uint64 { return (x & tops >> 7) * 0x0102040810204080 >> 56 }

// runsAt returns the letters of a block, and its size. An apostrophe between two ASCII
// letters is one of them, and what is not ASCII but sure to be no part of a word is none;
// the block ends before anything else that is not ASCII.
func runsAt(text string, at int) (letters uint64, size int) {
	letters, foreign := lettersAt(text, at)
	size = min(blockSize, len(text)-at)
	for foreign != 0 {
		i := bits.TrailingZeros64(foreign)
		next := i + len("’")
		if next > size {
			return letters & (1<<i - 1), i
		}
		char := uint64(1<<len("’")-1) << i
		switch text[at+i : at+next] {
		case "–", "—", "“", "”", "…":
		case "’":
			if i == 0 || !joined(text, at+i, at+next) {
				return letters & (1<<i - 1), i
			}
			letters |= char
		default:
			return letters & (1<<i - 1), i
		}
		foreign &^= char
	}
	return letters, size
}

// joined reports whether an apostrophe, from a byte of a text to another, stands between
// two ASCII letters.
func joined(text string, from, to int) bool {
	return to < len(text) && ascii[text[from-1]].is(letterByte) && ascii[text[to]].is(letterByte)
}

// cut finds the next words of a text from a byte on. It returns how many surfaces it has
// set to them, and where the last word ends. They are the words of [nextWord], which it
// calls where anything unusual or not ASCII stands.
func cut(some *[together]surface, text string, at int) (n, end int) {
	for n < together && at < len(text) {
		letters, size := runsAt(text, at)
		starts, ends := letters&^(letters<<1), ^letters&(letters<<1)
		for ends != 0 && n < together {
			from, to := at+bits.TrailingZeros64(starts), at+bits.TrailingZeros64(ends)
			if to < len(text) && !ascii[text[to]].is(divider) && !endsBefore(text, from, to) {
				if to+1 < at+size && text[to] == '\'' && joined(text, to, to+1) {
					letters |= 1 << (to - at)
					rest := ^uint64(0) << (from - at)
					starts, ends = letters&^(letters<<1)&rest, ^letters&(letters<<1)&rest
					continue
				}
				if to == at+size || text[to] < utf8.RuneSelf {
					break
				}
			}
			if to-from > 8 || from+8 > len(text) {
				some[n].set(text, from, to)
			} else {
				some[n].setShort(load8(text[from:]), from, to)
			}
			starts &= starts - 1
			ends &= ends - 1
			n++
		}
		switch {
		case n == together:
			return n, int(some[n-1].start + some[n-1].length)
		case ends == 0 && starts > 1:
			at += bits.TrailingZeros64(starts) // what begins there may go on behind the block
			continue
		case ends == 0 && starts == 0 && (size == blockSize || at+size == len(text)):
			at += size
			continue
		case starts == 0:
			at += size
		default:
			at += bits.TrailingZeros64(starts)
		}
		from, to := nextWord(text, at)
		if from == to {
			return n, len(text)
		}
		some[n].set(text, from, to)
		n, at = n+1, to
	}
	return n, at
}
