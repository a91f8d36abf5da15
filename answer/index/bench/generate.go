package main

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// The corpus that is made up. Its words are as unevenly frequent as those of a
// language (Zipf–Mandelbrot), and there are always new ones; what makes news news,
// words that keep company, it does not have. Figures of it compare engines, and
// tell little of a real archive.
const (
	madeUpLength     = 85 // of a passage, in words, at most; half as many at least
	madeUpVocabulary = 4_000_000
	perArticle       = 5 // passages
)

// generate writes a corpus of n passages and files of queries into dir, and
// returns their paths. The same n gives the same files.
func generate(dir string, n int) (corpus string, queries []string, err error) {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	zipf := rand.NewZipf(r, 1.08, 8, madeUpVocabulary)
	corpus = filepath.Join(dir, "made-up.tsv")
	f, err := os.Create(corpus)
	if err != nil {
		return "", nil, err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	for i := range n {
		fmt.Fprintf(w, "%d\t%d\t", i, i/perArticle)
		for j := range madeUpLength/2 + r.IntN(madeUpLength/2) {
			if j > 0 {
				_ = w.WriteByte(' ') // Flush has the error
			}
			_, _ = w.WriteString(madeUpWord(zipf.Uint64()))
		}
		_, _ = w.WriteString(".\n")
	}
	if err := errors.Join(w.Flush(), f.Close()); err != nil {
		return "", nil, err
	}
	for _, set := range []struct {
		name  string
		words int
	}{{"news", 10}, {"keywords", 4}, {"long", 25}} {
		var b strings.Builder
		for range 1000 {
			words := make([]string, set.words)
			for i := range words {
				words[i] = madeUpWord(20 + zipf.Uint64()) // the very first are as stop words
			}
			q := strings.Join(words, " ")
			fmt.Fprintf(&b, "%s\t%s\n", q, q)
		}
		path := filepath.Join(dir, "q_"+set.name+".txt")
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			return "", nil, err
		}
		queries = append(queries, path)
	}
	return corpus, queries, nil
}

// madeUpWord returns the word of a number: syllables, and a “q”, which no English
// ending follows.
func madeUpWord(n uint64) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	const syllables = uint64(len(consonants) * len(vowels))
	var word []byte
	for n += syllables; n > 0; n /= syllables {
		word = append(word, consonants[n%uint64(len(consonants))], vowels[n/uint64(len(consonants))%uint64(len(vowels))])
	}
	return string(append(word, 'q'))
}
