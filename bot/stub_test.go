package bot_test

import (
	"context"
	"strings"
	"testing"
	"time"

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
	asked    []answer.Question
}

var _ bot.Asker = (*stub)(nil)

func (s *stub) Ask(ctx context.Context, q answer.Question) (*answer.Answer, error) {
	s.asked = append(s.asked, q)
	return s.ask(ctx, q)
}

func (s *stub) Coverage() answer.Coverage { return s.coverage }

func (s *stub) Articles(limit int) []*corpus.Article { return s.articles[:min(limit, len(s.articles))] }

// answering returns a stub that gives the same answer to every question.
func answering(a answer.Answer) *stub {
	return &stub{ask: func(_ context.Context, q answer.Question) (*answer.Answer, error) {
		reply := a
		reply.Question = q
		return &reply, nil
	}}
}

const body = `The council of Ashford voted on Monday to close the old bridge. It carried 900 cars a day.

According to The Post:

The bridge was built in 1911, and no plan for a new one exists.

“We will miss it,” said the mayor, Ann Lee.
`

// bridge returns the article that the tests of this package quote.
func bridge(t *testing.T) *corpus.Article {
	t.Helper()
	a := corpus.NewArticle(corpus.Meta{
		ID: "bridge", Headline: "Bridge to close", Byline: "Joe Doe", Outlet: "The Ashford Gazette", Section: "Local",
		URL: "https://gazette.example/bridge", Published: time.Date(2024, 5, 6, 0, 0, 0, 0, time.UTC),
	}, body)
	if len(a.Paragraphs) < 4 {
		t.Fatalf("the article has %d paragraphs", len(a.Paragraphs))
	}
	return a
}

// snippet returns the snippet numbered n that quotes the given words of a, with
// the words that are marked.
func snippet(t *testing.T, a *corpus.Article, n int, quote string, marked ...string) answer.Snippet {
	t.Helper()
	start := strings.Index(a.Body, quote)
	s := answer.Snippet{Quote: quote, Cite: answer.Citation{N: n, Article: a, Span: corpus.Span{Start: start, End: start + len(quote)}}}
	for i, p := range a.Paragraphs {
		if p.Start <= s.Cite.Start && s.Cite.End <= p.End {
			s.Cite.Paragraph = i
		}
	}
	for _, m := range marked {
		at := strings.Index(quote, m)
		s.Marks = append(s.Marks, corpus.Span{Start: at, End: at + len(m)})
	}
	if err := s.Verify(); err != nil {
		t.Fatal(err)
	}
	return s
}
