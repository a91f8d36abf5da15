package disk

import (
	"io"
	"math"
	"os"
	"unsafe"
)

// Spool takes in bytes until they are wanted: in memory, or if it has a
// directory in a file there, which loses its name at once and so goes with the process. Or
// it is a buffer before where they are wanted. The first error stays and is returned by
// CopyTo. The zero value keeps all in memory.
type Spool struct {
	dir  string
	to   io.Writer // where they are wanted, or nil
	full [][]byte  // before buf, in memory
	buf  []byte
	file *os.File
	size int // of all that was written
	err  error
}

// spoolBuffer is what a spool keeps in memory, and one that keeps all there keeps in a
// piece, unless more is written at once.
const spoolBuffer = 1 << 18

// NewSpool returns a spool with a directory, or none if that is "".
func NewSpool(dir string) *Spool { return &Spool{dir: dir} }

// PassTo makes the spool a buffer before w.
func (s *Spool) PassTo(w io.Writer) { s.to = w }

// Size returns the number of bytes that were written.
func (s *Spool) Size() int { return s.size }

// Add takes in p.
func (s *Spool) Add(p []byte) {
	if s.size > math.MaxInt-len(p) && s.err == nil {
		s.err = errTooLarge
	}
	s.size += len(p)
	if len(p) > cap(s.buf)-len(s.buf) && !s.makeRoom(len(p)) {
		s.direct(p)
		return
	}
	s.buf = append(s.buf, p...)
}

// AddString takes in p, which need not be copied for that.
func (s *Spool) AddString(p string) { s.Add(unsafe.Slice(unsafe.StringData(p), len(p))) }

// makeRoom makes room for n more bytes in the buffer, and reports whether there can be any.
func (s *Spool) makeRoom(n int) bool {
	const least = 1 << 9
	switch {
	case s.inMemory():
		s.full = append(s.full, s.buf)
		s.buf = make([]byte, 0, max(least, min(2*cap(s.buf), spoolBuffer), n))
	case len(s.buf)+n <= spoolBuffer:
		larger := make([]byte, len(s.buf), min(max(least, 2*cap(s.buf), len(s.buf)+n), spoolBuffer))
		copy(larger, s.buf)
		s.buf = larger
	default:
		s.flush()
		return n <= spoolBuffer && (n <= cap(s.buf) || s.makeRoom(n))
	}
	return true
}

func (s *Spool) inMemory() bool { return s.dir == "" && s.to == nil }

func (s *Spool) flush() {
	s.direct(s.buf)
	s.buf = s.buf[:0]
}

func (s *Spool) direct(p []byte) {
	if s.to == nil && s.file == nil && s.err == nil {
		s.file, s.err = CreateTemp(s.dir)
		s.to = s.file
	}
	if s.err == nil {
		_, s.err = s.to.Write(p)
	}
}

// Err returns the first error of writing what was taken in, so far.
func (s *Spool) Err() error { return s.err }

// CopyTo writes to w all that the spool took in.
func (s *Spool) CopyTo(w io.Writer) error {
	if s.err != nil {
		return s.err
	}
	if s.file != nil {
		if _, err := s.file.Seek(0, io.SeekStart); err != nil {
			return err
		}
		// Without their own ways of copying, which do it in small pieces.
		if _, err := io.CopyBuffer(struct{ io.Writer }{w}, struct{ io.Reader }{s.file}, make([]byte, spoolBuffer)); err != nil {
			return err
		}
	}
	for _, part := range append(s.full, s.buf) {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}

// Write implements [io.Writer]. Its errors are those of CopyTo.
func (s *Spool) Write(p []byte) (int, error) {
	s.Add(p)
	return len(p), nil
}

// Close gives back what the spool holds.
func (s *Spool) Close() {
	if s.file != nil {
		CloseTemp(s.file)
		s.file = nil
	}
	s.full, s.buf = nil, nil
}

// CreateTemp makes a file that goes with the process.
func CreateTemp(dir string) (*os.File, error) {
	f, err := os.CreateTemp(dir, ".newshound-*")
	if err == nil {
		_ = os.Remove(f.Name()) // where an open file cannot be removed, CloseTemp does it
	}
	return f, err
}

// CloseTemp closes and removes what [CreateTemp] made.
func CloseTemp(f *os.File) {
	_ = f.Close() // nothing of it is wanted any more
	_ = os.Remove(f.Name())
}
