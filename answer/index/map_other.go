//go:build !unix

package index

import (
	"io"
	"os"
)

// mapped reads a file from its start: this system's mapping is not known here.
func mapped(f *os.File) ([]byte, error) {
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	return io.ReadAll(f)
}

// unmap gives back what mapped returned.
func unmap([]byte) {}

// forget does nothing: what was read stays in memory.
func forget([]byte) {}
