package eval

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// maxLine bounds one line of an evaluation file, which holds a question or a
// judgement, never an article.
const maxLine = 1 << 20

// eachLine calls do with every line of r that is not blank, without its end,
// and its number from 1. An error of do ends it, as does a line that is too
// long or not UTF-8; the error is prefixed with name:line.
func eachLine(r io.Reader, name string, do func(n int, line []byte) error) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	n := 0
	for lines.Scan() {
		n++
		line := lines.Bytes()
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte(byteOrderMark))
		}
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		if !utf8.Valid(line) {
			return fmt.Errorf("%s:%d: not valid UTF-8", name, n)
		}
		if err := do(n, line); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	if err := lines.Err(); err != nil {
		if errors.Is(err, bufio.ErrTooLong) {
			return fmt.Errorf("%s:%d: longer than %d bytes", name, n+1, maxLine)
		}
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// byteOrderMark may open a file that an editor on Windows wrote.
const byteOrderMark = "\ufeff"
