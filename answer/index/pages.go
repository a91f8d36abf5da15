package index

import (
	"encoding/binary"
	"hash/crc32"
	"io"
	"slices"
	"sync"
	"sync/atomic"
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
	checked []atomic.Uint32
}

// openPages checks the checksums themselves.
func openPages(segment []byte, checkAt int) *pages {
	n := pageCount(checkAt)
	sums := cut(segment, checkAt, checkAt+4*n+4)
	if checksum(sums[:4*n]) != binary.LittleEndian.Uint32(sums[4*n:]) {
		damaged("the checksums do not fit themselves")
	}
	return &pages{data: segment[:checkAt], sums: sums[:4*n], checked: make([]atomic.Uint32, (n+31)/32)}
}

// bytes returns the bytes from start to end, once they are checked. It panics
// with damage if they are not as they were written.
func (p *pages) bytes(start, end int) []byte {
	b := cut(p.data, start, end)
	if len(b) == 0 {
		return b
	}
	for page := (start - headSize) / pageSize; page <= (end-1-headSize)/pageSize; page++ {
		if !p.has(page) {
			p.check(page)
			p.checked[page/32].Or(1 << (page % 32))
		}
	}
	return b
}

// has reports whether a page was checked.
func (p *pages) has(page int) bool { return p.checked[page/32].Load()>>(page%32)&1 != 0 }

// ready reports whether the bytes from start to end, on one page or two, were checked.
func (p *pages) ready(start, end int) bool {
	return p.has((start-headSize)/pageSize) && p.has((end-1-headSize)/pageSize)
}

// check checks one page.
func (p *pages) check(page int) {
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
	return binary.LittleEndian.AppendUint32(slices.Clone(p.sums), checksum(p.sums))
}
