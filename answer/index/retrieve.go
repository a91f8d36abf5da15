package index

import (
	"cmp"
	"context"
	"slices"

	"newshound/answer"
)

// Retrieve implements [answer.Retriever]. It looks at every posting of every
// term of the query.
func (ix *Index) Retrieve(ctx context.Context, q answer.Query) ([]answer.Hit, error) {
	total := make([]float64, len(ix.passages))
	best := make([]float64, len(ix.passages)) // of the clause at hand
	var touched []uint32
	for _, c := range q.Clauses {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		touched = touched[:0]
		for _, a := range c.Alts {
			for id, tf := range ix.matches(a.Terms) {
				if best[id] == 0 {
					touched = append(touched, id)
				}
				best[id] = max(best[id], a.Weight*ix.saturate(tf, id))
			}
		}
		for _, id := range touched {
			total[id] += c.Weight * best[id]
			best[id] = 0
		}
	}
	return ix.top(total, q.Limit), nil
}

// saturate returns the part of BM25 that depends on the passage.
func (ix *Index) saturate(tf float64, id uint32) float64 {
	norm := 1 - b + b*float64(ix.lengths[id])/ix.average
	return tf * (k1 + 1) / (tf + k1*norm)
}

// top returns the hits with the limit highest scores.
func (ix *Index) top(scores []float64, limit int) []answer.Hit {
	var ids []uint32
	for id, s := range scores {
		if s > 0 {
			ids = append(ids, uint32(id))
		}
	}
	slices.SortFunc(ids, func(x, y uint32) int {
		return cmp.Or(cmp.Compare(scores[y], scores[x]), cmp.Compare(x, y))
	})
	hits := make([]answer.Hit, 0, min(len(ids), limit))
	for _, id := range ids[:min(len(ids), limit)] {
		hits = append(hits, answer.Hit{Passage: ix.passages[id], Score: scores[id]})
	}
	return hits
}

// matches yields the passages that hold the terms, with their weighted
// frequency.
func (ix *Index) matches(terms []string) func(yield func(uint32, float64) bool) {
	if len(terms) == 1 {
		return func(yield func(uint32, float64) bool) {
			ps := ix.terms[terms[0]]
			if ps == nil {
				return
			}
			for i, id := range ps.passage {
				if !yield(id, float64(ps.tf[i])+headerWeight*float64(ps.header[i])) {
					return
				}
			}
		}
	}
	return func(yield func(uint32, float64) bool) {
		lists := make([]*postings, len(terms))
		for i, t := range terms {
			if lists[i] = ix.terms[t]; lists[i] == nil {
				return
			}
		}
		for i, id := range lists[0].passage {
			if n := phraseFreq(lists, i, id); n > 0 && !yield(id, float64(n)) {
				return
			}
		}
	}
}

// phraseGap is the largest distance between the positions of two neighbours in
// a phrase: one word, such as the “of” of a name, may stand between them.
const phraseGap = 2

// phraseFreq counts the occurrences of the phrase in the passage of the i-th
// posting of its first term.
func phraseFreq(lists []*postings, i int, id uint32) int {
	ends := lists[0].positions(i) // of the matches so far
	for _, ps := range lists[1:] {
		j, ok := slices.BinarySearch(ps.passage, id)
		if !ok {
			return 0
		}
		next := ps.positions(j)
		var longer []uint16
		for _, e := range ends {
			for _, p := range next {
				if p > e && p <= e+phraseGap {
					longer = append(longer, p)
					break
				}
			}
		}
		if len(longer) == 0 {
			return 0
		}
		ends = longer
	}
	return len(ends)
}

// positions returns the positions of the i-th posting.
func (ps *postings) positions(i int) []uint16 {
	end := uint32(len(ps.position))
	if i+1 < len(ps.offset) {
		end = ps.offset[i+1]
	}
	return ps.position[ps.offset[i]:end]
}
