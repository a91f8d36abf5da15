package corpus

import (
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"
)

// IsUTF16 reports whether a text, or its beginning, has the mark of UTF-16, as what some programs
// of Windows save has.
func IsUTF16(text string) bool {
	return strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff")
}

// FromUTF16 returns a text of UTF-16 in UTF-8; what is damaged in it comes as U+FFFD.
func FromUTF16(r io.Reader) io.Reader {
	return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(r)
}
