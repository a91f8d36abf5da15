package store

import (
	"encoding/binary"
	"errors"
	"fmt"
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

// Commit is a state of an index file: its segments, and what of them is deleted.
type Commit struct {
	slot
	place    int // of the slot
	Segments []Ref
}

// Ref says where a segment stands in the file.
type Ref struct {
	Offset, Length int
	Deleted        []int // articles, rising
	Roll           RollRef
}

// RollRef says where the roll of a segment's deleted articles stands.
type RollRef struct {
	Offset, Length int
	sum            uint32
}

// NewCommit returns a commit of segments, of which the first of a file has the generation 1.
func NewCommit(generation uint64, segments []Ref) *Commit {
	return &Commit{slot: slot{Generation: generation}, Segments: segments}
}

// End returns where the part of the file ends that the commit needs, itself among
// it.
func (c *Commit) End() int {
	end := max(pages.HeadSize, c.offset+c.length)
	for _, s := range c.Segments {
		end = max(end, s.Offset+s.Length, s.Roll.Offset+s.Roll.Length)
	}
	return end
}

// encode returns the bytes of the commit.
func (c *Commit) encode() []byte {
	out := binary.AppendUvarint(nil, uint64(len(c.Segments)))
	for _, s := range c.Segments {
		for _, n := range []int{s.Offset, s.Length, len(s.Deleted)} {
			out = binary.AppendUvarint(out, uint64(n))
		}
		last := -1
		for _, d := range s.Deleted {
			out = binary.AppendUvarint(out, uint64(d-last))
			last = d
		}
		if len(s.Deleted) > 0 {
			for _, n := range []uint64{uint64(s.Roll.Offset), uint64(s.Roll.Length), uint64(s.Roll.sum)} {
				out = binary.AppendUvarint(out, n)
			}
		}
	}
	return out
}

// decodeCommit is the inverse of encode. It panics with damage.
func decodeCommit(data []byte, size int) []Ref {
	c := raw.Cursor{Data: data}
	refs := make([]Ref, c.Count(len(data)))
	for i := range refs {
		r := &refs[i]
		r.Offset = c.Count(size)
		r.Length = c.Count(size - r.Offset)
		r.Deleted = make([]int, c.Count(len(data)))
		last := -1
		for j := range r.Deleted {
			last += c.Count(size)
			r.Deleted[j] = last
		}
		if len(r.Deleted) > 0 {
			r.Roll.Offset = c.Count(size)
			r.Roll.Length = c.Count(size - r.Roll.Offset)
			r.Roll.sum = c.Uint32()
		}
	}
	return refs
}

// newHead returns the head of a file with a commit.
func newHead(c *Commit) []byte {
	head := make([]byte, pages.HeadSize)
	copy(head, fileMagic)
	binary.LittleEndian.PutUint32(head[8:], segment.Version)
	copy(head[slotAt[c.place]:], c.slot.encode())
	return head
}

// ReadCommit returns the commit that holds. data is the whole file. The error
// does not name the file.
func ReadCommit(data []byte) (c *Commit, err error) {
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
	return &Commit{slot: s, place: place, Segments: decodeCommit(encoded, len(data))}, nil
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

// OpenSegments opens the segments of a commit. It panics with damage.
func OpenSegments(data []byte, c *Commit) []*segment.Segment {
	segments := make([]*segment.Segment, len(c.Segments))
	for i, ref := range c.Segments {
		s := segment.Open(raw.Cut(data, ref.Offset, ref.Offset+ref.Length), nil)
		s.Offset = ref.Offset
		if len(ref.Deleted) > 0 {
			s.Deleted = make([]bool, s.Articles)
			for _, d := range ref.Deleted {
				if d >= s.Articles {
					raw.Damaged("article %d of %d is deleted", d, s.Articles)
				}
				s.Deleted[d] = true
			}
			lines := raw.Cut(data, ref.Roll.Offset, ref.Roll.Offset+ref.Roll.Length)
			if raw.Checksum(lines) != ref.Roll.sum {
				raw.Damaged("a roll of deleted articles does not fit its checksum")
			}
			s.Roll = roll.Open(lines)
		}
		segments[i] = s
	}
	return segments
}

// IsIndex reports whether the file at path begins as an index does. A pipe is not waited for.
func IsIndex(path string) bool {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return false
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }()
	var magic [len(fileMagic)]byte
	n, _ := f.Read(magic[:])
	return string(magic[:n]) == fileMagic
}
