package index

import (
	"newshound/answer"
	"newshound/answer/index/internal/segment"
)

// Labels returns what bylines and sections the articles have, with the number of
// the articles of each; "" is that of those that have none. The maps are the caller's. It
// reads only those articles that are deleted, and none of their text.
func (ix *Index) Labels() (bylines, sections map[string]int) {
	defer ix.guard()()
	bylines, sections = make(map[string]int), make(map[string]int)
	for _, s := range ix.segments {
		ofByline, ofSection := s.Labels(segment.Bylines), s.Labels(segment.Sections)
		for i := range s.Deleted {
			if !s.Live(i) {
				r := s.Row(i)
				ofByline[r.Byline].Articles--
				ofSection[r.Section].Articles--
			}
		}
		addLabels(bylines, ofByline)
		addLabels(sections, ofSection)
	}
	return bylines, sections
}

// addLabels adds the labels that articles have.
func addLabels(all map[string]int, labels []answer.OutletCount) {
	for _, l := range labels {
		if l.Articles > 0 {
			all[l.Outlet] += l.Articles
		}
	}
}
