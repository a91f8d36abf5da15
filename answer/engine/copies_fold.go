package engine

import (
	"maps"
	"slices"
)

// foldLines folds a quote into one before it if its article holds a copy of that. It takes one
// quote of each article, best first, and all passages that were found: an article without a
// quote may hold a copy, too. What is left is one quote for each text.
func (f *folding) foldLines(byArticle []candidate, passages []ranked) []candidate {
	l := &lines{folding: f, held: make(map[uint64][]int)}
	found := make(map[string][]ranked)
	var articles []string // in the order of the ranking
	for _, p := range passages {
		id := p.Passage.Article.ID
		if found[id] == nil {
			articles = append(articles, id)
		}
		found[id] = append(found[id], p)
	}
	for _, c := range byArticle {
		if !l.fold(found[c.article.ID]) {
			l.add(c)
		}
		delete(found, c.article.ID)
	}
	for _, id := range articles {
		l.fold(found[id])
	}
	return l.quotes
}

// lines are quotes of which copies are sought in many articles.
type lines struct {
	*folding
	quotes    []candidate
	originals []*original
	held      map[uint64][]int // for each run of words, the quotes that have it in or beside them
}

func (l *lines) add(c candidate) {
	for _, h := range runsAround(c.article, c.Span) {
		if at := l.held[h]; len(at) == 0 || at[len(at)-1] != len(l.quotes) {
			l.held[h] = append(at, len(l.quotes))
		}
	}
	l.quotes, l.originals = append(l.quotes, c), append(l.originals, newOriginal(c.cite()))
}

// fold takes the passages that were found of an article, and folds it into the first quote of
// which one of them holds a copy. It reports whether there is one.
func (l *lines) fold(passages []ranked) bool {
	for _, p := range passages {
		a := p.Passage.Article
		runs := l.runsIn(a, p.Passage.Span)
		near := make(map[int]bool)
		for _, h := range runs {
			for _, i := range l.held[h] {
				near[i] = true
			}
		}
		for _, i := range slices.Sorted(maps.Keys(near)) {
			if !l.originals[i].suspects(runs) {
				continue
			}
			if there, _, ok := l.in(l.originals[i], a, p.Passage.Span); ok {
				l.quotes[i].add(there)
				return true
			}
		}
	}
	return false
}
