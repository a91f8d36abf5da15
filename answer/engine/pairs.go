package engine

import (
	"math/bits"
	"strings"

	"newshound/answer/analysis"
	"newshound/corpus"
)

// pairer finds pairs of words in analysed text that stand side by side in the question, too.
// One of the two may be a stop word: “cause of” is more than “cause”.
type pairer struct {
	places map[string]uint64 // for each term, a bit for each of its places in the question
	n      int               // the number of pairs
}

// mostPaired is the number of words of a question, its first, whose pairs are looked for.
const mostPaired = 64

// pair is one that a text has.
type pair struct {
	corpus.Span
	which uint64 // bits of the places of its second word
}

// newPairer returns a pairer for the tokens of a question.
func newPairer(question []analysis.Token) *pairer {
	question = question[:min(len(question), mostPaired)]
	p := &pairer{places: make(map[string]uint64), n: len(question) - 1}
	for i, t := range question {
		if t.Term != "" {
			p.places[t.Term] |= 1 << i
		}
	}
	return p
}

// pairsIn returns the question's pairs in the tokens of an article's body, in order. At least
// one word of each pair is among the matches.
func (p *pairer) pairsIn(body string, tokens []analysis.Token, matches []match) []pair {
	var out []pair
	add := func(i int) { // the pair that the i-th token ends
		if both := p.at(body, tokens[i-1]) << 1 & p.at(body, tokens[i]); both != 0 {
			out = append(out, pair{corpus.Span{Start: tokens[i-1].Start, End: tokens[i].End}, both})
		}
	}
	for _, m := range matches {
		if m.token > 0 {
			add(m.token)
		}
		if m.token+1 < len(tokens) {
			add(m.token + 1)
		}
	}
	return out
}

// at returns the places of a token in the question. A stop word may have no term yet.
func (p *pairer) at(body string, t analysis.Token) uint64 {
	if t.Term == "" {
		return p.places[strings.ToLower(body[t.Start:t.End])]
	}
	return p.places[t.Term]
}

// share returns the share of the question's pairs that stand in a part of a text. The given pairs
// are all of the text.
func (p *pairer) share(pairs []pair, part corpus.Span) float64 {
	var found uint64
	for _, x := range pairs {
		if x.Start >= part.End {
			break
		}
		if x.Start >= part.Start && x.End <= part.End {
			found |= x.which
		}
	}
	return float64(bits.OnesCount64(found)) / float64(max(1, p.n))
}
