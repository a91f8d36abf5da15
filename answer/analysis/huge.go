package analysis

import "unsafe"

// Zeros returns a slice of so many zeros that are written to: memory that is read before
// that costs the system two page faults each. If it is large, the system backs it by huge
// pages, if it knows them and may: who looks at it at random then waits less for the
// translation of addresses.
func Zeros[T any](n int) []T {
	s := make([]T, n)
	InHugePages(s)
	clear(s)
	return s
}

// InHugePages has the system back a large slice, not yet written to, in that way.
func InHugePages[T any](s []T) {
	const least = 4 << 20
	size := uintptr(cap(s)) * unsafe.Sizeof(*new(T))
	if size >= least {
		inHugePages(unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(s))), size))
	}
}
