package disk

import (
	"os"
	"unsafe"

	"golang.org/x/sys/unix"
)

// Fetch reads bytes of a mapped file from the disk, if they are not in memory, and returns
// when they are there. To read them without that would stop the thread where it is: it
// would keep its place among the few that run Go code, and a garbage collection would wait
// for it, and with both the whole process for the disk. A system call lets the others run.
func Fetch(data []byte) {
	if len(data) == 0 {
		return
	}
	at := uintptr(unsafe.Pointer(unsafe.SliceData(data)))
	before := at % uintptr(os.Getpagesize())
	// What fails, on a system before Linux 5.14 too, is found out when the bytes are used.
	_, _, _ = unix.Syscall(unix.SYS_MADVISE, at-before, uintptr(len(data))+before, unix.MADV_POPULATE_READ)
}
