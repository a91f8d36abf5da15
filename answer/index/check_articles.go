package index

import (
	"context"
	"encoding/binary"

	"newshound/answer"
	"newshound/answer/index/internal/raw"
	"newshound/corpus"
)

// checkArticles checks records, rows, labels and passages.
func (s *segment) checkArticles(ctx context.Context) error {
	records := s.section(secArticles)
	at := s.section(secArticleAt)
	if binary.LittleEndian.Uint64(at) != 0 || binary.LittleEndian.Uint64(at[8*s.articles:]) != uint64(len(records)) {
		raw.Damaged("the records do not fill their section")
	}
	labels := [3][]answer.OutletCount{s.labels(secOutlets), s.labels(secSections), s.labels(secBylines)}
	counts := [3][]int{}
	for i := range labels {
		counts[i] = make([]int, len(labels[i]))
	}
	words := 0
	for i := range s.articles {
		if err := ctx.Err(); err != nil {
			return err
		}
		a, row := s.read(i), s.row(i)
		for j, x := range []struct {
			number int
			name   string
		}{{row.outlet, a.Outlet}, {row.section, a.Section}, {row.byline, a.Byline}} {
			if x.number >= len(labels[j]) || labels[j][x.number].Outlet != x.name {
				raw.Damaged("a label of article %s is wrong", a.ID)
			}
			counts[j][x.number]++
		}
		if a.Published.IsZero() != (row.published == unknown) || !a.Published.IsZero() && row.published != a.Published.Unix() {
			raw.Damaged("the time of article %s is wrong", a.ID)
		}
		words += s.checkPassages(i, a)
	}
	if words != s.words {
		raw.Damaged("there are %d words, and not %d", words, s.words)
	}
	if got := s.datesOf(func(int) bool { return true }); got != s.dates {
		raw.Damaged("the times of publication are %+v, and not %+v", got, s.dates)
	}
	if s.articles == 0 && s.passages > 0 || s.articles > 0 && s.firstPassage(0) != 0 {
		raw.Damaged("passages are of no article")
	}
	for i := range labels {
		for j, l := range labels[i] {
			if l.Articles != counts[i][j] {
				raw.Damaged("%q has %d articles, and not %d", l.Outlet, counts[i][j], l.Articles)
			}
		}
	}
	return nil
}

// checkPassages checks the passages of an article, and returns the number of their
// words.
func (s *segment) checkPassages(article int, a *corpus.Article) (words int) {
	from, to := s.passagesOf(article)
	if to < from || to > s.passages {
		raw.Damaged("article %s has the passages from %d to %d", a.ID, from, to)
	}
	for n := from; n < to; n++ {
		r := s.bytes(secPassages, passageSize*n, passageSize*(n+1))
		if raw.Uint32(r, 0) != article {
			raw.Damaged("passage %d is of article %d, and not of %d", n, raw.Uint32(r, 0), article)
		}
		first, last, start, end := raw.Uint32(r, 1), raw.Uint32(r, 2), raw.Uint32(r, 3), raw.Uint32(r, 4)
		if last < first || last >= len(a.Paragraphs) || end <= start || end > len(a.Body) {
			raw.Damaged("a passage of article %s lies outside it", a.ID)
		}
		words += s.length(n)
	}
	if got := s.lengthOf(article); got != words {
		raw.Damaged("article %s has %d words, and not %d", a.ID, words, got)
	}
	return words
}
