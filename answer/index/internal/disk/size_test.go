package disk

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// TestTooLarge maps a file of 2 GiB, without a byte written in it. A program of 32 bits must
// say that it cannot.
func TestTooLarge(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "file"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if err := f.Truncate(1 << 31); err != nil {
		t.Fatal(err)
	}
	data, err := Map(f)
	if tooLarge := strconv.IntSize == 32; errors.Is(err, errTooLarge) != tooLarge || !tooLarge && int64(len(data)) != 1<<31 {
		t.Errorf("%d bytes, %v", len(data), err)
	}
	Unmap(data)
}
