package search

import (
	"newshound/answer"
	"newshound/answer/index/internal/postings"
	"newshound/answer/index/internal/segment"
	"newshound/corpus"
)

// filter returns a function that reports whether a passage of the segment is
// admitted by the filter and not deleted; nil if all are. It must be asked for
// passages in their order. It sets must to the postings of the filter's phrases.
func (w *workspace) filter(s *segment.Segment, f answer.Filter) func(passage int) bool {
	admits := f.Articles()
	must, without := make([]postings.Seeker, len(f.Phrases)), make([]postings.Seeker, 0, len(f.Without))
	w.must = w.must[:0]
	for i, phrase := range f.Phrases {
		l, ok := w.find(s, phrase, s.Impacts)
		must[i].Reset(l)
		w.must = append(w.must, must[i])
		if !ok {
			return func(int) bool { return false }
		}
	}
	for _, term := range f.Without {
		if l, ok := w.find(s, []string{term}, s.Impacts); ok {
			without = append(without, postings.Seeker{})
			without[len(without)-1].Reset(l)
		}
	}
	if admits == nil && s.Deleted == nil && len(must)+len(without) == 0 {
		return nil
	}
	metas := metas{s: s}
	last, admitted := -1, true // the passages of an article stand together
	return func(passage int) bool {
		for i := range must {
			if !must[i].Seek(passage) {
				return false
			}
		}
		for i := range without {
			if without[i].Seek(passage) {
				return false
			}
		}
		if admits == nil && s.Deleted == nil {
			return true
		}
		if article := s.ArticleOf(passage); article != last {
			last = article
			admitted = s.Live(article) && (admits == nil || admits(metas.of(article)))
		}
		return admitted
	}
}

// metas tells what a filter asks of articles, without reading them.
type metas struct {
	s                          *segment.Segment
	outlets, sections, bylines []answer.OutletCount
}

func (m *metas) of(article int) corpus.Meta {
	if m.outlets == nil {
		m.outlets, m.sections, m.bylines = m.s.Labels(segment.Outlets), m.s.Labels(segment.Sections), m.s.Labels(segment.Bylines)
	}
	r := m.s.Row(article)
	meta := corpus.Meta{Outlet: m.outlets[r.Outlet].Outlet, Section: m.sections[r.Section].Outlet, Byline: m.bylines[r.Byline].Outlet, Published: r.Time()}
	return meta
}
