package index

import (
	"encoding/binary"
	"io"
	"slices"
	"sync/atomic"

	"newshound/answer/index/internal/disk"
	"newshound/answer/index/internal/raw"
)

// pages is a segment's bytes with their checksums. A page is checked when it is
// first read, so that a file of any size opens at once, and nothing unchecked is
// ever used. It is safe for concurrent use.
type pages struct {
	data    []byte // from the segment's start to the checksums
	sums    []byte // the checksums
	checked pageSet
	// sumsOfSums are the checksums of the pages of the checksums, which are checked when one
	// of them is first used.
	sumsOfSums  []byte
	sumsChecked pageSet
}

// pageSet is a set of pages.
type pageSet []atomic.Uint32

// newPageSet returns the empty set, which is written to: memory that is read before that costs
// the system two page faults each.
func newPageSet(pages int) pageSet {
	s := make(pageSet, (pages+31)/32)
	clear(s)
	return s
}

func (s pageSet) has(page int) bool { return s[page/32].Load()>>(page%32)&1 != 0 }

func (s pageSet) add(page int) { s[page/32].Or(1 << (page % 32)) }

// openPages checks the checksums of the checksums.
func openPages(segment []byte, checkAt int) *pages {
	n := pageCount(checkAt)
	tops := raw.Cut(segment, checkAt+4*n, checkAt+sumsSize(checkAt))
	end := len(tops) - 4
	if raw.Checksum(tops[:end]) != binary.LittleEndian.Uint32(tops[end:]) {
		raw.Damaged("the checksums do not fit themselves")
	}
	return &pages{
		data: segment[:checkAt], sums: segment[checkAt : checkAt+4*n], checked: newPageSet(n),
		sumsOfSums: tops[:end], sumsChecked: newPageSet(sumPages(n)),
	}
}

// bytes returns the bytes from start to end, once they are checked. It panics
// with damage if they are not as they were written.
func (p *pages) bytes(start, end int) []byte {
	b := raw.Cut(p.data, start, end)
	if len(b) == 0 {
		return b
	}
	fetched := false
	for page := (start - headSize) / pageSize; page <= (end-1-headSize)/pageSize; page++ {
		if p.checked.has(page) {
			continue
		}
		if !fetched { // all of it at once
			disk.Fetch(p.data[headSize+page*pageSize : end])
			fetched = true
		}
		p.check(page)
		p.checked.add(page)
	}
	return b
}

// ready reports whether the bytes from start to end, on one page or two, were checked.
func (p *pages) ready(start, end int) bool {
	return p.checked.has((start-headSize)/pageSize) && p.checked.has((end-1-headSize)/pageSize)
}

// check checks one page, and the page of its checksum.
func (p *pages) check(page int) {
	if at := 4 * page / pageSize; !p.sumsChecked.has(at) {
		sums := p.sums[at*pageSize : min((at+1)*pageSize, len(p.sums))]
		disk.Fetch(sums)
		if raw.Checksum(sums) != binary.LittleEndian.Uint32(p.sumsOfSums[4*at:]) {
			raw.Damaged("page %d of the checksums does not fit its own", at)
		}
		p.sumsChecked.add(at)
	}
	start := headSize + page*pageSize
	got := raw.Checksum(p.data[start:min(start+pageSize, len(p.data))])
	if want := binary.LittleEndian.Uint32(p.sums[4*page:]); got != want {
		raw.Damaged("page %d, at byte %d of its segment, has checksum %08x, and %08x is right", page, start, got, want)
	}
}

// pageSums hands on what is written, and makes the checksums of its pages.
type pageSums struct {
	w    io.Writer
	sum  uint32
	n    int // bytes of the page at hand
	sums []byte
}

// Write implements [io.Writer].
func (p *pageSums) Write(data []byte) (int, error) {
	for rest := data; len(rest) > 0; {
		part := rest[:min(len(rest), pageSize-p.n)]
		p.sum = raw.AddChecksum(p.sum, part)
		p.n += len(part)
		rest = rest[len(part):]
		if p.n == pageSize {
			p.end()
		}
	}
	return p.w.Write(data)
}

func (p *pageSums) end() {
	p.sums = binary.LittleEndian.AppendUint32(p.sums, p.sum)
	p.sum, p.n = 0, 0
}

// bytes returns the checksums, and theirs.
func (p *pageSums) bytes() []byte {
	if p.n > 0 {
		p.end()
	}
	out := slices.Clone(p.sums)
	for page := range slices.Chunk(p.sums, pageSize) {
		out = binary.LittleEndian.AppendUint32(out, raw.Checksum(page))
	}
	return binary.LittleEndian.AppendUint32(out, raw.Checksum(out[len(p.sums):]))
}
