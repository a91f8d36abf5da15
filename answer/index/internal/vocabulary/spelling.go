package vocabulary

import (
	"bytes"
	"cmp"
	"math/bits"
	"slices"
	"unicode/utf8"

	"newshound/answer/index/internal/roll"
	"newshound/answer/index/internal/segment"
)

// Lengths of words, in characters: shorter ones than minSpelling and longer ones
// than maxSpelling are never taken for misspelt, those from twoErrors on may
// differ in two places.
const (
	minSpelling = 4
	twoErrors   = 8
	maxSpelling = segment.MaxWord
	maxSimilar  = 3
)

// Similar returns the words within one edit of a short
// word and two of a long one that begin with the same letter, fewest edits
// first, then most frequent. An edit inserts, deletes or replaces one character
// or swaps two neighbours, of which none is edited again (Damerau 1964, optimal
// string alignment). A swap may concern the first letter.
func (v *Vocabulary) Similar(word string) []string {
	n := utf8.RuneCountInString(word)
	if n < minSpelling || n > maxSpelling {
		return nil
	}
	limit := 1
	if n >= twoErrors {
		limit = 2
	}
	for _, seg := range v.segments {
		if count, _ := seg.CountOf(word); count > 0 { // nothing takes fewer edits
			return []string{word}
		}
	}
	s := speller{word: []rune(word), limit: limit}
	first, swapped := s.word[0], s.word[1]
	for length := max(minSpelling, n-limit); length <= min(maxSpelling, n+limit); length++ {
		for _, seg := range v.segments {
			s.look(seg, length, first)
			if first != swapped {
				s.look(seg, length, swapped)
			}
		}
	}
	return s.best()
}

// speller looks for the words that a word may be a misspelling of.
type speller struct {
	word  []rune
	limit int
	found []similar
	rows  [3][maxSpelling + 1]int
}

type similar struct {
	segment.WordCount
	edits int
}

// look looks through the words of a number of characters that begin with first,
// or if that is the second one with the first two in turn.
func (s *speller) look(in *segment.Segment, length int, first rune) {
	prefix := string(first)
	if first != s.word[0] {
		prefix += string(s.word[0])
	}
	var letters [maxSpelling]rune
	own := signature(s.word)
	for words := in.WordsOf(length, prefix[0]); ; {
		word, count, _, ok := words.Next()
		if !ok {
			return
		}
		if !bytes.HasPrefix(word, []byte(prefix)) {
			continue
		}
		n := 0
		for _, r := range string(word) {
			letters[n] = r
			n++
		}
		// An edit changes at most two bits.
		if bits.OnesCount64(own^signature(letters[:n])) > 2*s.limit {
			continue
		}
		if d := s.distance(letters[:n]); d <= s.limit {
			if count -= in.Roll.Count(roll.Word, string(word)); count <= 0 {
				continue
			}
			s.found = append(s.found, similar{segment.WordCount{Word: string(word), Count: count}, d})
		}
	}
}

// signature has a bit for every character, by its last six bits.
func signature(letters []rune) uint64 {
	set := uint64(0)
	for _, r := range letters {
		set |= 1 << (r & 63)
	}
	return set
}

// best returns the most frequent of the words that take the fewest edits.
func (s *speller) best() []string {
	slices.SortFunc(s.found, func(x, y similar) int { return cmp.Compare(x.Word, y.Word) })
	distinct := s.found[:0] // several segments may have a word
	for _, f := range s.found {
		if last := len(distinct) - 1; last >= 0 && distinct[last].Word == f.Word {
			distinct[last].Count += f.Count
		} else {
			distinct = append(distinct, f)
		}
	}
	s.found = distinct
	slices.SortFunc(s.found, func(x, y similar) int {
		return cmp.Or(cmp.Compare(x.edits, y.edits), cmp.Compare(y.Count, x.Count), cmp.Compare(x.Word, y.Word))
	})
	var words []string
	for _, f := range s.found[:min(len(s.found), maxSimilar)] {
		if f.edits == s.found[0].edits {
			words = append(words, f.Word)
		}
	}
	return words
}

// distance returns the optimal string alignment distance of the word and another one whose
// length differs by no more than the limit, or something greater than the limit as soon as
// it is known to be that. Only cells whose row and column differ by the limit or less are
// looked at: a path through any other takes more edits.
func (s *speller) distance(other []rune) int {
	x, y := s.word, other
	far := s.limit + 1
	before, last, cur := &s.rows[0], &s.rows[1], &s.rows[2]
	for j := range len(y) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		low, high := max(1, i-s.limit), min(len(y), i+s.limit)
		cur[low-1] = far
		if low == 1 {
			cur[0] = i
		}
		least := cur[low-1]
		for j := low; j <= high; j++ {
			d := last[j-1]
			if x[i-1] != y[j-1] {
				d++
			}
			d = min(d, last[j]+1, cur[j-1]+1)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				d = min(d, before[j-2]+1)
			}
			cur[j] = d
			least = min(least, d)
		}
		if least > s.limit {
			return far
		}
		if high < len(y) {
			cur[high+1] = far
		}
		before, last, cur = last, cur, before
	}
	return last[len(y)]
}
