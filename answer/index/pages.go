package index

import (
	"encoding/binary"
	"hash/crc32"
	"io"
	"slices"
	"sync"
	"sync/atomic"

	"newshound/answer/index/internal/disk"
)

// castagnoli is the table of the checksums, made when the first is asked for.
var castagnoli = sync.OnceValue(func() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) })

func checksum(data []byte) uint32 { return crc32.Checksum(data, castagnoli()) }

// addChecksum returns the checksum of some bytes followed by data.
func addChecksum(sum uint32, data []byte) uint32 { return crc32.Update(sum, castagnoli(), data) }

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
	tops := cut(segment, checkAt+4*n, checkAt+sumsSize(checkAt))
	end := len(tops) - 4
	if checksum(tops[:end]) != binary.LittleEndian.Uint32(tops[end:]) {
		damaged("the checksums do not fit themselves")
	}
	return &pages{
		data: segment[:checkAt], sums: segment[checkAt : checkAt+4*n], checked: newPageSet(n),
		sumsOfSums: tops[:end], sumsChecked: newPageSet(sumPages(n)),
	}
}

// bytes returns the bytes from start to end, once they are checked. It panics
// with damage if they are not as they were written.
func (p *pages) bytes(start, end int) []byte {
	b := cut(p.data, start, end)
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
		if checksum(sums) != binary.LittleEndian.Uint32(p.sumsOfSums[4*at:]) {
			damaged("page %d of the checksums does not fit its own", at)
		}
		p.sumsChecked.add(at)
	}
	start := headSize + page*pageSize
	got := checksum(p.data[start:min(start+pageSize, len(p.data))])
	if want := binary.LittleEndian.Uint32(p.sums[4*page:]); got != want {
		damaged("page %d, at byte %d of its segment, has checksum %08x, and %08x is right", page, start, got, want)
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
		p.sum = addChecksum(p.sum, part)
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
		out = binary.LittleEndian.AppendUint32(out, checksum(page))
	}
	return binary.LittleEndian.AppendUint32(out, checksum(out[len(p.sums):]))
}
