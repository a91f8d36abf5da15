// Package raw reads the numbers, strings and checksums that the bytes of an index are made
// of. Those bytes may be damaged anywhere: what reads them says so with [Damaged] and goes
// no further, and where the index is entered [Guard] makes an error of that, so that
// nothing in between need hand errors on.
package raw

import (
	"encoding/binary"
	"math"
	"math/bits"
	"unsafe"
)

// Cursor reads numbers and strings one after the other. It panics with damage
// where there are none.
type Cursor struct {
	Data []byte
	At   int
}

// Uvarint reads a varint.
func (c *Cursor) Uvarint() uint64 {
	if c.At < len(c.Data) && c.Data[c.At] < 0x80 { // most are small
		c.At++
		return uint64(c.Data[c.At-1])
	}
	v, n := binary.Uvarint(c.Data[min(c.At, len(c.Data)):])
	if n <= 0 {
		Damaged("a number is cut off")
	}
	c.At += n
	return v
}

// Varint reads a number that may be negative.
func (c *Cursor) Varint() int64 {
	v := c.Uvarint() // in the zigzag manner of encoding/binary
	return int64(v>>1) ^ -int64(v&1)
}

// Count reads a varint that may be at most limit.
func (c *Cursor) Count(limit int) int {
	v := c.Uvarint()
	if v > uint64(limit) {
		Damaged("a number is %d, and %d is the most", v, limit)
	}
	return int(v)
}

// Uint32 reads a varint of at most 32 bits.
func (c *Cursor) Uint32() uint32 {
	v := c.Uvarint()
	if v > math.MaxUint32 {
		Damaged("a number is %d, and has more than 32 bits", v)
	}
	return uint32(v)
}

// Bytes reads a string, as a part of the data.
func (c *Cursor) Bytes() []byte {
	n := c.Count(len(c.Data))
	if n > len(c.Data)-c.At {
		Damaged("a string is cut off")
	}
	c.At += n
	return c.Data[c.At-n : c.At]
}

// String reads a string.
func (c *Cursor) String() string { return string(c.Bytes()) }

// AppendString appends a string as [Cursor.Bytes] reads it.
func AppendString(dst []byte, s string) []byte {
	return append(binary.AppendUvarint(dst, uint64(len(s))), s...)
}

// Uint16s returns the numbers that data holds. On a machine that is little
// endian they are the data itself, which must stand at an even address.
func Uint16s(data []byte) []uint16 {
	if len(data) < 2 {
		return nil
	}
	n := unsafe.Slice((*uint16)(unsafe.Pointer(unsafe.SliceData(data))), len(data)/2)
	if little := binary.NativeEndian.Uint16([]byte{1, 0}) == 1; little {
		return n
	}
	swapped := make([]uint16, len(n))
	for i, v := range n {
		swapped[i] = bits.ReverseBytes16(v)
	}
	return swapped
}

// Uint16 returns the i-th of numbers of 16 bits.
func Uint16(b []byte, i int) int { return int(binary.LittleEndian.Uint16(b[2*i:])) }

// Uint32 returns the i-th of numbers of 32 bits.
func Uint32(b []byte, i int) int { return int(binary.LittleEndian.Uint32(b[4*i:])) }

// Cut returns data[start:end], which must be there.
func Cut(data []byte, start, end int) []byte {
	if start < 0 || end < start || end > len(data) {
		Damaged("bytes %d to %d of %d", start, end, len(data))
	}
	return data[start:end:end]
}
