package corpus

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestFold folds texts made at random, and compares them with what is folded one
// character at a time.
func TestFold(t *testing.T) {
	plainly := func(s string) string {
		words := strings.FieldsFunc(s, isSpace)
		return strings.Map(foldRune, strings.Join(words, " "))
	}
	parts := []string{"The", "@[`{ZA", " ", "  ", "\t", "\n", "\x00", "\x1f\x7f", "É", "“so”", "—", "\u00a0", "\u200b", "it’s", "Counting-House", "9:30"}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		var text strings.Builder
		for range random.IntN(12) {
			text.WriteString(parts[random.IntN(len(parts))])
		}
		if got, want := string(fold(nil, text.String())), plainly(text.String()); got != want {
			t.Fatalf("fold(%q) = %q, want %q", text.String(), got, want)
		}
	}
}
