package engine

import (
	"context"
	"slices"
	"time"

	"newshound/answer"
	"newshound/answer/followup"
	"newshound/answer/inquiry"
	"newshound/answer/speaker"
	"newshound/corpus"
)

// weigher is the engine as follow-ups are read with it.
type weigher struct{ *Engine }

// weighDepth is the number of passages in which the quotes of a reading are sought: the best
// of many more is not needed to tell readings apart, and takes twice the time.
const weighDepth = 10

// Weigh looks what the coverage has for a question of a day.
func (e weigher) Weigh(ctx context.Context, question string, today time.Time) (w followup.Weighed, err error) {
	s, err := e.newSearch(ctx, answer.Question{Today: today}, question)
	if err != nil {
		return w, err
	}
	if s.found, err = s.rank(ctx, s.inquiry, s.words, s.reader, s.only, weighDepth); err != nil {
		return w, err
	}
	for _, p := range s.found.passages {
		w.Found = append(w.Found, p.Passage.Article)
	}
	chosen := s.newFolding(s.reader, s.inquiry.Sides, s.only).pick(s.candidates(nil)).upTo(answer.DefaultLimit)
	for _, c := range chosen {
		if !slices.Contains(w.Articles, c.article) {
			w.Articles = append(w.Articles, c.article)
		}
	}
	if len(chosen) == 0 {
		for _, want := range s.quotable.Wants {
			w.Lacks = append(w.Lacks, want.Word.Term)
		}
		return w, nil
	}
	best := chosen[0]
	w.Best, w.Confidence = best.cite(), confidence(s.evidence(best))
	w.Sure = w.Confidence >= enough
	met, all := 0.0, 1e-9
	for i, want := range s.quotable.Wants {
		if best.inside[i] < inquiry.SameWeight {
			w.Lacks = append(w.Lacks, want.Word.Term)
		}
		if !want.Word.Aside && !want.Word.Frame && !want.Word.Outlet {
			met += want.Info * best.near[i]
			all += want.Info
		}
	}
	w.Own = met / all
	return w, nil
}

// Says reports whether an article has somebody say something.
func (e weigher) Says(a *corpus.Article, name string) bool {
	return e.speeches.has(a, speaker.New(name))
}

// Speaks reports whether a quote has.
func (e weigher) Speaks(quote answer.Citation, name string) bool {
	return e.speeches.heardIn(quote, []string{name})
}
