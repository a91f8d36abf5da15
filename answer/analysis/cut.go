package analysis

import (
	"math/bits"
)

const (
	// together is how many words are looked up together: enough for the processor to
	// wait for the memory once for many of them.
	together = 64
	// blockSize is how many bytes of a text are looked at together.
	blockSize = 64
)

// lettersAt returns which bytes of a text, from one on, are ASCII letters and digits: each
// has a bit, the first one the lowest. It looks at a block of them, or less where one is
// not ASCII or the text ends; size says at how many.
func lettersAt(text string, at int) (letters uint64, size int) {
	for size < blockSize {
		rest := text[at+size:]
		var x uint64
		if len(rest) >= 8 {
			x = load8(rest)
		} else {
			x = startOf(rest)
		}
		letters |= topBits(^othersIn(x)) << size
		if foreign := x & tops; foreign != 0 {
			size += bits.TrailingZeros64(foreign) / 8
			return letters & (1<<size - 1), size
		}
		if size += 8; len(rest) <= 8 {
			return letters, size - 8 + len(rest)
		}
	}
	return letters, size
}

// topBits returns the top bits of eight bytes as one.
func topBits(x uint64) uint64 { return (x & tops >> 7) * 0x0102040810204080 >> 56 }

// cut sets surfaces to the next words of a text, from a byte on, and returns to how many
// and where the last one ends. The words are those of [nextWord], which finds them itself
// where something that is not usual follows, or something that is not ASCII.
func cut(some *[together]surface, text string, at int) (n, end int) {
	for n < together && at < len(text) {
		letters, size := lettersAt(text, at)
		starts, ends := letters&^(letters<<1), ^letters&(letters<<1)
		for ; ends != 0 && n < together; n++ {
			from, to := at+bits.TrailingZeros64(starts), at+bits.TrailingZeros64(ends)
			if to < len(text) && !ascii[text[to]].is(divider) && !endsBefore(text, from, to) {
				break
			}
			if to-from > 8 || from+8 > len(text) {
				some[n].set(text, from, to)
			} else {
				some[n].setShort(load8(text[from:]), from, to)
			}
			starts &= starts - 1
			ends &= ends - 1
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
