package engine

import (
	"slices"

	"newshound/answer/analysis"
	"newshound/answer/inquiry"
	"newshound/corpus"
)

// match is one place in an article where a clause of the question is met.
type match struct {
	want   int
	weight float64
	corpus.Span
	token int // index of the first token, in the passage
}

// matcher finds the clauses of a question in analysed text.
type matcher struct {
	wants []inquiry.Want
	heads map[string][]altRef // alternatives, by their first terms
	// firsts has a bit set for the first letter and the length of each of these terms, so that
	// most words need not be looked up.
	firsts     [256]uint64
	beginnings *analysis.Beginnings // of all terms
	found      []match              // scratch
}

type altRef struct{ want, alt int }

func newMatcher(wants []inquiry.Want) *matcher {
	m := &matcher{wants: wants, heads: make(map[string][]altRef)}
	var terms []string
	for i, w := range wants {
		for j, a := range w.Alts {
			terms = append(terms, a.Terms...)
			term := a.Terms[0]
			m.heads[term] = append(m.heads[term], altRef{i, j})
			if term != "" {
				m.firsts[term[0]] |= 1 << (len(term) % 64)
			}
		}
	}
	m.beginnings = analysis.NewBeginnings(terms)
	return m
}

// find returns the matches in tokens, in order.
func (m *matcher) find(tokens []analysis.Token) []match {
	out := m.found[:0]
	for i, t := range tokens {
		if t.Stop || t.Term == "" || m.firsts[t.Term[0]]>>(len(t.Term)%64)&1 == 0 {
			continue
		}
		for _, ref := range m.heads[t.Term] {
			a := m.wants[ref.want].Alts[ref.alt]
			last, ok := phraseEnd(tokens, i, a.Terms)
			if !ok {
				continue
			}
			weight := a.Weight
			if ref.alt == 0 && t.Word != m.wants[ref.want].Word.Word {
				weight *= otherForm
			}
			out = append(out, match{
				want: ref.want, weight: weight, token: i,
				Span: corpus.Span{Start: t.Start, End: tokens[last].End},
			})
		}
	}
	m.lowerApart(out)
	m.lowerOthers(out, tokens)
	m.found = out
	return slices.Clone(out)
}

const (
	// numberBeside is how many words a number may stand from the name that it is part of:
	// iPhone 15, a 15th iPhone.
	numberBeside = 3
	// numberApart is what is left of the weight of such a number elsewhere.
	numberApart = 0.3
)

// lowerApart lowers the matches of numbers that are part of a name in the question and do not
// stand beside it: what costs $15 is no iPhone 15.
func (m *matcher) lowerApart(matches []match) {
	for i, x := range matches {
		if !m.wants[x.want].Word.Numbers {
			continue
		}
		beside := func(y match) bool {
			return y.want == x.want-1 && x.token-numberBeside <= y.token && y.token <= x.token+numberBeside
		}
		if !slices.ContainsFunc(matches, beside) {
			matches[i].weight *= numberApart
		}
	}
}

// numberOther is what is left of the weight of a name with another number behind it.
const numberOther = 0.5

// lowerOthers lowers the matches of names that have a number in the question and another one
// here: the iPhone 14 is not the iPhone 15.
func (m *matcher) lowerOthers(matches []match, tokens []analysis.Token) {
	for i, x := range matches {
		next := x.token + 1
		if x.want+1 >= len(m.wants) || !m.wants[x.want+1].Word.Numbers || next >= len(tokens) || !analysis.IsNumber(tokens[next].Word) || tokens[next].Start-x.End > 1 {
			continue
		}
		beside := func(y match) bool {
			return y.want == x.want+1 && x.token < y.token && y.token <= x.token+numberBeside
		}
		if !slices.ContainsFunc(matches, beside) {
			matches[i].weight *= numberOther
		}
	}
}

// otherForm is the weight of another form of a word: secretaries for secretary.
const otherForm = 0.93

// phraseEnd returns the index of the last token of the phrase that begins at
// the i-th token. One word may stand between two terms.
func phraseEnd(tokens []analysis.Token, i int, terms []string) (last int, ok bool) {
	for _, term := range terms[1:] {
		switch {
		case i+1 < len(tokens) && tokens[i+1].Term == term:
			i++
		case i+2 < len(tokens) && tokens[i+2].Term == term:
			i += 2
		default:
			return 0, false
		}
	}
	return i, true
}

// best returns for each clause the weight of its best match.
func best(wants int, matches []match) []float64 {
	return bestIn(make([]float64, wants), matches)
}

// bestIn does the same in w, which has a place for each clause, and returns w.
func bestIn(w []float64, matches []match) []float64 {
	clear(w)
	for _, m := range matches {
		w[m.want] = max(w[m.want], m.weight)
	}
	return w
}
