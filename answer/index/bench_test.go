package index

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"newshound/answer"
	"newshound/corpus"
)

// vocabulary returns n made-up words, the shorter ones first.
func vocabulary(n int) []string {
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
	words := vocabulary(100_000)
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

func BenchmarkNew(b *testing.B) {
	articles := synthetic(5_000)
	size := 0
	for _, a := range articles {
		size += len(a.Body)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		New(articles)
	}
}

// large is an index of as many passages as a year of one newspaper's front
// pages has.
var large = sync.OnceValue(func() *Index {
	return New(synthetic(87_000))
})

// questions makes queries of so many clauses; each has so many alternatives.
func questions(clauses, alts int) []answer.Query {
	words := vocabulary(20_000)
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

func BenchmarkRetrieve(b *testing.B) {
	for _, c := range []struct {
		name          string
		clauses, alts int
	}{{"3 words", 3, 1}, {"10 words", 10, 1}, {"25 words", 25, 1}, {"10 words of 3 alternatives", 10, 3}} {
		b.Run(c.name, func(b *testing.B) {
			ix := large()
			queries := questions(c.clauses, c.alts)
			postings := 0
			for _, q := range queries {
				for _, c := range q.Clauses {
					for _, a := range c.Alts {
						postings += ix.DocFreq(a.Terms[0])
					}
				}
			}
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				if _, err := ix.Retrieve(b.Context(), queries[i%len(queries)]); err != nil {
					b.Fatal(err)
				}
				i++
			}
			b.ReportMetric(float64(postings)/float64(len(queries)), "postings/query")
		})
	}
}

func BenchmarkSimilar(b *testing.B) {
	words := vocabulary(1_000_000)
	r := rand.New(rand.NewPCG(5, 6))
	counted := make([]wordCount, len(words))
	for i, w := range words {
		counted[i] = wordCount{word: w[:len(w)-1] + words[r.IntN(5000)], count: 1}
	}
	slices.SortFunc(counted, compareWords)
	counted = slices.Compact(counted)
	sw := newSegmentWriter("", false)
	sw.startTerms()
	writeWords(sw.spools[secWords], counted)
	var data buffer
	if err := sw.writeTo(&data); err != nil {
		b.Fatal(err)
	}
	ix := &Index{segments: []*segment{openSegment(data, []*corpus.Article{})}}
	misspelt := make([]string, 64)
	for i := range misspelt {
		w := []byte(counted[r.IntN(len(counted))].word)
		w = slices.Delete(w, 2, 3)
		w[3], w[4] = w[4], w[3]
		misspelt[i] = string(w)
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		ix.Similar(misspelt[i%len(misspelt)])
		i++
	}
}
