package records

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// lines reads lines of JSON, of which those that are blank are none.
type lines struct {
	in    lineReader
	n     int
	ended bool
}

// read implements [reader].
func (l *lines) read() ([]byte, int, error) {
	for !l.ended {
		line, size, err := l.in.next()
		l.n++
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, l.n, err
		}
		l.ended = err != nil
		if size > MaxBytes {
			return nil, l.n, recordError(fmt.Sprintf("the line has %d bytes, and a line may have %d: put one article on each line", size, MaxBytes))
		}
		if len(bytes.TrimSpace(line)) > 0 {
			return line, l.n, nil
		}
	}
	return nil, l.n, io.EOF
}

// place implements [reader].
func (*lines) place(n int) (int, string) { return n, "" }

// lineReader reads lines of any length, and holds none that is longer than
// MaxBytes.
type lineReader struct {
	r    *bufio.Reader
	long []byte // holds a line that is longer than r's buffer; reused
}

// next returns the next line and its size in bytes, without its end. The line
// is nil if it is longer than MaxBytes, and is valid until the next call.
// The last line comes with io.EOF, and may be empty.
func (l *lineReader) next() (line []byte, size int, err error) {
	l.long = l.long[:0]
	for {
		part, err := l.r.ReadSlice('\n')
		if err == nil {
			part = part[:len(part)-1]
		}
		size += len(part)
		more := errors.Is(err, bufio.ErrBufferFull)
		switch {
		case more && size <= MaxBytes:
			l.long = append(l.long, part...)
			continue
		case more:
			l.long = nil
			continue
		case err != nil && !errors.Is(err, io.EOF):
			return nil, size, err
		case size > MaxBytes:
			l.long = nil
			return nil, size, err
		case size > len(part):
			l.long = append(l.long, part...)
			return l.long, size, err
		}
		return part, size, err
	}
}
