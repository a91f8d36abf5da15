package engine

import (
	"slices"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/corpus"
)

// weighed is what the coverage has for one reading of a follow-up.
type weighed struct {
	*search
	confidence float64
	best       candidate         // of no article where nothing was found
	articles   []*corpus.Article // of the quotes that an answer would have, the best first
}

// weighDepth is the number of passages in which the quotes of a reading are sought: the best
// of many more is not needed to tell readings apart, and takes twice the time.
const weighDepth = 10

// weigh looks what the coverage has for a question. The error is kept.
func (f *follower) weigh(text string) weighed {
	var w weighed
	if f.err != nil {
		return w
	}
	if w.search, f.err = f.engine.newSearch(f.ctx, answer.Question{Today: f.day}, text); f.err != nil {
		return w
	}
	s := w.search
	if s.found, f.err = s.rank(f.ctx, s.inquiry, s.words, s.reader, s.only, weighDepth); f.err != nil {
		return w
	}
	candidates := s.candidates(s.inquiry, s.quotable, s.reader, s.found.passages, nil)
	chosen := s.newFolding(s.reader, s.inquiry.facets, s.only.filter).pick(candidates).upTo(answer.DefaultLimit)
	for i, c := range chosen {
		if i == 0 {
			w.best, w.confidence = c, confidence(s.evidence(c))
		}
		if !slices.Contains(w.articles, c.article) {
			w.articles = append(w.articles, c.article)
		}
	}
	return w
}

// own returns the share, by weight, of the words of a question that stand not in its
// brackets which the best quote, or what stands around it, meets.
func (w weighed) own() float64 {
	met, all := 0.0, 1e-9
	for i, want := range w.quotable.wants {
		if want.word.aside || want.word.frame || want.word.outlet {
			continue
		}
		all += want.info
		if w.best.article != nil {
			met += want.info * w.best.near[i]
		}
	}
	return met / all
}

// quotes reports whether the best quote has those of some words of which the question is.
func (w weighed) quotes(tokens []analysis.Token) bool {
	for i, want := range w.quotable.wants {
		if slices.ContainsFunc(tokens, func(t analysis.Token) bool { return t.Term == want.word.Term }) && w.best.inside[i] < sameWeight {
			return false
		}
	}
	return true
}
