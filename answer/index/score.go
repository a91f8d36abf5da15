package index

import (
	"cmp"
	"slices"

	"newshound/answer"
)

// score gives the candidates their exact scores. The clauses' parts are added up
// in the order of the clauses, so that the sum is the same to the last bit
// however a candidate was found.
func (w *workspace) score(ix *Index, q answer.Query) []candidate {
	col := &w.collector
	col.prune()
	found := col.list
	slices.SortFunc(found, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(x.segment, y.segment), cmp.Compare(x.passage, y.passage))
	})
	sources := w.sources
	for n, s := range ix.segments {
		end := 0
		for end < len(found) && found[end].segment == n {
			end++
		}
		own := 0
		for own < len(sources) && sources[own].segment == n {
			own++
		}
		scoreIn(s, ix.average, q, sources[:own], found[:end])
		found, sources = found[end:], sources[own:]
	}
	return col.list
}

// scoreIn scores candidates of one segment.
func scoreIn(s *segment, average float64, q answer.Query, sources []source, found []candidate) {
	for len(sources) > 0 && len(found) > 0 {
		clause := sources[0].clause
		for ; len(sources) > 0 && sources[0].clause == clause; sources = sources[1:] {
			src := &sources[0]
			src.reset(src.list)
			for i := range found {
				c := &found[i]
				if at, ok := src.seek(c.passage); ok {
					body, header := src.freq(at)
					tf := float64(body + headerWeight*header)
					c.clauseAt = max(c.clauseAt, src.weight*saturate(tf, norm(int(s.lengths[c.passage]), average)))
				}
			}
		}
		for i := range found {
			found[i].score += q.Clauses[clause].Weight * found[i].clauseAt
			found[i].clauseAt = 0
		}
	}
}
