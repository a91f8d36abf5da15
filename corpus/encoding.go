package corpus

import (
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"
)

// IsUTF16 reports whether a text, or its beginning, has the mark of UTF-16, which some Windows
// programs save.
func IsUTF16(text string) bool {
	return strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff")
}

// FromUTF16 converts a text from UTF-16 to UTF-8, with U+FFFD for what is damaged.
func FromUTF16(r io.Reader) io.Reader {
	return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(r)
}
