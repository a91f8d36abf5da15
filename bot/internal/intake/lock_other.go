//go:build !unix

package intake

import (
	"io"
	"os"
)

// lockFile opens a file, which it makes. On this system nothing keeps two
// processes from one journal.
func lockFile(path string) (io.Closer, error) {
	return os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
}

// ignoreUnsupported drops the error of syncing a directory, which this system
// cannot do.
func ignoreUnsupported(error) error { return nil }
