package jsonl

import (
	"bufio"
	"errors"
	"io"
)

// lineReader reads lines of any length, and holds none that is longer than
// MaxLineBytes.
type lineReader struct {
	r    *bufio.Reader
	long []byte // holds a line that is longer than r's buffer; reused
}

// next returns the next line and its size in bytes, without its end. The line
// is nil if it is longer than MaxLineBytes, and is valid until the next call.
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
		case more && size <= MaxLineBytes:
			l.long = append(l.long, part...)
			continue
		case more:
			l.long = nil
			continue
		case err != nil && !errors.Is(err, io.EOF):
			return nil, size, err
		case size > MaxLineBytes:
			l.long = nil
			return nil, size, err
		case size > len(part):
			l.long = append(l.long, part...)
			return l.long, size, err
		}
		return part, size, err
	}
}
