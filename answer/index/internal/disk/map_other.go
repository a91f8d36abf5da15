//go:build !unix

package disk

import (
	"fmt"
	"io"
	"os"
)

// Map reads a file from its start: this system's mapping is not known here.
func Map(f *os.File) ([]byte, error) {
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if err := Fits(info.Size()); err != nil {
		return nil, fmt.Errorf("read %s: %w", f.Name(), err)
	}
	return io.ReadAll(f)
}

// Unmap gives back what Map returned.
func Unmap([]byte) {}

// Forget does nothing: what was read stays in memory.
func Forget([]byte) {}
