package engine

import (
	"cmp"
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/calendar"
	"newshound/answer/naming"
)

// clauseWords is the number of words that a clause has at least, and leaves to the others, to
// be searched by itself.
const clauseWords = 6

// clauses divides what a question asks of a side, or all that it asks, into parts of some
// length: a comparison, or a riddle of several clues, asks for what stands in as many
// passages. A side that is too short, or has too many, is one clause.
func (in inquiry) clauses(of naming.Facet) []naming.Facet {
	var out []naming.Facet
	rest := of
	for _, at := range in.clauseStarts(of) {
		if in.asksBetween(rest.Start, at) < clauseWords {
			continue
		}
		if in.asksBetween(at, of.End) < clauseWords {
			break
		}
		clause := rest
		clause.End, rest.Start = at, at
		out = append(out, clause)
	}
	if len(out) >= naming.MaxFacets {
		return []naming.Facet{of}
	}
	return append(out, rest)
}

// divide tells of each side what clauses it has, unless there would be too many.
func (in inquiry) divide(sides []side) {
	n := 0
	for i, s := range sides {
		sides[i].clauses = in.clauses(s.Facet)
		n += len(sides[i].clauses)
	}
	if n <= naming.MaxFacets {
		return
	}
	for i := range sides {
		sides[i].clauses = nil
	}
}

// clauseStarts returns where, in a side of the question, a clause may begin, rising.
func (in inquiry) clauseStarts(of naming.Facet) []int {
	var out []int
	for i := of.Start; i < of.End; i++ {
		inside := func(d calendar.Named) bool { return d.Start < i && i < d.End }
		begins := func(separator string) bool { return strings.HasPrefix(in.text[i:of.End], separator) }
		if slices.ContainsFunc(naming.ClauseSeparators, begins) && !slices.ContainsFunc(in.dates, inside) {
			out = append(out, i)
		}
	}
	return out
}

// asksBetween counts the words of the question between two places, but for those that only ask
// and names of outlets.
func (in inquiry) asksBetween(start, end int) int {
	n := 0
	for _, w := range in.words {
		if start <= w.Start && w.Start < end && !w.frame && !w.outlet {
			n++
		}
	}
	return n
}

// reweighed returns hits, whose parts are known, with the scores that they have where the
// clauses of their query weigh as much as those of another.
func reweighed(hits []answer.Hit, from, to []want) []answer.Hit {
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
