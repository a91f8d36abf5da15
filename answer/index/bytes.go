package index

import (
	"encoding/binary"
	"math/bits"
	"unsafe"

	"golang.org/x/sys/cpu"
)

// cursor reads numbers and strings one after the other. It panics with damage
// where there are none.
type cursor struct {
	data []byte
	at   int
}

// uvarint reads a varint.
func (c *cursor) uvarint() uint64 {
	if c.at < len(c.data) && c.data[c.at] < 0x80 { // most are small
		c.at++
		return uint64(c.data[c.at-1])
	}
	v, n := binary.Uvarint(c.data[min(c.at, len(c.data)):])
	if n <= 0 {
		damaged("a number is cut off")
	}
	c.at += n
	return v
}

// count reads a varint that may be at most limit.
func (c *cursor) count(limit int) int {
	v := c.uvarint()
	if v > uint64(limit) {
		damaged("a number is %d, and %d is the most", v, limit)
	}
	return int(v)
}

// bytes reads a string, as a part of the data.
func (c *cursor) bytes() []byte {
	n := c.count(len(c.data))
	if n > len(c.data)-c.at {
		damaged("a string is cut off")
	}
	c.at += n
	return c.data[c.at-n : c.at]
}

// string reads a string.
func (c *cursor) string() string { return string(c.bytes()) }

// sortKey returns the first eight bytes of a string as a number. Strings that have
// different keys are ordered as these are.
func sortKey(s string) (key uint64) {
	if len(s) >= 8 {
		return binary.BigEndian.Uint64([]byte(s[:8]))
	}
	for i := range len(s) {
		key |= uint64(s[i]) << (56 - 8*i)
	}
	return key
}

func appendString(dst []byte, s string) []byte {
	return append(binary.AppendUvarint(dst, uint64(len(s))), s...)
}

// uint16s returns the numbers that data holds. On a machine that is little
// endian they are the data itself, which must stand at an even address.
func uint16s(data []byte) []uint16 {
	if len(data) < 2 {
		return nil
	}
	n := unsafe.Slice((*uint16)(unsafe.Pointer(unsafe.SliceData(data))), len(data)/2)
	if !cpu.IsBigEndian {
		return n
	}
	swapped := make([]uint16, len(n))
	for i, v := range n {
		swapped[i] = bits.ReverseBytes16(v)
	}
	return swapped
}

func u16(b []byte, i int) int { return int(binary.LittleEndian.Uint16(b[2*i:])) }
func u32(b []byte, i int) int { return int(binary.LittleEndian.Uint32(b[4*i:])) }

// cut returns data[start:end], which must be there.
func cut(data []byte, start, end int) []byte {
	if start < 0 || end < start || end > len(data) {
		damaged("bytes %d to %d of %d", start, end, len(data))
	}
	return data[start:end:end]
}

// varint reads a number that may be negative.
func (c *cursor) varint() int64 {
	v := c.uvarint() // in the zigzag manner of encoding/binary
	return int64(v>>1) ^ -int64(v&1)
}
