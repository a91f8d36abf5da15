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

// weigher is the engine as package followup sees it.
type weigher struct{ *Engine }

// weighDepth is the number of passages that are searched for the quotes of a reading: more are
// not needed to tell readings apart, and take twice the time.
const weighDepth = 10

// Weigh tells what the coverage has for a question that is put on a day.
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

// Says reports whether somebody says something in an article.
func (e weigher) Says(a *corpus.Article, name string) bool {
	return e.speeches.has(a, speaker.New(name))
}

// Speaks reports whether somebody says something in a quote.
func (e weigher) Speaks(quote answer.Citation, name string) bool {
	return e.speeches.heardIn(quote, []string{name})
}
