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

// decode returns the text of a feed in UTF-8, by the name of the encoding that it says it is in, and
// that encoding where it is another. Nothing that could be read up to there is in UTF-16, and what
// the first bytes told, or the next are, counts for more than a name.
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

// isUTF8 reports whether what comes next has more than ASCII, and that in UTF-8, as no text in
// another encoding has it by chance.
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
