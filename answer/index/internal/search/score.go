package search

import (
	"cmp"
	"slices"

	"newshound/answer"
	"newshound/answer/index/internal/bm25"
	"newshound/answer/index/internal/segment"
)

// stretch is passages that stand together, with the candidates among them: an article
// where its score counts, or else one candidate by itself.
type stretch struct {
	from, to int
	norm     float64     // of them together
	found    []candidate // by passage
	clauseAt float64     // their best alternative of the clause at hand
	score    float64
	has      float64 // the weight of the best alternative of the clause at hand that is there
	held     float64
}

// score gives the candidates their exact scores, and puts down what their articles
// score. The clauses' parts are added up in the order of the clauses, so that the sum is
// the same to the last bit however a candidate was found.
func (w *workspace) score(in *Searcher, q answer.Query) []candidate {
	col := &w.collector
	col.prune()
	slices.SortFunc(col.list, func(x, y found) int {
		return cmp.Or(cmp.Compare(x.segment, y.segment), cmp.Compare(x.passage, y.passage))
	})
	w.candidates = w.candidates[:0]
	for i, x := range col.list {
		w.candidates = append(w.candidates, candidate{segment: int(x.segment), passage: int(x.passage), parts: i * len(q.Clauses)})
	}
	w.parts = w.parts[:0]
	if q.Parts {
		w.parts = append(w.parts, make([]float64, len(w.candidates)*len(q.Clauses))...)
	}
	found, sources := w.candidates, w.sources
	for n, s := range in.segments {
		end := 0
		for end < len(found) && found[end].segment == n {
			end++
		}
		own := 0
		for own < len(sources) && sources[own].segment == n {
			own++
		}
		w.scoreIn(in, s, q, sources[:own], found[:end])
		found, sources = found[end:], sources[own:]
	}
	return w.candidates
}

// scoreIn scores candidates of one segment.
func (w *workspace) scoreIn(in *Searcher, s *segment.Segment, q answer.Query, sources []source, found []candidate) {
	for i := range found {
		found[i].norm = bm25.Norm(s.Length(found[i].passage), in.average)
	}
	w.divide(in, s, q, found)
	for len(sources) > 0 && len(found) > 0 {
		clause := sources[0].clause
		for ; len(sources) > 0 && sources[0].clause == clause; sources = sources[1:] {
			sources[0].scoreIn(w.stretches)
		}
		weight := q.Clauses[clause].Weight
		for i := range found {
			part := weight * found[i].clauseAt
			found[i].score += part
			found[i].clauseAt = 0
			if q.Parts {
				w.parts[found[i].parts+clause] = part
			}
		}
		for i := range w.stretches {
			t := &w.stretches[i]
			part := weight * t.clauseAt
			t.score += part
			t.held += weight * t.has
			t.clauseAt, t.has = 0, 0
			if q.Parts && q.Article > 0 {
				for _, c := range t.found {
					w.parts[c.parts+clause] += q.Article * part
				}
			}
		}
	}
	for i := range w.stretches {
		for j := range w.stretches[i].found {
			w.stretches[i].found[j].article = w.stretches[i].score
			w.stretches[i].found[j].held = w.stretches[i].held
		}
	}
}

// divide divides candidates of one segment into stretches.
func (w *workspace) divide(in *Searcher, s *segment.Segment, q answer.Query, found []candidate) {
	w.stretches = w.stretches[:0]
	for len(found) > 0 {
		first := found[0].passage
		t := stretch{from: first, to: first + 1}
		if q.Article > 0 {
			article := s.ArticleAround(first)
			t.from, t.to = s.PassagesOf(article)
			t.norm = bm25.Norm(s.LengthOf(article), in.articleAverage)
		}
		n := 1
		for n < len(found) && found[n].passage < t.to {
			n++
		}
		t.found, found = found[:n], found[n:]
		w.stretches = append(w.stretches, t)
	}
}

// scoreIn notes what an alternative is worth in each stretch, and to its candidates: its
// frequency in the stretch is the sum of those in the passages, the header counted with
// each that it is found in.
func (k *source) scoreIn(stretches []stretch) {
	k.Reset(k.List)
	p, ok := k.Passage()
	for i := range stretches {
		t := &stretches[i]
		if ok && p < t.from {
			k.Seek(t.from)
			p, ok = k.Passage()
		}
		if !ok {
			return
		}
		tf, next := 0, 0
		for ; ok && p < t.to; p, ok = k.Passage() {
			body, header := k.Freq(k.At)
			here := body + bm25.HeaderWeight*header
			tf += here
			for next < len(t.found) && t.found[next].passage < p {
				next++
			}
			if next < len(t.found) && t.found[next].passage == p {
				c := &t.found[next]
				c.clauseAt = max(c.clauseAt, k.weight*bm25.Saturate(float64(here), c.norm))
			}
			k.At++
		}
		if tf > 0 && t.norm > 0 {
			t.clauseAt = max(t.clauseAt, k.weight*bm25.Saturate(float64(tf), t.norm))
			t.has = max(t.has, k.weight)
		}
	}
}
