//go:build unix

package disk

import (
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// Map maps a file into memory, to be read only. The file may then be closed.
func Map(f *os.File) ([]byte, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() == 0 {
		return nil, nil
	}
	if err := Fits(info.Size()); err != nil {
		return nil, fmt.Errorf("map %s: %w", f.Name(), err)
	}
	data, err := unix.Mmap(int(f.Fd()), 0, int(info.Size()), unix.PROT_READ, unix.MAP_SHARED)
	if err != nil {
		return nil, fmt.Errorf("map %s: %w", f.Name(), err)
	}
	return data, nil
}

// Unmap gives back what Map returned, which must not be used any more.
func Unmap(data []byte) {
	if data != nil {
		_ = unix.Munmap(data) // which fails only for what was not mapped
	}
}

// Forget lets the system take back the memory that pages of a whole mapping have, which
// are read again when they are wanted.
func Forget(data []byte) {
	if data != nil {
		_ = unix.Madvise(data, unix.MADV_DONTNEED) // which is no more than advice
	}
}
