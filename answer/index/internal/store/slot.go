package store

import (
	"encoding/binary"
	"os"

	"newshound/answer/index/internal/raw"
)

const slotSize = 32

// slotAt are the offsets of the commit slots in the head.
var slotAt = [2]int{16, 64}

// slot points at a commit.
type slot struct {
	Generation     uint64
	offset, length int
	sum            uint32 // of the commit
}

// encode returns the bytes of the slot.
func (s slot) encode() []byte {
	out := binary.LittleEndian.AppendUint64(nil, s.Generation)
	out = binary.LittleEndian.AppendUint64(out, uint64(s.offset))
	out = binary.LittleEndian.AppendUint64(out, uint64(s.length))
	out = binary.LittleEndian.AppendUint32(out, s.sum)
	return binary.LittleEndian.AppendUint32(out, raw.Checksum(out))
}

// newestSlot returns the slot of a head that holds, its place, and whether there
// is one.
func newestSlot(head []byte) (newest slot, place int, ok bool) {
	for i, at := range slotAt {
		b := head[at : at+slotSize]
		if raw.Checksum(b[:slotSize-4]) != binary.LittleEndian.Uint32(b[slotSize-4:]) {
			continue
		}
		s := slot{
			Generation: binary.LittleEndian.Uint64(b),
			offset:     int(binary.LittleEndian.Uint64(b[8:])),
			length:     int(binary.LittleEndian.Uint64(b[16:])),
			sum:        binary.LittleEndian.Uint32(b[24:]),
		}
		if !ok || s.Generation > newest.Generation {
			newest, place, ok = s, i, true
		}
	}
	return newest, place, ok
}

// ReadSlots reads the part of a file's head that its slots are in.
func ReadSlots(f *os.File) ([]byte, error) {
	head := make([]byte, slotAt[1]+slotSize)
	_, err := f.ReadAt(head, 0)
	return head, err
}

// NewestGeneration returns the generation of the commit that slots, as [ReadSlots] returns
// them, point at, and whether there is one.
func NewestGeneration(slots []byte) (generation uint64, ok bool) {
	s, _, ok := newestSlot(slots)
	return s.Generation, ok
}
