package terminal

import (
	"bufio"
	"errors"
	"io"
	"strings"

	"newshound/bot"
)

// plainLines reads lines from anything. Of a line that is longer than a question may be, it keeps
// just enough to show that.
type plainLines struct{ in *bufio.Reader }

func newPlainLines(in io.Reader) *plainLines { return &plainLines{bufio.NewReader(in)} }

// ReadLine implements [lineReader].
func (l *plainLines) ReadLine() (string, error) {
	var line []byte
	for {
		part, err := l.in.ReadSlice('\n')
		if room := bot.MaxQuestion + 1 - len(line); room > 0 {
			line = append(line, part[:min(room, len(part))]...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && len(line) > 0:
			err = nil // a last line without an end is a line
		case err != nil:
			return "", err
		}
		return strings.TrimRight(string(line), "\r\n"), err
	}
}

// Close implements [lineReader]. The input is not ours to close.
func (l *plainLines) Close() error { return nil }

// prompted reads lines from a terminal that can do no more than write text, as in Emacs, behind a
// prompt.
type prompted struct {
	*plainLines
	out io.Writer
}

// ReadLine implements [lineReader].
func (p prompted) ReadLine() (string, error) {
	if _, err := io.WriteString(p.out, prompt); err != nil {
		return "", err
	}
	return p.plainLines.ReadLine()
}
