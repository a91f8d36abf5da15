package segment

import (
	"cmp"
	"context"
	"slices"

	"newshound/answer/index/internal/pages"
	"newshound/answer/index/internal/raw"
)

// Check checks one segment.
func (s *Segment) Check(ctx context.Context) (err error) {
	defer raw.Guard(&err)
	if err := s.Pages.Verify(ctx); err != nil {
		return err
	}
	longest := 0
	for n := range s.Passages {
		longest = max(longest, s.Length(n))
	}
	if longest != s.Longest {
		raw.Damaged("the longest passage has %d words, and not %d", longest, s.Longest)
	}
	s.checkPlaces()
	for _, part := range []func(context.Context) error{s.checkArticles, s.checkTerms} {
		if err := part(ctx); err != nil {
			return err
		}
	}
	s.checkIDs()
	s.checkWords()
	s.checkNames(Names)
	s.checkNames(Acronyms)
	s.Roll.Check()
	return nil
}

// checkPlaces checks that the sections stand one behind the other, and have the
// sizes that the numbers in the head ask for.
func (s *Segment) checkPlaces() {
	at := pages.HeadSize
	places := s.at
	slices.SortFunc(places[:], func(x, y [2]int) int { return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1])) })
	for _, place := range places {
		if place[0] != at || place[1] < place[0] {
			raw.Damaged("a section stands from %d to %d, and not from %d", place[0], place[1], at)
		}
		at = align(place[1])
	}
	if at != s.Pages.End() {
		raw.Damaged("the sections end at %d of %d", at, s.Pages.End())
	}
	for kind, size := range map[Kind]int{
		ArticleAt: 8 * (s.Articles + 1), ArticleSize: sizeSize * s.Articles, ArticleRow: rowSize * s.Articles, IDs: idSize * s.Articles,
		Passages: passageSize * s.Passages, Lengths: 2 * s.Passages,
		TermAt: 4 * ((s.terms+termBlock-1)/termBlock + 1), TermKeys: milestoneSize * milestonesOf(s.terms, termBlock*blocksToMilestone),
	} {
		if got := s.at[kind][1] - s.at[kind][0]; got != size {
			raw.Damaged("section %d has %d bytes, and %d are right", kind, got, size)
		}
	}
}

// checkIDs checks that the ids are those of the articles.
func (s *Segment) checkIDs() {
	seen := make([]bool, s.Articles)
	last := idRow{}
	for i := range s.Articles {
		r := s.idAt(i)
		if i > 0 && (r.hash < last.hash || r.hash == last.hash && r.article <= last.article) {
			raw.Damaged("line %d of the ids is out of order", i)
		}
		if int(r.article) >= s.Articles || seen[r.article] || HashID(s.ID(int(r.article))) != r.hash {
			raw.Damaged("line %d of the ids is wrong", i)
		}
		seen[r.article], last = true, r
	}
}
