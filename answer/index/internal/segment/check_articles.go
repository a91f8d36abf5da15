package segment

import (
	"context"
	"encoding/binary"

	"newshound/answer"
	"newshound/answer/index/internal/raw"
	"newshound/corpus"
)

// checkArticles checks records, rows, labels and passages.
func (s *Segment) checkArticles(ctx context.Context) error {
	records := s.Section(Articles)
	at := s.Section(ArticleAt)
	if binary.LittleEndian.Uint64(at) != 0 || binary.LittleEndian.Uint64(at[8*s.Articles:]) != uint64(len(records)) {
		raw.Damaged("the records do not fill their section")
	}
	labels := [3][]answer.OutletCount{s.Labels(Outlets), s.Labels(Sections), s.Labels(Bylines)}
	counts := [3][]int{}
	for i := range labels {
		counts[i] = make([]int, len(labels[i]))
	}
	words := 0
	for i := range s.Articles {
		if err := ctx.Err(); err != nil {
			return err
		}
		a, row := s.Read(i), s.Row(i)
		for j, x := range []struct {
			number int
			name   string
		}{{row.Outlet, a.Outlet}, {row.Section, a.Section}, {row.Byline, a.Byline}} {
			if x.number >= len(labels[j]) || labels[j][x.number].Outlet != x.name {
				raw.Damaged("a label of article %s is wrong", a.ID)
			}
			counts[j][x.number]++
		}
		if a.Published.IsZero() != !row.Known() || !a.Published.IsZero() && row.Published != a.Published.Unix() {
			raw.Damaged("the time of article %s is wrong", a.ID)
		}
		words += s.checkPassages(i, a)
	}
	if words != s.Words {
		raw.Damaged("there are %d words, and not %d", words, s.Words)
	}
	if got := s.DatesOf(func(int) bool { return true }); got != s.Dates {
		raw.Damaged("the times of publication are %+v, and not %+v", got, s.Dates)
	}
	if s.Articles == 0 && s.Passages > 0 || s.Articles > 0 && s.firstPassage(0) != 0 {
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
func (s *Segment) checkPassages(article int, a *corpus.Article) (words int) {
	from, to := s.PassagesOf(article)
	if to < from || to > s.Passages {
		raw.Damaged("article %s has the passages from %d to %d", a.ID, from, to)
	}
	for n := from; n < to; n++ {
		r := s.bytes(Passages, passageSize*n, passageSize*(n+1))
		if raw.Uint32(r, 0) != article {
			raw.Damaged("passage %d is of article %d, and not of %d", n, raw.Uint32(r, 0), article)
		}
		first, last, start, end := raw.Uint32(r, 1), raw.Uint32(r, 2), raw.Uint32(r, 3), raw.Uint32(r, 4)
		if last < first || last >= len(a.Paragraphs) || end <= start || end > len(a.Body) {
			raw.Damaged("a passage of article %s lies outside it", a.ID)
		}
		words += s.Length(n)
	}
	if got := s.LengthOf(article); got != words {
		raw.Damaged("article %s has %d words, and not %d", a.ID, words, got)
	}
	return words
}
