package records

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
)

// array reads objects of JSON that stand in an array, or one after the other, over as many
// lines as they like.
type array struct {
	r      *bufio.Reader
	n      int // objects that were read
	open   int // arrays that are not closed
	object bytes.Buffer
}

// read implements [reader].
func (a *array) read() ([]byte, int, error) {
	for {
		c, err := a.r.ReadByte()
		if err == io.EOF && a.open > 0 {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, a.n + 1, err
		}
		switch {
		case c == '[':
			a.open++
		case c == ']':
			a.open--
		case c == '{':
			a.n++
			object, err := a.rest()
			return object, a.n, err
		case c != ',' && !isBlank(c):
			return nil, a.n + 1, fmt.Errorf("there stands %q, and of JSON an array of objects is read, or objects one after the other", c)
		}
	}
}

// rest reads the object whose brace is behind, to the brace that closes it.
func (a *array) rest() ([]byte, error) {
	a.object.Reset()
	a.object.WriteByte('{')
	size, depth, quoted, escaped := 1, 1, false, false
	for depth > 0 {
		c, err := a.r.ReadByte()
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, err
		}
		switch {
		case escaped:
			escaped = false
		case quoted && c == '\\':
			escaped = true
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
		if size++; size <= MaxBytes {
			a.object.WriteByte(c)
		}
	}
	if size > MaxBytes {
		a.object = bytes.Buffer{}
		return nil, recordError(fmt.Sprintf("it has %d bytes, and an article may have %d: divide it", size, MaxBytes))
	}
	return a.object.Bytes(), nil
}

// place implements [reader].
func (*array) place(n int) (int, string) { return 0, fmt.Sprintf("article %d", n) }
