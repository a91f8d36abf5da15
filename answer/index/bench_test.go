package index

import (
	"bytes"
	"cmp"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"newshound/answer"
	"newshound/answer/index/internal/segment"
	"newshound/answer/index/internal/vocabulary"
	"newshound/corpus"
)

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

// BenchmarkBuild writes an index to a file, in one piece and in several that do
// not fit in memory together.
func BenchmarkBuild(b *testing.B) {
	articles := synthetic(5_000)
	for _, c := range []struct {
		name   string
		memory int
	}{{"in memory", 0}, {"in pieces", 4 << 20}} {
		b.Run(c.name, func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "index")
			b.ReportAllocs()
			for b.Loop() {
				if err := Build(b.Context(), path, slices.Values(articles), Options{Memory: c.memory}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(5_000*float64(b.N)/b.Elapsed().Seconds(), "passages/s")
		})
	}
}

// BenchmarkOpen opens a file, and asks it a first question.
func BenchmarkOpen(b *testing.B) {
	path := filepath.Join(b.TempDir(), "index")
	if err := Build(b.Context(), path, slices.Values(synthetic(20_000)), Options{}); err != nil {
		b.Fatal(err)
	}
	q := questions(10, 1)[0]
	q.Limit = 10
	b.ReportAllocs()
	for b.Loop() {
		ix, err := Open(path)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := ix.Retrieve(b.Context(), q); err != nil {
			b.Fatal(err)
		}
	}
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

// BenchmarkRetrieveFiltered narrows questions of ten words in each way that there
// is.
func BenchmarkRetrieveFiltered(b *testing.B) {
	words := madeUpWords(2000)
	for _, c := range []struct {
		name   string
		filter answer.Filter
	}{
		{"outlet that has all", answer.Filter{Outlets: []string{"The Synthetic Times"}}},
		{"outlet that has none", answer.Filter{Outlets: []string{"The Times"}}},
		{"phrase of frequent words", answer.Filter{Phrases: [][]string{{words[3], words[5]}}}},
		{"phrase of rare words", answer.Filter{Phrases: [][]string{{words[1000], words[1500]}}}},
		{"without a frequent word", answer.Filter{Without: []string{words[10]}}},
	} {
		b.Run(c.name, func(b *testing.B) {
			ix := large()
			queries := questions(10, 1)
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				q := queries[i%len(queries)]
				q.Filter = c.filter
				if _, err := ix.Retrieve(b.Context(), q); err != nil {
					b.Fatal(err)
				}
				i++
			}
		})
	}
}

// BenchmarkPhrase finds rows of two words, of which the second is frequent.
func BenchmarkPhrase(b *testing.B) {
	words := madeUpWords(20_000)
	for _, first := range []int{3, 300, 3000} {
		b.Run("a word of rank "+strconv.Itoa(first)+" and one of rank 10", func(b *testing.B) {
			ix := large()
			q := answer.Query{Limit: 10, Clauses: []answer.Clause{{Weight: 1, Alts: []answer.Alt{{Terms: []string{words[first], words[10]}, Weight: 1}}}}}
			b.ReportAllocs()
			for b.Loop() {
				hits, err := ix.Retrieve(b.Context(), q)
				if err != nil || len(hits) == 0 {
					b.Fatal(len(hits), err)
				}
			}
			b.ReportMetric(float64(ix.DocFreq(words[first])+ix.DocFreq(words[10])), "postings")
		})
	}
}

func BenchmarkSimilar(b *testing.B) {
	parts := madeUpWords(1_000_000)
	r := rand.New(rand.NewPCG(5, 6))
	words := make([]string, len(parts))
	for i, w := range parts {
		words[i] = w[:len(w)-1] + parts[r.IntN(5000)]
	}
	slices.SortFunc(words, func(x, y string) int { return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y)) })
	words = slices.Compact(words)
	sw := segment.NewWriter("", false, nil)
	sw.StartTerms()
	var lexicon segment.WordWriter
	for _, w := range words {
		if len(w) <= segment.MaxWord {
			lexicon.Add(len(w), segment.WordCount{Word: w, Count: 1})
		}
	}
	lexicon.Finish(sw)
	var data bytes.Buffer
	if err := sw.WriteAll(&data); err != nil {
		b.Fatal(err)
	}
	v := vocabulary.New([]*segment.Segment{segment.Open(data.Bytes(), []*corpus.Article{})})
	misspelt := make([]string, 64)
	for i := range misspelt {
		w := []byte(words[r.IntN(len(words))])
		w = slices.Delete(w, 2, 3)
		w[3], w[4] = w[4], w[3]
		misspelt[i] = string(w)
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		v.Similar(misspelt[i%len(misspelt)])
		i++
	}
}
