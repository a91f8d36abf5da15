package records

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// converted reads the records of a file that was converted to UTF-8.
type converted struct {
	reader

	encoding string // that it was in
}

// read implements [reader].
func (c converted) read() ([]byte, int, error) {
	object, at, err := c.reader.read()
	if err == nil {
		err = damaged(object, c.encoding)
	}
	return object, at, err
}

// damaged returns an error for an object from a text that was converted from an encoding if it has
// U+FFFD, as what could not be converted has become.
func damaged(object []byte, encoding string) error {
	if encoding == "" || !bytes.ContainsRune(object, utf8.RuneError) {
		return nil
	}
	return recordError(fmt.Sprintf("it is damaged, or not in the encoding %s, as it says: save the file anew as UTF-8", encoding))
}

// decode converts the rest of a feed to UTF-8 from the encoding that it names, which is remembered
// if it is another. It cannot be UTF-16, or the name could not have been read. The first bytes of the
// file, and those that follow here, count for more than the name.
func (f *feed) decode(name string, text io.Reader) (io.Reader, error) {
	e, known := charset.Lookup(name)
	switch {
	case e == nil || known == "replacement": // which stands for what browsers do not read either
		return nil, fmt.Errorf("it is in %s: convert it to UTF-8, and say so in its first line", name)
	case f.marked || known == "utf-8" || strings.HasPrefix(known, "utf-16") || isUTF8(f.in.r):
		return text, nil
	}
	f.encoding = known
	return e.NewDecoder().Reader(text), nil
}

// isUTF8 reports whether the text ahead has characters beyond ASCII, all valid UTF-8: text in another
// encoding never is by chance.
func isUTF8(r *bufio.Reader) bool {
	next, _ := r.Peek(buffer) // whatever cannot be read is told later
	ascii := !bytes.ContainsFunc(next, func(c rune) bool { return c >= utf8.RuneSelf })
	for range utf8.UTFMax { // the last character may be cut
		if len(next) > 0 && !utf8.Valid(next) {
			next = next[:len(next)-1]
		}
	}
	return !ascii && utf8.Valid(next)
}
