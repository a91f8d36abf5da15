package records

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
)

// array reads JSON objects from an array, or one after the other, over any number of lines. An
// object that only wraps such an array, as in the answers of NewsAPI, the Guardian and JSON Feed,
// is skipped.
type array struct {
	r      *bufio.Reader
	n      int // objects that were read
	open   int // arrays that are not closed
	around int // objects that wrap the array
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
		if errors.Is(err, io.EOF) && a.open+a.around > 0 {
			err = io.ErrUnexpectedEOF
		}
		switch {
		case err != nil:
		case c == '[':
			a.open++
		case c == ']':
			err = a.close()
		case c == '{':
			object, err := a.rest()
			if object == nil && err == nil {
				continue // it was put round an array, in which the articles are
			}
			a.n++
			return object, a.n, err
		case c != ',' && !isBlank(c):
			err = errStray(c)
		}
		if err != nil {
			return nil, a.n + 1, err
		}
	}
}

// close reads the end of an array, and after the outermost one the rest of the objects that wrap it.
func (a *array) close() error {
	if a.open == 0 {
		return errStray(']')
	}
	if a.open--; a.open > 0 {
		return nil
	}
	return a.skipAround()
}

// errStray is the error for a character where an object should begin.
func errStray(c byte) error {
	return fmt.Errorf("%q stands where an object should begin: write an array of objects, or one object after the other", c)
}

// rest reads an object whose opening brace was read, to its closing one. It is nil where the
// object is found to be put round an array of articles, whose bracket has then been read.
func (a *array) rest() ([]byte, error) {
	a.object.Reset()
	a.object.WriteByte('{')
	in := scan{depth: 1}
	size := 1
	for in.depth > 0 {
		part, err := a.follow(&in)
		if err != nil {
			return nil, err
		}
		if size += len(part); size <= MaxBytes {
			a.object.Write(part)
		}
		_, _ = a.r.Discard(len(part)) // it is there
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

// skipAround reads on behind an array to the end of the objects that are put round it, or to
// another array of articles in them. One that has a text of its own is an error about it: it is
// an article, and not put round others.
func (a *array) skipAround() error {
	in := scan{depth: a.around}
	for in.depth > 0 {
		part, err := a.follow(&in)
		if err != nil {
			return err
		}
		_, _ = a.r.Discard(len(part)) // it is there
		if in.list && a.holdsObjects() {
			a.open, a.around = 1, in.depth-1
			return nil
		}
	}
	a.around = 0
	if in.article {
		return recordError("behind it stands a text of what it is a part of, which is not read: put that text before its lists")
	}
	return nil
}

// follow scans the buffer to the end of the object, or to an array that may hold articles. The
// file may not end before.
func (a *array) follow(in *scan) ([]byte, error) {
	if _, err := a.r.Peek(1); err == io.EOF {
		return nil, io.ErrUnexpectedEOF
	} else if err != nil {
		return nil, err
	}
	part, err := a.r.Peek(a.r.Buffered())
	return part[:in.follow(part)], err
}

// holdsObjects reports whether an array whose bracket was read begins with an object.
func (a *array) holdsObjects() bool {
	c, err := firstOf(a.r)
	return err == nil && c == '{'
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

// follow takes the next bytes, and returns of how many it did: of all, or of those up to the
// end of the object or to where a list begins.
func (s *scan) follow(part []byte) int {
	for n := 0; n < len(part); n++ {
		if s.quoted && !s.escaped {
			from := n
			for n < len(part) && part[n] != '"' && part[n] != '\\' {
				n++
			}
			s.text = append(s.text, part[from:min(n, from+maxName+1-len(s.text))]...)
			if n == len(part) {
				break
			}
		}
		if s.next(part[n]); s.depth == 0 || s.list {
			return n + 1
		}
	}
	return len(part)
}

// next takes a byte that means something, or one outside of strings.
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
