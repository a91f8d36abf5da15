package analysis

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

func inHugePages(data []byte) {
	page := uintptr(unix.Getpagesize())
	start := -uintptr(unsafe.Pointer(unsafe.SliceData(data))) % page
	_ = unix.Madvise(data[start:], unix.MADV_HUGEPAGE) // if not, it works all the same
}
