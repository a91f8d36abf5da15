package search

import (
	"cmp"
	"context"
	"slices"

	"newshound/answer"
	"newshound/answer/index/internal/postings"
	"newshound/answer/index/internal/segment"
	"newshound/corpus"
)

// Newest returns the newest articles that a filter admits, no more than limit, and how many
// it admits in all. It looks at the row of every article, and reads none but those that it
// returns. It panics with damage.
func (in *Searcher) Newest(ctx context.Context, f answer.Filter, limit int) (articles []*corpus.Article, total int, err error) {
	var top newest
	for i, s := range in.segments {
		if err := ctx.Err(); err != nil {
			return nil, 0, err
		}
		admits := admission(s, f)
		for n := range s.Articles {
			if r := s.Row(n); s.Live(n) && admits(n, r) {
				total++
				top.add(dated{r.Published, i, n}, limit)
			}
		}
	}
	for _, d := range top {
		articles = append(articles, in.segments[d.segment].Article(d.article))
	}
	return articles, total, nil
}

// dated is an article and when it was published, in seconds since 1970, or unknown.
type dated struct {
	published        int64
	segment, article int
}

// newest are the newest articles of those that are added, newest first, and those of no
// known time last. Those of one time stand in the order of the corpus.
type newest []dated

// add takes in an article where it is one of the limit newest.
func (n *newest) add(d dated, limit int) {
	at, _ := slices.BinarySearchFunc(*n, d, func(x, y dated) int {
		return cmp.Or(cmp.Compare(y.published, x.published), cmp.Compare(x.segment, y.segment), cmp.Compare(x.article, y.article))
	})
	if at < limit {
		*n = slices.Insert((*n)[:min(len(*n), limit-1)], at, d)
	}
}

// admission returns a function that reports whether a filter admits an article of a
// segment, by its number and its row. It must be asked for articles in their order.
func admission(s *segment.Segment, f answer.Filter) func(article int, r segment.Row) bool {
	outlets := admitted(s.Labels(segment.Outlets), f.Outlets, f.NotOutlets)
	sections, bylines := admitted(s.Labels(segment.Sections), f.Sections, nil), admitted(s.Labels(segment.Bylines), f.Bylines, nil)
	var without []postings.Seeker
	for _, term := range f.Without {
		if e, ok := s.Lookup(term); ok {
			without = append(without, postings.Seeker{})
			without[len(without)-1].Reset(s.List(e))
		}
	}
	return func(article int, r segment.Row) bool {
		if !outlets[r.Outlet] || !sections[r.Section] || !bylines[r.Byline] || !r.Within(f) {
			return false
		}
		for i := range without {
			from, to := s.PassagesOf(article)
			if p, ok := without[i].From(from); ok && p < to {
				return false
			}
		}
		return true
	}
}

// admitted tells of each of some labels whether it is one of names, which may be none,
// and none of those that are barred.
func admitted(labels []answer.OutletCount, names, barred []string) []bool {
	admits := answer.Filter{Outlets: names, NotOutlets: barred}.Articles()
	out := make([]bool, len(labels))
	for i, l := range labels {
		out[i] = admits == nil || admits(corpus.Meta{Outlet: l.Outlet})
	}
	return out
}
