package vocabulary

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"newshound/answer/index/internal/build"
	"newshound/answer/index/internal/segment"
	"newshound/corpus"
)

func TestSimilar(t *testing.T) {
	for _, c := range []struct {
		name, words, word, want string
	}{
		{"insert", "mccaskill", "mccaskil", "mccaskill"},
		{"delete", "mueller", "muelller", "mueller"},
		{"replace", "mueller", "muellor", "mueller"},
		{"swap", "mueller", "muleler", "mueller"},
		{"swap at the start", "mueller", "umeller", "mueller"},
		{"swap at the end", "mueller", "muellre", "mueller"},
		{"another first letter", "mueller", "nueller", ""},
		{"first letter left out", "mueller", "ueller", ""},
		{"first letter doubled", "mueller", "mmueller", "mueller"},
		{"two edits of a short word", "mueller", "muelor", ""},
		{"two edits of seven letters", "mueller", "moellor", ""},
		{"two edits of eight letters", "lawmaker", "lowmakor", "lawmaker"},
		{"three edits", "lawmaker", "lowmokor", ""},
		{"two insertions", "manafort", "manaf", ""},
		{"two insertions into eight letters", "supervisor", "supervis", "supervisor"},
		{"too short", "iran", "irn", ""},
		{"found too short", "irn", "iran", ""},
		{"four letters", "iraq", "irak", "iraq"},
		{"fewest edits first", "lawmakers lawmaker", "lawmakerss", "lawmakers"},
		{"frequent first", "marble marvle marvle market", "marple", "marvle marble"},
		{"then by the alphabet", "tanker tacker tasker", "taker", "tacker tanker tasker"},
		{"no more than three", "banker backer barker basker bakker", "baker", "backer bakker banker"},
		{"stop words are none", "there", "thene", ""},
		{"the word itself", "mueller muellor", "mueller", "mueller"},
		{"the same letter twice", "aardvark", "aardvrak", "aardvark"},
		{"characters, not bytes", "москва", "масква", "москва"},
		{"a swap of characters", "москва", "омсква", "москва"},
		{"two edits of four characters", "рука", "роко", ""}, // eight bytes
		{"three characters", "рук", "рак", ""},
		{"one byte of two alike", "рука", "руеа", "рука"},
		{"another first character", "рука", "сука", ""}, // that begins with the same byte
		{"a character against bytes", "mullers", "mülers", ""},
		{"accents are folded", "Orbán", "orban", "orban"},
		{"nothing", "", "mueller", ""},
		{"empty", "mueller", "", ""},
	} {
		v := vocabularyOf(c.words)
		if got := strings.Join(v.Similar(c.word), " "); got != c.want {
			t.Errorf("%s: of %q, Similar(%q) = %q, want %q", c.name, c.words, c.word, got, c.want)
		}
	}
}

// TestSimilarBounds asks for what is no word.
func TestSimilarBounds(t *testing.T) {
	long := strings.Repeat("a", segment.MaxWord)
	v := vocabularyOf(long, long+"aaa", strings.Repeat("b", 100_000))
	if got := v.Similar(long[1:]); !slices.Equal(got, []string{long}) {
		t.Errorf("Similar of %d letters = %q, want the word of one more", segment.MaxWord-1, got)
	}
	if got := v.Similar(long); !slices.Equal(got, []string{long}) {
		t.Errorf("Similar of %d letters = %q, want it", segment.MaxWord, got)
	}
	for _, w := range []string{long + "a", long + "aaa", strings.Repeat("b", 100_000), "\xff\xff\xff\xff\xff"} {
		if got := v.Similar(w); got != nil {
			t.Errorf("Similar of %d bytes = %d words, want none", len(w), len(got))
		}
	}
}

// osa is the optimal string alignment distance, straight from its definition.
func osa(x, y []rune) int {
	if len(x) == 0 || len(y) == 0 {
		return len(x) + len(y)
	}
	i, j := len(x)-1, len(y)-1
	cost := 1
	if x[i] == y[j] {
		cost = 0
	}
	d := min(osa(x[:i], y)+1, osa(x, y[:j])+1, osa(x[:i], y[:j])+cost)
	if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
		d = min(d, osa(x[:i-1], y[:j-1])+1)
	}
	return d
}

func TestDistance(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	draw := func() []rune {
		w := make([]rune, 1+r.IntN(6))
		for i := range w {
			w[i] = []rune("abж")[r.IntN(3)]
		}
		return w
	}
	var s speller
	for range 10_000 {
		x, y, limit := draw(), draw(), 1+r.IntN(2)
		if len(x) > len(y)+limit || len(y) > len(x)+limit {
			continue // such words are not compared
		}
		s.word, s.limit = x, limit
		got, want := s.distance(y), osa(x, y)
		if got != want && (want <= limit || got <= limit) {
			t.Fatalf("distance(%s, %s) up to %d = %d, want %d", string(x), string(y), limit, got, want)
		}
	}
}

// vocabularyOf returns the vocabulary of a segment that has an article of each text.
func vocabularyOf(texts ...string) *Vocabulary {
	var articles []*corpus.Article
	for i, text := range texts {
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: strconv.Itoa(i)}, text))
	}
	var data bytes.Buffer
	if err := build.InMemory(articles).WriteAll(&data); err != nil {
		panic(err) // there is nothing that can fail in memory
	}
	return New([]*segment.Segment{segment.Open(data.Bytes(), articles)})
}
