package answer

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
)

// TestTakeWords compares it, wherever a word begins and ends among eight
// characters, with what it says of itself, one character at a time.
func TestTakeWords(t *testing.T) {
	slowly := func(text string, limit int) (n, next int) {
		size := 0
		for i, r := range text {
			width := len(string(r))
			switch {
			case unicode.IsSpace(r):
				size = 0
			case size > 0 && size < longWord:
				size += width
			case n == limit:
				return n, i
			default:
				n, size = n+1, width
			}
		}
		return n, len(text)
	}
	pieces := []string{"a", "of", "word", "another", "counter", "8letters", "nineteenth", "é", "“", " ", " ", " ", "  ", "\n\n", "\u2009",
		"\x01", "\x7f", strings.Repeat("x", 55), strings.Repeat("y", 63), strings.Repeat("z", 70)}
	random := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		var b strings.Builder
		for range random.IntN(30) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		text := b.String()
		for _, limit := range []int{0, 1, 5, math.MaxInt} {
			n, next := takeWords(text, limit)
			if wantN, wantNext := slowly(text, limit); n != wantN || next != wantNext {
				t.Fatalf("takeWords(%q, %d) = %d, %d; want %d, %d", text, limit, n, next, wantN, wantNext)
			}
		}
	}
}
