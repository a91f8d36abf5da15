package segment

import (
	"bytes"
	"context"
	"unicode/utf8"

	"newshound/answer/index/internal/raw"
)

// checkTerms checks the dictionary, and all postings and positions.
func (s *Segment) checkTerms(ctx context.Context) error {
	var (
		last   string
		n      int
		ends   [2]int
		blocks = (s.terms + termBlock - 1) / termBlock
		words  = make([]int, s.Passages) // that the postings tell of
	)
	if at := s.Section(TermAt); raw.Uint32(at, 0) != 0 || raw.Uint32(at, blocks) != len(s.Section(Terms)) {
		raw.Damaged("the terms do not fill their section")
	}
	for i := range blocks {
		if err := ctx.Err(); err != nil {
			return err
		}
		for r := s.readBlock(i, nil); r.next(); n++ {
			term, e := string(r.term), r.entry
			if n > 0 && term <= last {
				raw.Damaged("the term %q stands behind %q", term, last)
			}
			if n%(termBlock*blocksToMilestone) == 0 {
				checkMilestone(s.Section(TermKeys), n/(termBlock*blocksToMilestone), term)
			}
			if e.Postings[0] != ends[0] || e.Positions[0] != ends[1] || e.DocFreq < 1 {
				raw.Damaged("the postings of %q are in the wrong place", term)
			}
			s.lists.Check(term, s.List(e), words)
			last, ends = term, [2]int{e.Postings[1], e.Positions[1]}
		}
	}
	if n != s.terms || ends != [2]int{len(s.Section(Postings)), len(s.Section(Positions))} {
		raw.Damaged("there are %d terms, and not %d, or their postings do not fill their section", n, s.terms)
	}
	for i := range s.Passages {
		if int(uint16(words[i])) != s.Length(i) {
			raw.Damaged("passage %d has %d words, and not %d", i, words[i], s.Length(i))
		}
	}
	return nil
}

// checkMilestone checks the i-th milestone, which is that of a string.
func checkMilestone(milestones []byte, i int, s string) {
	if !bytes.Equal(raw.Cut(milestones, milestoneSize*i, milestoneSize*(i+1)), appendMilestone(nil, s)) {
		raw.Damaged("the milestone of %q is wrong", s)
	}
}

// checkWords checks the words.
func (s *Segment) checkWords() {
	groups := s.Section(Words)
	if raw.Uint32(groups, 0) != 4*(wordGroups+1) || raw.Uint32(groups, wordGroups) != len(groups) {
		raw.Damaged("the words do not fill their section")
	}
	for g := range wordGroups {
		if from, to := raw.Uint32(groups, g), raw.Uint32(groups, g+1); from == to {
			continue // most are empty
		}
		last := ""
		for r := s.wordsIn(g, g+1); ; {
			word, count, _, ok := r.Next()
			if !ok {
				break
			}
			if len(word) == 0 || wordGroup(utf8.RuneCount(word), word[0]) != g || string(word) <= last || count == 0 {
				raw.Damaged("the word %q is wrong", word)
			}
			last = string(word)
		}
	}
}

// checkNames checks a table of names.
func (s *Segment) checkNames(kind Kind) {
	t := s.table(kind)
	last, end := "", t.offsetsAt()+4*(t.n+1)
	for i := range t.n {
		key, rest := t.at(i)
		if i > 0 && string(key) <= last {
			raw.Damaged("the name %q is out of order", key)
		}
		if i%keysToMilestone == 0 {
			checkMilestone(t.milestones(), i/keysToMilestone, string(key))
		}
		from, to := t.offsets(i)
		if from != end {
			raw.Damaged("the name %q is in the wrong place", key)
		}
		names := readNames(rest)
		for j, n := range names {
			if n.Count <= 0 || j > 0 && n.Count > names[j-1].Count {
				raw.Damaged("the names of %q are out of order", key)
			}
		}
		last, end = string(key), to
	}
	if end != s.at[kind][1]-s.at[kind][0] {
		raw.Damaged("the names do not fill their section")
	}
}
