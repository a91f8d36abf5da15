package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"newshound/answer/index/internal/disk"
	"newshound/answer/index/internal/pages"
	"newshound/answer/index/internal/raw"
)

// ErrDamaged is wrapped by the error for a file whose bytes are not those that
// were written.
var ErrDamaged = raw.ErrDamaged

// Check reads the whole index file at path, and returns an error that wraps
// [ErrDamaged] and says where, if anything in it is not as format.go has it:
// checksums, places, orders, counts, and that they go together. It does not ask
// whether the passages and terms are those of the articles' text. The file may be
// in use.
func Check(ctx context.Context, path string) error {
	ix, data, err := openFile(path)
	if err != nil {
		return err
	}
	defer disk.Unmap(data)
	if err := ix.check(ctx); err != nil {
		return fmt.Errorf("check the index %s: %w", path, err)
	}
	return nil
}

// check checks all segments, and what they are to each other.
func (ix *Index) check(ctx context.Context) (err error) {
	defer raw.Faults()()
	defer raw.Guard(&err)
	ids := make(map[uint64][]string)
	for n, s := range ix.segments {
		if err := s.check(ctx); err != nil {
			return fmt.Errorf("segment %d of %d: %w", n+1, len(ix.segments), err)
		}
		for i := range s.articles {
			if !s.live(i) {
				continue
			}
			id := s.id(i)
			hash := hashID(id)
			if slices.Contains(ids[hash], id) {
				raw.Damaged("two articles have the id %q", id)
			}
			ids[hash] = append(ids[hash], id)
		}
	}
	places := slices.Clone(ix.segments)
	slices.SortFunc(places, func(x, y *segment) int { return cmp.Compare(x.offset, y.offset) })
	for i, s := range places {
		if s.offset%pages.HeadSize != 0 || s.offset < pages.HeadSize || i > 0 && s.offset < places[i-1].offset+len(places[i-1].data) {
			raw.Damaged("a segment stands at byte %d", s.offset)
		}
	}
	return nil
}

// check checks one segment.
func (s *segment) check(ctx context.Context) (err error) {
	defer raw.Guard(&err)
	if err := s.pages.Verify(ctx); err != nil {
		return err
	}
	longest := 0
	for n := range s.passages {
		longest = max(longest, s.length(n))
	}
	if longest != s.longest {
		raw.Damaged("the longest passage has %d words, and not %d", longest, s.longest)
	}
	s.checkPlaces()
	for _, part := range []func(context.Context) error{s.checkArticles, s.checkTerms} {
		if err := part(ctx); err != nil {
			return err
		}
	}
	s.checkIDs()
	s.checkWords()
	s.checkNames(secNames)
	s.checkNames(secAcronyms)
	s.roll.Check()
	return nil
}

// checkPlaces checks that the sections stand one behind the other, and have the
// sizes that the numbers in the head ask for.
func (s *segment) checkPlaces() {
	at := pages.HeadSize
	places := s.at
	slices.SortFunc(places[:], func(x, y [2]int) int { return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1])) })
	for _, place := range places {
		if place[0] != at || place[1] < place[0] {
			raw.Damaged("a section stands from %d to %d, and not from %d", place[0], place[1], at)
		}
		at = align(place[1])
	}
	if at != s.pages.End() {
		raw.Damaged("the sections end at %d of %d", at, s.pages.End())
	}
	for kind, size := range map[sectionKind]int{
		secArticleAt: 8 * (s.articles + 1), secArticleSize: sizeSize * s.articles, secArticleRow: rowSize * s.articles, secIDs: idSize * s.articles,
		secPassages: passageSize * s.passages, secLengths: 2 * s.passages,
		secTermAt: 4 * ((s.terms+termBlock-1)/termBlock + 1), secTermKeys: milestoneSize * milestonesOf(s.terms, termBlock*blocksToMilestone),
	} {
		if got := s.at[kind][1] - s.at[kind][0]; got != size {
			raw.Damaged("section %d has %d bytes, and %d are right", kind, got, size)
		}
	}
}

// checkIDs checks that the ids are those of the articles.
func (s *segment) checkIDs() {
	seen := make([]bool, s.articles)
	last := idRow{}
	for i := range s.articles {
		r := s.idAt(i)
		if i > 0 && (r.hash < last.hash || r.hash == last.hash && r.article <= last.article) {
			raw.Damaged("line %d of the ids is out of order", i)
		}
		if int(r.article) >= s.articles || seen[r.article] || hashID(s.id(int(r.article))) != r.hash {
			raw.Damaged("line %d of the ids is wrong", i)
		}
		seen[r.article], last = true, r
	}
}
