package answer

import (
	"slices"

	"newshound/answer/align"
)

// foldLines folds quotes, one of each article and the best first, into those before
// them of which their articles hold a copy; the passages are all that was found of the
// articles. What is left is one quote for each text.
func foldLines(byArticle []candidate, passages []ranked) []candidate {
	found := make(map[string][]ranked)
	for _, p := range passages {
		id := p.Passage.Article.ID
		found[id] = append(found[id], p)
	}
	var lines []candidate
	var originals []*original
	index := make(map[uint64][]int) // the lines with a shingle about their quote
	shared := make([]int, len(byArticle))
	fold := func(c candidate) bool {
		for _, p := range found[c.article.ID] {
			clear(shared)
			var suspects []int
			for _, h := range align.Shingles(c.article.Text(p.Passage.Span)) {
				for _, line := range index[h] {
					if shared[line]++; shared[line] == 1 {
						suspects = append(suspects, line)
					}
				}
			}
			slices.Sort(suspects)
			for _, line := range suspects {
				if float64(shared[line]) < suspectShare*float64(len(originals[line].beside)) {
					continue
				}
				if there, _, ok := originals[line].in(c.article, p.Passage.Span); ok {
					lines[line].add(there)
					return true
				}
			}
		}
		return false
	}
	for _, c := range byArticle {
		if len(lines) > 0 && fold(c) {
			continue
		}
		o := newOriginal(c.cite())
		for _, h := range o.beside {
			index[h] = append(index[h], len(lines))
		}
		lines, originals = append(lines, c), append(originals, o)
	}
	return lines
}
