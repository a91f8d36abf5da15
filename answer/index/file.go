package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
)

// ErrVersion is wrapped by the error for a file of another version of the format.
var ErrVersion = errors.New("make it again with `newshound index`, or use the version of newshound that made it")

// commit is a state of an index file: its segments, and what of them is deleted.
type commit struct {
	generation uint64
	segments   []segmentRef
}

// segmentRef says where a segment stands in the file.
type segmentRef struct {
	offset, length int
	deleted        []int // articles, rising
}

// end returns where the part of the file ends that the commit needs, without the
// commit itself.
func (c *commit) end() int {
	end := headSize
	for _, s := range c.segments {
		end = max(end, s.offset+s.length)
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
	}
	return out
}

// decodeCommit is the inverse of encode. It panics with damage.
func decodeCommit(data []byte, size int) []segmentRef {
	c := cursor{data: data}
	refs := make([]segmentRef, c.count(len(data)))
	for i := range refs {
		r := &refs[i]
		r.offset = c.count(size)
		r.length = c.count(size - r.offset)
		r.deleted = make([]int, c.count(len(data)))
		last := -1
		for j := range r.deleted {
			last += c.count(size)
			r.deleted[j] = last
		}
	}
	return refs
}

// newHead returns the head of a file whose commit stands at offset.
func newHead(c *commit, encoded []byte, offset int) []byte {
	head := make([]byte, headSize)
	copy(head, fileMagic)
	binary.LittleEndian.PutUint32(head[8:], version)
	copy(head[slotAt[c.generation%2]:], encodeSlot(c, encoded, offset))
	return head
}

// encodeSlot returns the slot that points at a commit.
func encodeSlot(c *commit, encoded []byte, offset int) []byte {
	slot := binary.LittleEndian.AppendUint64(nil, c.generation)
	slot = binary.LittleEndian.AppendUint64(slot, uint64(offset))
	slot = binary.LittleEndian.AppendUint64(slot, uint64(len(encoded)))
	slot = binary.LittleEndian.AppendUint32(slot, checksum(encoded))
	return binary.LittleEndian.AppendUint32(slot, checksum(slot))
}

// readCommit returns the commit that holds. data is the whole file. The error
// does not name the file.
func readCommit(data []byte) (c *commit, err error) {
	defer guard(&err)
	if len(data) < len(fileMagic) || string(data[:len(fileMagic)]) != fileMagic {
		return nil, errors.New("it is no index of newshound")
	}
	if len(data) < headSize {
		damaged("it has %d bytes", len(data))
	}
	if v := binary.LittleEndian.Uint32(data[8:]); v != version {
		return nil, fmt.Errorf("it has version %d of the format, and this program knows version %d: %w", v, version, ErrVersion)
	}
	whole := false // a slot points at something
	for _, at := range slotAt {
		slot := data[at : at+slotSize]
		if checksum(slot[:slotSize-4]) != binary.LittleEndian.Uint32(slot[slotSize-4:]) {
			continue
		}
		generation := binary.LittleEndian.Uint64(slot)
		if c != nil && c.generation > generation {
			continue
		}
		start, length := int(binary.LittleEndian.Uint64(slot[8:])), int(binary.LittleEndian.Uint64(slot[16:]))
		if length < 0 || start < 0 || start > len(data) || length > len(data)-start {
			whole = true
			continue
		}
		encoded := data[start : start+length]
		if checksum(encoded) != binary.LittleEndian.Uint32(slot[24:]) {
			whole = true
			continue
		}
		c = &commit{generation: generation, segments: decodeCommit(encoded, len(data))}
	}
	if c == nil {
		if whole {
			damaged("its commits are cut off or do not fit their checksums")
		}
		damaged("its head does not fit its checksums")
	}
	return c, nil
}

// Open opens an index file. It reads next to nothing of it. The index does not
// see what is written to the file later. Its memory is given
// back when nothing refers to it any more.
func Open(path string) (*Index, error) {
	data, err := mapFile(path)
	if err != nil {
		return nil, fmt.Errorf("open the index: %w", err)
	}
	ix, err := openData(data)
	if err != nil {
		unmap(data)
		return nil, fmt.Errorf("open the index %s: %w", path, err)
	}
	ix.path = path
	runtime.AddCleanup(ix, unmap, data)
	return ix, nil
}

// openData returns the index that a file's bytes hold.
func openData(data []byte) (ix *Index, err error) {
	defer faults()()
	defer guard(&err)
	c, err := readCommit(data)
	if err != nil {
		return nil, err
	}
	segments := make([]*segment, len(c.segments))
	for i, ref := range c.segments {
		s := openSegment(cut(data, ref.offset, ref.offset+ref.length), nil)
		if len(ref.deleted) > 0 {
			s.deleted = make([]bool, s.articles)
			for _, d := range ref.deleted {
				if d >= s.articles {
					damaged("article %d of %d is deleted", d, s.articles)
				}
				s.deleted[d] = true
			}
		}
		segments[i] = s
	}
	if ix, err = newIndex(segments); err != nil {
		return nil, err
	}
	ix.generation = c.generation
	return ix, nil
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

// cause removes the path from a file system's error.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
