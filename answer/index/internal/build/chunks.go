package build

import (
	"newshound/answer/analysis"
)

// chunk is a part of a list of numbers that is never copied to grow.
type chunk [chunkNumbers]uint32

const chunkNumbers = 1 << 8

// chunkPool makes chunks, many of the same allocation.
type chunkPool struct {
	free []chunk // to be used
	used int
}

// next returns a chunk of zeros.
func (p *chunkPool) next() *chunk {
	if len(p.free) == 0 {
		// Many huge pages are in most of them, for few of those at its ends are only in part.
		const least, most = 64, 1 << 24 / (4 * chunkNumbers)
		p.free = make([]chunk, min(max(least, p.used), most))
		analysis.InHugePages(p.free)
	}
	c := &p.free[0]
	clear(c[:]) // to be written to before it is looked at, as analysis.Zeros has it
	p.free = p.free[1:]
	p.used++
	return c
}

// size is about how many bytes the chunks take that were made.
func (p *chunkPool) size() int { return 4 * chunkNumbers * p.used }

// numberList is a list of numbers. The zero value is empty.
type numberList struct {
	last   *chunk
	n      uint32
	chunks []*chunk
}

// append appends a number, in a chunk of the pool if it needs one more.
func (l *numberList) append(number uint32, pool *chunkPool) {
	if l.n%chunkNumbers == 0 {
		l.grow(pool)
	}
	l.last[l.n%chunkNumbers] = number
	l.n++
}

// grow gives the list its next chunk.
func (l *numberList) grow(pool *chunkPool) {
	l.last = pool.next()
	l.chunks = append(l.chunks, l.last)
}

// appendTo appends all numbers to dst.
func (l *numberList) appendTo(dst []uint32) []uint32 { return appendNumbers(dst, l.chunks, 0, l.n) }

// appendNumbers appends to dst the numbers that some chunks have from one on to another.
func appendNumbers(dst []uint32, chunks []*chunk, from, to uint32) []uint32 {
	for from < to {
		end := min(to, (from/chunkNumbers+1)*chunkNumbers)
		dst = append(dst, chunks[from/chunkNumbers][from%chunkNumbers:][:end-from]...)
		from = end
	}
	return dst
}
