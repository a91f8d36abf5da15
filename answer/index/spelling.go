package index

import (
	"cmp"
	"slices"
)

// Words shorter than minSpelling are never taken for misspelt, words from
// twoErrors on may differ in two places.
const (
	minSpelling = 4
	twoErrors   = 8
	maxSimilar  = 3
)

// Similar implements [answer.Vocabulary]: the words within one edit of a short
// word and two of a long one that begin with the same letter, fewest edits
// first, then most frequent. An edit inserts, deletes, replaces one character
// or swaps two neighbours (Damerau 1964, optimal string alignment).
func (ix *Index) Similar(word string) []string {
	if len(word) < minSpelling {
		return nil
	}
	limit := 1
	if len(word) >= twoErrors {
		limit = 2
	}
	type candidate struct {
		wordCount
		edits int
	}
	var found []candidate
	var row editRows
	for n := max(minSpelling, len(word)-limit); n <= len(word)+limit && n < len(ix.lexicon.words); n++ {
		for _, w := range ix.lexicon.words[n] {
			if w.word[0] != word[0] && !(w.word[0] == word[1] && w.word[1] == word[0]) {
				continue
			}
			if d := row.distance(word, w.word, limit); d <= limit {
				found = append(found, candidate{w, d})
			}
		}
	}
	slices.SortFunc(found, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(x.edits, y.edits), cmp.Compare(y.count, x.count), cmp.Compare(x.word, y.word))
	})
	var words []string
	for _, c := range found[:min(len(found), maxSimilar)] {
		if c.edits == found[0].edits {
			words = append(words, c.word)
		}
	}
	return words
}

// editRows holds the three rows that the distance needs, for use again.
type editRows struct{ before, last, cur []int }

// distance returns the optimal string alignment distance of x and y, or
// something greater than limit as soon as it is known to be that.
func (r *editRows) distance(x, y string, limit int) int {
	for _, row := range []*[]int{&r.before, &r.last, &r.cur} {
		*row = slices.Grow((*row)[:0], len(y)+1)[:len(y)+1]
	}
	for j := range r.last {
		r.last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		r.cur[0] = i
		least := i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			d := min(r.last[j]+1, r.cur[j-1]+1, r.last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				d = min(d, r.before[j-2]+1)
			}
			r.cur[j] = d
			least = min(least, d)
		}
		if least > limit {
			return least
		}
		r.before, r.last, r.cur = r.last, r.cur, r.before
	}
	return r.last[len(y)]
}
