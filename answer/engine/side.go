package engine

import (
	"cmp"
	"slices"

	"newshound/answer"
	"newshound/answer/inquiry"
	"newshound/answer/naming"
)

const (
	// otherSide is what is left of the weight of other sides' words in a side that has at
	// least ownWords words of its own.
	otherSide = 0.4
	ownWords  = 4
)

// of returns the expansion for a side: the words of other sides weigh less.
func (s side) of(x inquiry.Expansion) inquiry.Expansion {
	own := func(w inquiry.Want) bool { return w.Word.Start >= s.Side.Start && w.Word.Start < s.Side.End }
	n := 0
	for _, w := range x.Wants {
		if own(w) {
			n++
		}
	}
	if s.among < 2 || n < ownWords {
		return x
	}
	x.Wants = slices.Clone(x.Wants)
	for i, w := range x.Wants {
		if !own(w) {
			x.Wants[i].Weight *= otherSide
		}
	}
	return x
}

// divide divides each side into its clauses, unless there would be too many of all.
func divide(in inquiry.Inquiry, sides []side) {
	n := 0
	for i, s := range sides {
		sides[i].clauses = in.Clauses(s.Side)
		n += len(sides[i].clauses)
	}
	if n <= naming.MaxSides {
		return
	}
	for i := range sides {
		sides[i].clauses = nil
	}
}

// reweighed returns hits of a query with parts as they would be if its clauses had other weights,
// best first. from are its wants, and to the same ones with the other weights.
func reweighed(hits []answer.Hit, from, to []inquiry.Want) []answer.Hit {
	out := slices.Clone(hits)
	for i := range out {
		h := &out[i]
		h.Score = 0
		part := 0
		for j, w := range from {
			if w.Weight > 0 {
				h.Score += h.Parts[part] * to[j].Weight / w.Weight
				part++
			}
		}
	}
	slices.SortStableFunc(out, func(x, y answer.Hit) int { return cmp.Compare(y.Score, x.Score) })
	return out
}

// phrasesOf returns those of a question's phrases that stand in a side's part of it.
func phrasesOf(f naming.Side, all []exactPhrase) []exactPhrase {
	var own []exactPhrase
	for _, p := range all {
		if p.Start >= f.Start && p.Start < f.End {
			own = append(own, p)
		}
	}
	return own
}

// merge takes the hits of all sides by turns, the side with the best hit first, and then
// the hits of the whole question; each passage once. A score is lowered to that of the
// hit before it.
func merge(turns []turn, whole []ranked) ranking {
	slices.SortStableFunc(turns, func(a, b turn) int { return cmp.Compare(b.best(), a.best()) })
	seen := make(map[place]bool)
	var out ranking
	for _, t := range turns {
		out.sides = append(out.sides, t.side)
	}
	add := func(h ranked, side int) {
		at := placeOf(h.Passage)
		if seen[at] {
			return
		}
		seen[at] = true
		if n := len(out.passages); n > 0 {
			h.Score = min(h.Score, out.passages[n-1].Score)
		}
		h.side = side
		out.passages = append(out.passages, h)
	}
	for rank, more := 0, true; more; rank++ {
		more = false
		for i, t := range turns {
			if rank < len(t.found) {
				add(t.found[rank], i+1)
				more = true
			}
		}
	}
	for _, h := range whole {
		add(h, 0)
	}
	return out
}

// best returns the score of the best that was found.
func (t turn) best() float64 {
	if len(t.found) == 0 {
		return 0
	}
	return t.found[0].Score
}

// silent returns outlets of a question that asks two or more for the same: those of which no chosen
// quote is, and no other candidate would answer it.
func (s *search) silent(chosen, candidates []candidate) []string {
	sides := s.inquiry.Sides
	var out []string
	for _, side := range sides {
		other := func(o naming.Side) bool { return o.Start != side.Start || o.End != side.End }
		says := func(c candidate) bool { return c.isOf(side) && confidence(s.evidence(c)) >= enough }
		if len(sides) > 1 && !slices.ContainsFunc(sides, other) && !slices.ContainsFunc(chosen, func(c candidate) bool { return c.heardBy(side) }) && !slices.ContainsFunc(candidates, says) {
			out = append(out, side.Outlets[0])
		}
	}
	return out
}
