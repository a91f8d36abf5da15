package analysis

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

// inHugePages has the system back a large table by huge pages, if it may: looking up
// words at random then misses no translation of addresses.
func inHugePages(slots []formSlot) {
	const least = 4 << 20
	data := unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(slots))), uintptr(len(slots))*unsafe.Sizeof(formSlot{}))
	if start := -uintptr(unsafe.Pointer(unsafe.SliceData(data))) % uintptr(unix.Getpagesize()); len(data) >= least {
		_ = unix.Madvise(data[start:], unix.MADV_HUGEPAGE) // if not, it works all the same
	}
}
