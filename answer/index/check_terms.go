package index

import (
	"bytes"
	"context"
	"unicode/utf8"

	"newshound/answer/index/internal/bm25"
	"newshound/answer/index/internal/raw"
)

// checkTerms checks the dictionary, and all postings and positions.
func (s *segment) checkTerms(ctx context.Context) error {
	var (
		last   string
		n      int
		ends   [2]int
		blocks = (s.terms + termBlock - 1) / termBlock
		words  = make([]int, s.passages) // that the postings tell of
	)
	if at := s.section(secTermAt); raw.Uint32(at, 0) != 0 || raw.Uint32(at, blocks) != len(s.section(secTerms)) {
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
				checkMilestone(s.section(secTermKeys), n/(termBlock*blocksToMilestone), term)
			}
			if e.postings[0] != ends[0] || e.positions[0] != ends[1] || e.docFreq < 1 {
				raw.Damaged("the postings of %q are in the wrong place", term)
			}
			s.checkPostings(term, s.list(e), words)
			last, ends = term, [2]int{e.postings[1], e.positions[1]}
		}
	}
	if n != s.terms || ends != [2]int{len(s.section(secPostings)), len(s.section(secPositions))} {
		raw.Damaged("there are %d terms, and not %d, or their postings do not fill their section", n, s.terms)
	}
	for i := range s.passages {
		if int(uint16(words[i])) != s.length(i) {
			raw.Damaged("passage %d has %d words, and not %d", i, words[i], s.length(i))
		}
	}
	return nil
}

// checkPostings checks the postings of a term, and adds to words how often it is
// in every passage.
func (s *segment) checkPostings(term string, l list, words []int) {
	l.readPositions()
	var k seeker
	k.reset(l)
	n, before, exceptions, last := 0, 0, 0, -1
	chunk := -1
	table := l.positionsAt()
	for passage, ok := k.passage(); ok; passage, ok = k.passage() {
		if passage <= last || passage >= s.passages || k.number < chunk {
			raw.Damaged("a posting of %q is out of order", term)
		}
		body, header := k.freq(n)
		if body+header == 0 || l.impacts[n] != s.impacts.Of(body+bm25.HeaderWeight*header, s.length(passage)) {
			raw.Damaged("a frequency of %q is wrong", term)
		}
		if l.freqs[n] == escape {
			if raw.Uint32(l.exceptions, 2*exceptions) != n {
				raw.Damaged("a frequency of %q is missing", term)
			}
			exceptions++
		}
		if n > 0 && n%stride == 0 && raw.Uint32(l.positions, n/stride-1) != before {
			raw.Damaged("the positions of %q are in the wrong place", term)
		}
		positions := raw.Uint16s(raw.Cut(l.positions, table+2*before, table+2*(before+body)))
		for i := range positions {
			if i > 0 && positions[i] <= positions[i-1] {
				raw.Damaged("a position of %q is out of order", term)
			}
		}
		words[passage] += body
		before += body
		last, chunk = passage, k.number
		n++
		k.at++
	}
	if n != len(l.passages) || 8*exceptions != len(l.exceptions) || table+2*before != len(l.positions) {
		raw.Damaged("the postings of %q have the wrong number", term)
	}
}

// checkMilestone checks the i-th milestone, which is that of a string.
func checkMilestone(milestones []byte, i int, s string) {
	if !bytes.Equal(raw.Cut(milestones, milestoneSize*i, milestoneSize*(i+1)), appendMilestone(nil, s)) {
		raw.Damaged("the milestone of %q is wrong", s)
	}
}

// checkWords checks the words.
func (s *segment) checkWords() {
	groups := s.section(secWords)
	if raw.Uint32(groups, 0) != 4*(wordGroups+1) || raw.Uint32(groups, wordGroups) != len(groups) {
		raw.Damaged("the words do not fill their section")
	}
	for g := range wordGroups {
		if from, to := raw.Uint32(groups, g), raw.Uint32(groups, g+1); from == to {
			continue // most are empty
		}
		last := ""
		for r := s.wordsIn(g, g+1); ; {
			word, count, _, ok := r.next()
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
func (s *segment) checkNames(kind sectionKind) {
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
			if n.count <= 0 || j > 0 && n.count > names[j-1].count {
				raw.Damaged("the names of %q are out of order", key)
			}
		}
		last, end = string(key), to
	}
	if end != s.at[kind][1]-s.at[kind][0] {
		raw.Damaged("the names do not fill their section")
	}
}
