// Package bottest helps to test handlers and adapters: it makes articles, and
// snippets of them that verify.
package bottest

import (
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/corpus"
)

const body = `The council of Ashford voted on Monday to close the old bridge. It carried 900 cars a day.

According to The Post:

The bridge was built in 1911, and no plan for a new one exists.

“We will miss it,” said the mayor, Ann Lee.
`

// Bridge returns an article with all its metadata. Its third paragraph is quoted from
// another publication.
func Bridge() *corpus.Article {
	return Article(corpus.Meta{
		ID: "bridge", Headline: "Bridge to close", Byline: "Joe Doe", Outlet: "The Ashford Gazette", Section: "Local",
		URL: "https://gazette.example/bridge", Published: time.Date(2024, 5, 6, 0, 0, 0, 0, time.UTC),
	}, body)
}

// Meta is an article's metadata. Adapters may not import package corpus.
type Meta = corpus.Meta

// Article returns an article.
func Article(meta Meta, body string) *corpus.Article { return corpus.NewArticle(meta, body) }

// OneParagraph returns an article whose whole body, with whatever it holds, is
// one paragraph.
func OneParagraph(meta Meta, body string) *corpus.Article {
	return &corpus.Article{Meta: meta, Body: body, Paragraphs: []corpus.Paragraph{{Span: corpus.Span{End: len(body)}, N: 1}}}
}

// Snippet returns the snippet numbered n that quotes the given words of a, with
// the marked words of the quote. Words that are not there fail the test.
func Snippet(t testing.TB, a *corpus.Article, n int, quote string, marked ...string) answer.Snippet {
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
