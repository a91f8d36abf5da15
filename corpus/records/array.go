package records

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"
)

// array reads objects of JSON that stand in an array, or one after the other, over as many
// lines as they like. An object that is only put round such an array, as the answers of
// NewsAPI, the Guardian and JSON Feed are, is passed over.
type array struct {
	r      *bufio.Reader
	n      int // objects that were read
	open   int // arrays that are not closed
	around int // objects round the array that is read
	object bytes.Buffer
}

// lists are the names under which an object that is put round articles has them.
var lists = []string{"articles", "items", "results", "docs", "stories", "posts", "data"}

// bodies are the names under which an article has its text, and then lists nothing else.
var bodies = []string{"body", "text", "content", "maintext", "articleBody", "article"}

// read implements [reader].
func (a *array) read() ([]byte, int, error) {
	for {
		c, err := a.r.ReadByte()
		if err == io.EOF && a.open+a.around > 0 {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, a.n + 1, err
		}
		switch {
		case c == '[':
			a.open++
		case c == ']':
			if a.open--; a.open == 0 {
				if err := a.skipAround(); err != nil {
					return nil, a.n + 1, err
				}
			}
		case c == '{':
			object, err := a.rest()
			if object == nil && err == nil {
				continue // it was put round an array, in which the articles are
			}
			a.n++
			return object, a.n, err
		case c != ',' && !isBlank(c):
			return nil, a.n + 1, fmt.Errorf("there stands %q, and of JSON an array of objects is read, or objects one after the other", c)
		}
	}
}

// rest reads an object whose opening brace was read, to its closing one. It is nil where the
// object is found to be put round an array of articles, whose bracket has then been read.
func (a *array) rest() ([]byte, error) {
	a.object.Reset()
	a.object.WriteByte('{')
	in := scan{depth: 1}
	size := 1
	for in.depth > 0 {
		c, err := a.readByte()
		if err != nil {
			return nil, err
		}
		in.next(c)
		if size++; size <= MaxBytes {
			a.object.WriteByte(c)
		}
		if in.list && a.open == 0 && a.holdsObjects() {
			a.open, a.around = 1, in.depth-1
			return nil, nil
		}
	}
	if size > MaxBytes {
		a.object = bytes.Buffer{}
		return nil, recordError(fmt.Sprintf("it has %d bytes, and an article may have %d: divide it", size, MaxBytes))
	}
	return a.object.Bytes(), nil
}

// skipAround reads on behind an array to the end of the objects that are put round it.
func (a *array) skipAround() error {
	for in := (scan{depth: a.around}); in.depth > 0; {
		c, err := a.readByte()
		if err != nil {
			return err
		}
		in.next(c)
	}
	a.around = 0
	return nil
}

// holdsObjects reports whether an array whose bracket was read begins with an object.
func (a *array) holdsObjects() bool {
	c, err := firstOf(a.r)
	return err == nil && c == '{'
}

// readByte reads a byte within an object, which the file may not end in.
func (a *array) readByte() (byte, error) {
	c, err := a.r.ReadByte()
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return c, err
}

// place implements [reader].
func (*array) place(n int) (int, string) { return 0, fmt.Sprintf("article %d", n) }

// scan follows the bytes of an object of JSON as far as is needed to find its end, and an array
// of articles in it.
type scan struct {
	depth   int // objects and arrays that are open
	quoted  bool
	escaped bool
	text    []byte // the last string, as far as it may be a name that matters
	last    byte   // what came last that is not blank, outside of strings
	article bool   // the object has a body of its own
	list    bool   // the last byte begins what may be a list of articles
}

// maxName is the length of the longest name that matters.
const maxName = 11

// next takes the next byte.
func (s *scan) next(c byte) {
	s.list = false
	switch {
	case s.escaped:
		s.escaped = false
	case s.quoted && c == '\\':
		s.escaped = true
	case c == '"':
		if s.quoted = !s.quoted; s.quoted {
			s.text = s.text[:0]
		}
	case s.quoted:
		if len(s.text) <= maxName {
			s.text = append(s.text, c)
		}
	case c == '{' || c == '[':
		s.list = c == '[' && s.last == ':' && !s.article && slices.Contains(lists, string(s.text))
		s.depth++
	case c == '}' || c == ']':
		s.depth--
	case c == ':':
		s.article = s.article || s.depth == 1 && slices.Contains(bodies, string(s.text))
	}
	if !s.quoted && !isBlank(c) {
		s.last = c
	}
}
