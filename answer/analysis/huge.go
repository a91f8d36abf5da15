package analysis

import "unsafe"

// InHugePages has the system back a large slice, not yet written to, by huge pages, if
// it knows them and may: who looks at it at random then waits less for the translation
// of addresses.
func InHugePages[T any](s []T) {
	const least = 4 << 20
	size := uintptr(cap(s)) * unsafe.Sizeof(*new(T))
	if size >= least {
		inHugePages(unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(s))), size))
	}
}
