package index

import (
	"cmp"
	"context"
	"runtime"
	"slices"

	"newshound/answer"
	"newshound/answer/index/internal/postings"
	"newshound/answer/index/internal/raw"
	"newshound/corpus"
)

// Newest implements [answer.Index]. It looks at the row of every article, and reads none
// but those that it returns.
func (ix *Index) Newest(ctx context.Context, f answer.Filter, limit int) (articles []*corpus.Article, total int, err error) {
	defer runtime.KeepAlive(ix) // and what it is mapped to
	defer raw.Faults()()
	defer raw.Guard(&err)
	var top newest
	for i, s := range ix.segments {
		if err := ctx.Err(); err != nil {
			return nil, 0, err
		}
		admits := s.admission(f)
		for n := range s.articles {
			if r := s.row(n); s.live(n) && admits(n, r) {
				total++
				top.add(dated{r.published, i, n}, limit)
			}
		}
	}
	for _, d := range top {
		articles = append(articles, ix.segments[d.segment].article(d.article))
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

// admission returns a function that reports whether a filter admits an article of the
// segment, by its number and its row. It must be asked for articles in their order.
func (s *segment) admission(f answer.Filter) func(article int, r row) bool {
	outlets := admitted(s.labels(secOutlets), f.Outlets, f.NotOutlets)
	sections, bylines := admitted(s.labels(secSections), f.Sections, nil), admitted(s.labels(secBylines), f.Bylines, nil)
	var without []postings.Seeker
	for _, term := range f.Without {
		if e, ok := s.lookup(term); ok {
			without = append(without, postings.Seeker{})
			without[len(without)-1].Reset(s.list(e))
		}
	}
	return func(article int, r row) bool {
		if !outlets[r.outlet] || !sections[r.section] || !bylines[r.byline] || !r.within(f) {
			return false
		}
		for i := range without {
			from, to := s.passagesOf(article)
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

// within reports whether an article was published on one of a filter's days, as its own
// time zone has them, and surely so where its day is not known.
func (r row) within(f answer.Filter) bool {
	if f.From.IsZero() && f.To.IsZero() {
		return true
	}
	if r.published == unknown {
		return false
	}
	last := r.local()
	if r.zone != 0 {
		_, day := corpus.Days(r.time())
		last = day.Unix()
	}
	return (f.From.IsZero() || r.local() >= f.From.Unix()) && (f.To.IsZero() || last < f.To.Unix()+secondsADay)
}
