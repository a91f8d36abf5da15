package index

import "newshound/answer"

// filter takes the passages out of the scores that the filter does not admit.
func (ix *Index) filter(acc *accumulator, f answer.Filter) {
	for _, phrase := range f.Phrases {
		acc.keep(ix.matches(acc, phrase))
	}
	for _, term := range f.Without {
		for _, p := range ix.matches(acc, []string{term}) {
			acc.total[p.passage] = 0
		}
	}
	admits := f.Articles()
	if admits == nil {
		return
	}
	last, admitted := -1, false // the passages of an article stand together
	for p, s := range acc.total {
		if s <= 0 {
			continue
		}
		if article := int(ix.articleOf[p]); article != last {
			last, admitted = article, admits(ix.articles[article].Meta)
		}
		if !admitted {
			acc.total[p] = 0
		}
	}
}

// keep takes all passages out of the scores but those matched.
func (acc *accumulator) keep(matches []posting) {
	next := 0
	for _, m := range matches {
		clear(acc.total[next:m.passage])
		next = int(m.passage) + 1
	}
	clear(acc.total[next:])
}
