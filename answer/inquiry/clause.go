package inquiry

import (
	"slices"
	"strings"

	"newshound/answer/calendar"
	"newshound/answer/naming"
)

// clauseWords is the number of words that a clause must have, and leave to what follows it, to be searched
// by itself.
const clauseWords = 6

// Clauses divides a side of a question into its clauses: a comparison, or a riddle of several clues, asks
// for what stands in several passages. A side that is short, or has very many clauses, is one.
func (in Inquiry) Clauses(of naming.Side) []naming.Side {
	var out []naming.Side
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
	if len(out) >= naming.MaxSides {
		return []naming.Side{of}
	}
	return append(out, rest)
}

// clauseStarts returns where, in a side of the question, a clause may begin, rising.
func (in Inquiry) clauseStarts(of naming.Side) []int {
	var out []int
	for i := of.Start; i < of.End; i++ {
		inside := func(d calendar.Named) bool { return d.Start < i && i < d.End }
		begins := func(separator string) bool { return strings.HasPrefix(in.Text[i:of.End], separator) }
		if slices.ContainsFunc(naming.ClauseSeparators, begins) && !slices.ContainsFunc(in.Dates, inside) {
			out = append(out, i)
		}
	}
	return out
}

// asksBetween counts the words of the question between two places, but for those that only ask
// and names of outlets.
func (in Inquiry) asksBetween(start, end int) int {
	n := 0
	for _, w := range in.Words {
		if start <= w.Start && w.Start < end && !w.Frame && !w.Outlet {
			n++
		}
	}
	return n
}
