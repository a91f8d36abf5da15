package intake

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// allocate keeps room on the disk for n bytes after the first size of a file, whose size stays
// (https://man7.org/linux/man-pages/man2/fallocate.2.html). Where the system cannot, it is not
// known whether there is any.
func allocate(f file, size, n int64) error {
	disk, ok := f.(*os.File)
	if !ok {
		return nil
	}
	err := unix.Fallocate(int(disk.Fd()), unix.FALLOC_FL_KEEP_SIZE, size, n)
	if errors.Is(err, unix.ENOSPC) || errors.Is(err, unix.EDQUOT) || errors.Is(err, unix.EFBIG) {
		return err
	}
	return nil
}
