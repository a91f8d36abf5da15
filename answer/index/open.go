package index

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"

	"newshound/answer/index/internal/disk"
	"newshound/answer/index/internal/raw"
	"newshound/answer/index/internal/store"
)

// ErrVersion is wrapped by the error for a file of another version of the format.
var ErrVersion = store.ErrVersion

// IsIndex reports whether the file at path begins as an index does.
func IsIndex(path string) bool { return store.IsIndex(path) }

// The errors of paths that are no file.
var (
	errDirectory = errors.New("it is a directory: an index is a file that newshound index made")
	errPipe      = errors.New("it is a pipe or a device: an index is a file that newshound index made")
)

// fileState is the file that an index was opened from.
type fileState struct {
	path   string
	info   os.FileInfo
	copied bool // into memory
}

// openAttempts is how often a file is opened anew that was written to meanwhile.
const openAttempts = 100

// Open opens an index file. It reads next to nothing of it. The index does not
// see what is written to the file later: [Index.Stale] tells. Its memory is given
// back when nothing refers to it any more.
func Open(path string) (*Index, error) { return openUpTo(path, 0) }

// maxCopy is the size in bytes of the largest file that [OpenCopy] reads into memory.
const maxCopy = 64 << 20

// OpenCopy does the same for an index that is answered from for long. A file of up to 64 MB is read
// into memory, where nobody can cut it off or write over it: a larger one that this happens to is lost.
func OpenCopy(path string) (*Index, error) { return openUpTo(path, maxCopy) }

// openUpTo opens an index file, of which it reads all where that is not too large.
func openUpTo(path string, most int64) (*Index, error) {
	ix, data, err := openFile(path, most)
	if err != nil {
		return nil, err
	}
	runtime.AddCleanup(ix, disk.Unmap, data)
	return ix, nil
}

// openFile opens an index file, of which it reads all where that is not too large. The caller unmaps the
// data when nothing refers to the index any more.
func openFile(path string, most int64) (*Index, []byte, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() { // to open a pipe is to wait for its other end
		no := errPipe
		if info.IsDir() {
			no = errDirectory
		}
		return nil, nil, fmt.Errorf("open the index %s: %w", path, no)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, fmt.Errorf("open the index: %w", err)
	}
	defer func() { _ = f.Close() }()
	for attempt := 1; ; attempt++ {
		ix, data, moving, err := openOnce(f, most)
		if err == nil {
			ix.file.path = path
			return ix, data, nil
		}
		if !moving || attempt == openAttempts {
			return nil, nil, fmt.Errorf("open the index %s: %w", path, err)
		}
	}
}

// openOnce opens an index file, as openFile does. moving reports, with an error, that the
// file was written to meanwhile, which may be the reason.
func openOnce(f *os.File, most int64) (ix *Index, data []byte, moving bool, err error) {
	before, _ := store.ReadSlots(f) // a short file is for openData to judge
	info, err := f.Stat()
	if err != nil {
		return nil, nil, false, disk.Cause(err)
	}
	if data, err = disk.Map(f); err != nil {
		return nil, nil, false, disk.Cause(err)
	}
	all := data
	if info.Size() <= most { // mapped, the file stays, and another in its place is told from it
		all = make([]byte, info.Size())
		n, err := f.ReadAt(all, 0)
		if err != nil && !errors.Is(err, io.EOF) { // shorter by now, it is for openData to judge
			disk.Unmap(data)
			return nil, nil, false, disk.Cause(err)
		}
		all = all[:n]
	}
	if ix, err = openData(all); err != nil {
		disk.Unmap(data)
		after, _ := store.ReadSlots(f)
		return nil, nil, !bytes.Equal(before, after), err
	}
	ix.file.info, ix.file.copied = info, info.Size() <= most
	return ix, data, false, nil
}

// openData returns the index that a file's bytes hold.
func openData(data []byte) (ix *Index, err error) {
	defer raw.Faults()()
	defer raw.Guard(&err)
	c, err := store.ReadCommit(data)
	if err != nil {
		return nil, err
	}
	if ix, err = newIndex(store.OpenSegments(data, c)); err != nil {
		return nil, err
	}
	ix.commit = c
	return ix, nil
}

// Stale reports whether the file that the index was opened from has changed since
// or is another one. An error says that there is nothing to open in its stead at
// the moment. An index in memory is never stale.
func (ix *Index) Stale() (bool, error) {
	if ix.file.path == "" {
		return false, nil
	}
	f, err := os.Open(ix.file.path)
	if err != nil {
		return false, fmt.Errorf("look at the index: %w", err)
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return false, fmt.Errorf("look at the index: %w", err)
	}
	head, err := store.ReadSlots(f)
	if err != nil || !os.SameFile(info, ix.file.info) {
		return true, nil // what is wrong with it, Open says
	}
	if ix.file.copied && (info.Size() != ix.file.info.Size() || !info.ModTime().Equal(ix.file.info.ModTime())) {
		return true, nil // it may be another that was written over it, of the same generation
	}
	generation, ok := store.NewestGeneration(head)
	return !ok || generation != ix.commit.Generation, nil
}

// Replaced reports whether another file is now where the index was opened from, or none.
// An index in memory is never replaced.
func (ix *Index) Replaced() bool {
	if ix.file.path == "" {
		return false
	}
	info, err := os.Stat(ix.file.path)
	return err != nil || !os.SameFile(info, ix.file.info)
}

// Verify reads the whole index, and returns an error that wraps [ErrDamaged] if its bytes
// are not those that were written. It takes no memory; what the bytes say, [Check] checks.
func (ix *Index) Verify(ctx context.Context) (err error) {
	defer runtime.KeepAlive(ix) // and what it is mapped to
	defer raw.Faults()()
	defer raw.Guard(&err)
	for _, s := range ix.segments {
		if err := s.Pages.Verify(ctx); err != nil {
			return err
		}
	}
	return nil
}
