package index

import (
	"cmp"
	"slices"

	"newshound/answer"
)

// pair is an article of a candidate, with its score.
type pair struct {
	segment, article int
	score, clauseAt  float64
}

func (x pair) compare(y pair) int {
	return cmp.Or(cmp.Compare(x.segment, y.segment), cmp.Compare(x.article, y.article))
}

// addArticles adds to candidates the share of their articles' scores, with the
// article taken as one passage: its frequencies are the sums of its passages',
// the header counted with each that the term is found in.
func (w *workspace) addArticles(ix *Index, q answer.Query, found []candidate) {
	w.pairs = w.pairs[:0]
	for _, c := range found {
		w.pairs = append(w.pairs, pair{segment: c.segment, article: ix.segments[c.segment].articleAround(c.passage)})
	}
	articles := slices.Clone(w.pairs)
	slices.SortFunc(articles, pair.compare)
	articles = slices.CompactFunc(articles, func(x, y pair) bool { return x.compare(y) == 0 })

	sources, rest := w.sources, articles
	for n, s := range ix.segments {
		end, own := 0, 0
		for end < len(rest) && rest[end].segment == n {
			end++
		}
		for own < len(sources) && sources[own].segment == n {
			own++
		}
		scoreArticles(s, ix.articleAverage, q, sources[:own], rest[:end])
		rest, sources = rest[end:], sources[own:]
	}
	for i := range found {
		at, _ := slices.BinarySearchFunc(articles, w.pairs[i], pair.compare)
		found[i].score += q.Article * articles[at].score
	}
}

// scoreArticles scores articles of one segment.
func scoreArticles(s *segment, average float64, q answer.Query, sources []source, articles []pair) {
	for len(sources) > 0 && len(articles) > 0 {
		clause := sources[0].clause
		for ; len(sources) > 0 && sources[0].clause == clause; sources = sources[1:] {
			src := &sources[0]
			src.reset(src.list)
			for i := range articles {
				a := &articles[i]
				if tf := src.frequencyIn(s.passagesOf(a.article)); tf > 0 {
					a.clauseAt = max(a.clauseAt, src.weight*saturate(float64(tf), norm(s.row(a.article).length, average)))
				}
			}
		}
		for i := range articles {
			articles[i].score += q.Clauses[clause].Weight * articles[i].clauseAt
			articles[i].clauseAt = 0
		}
	}
}

// frequencyIn returns the weighted frequency in some passages together.
func (k *seeker) frequencyIn(from, to int) (tf int) {
	k.seek(from)
	for p, ok := k.passage(); ok && p < to; p, ok = k.passage() {
		body, header := k.freq(k.at)
		tf += body + headerWeight*header
		k.at++
	}
	return tf
}
