package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"os"

	"newshound/answer/index/internal/pages"
	"newshound/answer/index/internal/raw"
	"newshound/answer/index/internal/roll"
	"newshound/answer/index/internal/segment"
)

// ErrVersion is wrapped by the error for a file of another version of the format.
var ErrVersion = errors.New("make it again with `newshound index`, or use the version of newshound that made it")

// fileMagic is what an index file begins with.
const fileMagic = "NEWSHND\n"

// commit is a state of an index file: its segments, and what of them is deleted.
type commit struct {
	slot
	place    int // of the slot
	segments []segmentRef
}

// segmentRef says where a segment stands in the file.
type segmentRef struct {
	offset, length int
	deleted        []int // articles, rising
	roll           rollRef
}

// rollRef says where the roll of a segment's deleted articles stands.
type rollRef struct {
	offset, length int
	sum            uint32
}

// end returns where the part of the file ends that the commit needs, itself among
// it.
func (c *commit) end() int {
	end := max(pages.HeadSize, c.offset+c.length)
	for _, s := range c.segments {
		end = max(end, s.offset+s.length, s.roll.offset+s.roll.length)
	}
	return end
}

// encode returns the bytes of the commit.
func (c *commit) encode() []byte {
	out := binary.AppendUvarint(nil, uint64(len(c.segments)))
	for _, s := range c.segments {
		for _, n := range []int{s.offset, s.length, len(s.deleted)} {
			out = binary.AppendUvarint(out, uint64(n))
		}
		last := -1
		for _, d := range s.deleted {
			out = binary.AppendUvarint(out, uint64(d-last))
			last = d
		}
		if len(s.deleted) > 0 {
			for _, n := range []int{s.roll.offset, s.roll.length, int(s.roll.sum)} {
				out = binary.AppendUvarint(out, uint64(n))
			}
		}
	}
	return out
}

// decodeCommit is the inverse of encode. It panics with damage.
func decodeCommit(data []byte, size int) []segmentRef {
	c := raw.Cursor{Data: data}
	refs := make([]segmentRef, c.Count(len(data)))
	for i := range refs {
		r := &refs[i]
		r.offset = c.Count(size)
		r.length = c.Count(size - r.offset)
		r.deleted = make([]int, c.Count(len(data)))
		last := -1
		for j := range r.deleted {
			last += c.Count(size)
			r.deleted[j] = last
		}
		if len(r.deleted) > 0 {
			r.roll.offset = c.Count(size)
			r.roll.length = c.Count(size - r.roll.offset)
			r.roll.sum = uint32(c.Count(math.MaxUint32))
		}
	}
	return refs
}

// newHead returns the head of a file with a commit.
func newHead(c *commit) []byte {
	head := make([]byte, pages.HeadSize)
	copy(head, fileMagic)
	binary.LittleEndian.PutUint32(head[8:], segment.Version)
	copy(head[slotAt[c.place]:], c.slot.encode())
	return head
}

// readCommit returns the commit that holds. data is the whole file. The error
// does not name the file.
func readCommit(data []byte) (c *commit, err error) {
	defer raw.Guard(&err)
	if len(data) < len(fileMagic) || string(data[:len(fileMagic)]) != fileMagic {
		return nil, errors.New("it is no index of newshound")
	}
	if len(data) < pages.HeadSize {
		raw.Damaged("it has %d bytes", len(data))
	}
	if v := binary.LittleEndian.Uint32(data[8:]); v != segment.Version {
		return nil, fmt.Errorf("it has version %d of the format, and this program knows version %d: %w", v, segment.Version, ErrVersion)
	}
	checkUnused(data)
	s, place, ok := newestSlot(data)
	if !ok {
		raw.Damaged("its head does not fit its checksums")
	}
	encoded := raw.Cut(data, s.offset, s.offset+s.length)
	if raw.Checksum(encoded) != s.sum {
		raw.Damaged("its commit does not fit its checksum")
	}
	return &commit{slot: s, place: place, segments: decodeCommit(encoded, len(data))}, nil
}

// checkUnused checks that what nothing uses of a file's head is zero.
func checkUnused(head []byte) {
	at := len(fileMagic) + 4
	for _, next := range [...]int{slotAt[0], slotAt[1], pages.HeadSize} {
		for ; at < next; at++ {
			if head[at] != 0 {
				raw.Damaged("byte %d of its head is %d, and not 0", at, head[at])
			}
		}
		at += slotSize
	}
}

// openSegments opens the segments of a commit. It panics with damage.
func openSegments(data []byte, c *commit) []*segment.Segment {
	segments := make([]*segment.Segment, len(c.segments))
	for i, ref := range c.segments {
		s := segment.Open(raw.Cut(data, ref.offset, ref.offset+ref.length), nil)
		s.Offset = ref.offset
		if len(ref.deleted) > 0 {
			s.Deleted = make([]bool, s.Articles)
			for _, d := range ref.deleted {
				if d >= s.Articles {
					raw.Damaged("article %d of %d is deleted", d, s.Articles)
				}
				s.Deleted[d] = true
			}
			lines := raw.Cut(data, ref.roll.offset, ref.roll.offset+ref.roll.length)
			if raw.Checksum(lines) != ref.roll.sum {
				raw.Damaged("a roll of deleted articles does not fit its checksum")
			}
			s.Roll = roll.Open(lines)
		}
		segments[i] = s
	}
	return segments
}

// IsIndex reports whether the file at path begins as an index does.
func IsIndex(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }()
	var magic [len(fileMagic)]byte
	n, _ := f.Read(magic[:])
	return string(magic[:n]) == fileMagic
}
