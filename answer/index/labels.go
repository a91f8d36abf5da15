package index

import "newshound/answer"

var _ answer.Labelled = (*Index)(nil)

// Labels implements [answer.Labelled].
func (ix *Index) Labels() (bylines, sections map[string]int) {
	defer ix.guard()()
	bylines, sections = make(map[string]int), make(map[string]int)
	for _, s := range ix.segments {
		ofByline, ofSection := s.labels(secBylines), s.labels(secSections)
		for i := range s.articles {
			if s.live(i) {
				r := s.row(i)
				bylines[ofByline[r.byline].Outlet]++
				sections[ofSection[r.section].Outlet]++
			}
		}
	}
	return bylines, sections
}
