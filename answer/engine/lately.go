package engine

import (
	"context"
	"slices"
	"sync"
	"time"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/calendar"
	"newshound/answer/inquiry"
	"newshound/corpus"
)

const (
	// lately is the number of days before that of asking in which a question that asks of such
	// days is searched for by itself, too.
	lately = 14
	// recentEnough is the recency from which a quote is of about these days, a fortnight before, and dayEnough
	// that from which it is of about yesterday or today: five days before, and one after.
	recentEnough = 0.5
	dayEnough    = 0.75
)

// asked returns the day from which a question counts: the one that it says, or that its asker
// set, or, if it asks of days near today, today; else the zero time. lately reports whether it
// asks of days near that.
func (s *search) asked(q answer.Question) (day time.Time, lately bool) {
	if day, ok := s.request.Asked(); ok {
		return day, true
	}
	if day = q.Asked; day.IsZero() && s.inquiry.Lately {
		day = q.Day()
	}
	return day, s.inquiry.Lately && !day.IsZero()
}

// mostAhead is the largest number of articles whose dates are held to be wrong since they are yet to come.
const mostAhead = 1000

// toCome keeps what [Engine.ahead] found last, since that looks at every article.
type toCome struct {
	mu    sync.Mutex
	first time.Time // the first day that is yet to come
	wrong bool      // later dates are wrong
}

// ahead returns the first day that is yet to come, by any clock, on the day when a question is put, if some
// articles have a later date, which is wrong. It is the zero time where none has, and where many have: then
// the coverage is of another time than the question.
func (e *Engine) ahead(ctx context.Context, today time.Time) (time.Time, error) {
	first, c := calendar.Day(today).AddDate(0, 0, 2), e.index.Coverage()
	if today.IsZero() || c.Last.Before(first) {
		return time.Time{}, nil
	}
	e.toCome.mu.Lock()
	defer e.toCome.mu.Unlock()
	if !e.toCome.first.Equal(first) {
		_, n, err := e.index.Newest(ctx, answer.Filter{From: first}, 0)
		if err != nil {
			return time.Time{}, err
		}
		e.toCome.first, e.toCome.wrong = first, n <= min(mostAhead, c.Articles/2)
	}
	if !e.toCome.wrong {
		return time.Time{}, nil
	}
	return first, nil
}

// last returns when the newest articles were published, but for those whose dates are yet to come.
func (s *search) last(ctx context.Context) (time.Time, error) {
	n, err := s.countAhead(ctx, answer.Filter{})
	if n == 0 || err != nil {
		return s.index.Coverage().Last, err
	}
	articles, _, err := s.index.Newest(ctx, answer.Filter{}, n+1)
	if len(articles) <= n {
		return time.Time{}, err
	}
	return articles[n].Published, err
}

// countAhead returns how many articles that a filter admits have a date that is yet to come.
func (s *search) countAhead(ctx context.Context, f answer.Filter) (int, error) {
	if s.ahead.IsZero() {
		return 0, nil
	}
	f.From = later(f.From, s.ahead)
	_, n, err := s.index.Newest(ctx, f, 0)
	return n, err
}

// mayBeNewest reports whether it is known when an article was published.
func (s *search) mayBeNewest(a *corpus.Article) bool {
	return !a.Published.IsZero() && (s.ahead.IsZero() || a.Published.Before(s.ahead))
}

// apart reports whether the question asks of days near that of asking, and all quotes and their
// copies are known to be of other days.
func (s *search) apart(quotes []answer.Snippet) bool {
	in := s.inquiry
	in.Asked = s.day
	least := recentEnough
	if analysis.AnyWord(s.question, calendar.Today) {
		least = dayEnough
	}
	near := func(c answer.Citation) bool {
		published := c.Article.Published
		if published.IsZero() {
			return true
		}
		first, last := corpus.Days(published) // it may be of any of these
		day := earlier(later(first, calendar.Day(s.day)), last)
		return in.Period().Recency(day) >= least
	}
	of := func(q answer.Snippet) bool { return near(q.Cite) || slices.ContainsFunc(q.Cite.Also, near) }
	return in.Lately && len(quotes) > 0 && !slices.ContainsFunc(quotes, of)
}

// withLately searches the fortnight before the question is asked by itself, and puts what it
// finds before the other hits of a side: on a subject with much coverage, few articles of those
// days are among the best by their words.
func (e *Engine) withLately(ctx context.Context, in inquiry.Inquiry, x inquiry.Expansion, q answer.Query, s side, hits []answer.Hit) ([]answer.Hit, error) {
	asked := calendar.Day(in.Asked)
	s.filter.From, s.filter.To = later(s.filter.From, asked.AddDate(0, 0, -lately)), earlier(s.filter.To, asked)
	q.Limit = readingDepth / 2
	near, err := e.retrieve(ctx, x, q, s)
	if err != nil {
		return nil, err
	}
	seen := make(map[place]bool, len(near))
	for _, h := range near {
		seen[placeOf(h.Passage)] = true
	}
	return append(near, slices.DeleteFunc(hits, func(h answer.Hit) bool { return seen[placeOf(h.Passage)] })...), nil
}

// later returns the later of two days, and earlier the earlier one. The zero time is no day.
func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func earlier(a, b time.Time) time.Time {
	if a.IsZero() || b.Before(a) {
		return b
	}
	return a
}
