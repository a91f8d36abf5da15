package analysis

import (
	"math/rand/v2"
	"strings"
	"testing"

	reference "github.com/kljensen/snowball/english"
)

// TestSnowball compares the stemmer with another one, on the words of a dictionary and
// on rows of letters and endings.
func TestSnowball(t *testing.T) {
	check := func(word string) {
		if len(word) > longestWord {
			return
		}
		if got, want := snowball(word), reference.Stem(word, true); got != want {
			t.Errorf("the stem of %q is %q, want %q", word, got, want)
		}
	}
	endings := []string{"s", "es", "ies", "ied", "sses", "us", "ss", "eed", "eedly", "ed", "edly", "ing", "ingly", "y", "e", "ll", "at", "bl", "iz"}
	for _, list := range [][]ending{longEndings, middleEndings, lastEndings} {
		for _, e := range list {
			endings = append(endings, e.suffix)
		}
	}
	for word := range strings.FieldsSeq(english) {
		check(word)
		check(word + endings[len(word)*7%len(endings)])
	}
	for word := range unstemmed {
		check(word)
		check(word + "s")
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 100_000 {
		var b strings.Builder
		for range random.IntN(5) {
			b.WriteByte("aeiouyybdglmnrstvwx"[random.IntN(19)])
		}
		for range random.IntN(3) {
			b.WriteString(endings[random.IntN(len(endings))])
		}
		check(b.String())
	}
}

func BenchmarkSnowball(b *testing.B) {
	words := strings.Fields(english)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		snowball(words[i%len(words)])
		i++
	}
}
