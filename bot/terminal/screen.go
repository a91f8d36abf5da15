package terminal

import (
	"io"
	"strconv"
	"strings"

	"github.com/rivo/uniseg"
)

// The controls of a terminal that are used, ECMA-48
// (https://www.ecma-international.org/publications-and-standards/standards/ecma-48/).
const (
	clearBelow  = "\x1b[J"
	clearScreen = "\x1b[H\x1b[2J"
)

// screen shows a line that is edited at a terminal. It wraps the line as the terminal does, with a
// character that does not fit going into the next row, so that the rows stay one line for a
// terminal that wraps again when it is resized.
type screen struct {
	out           io.Writer
	width, height int
	// prompt and line are what is shown. Nothing is shown where prompt is "".
	prompt string
	line   line
	row    int // the one of the cursor, of those that are shown
}

// rows are the offsets at which the rows of a text begin, and the place of the cursor in them.
type rows struct {
	starts      []int
	row, column int
}

// layout divides a text into rows of at most width columns, with the cursor at an offset.
func layout(text string, at, width int) rows {
	r := rows{starts: []int{0}}
	column, offset := 0, 0
	for rest, state := text, -1; ; {
		var c string
		var columns int
		if rest != "" {
			c, rest, columns, state = uniseg.FirstGraphemeClusterInString(rest, state)
		}
		if column+columns > width || c == "" && column == width {
			r.starts, column = append(r.starts, offset), 0
		}
		if offset == at {
			r.row, r.column = len(r.starts)-1, column
		}
		if c == "" {
			return r
		}
		offset, column = offset+len(c), column+columns
	}
}

// show shows a line behind a prompt, in place of what was shown. If it has more rows than the
// terminal, it shows those around the cursor.
func (s *screen) show(prompt string, l line) error {
	var b strings.Builder
	s.toStart(&b)
	text := prompt + l.text
	r := layout(text, len(prompt)+l.at, s.width)
	first := max(0, r.row-s.height+1)
	last := min(len(r.starts), first+s.height)
	end := len(text)
	if last < len(r.starts) {
		end = r.starts[last]
	}
	b.WriteString(text[r.starts[first]:end])
	if at := r.starts[last-1]; last == len(r.starts) && at == end && at > 0 {
		b.WriteString(" \r") // has the terminal begin the row that is empty
	}
	b.WriteByte('\r')
	move(&b, last-1-r.row, 'A')
	move(&b, r.column, 'C')
	s.prompt, s.line, s.row = prompt, l, r.row-first
	_, err := io.WriteString(s.out, b.String())
	return err
}

// toStart goes to the start of what is shown, and clears it.
func (s *screen) toStart(b *strings.Builder) {
	if s.prompt != "" {
		b.WriteByte('\r')
		move(b, s.row, 'A')
		b.WriteString(clearBelow)
	}
}

// move moves the cursor up or to the right.
func move(b *strings.Builder, by int, direction byte) {
	if by > 0 {
		b.WriteString("\x1b[" + strconv.Itoa(by) + string(direction))
	}
}

// leave shows a line for the last time, and moves to the row below it.
func (s *screen) leave(prompt string, l line) error {
	l.at = len(l.text)
	err := s.show(prompt, l)
	s.prompt = ""
	if err == nil {
		_, err = io.WriteString(s.out, "\r\n")
	}
	return err
}

// resize shows the line again after the terminal, which has wrapped it again, was resized.
func (s *screen) resize(width, height int) error {
	s.width, s.height = max(width, 2), max(height, 2)
	if s.prompt == "" {
		return nil
	}
	r := layout(s.prompt+s.line.text, len(s.prompt)+s.line.at, s.width)
	s.row = min(r.row, s.height-1)
	return s.show(s.prompt, s.line)
}
