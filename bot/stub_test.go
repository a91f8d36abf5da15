package bot_test

import (
	"context"
	"slices"
	"sync"

	"newshound/answer"
	"newshound/bot"
	"newshound/corpus"
)

// stub is an [bot.Asker] that answers with what it is told to, and remembers
// what it was asked.
type stub struct {
	ask      func(ctx context.Context, q answer.Question) (*answer.Answer, error)
	coverage answer.Coverage
	articles []*corpus.Article

	mu    sync.Mutex
	asked []answer.Question
}

var _ bot.Asker = (*stub)(nil)

func (s *stub) Ask(ctx context.Context, q answer.Question) (*answer.Answer, error) {
	s.mu.Lock()
	s.asked = append(s.asked, q)
	s.mu.Unlock()
	return s.ask(ctx, q)
}

func (s *stub) Coverage() answer.Coverage { return s.coverage }

func (s *stub) Newest(limit int) []*corpus.Article { return s.articles[:min(limit, len(s.articles))] }

func (s *stub) Article(id string) *corpus.Article {
	if i := slices.IndexFunc(s.articles, func(a *corpus.Article) bool { return a.ID == id }); i >= 0 {
		return s.articles[i]
	}
	return nil
}

func (s *stub) Published(answer.Period) []answer.PeriodCount { return nil }

func (s *stub) Labels() (bylines, sections map[string]int) {
	bylines, sections = make(map[string]int), make(map[string]int)
	for _, a := range s.articles {
		bylines[a.Byline]++
		sections[a.Section]++
	}
	return bylines, sections
}

// answering returns a stub that gives the same answer to every question.
func answering(a answer.Answer) *stub {
	return &stub{ask: func(_ context.Context, q answer.Question) (*answer.Answer, error) {
		reply := a
		reply.Question = q
		return &reply, nil
	}}
}
