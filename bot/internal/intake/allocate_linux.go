package intake

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// allocate reserves n bytes on disk behind the file's first size bytes, without changing its
// size (https://man7.org/linux/man-pages/man2/fallocate.2.html). A file system that cannot
// reserve is no error.
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
