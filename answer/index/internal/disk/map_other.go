//go:build !unix

package disk

import (
	"io"
	"os"
)

// Map reads a file from its start: this system's mapping is not known here.
func Map(f *os.File) ([]byte, error) {
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	return io.ReadAll(f)
}

// Unmap gives back what Map returned.
func Unmap([]byte) {}

// Forget does nothing: what was read stays in memory.
func Forget([]byte) {}
