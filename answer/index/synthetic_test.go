package index

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"sync"

	"newshound/answer"
	"newshound/corpus"
)

// madeUpWords returns n made-up words, the shorter ones first.
func madeUpWords(n int) []string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	words := make([]string, 0, n)
	for i := 0; len(words) < n; i++ {
		var w []byte
		for j := i + len(consonants)*len(vowels); j > 0; j /= len(consonants) * len(vowels) {
			w = append(w, consonants[j%len(consonants)], vowels[j/len(consonants)%len(vowels)])
		}
		words = append(words, string(w)+"q") // which no English ending follows
	}
	return words
}

// synthetic returns articles of ten passages each, of words that are as
// unevenly frequent as those of a language, and names.
func synthetic(passages int) []*corpus.Article {
	r := rand.New(rand.NewPCG(1, 2))
	words := madeUpWords(100_000)
	zipf := rand.NewZipf(r, 1.1, 20, uint64(len(words)-1))
	text := func(n int) string {
		var b strings.Builder
		for i := range n {
			w := words[zipf.Uint64()]
			if r.IntN(12) == 0 {
				w = strings.ToUpper(w[:1]) + w[1:]
			}
			b.WriteString(w)
			switch {
			case i == n-1:
				b.WriteByte('.')
			case r.IntN(20) == 0:
				b.WriteString(". ")
			case r.IntN(2) == 0:
				b.WriteString(" the ")
			default:
				b.WriteByte(' ')
			}
		}
		return b.String()
	}
	var articles []*corpus.Article
	for n := 0; n < passages; {
		a := &corpus.Article{Meta: corpus.Meta{ID: strconv.Itoa(n), Headline: text(8), Outlet: "The Synthetic Times"}}
		for range min(10, passages-n) {
			start := len(a.Body)
			a.Body += text(110) // and the stop words
			a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Span: corpus.Span{Start: start, End: len(a.Body)}, N: len(a.Paragraphs) + 1})
			a.Body += "\n\n"
			n++
		}
		articles = append(articles, a)
	}
	return articles
}

// large is an index of as many passages as a year of one newspaper's front
// pages has.
var large = sync.OnceValue(func() *Index {
	return New(synthetic(87_000))
})

// questions makes queries of so many clauses; each has so many alternatives.
func questions(clauses, alts int) []answer.Query {
	words := madeUpWords(20_000)
	r := rand.New(rand.NewPCG(3, 4))
	queries := make([]answer.Query, 64)
	for i := range queries {
		queries[i].Limit = 200
		for range clauses {
			c := answer.Clause{Weight: 1 + r.Float64()}
			for k := range alts {
				// From the frequent to the rare, as the words of questions are.
				a := answer.Alt{Terms: []string{words[40+int(float64(len(words)-40)*r.Float64()*r.Float64()*r.Float64())]}, Weight: 1}
				if k == 2 {
					a.Terms = append(a.Terms, words[r.IntN(50)])
				}
				c.Alts = append(c.Alts, a)
			}
			queries[i].Clauses = append(queries[i].Clauses, c)
		}
	}
	return queries
}
