// Package pages has bytes with a checksum for every page of them. [Writer] makes the
// checksums, [Pages] compares one when its page is first read.
//
// # Decisions
//
// Nothing is read before it is checked, and nothing is checked before it is read.
// Context: an archive's file must open in a millisecond, and a damaged one must
// never yield a false quote. Decision: every page has a checksum that is compared
// when the page is first used. Consequence: damage is an error of the first
// question that meets it; the Check of package index looks at all of it.
package pages

import (
	"context"
	"encoding/binary"
	"sync/atomic"

	"newshound/answer/index/internal/disk"
	"newshound/answer/index/internal/raw"
)

const (
	// HeadSize is the size of what stands before the pages, in a segment and in a file: their
	// head, which has a checksum of its own.
	HeadSize = 4096
	// Size is the size of a page, but for the last one.
	Size = 4096
)

// pageCount returns the number of pages of a segment whose sections end there.
func pageCount(end int) int { return (end - HeadSize + Size - 1) / Size }

// SumsSize returns how many bytes the checksums take of a segment whose sections end there.
func SumsSize(end int) int {
	n := pageCount(end)
	return 4*n + 4*sumPages(n) + 4
}

// sumPages returns the number of pages that so many checksums fill.
func sumPages(sums int) int { return (4*sums + Size - 1) / Size }

// Pages is a segment's bytes with their checksums. A page is checked when it is
// first read, so that a file of any size opens at once, and nothing unchecked is
// ever used. It is safe for concurrent use.
type Pages struct {
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

// Open checks the checksums of the checksums.
func Open(segment []byte, checkAt int) *Pages {
	n := pageCount(checkAt)
	tops := raw.Cut(segment, checkAt+4*n, checkAt+SumsSize(checkAt))
	end := len(tops) - 4
	if raw.Checksum(tops[:end]) != binary.LittleEndian.Uint32(tops[end:]) {
		raw.Damaged("the checksums do not fit themselves")
	}
	return &Pages{
		data: segment[:checkAt], sums: segment[checkAt : checkAt+4*n], checked: newPageSet(n),
		sumsOfSums: tops[:end], sumsChecked: newPageSet(sumPages(n)),
	}
}

// Bytes returns the bytes from start to end, once they are checked. It panics
// with damage if they are not as they were written.
func (p *Pages) Bytes(start, end int) []byte {
	b := raw.Cut(p.data, start, end)
	if len(b) == 0 {
		return b
	}
	fetched := false
	for page := (start - HeadSize) / Size; page <= (end-1-HeadSize)/Size; page++ {
		if p.checked.has(page) {
			continue
		}
		if !fetched { // all of it at once
			disk.Fetch(p.data[HeadSize+page*Size : end])
			fetched = true
		}
		p.check(page)
		p.checked.add(page)
	}
	return b
}

// End returns where the pages end.
func (p *Pages) End() int { return len(p.data) }

// Verify reads all pages. It panics with damage, and ends early with ctx.
func (p *Pages) Verify(ctx context.Context) error {
	const atOnce = 256 * Size
	for start := HeadSize; start < len(p.data); start += atOnce {
		if err := ctx.Err(); err != nil {
			return err
		}
		p.Bytes(start, min(start+atOnce, len(p.data)))
	}
	return nil
}

// Ready reports whether the bytes from start to end, on one page or two, were checked.
func (p *Pages) Ready(start, end int) bool {
	return p.checked.has((start-HeadSize)/Size) && p.checked.has((end-1-HeadSize)/Size)
}

// check checks one page, and the page of its checksum.
func (p *Pages) check(page int) {
	if at := 4 * page / Size; !p.sumsChecked.has(at) {
		sums := p.sums[at*Size : min((at+1)*Size, len(p.sums))]
		disk.Fetch(sums)
		if raw.Checksum(sums) != binary.LittleEndian.Uint32(p.sumsOfSums[4*at:]) {
			raw.Damaged("page %d of the checksums does not fit its own", at)
		}
		p.sumsChecked.add(at)
	}
	start := HeadSize + page*Size
	got := raw.Checksum(p.data[start:min(start+Size, len(p.data))])
	if want := binary.LittleEndian.Uint32(p.sums[4*page:]); got != want {
		raw.Damaged("page %d, at byte %d of its segment, has checksum %08x, and %08x is right", page, start, got, want)
	}
}
