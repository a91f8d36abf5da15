//go:build !unix

package index

import (
	"io"
	"os"
)

// mapFile reads a file: this system's mapping is not known here.
func mapFile(path string) ([]byte, error) { return os.ReadFile(path) }

// mapped reads a file from its start.
func mapped(f *os.File) ([]byte, error) {
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	return io.ReadAll(f)
}

// unmap gives back what mapFile returned.
func unmap([]byte) {}
