package engine

import (
	"context"
	"strings"

	"newshound/answer"
	"newshound/corpus"
)

// Recheck finds what has become of a saved quote. The error is the context's or the
// retriever's.
func (e *Engine) Recheck(ctx context.Context, saved answer.SavedQuote) (answer.Standing, error) {
	s := answer.Standing{Saved: saved, State: answer.Gone}
	if a := e.index.Article(saved.Article); a != nil {
		s.Recited = saved.CitedOtherwise(a.Meta)
		if saved.Start >= 0 && saved.Start < saved.End && saved.End <= len(a.Body) && a.Body[saved.Start:saved.End] == saved.Quote {
			if s.Now = quoteAt(a, saved.Start, saved.Quote); s.Now != nil {
				s.State = answer.Stands
				s.Recited = append(s.Recited, saved.SaidOtherwise(s.Now.Cite)...)
				return s, nil
			}
		}
		if s.Now = quoteIn(a, saved.Quote); s.Now != nil {
			s.State = answer.Moved
			s.Recited = append(s.Recited, saved.SaidOtherwise(s.Now.Cite)...)
			return s, nil
		}
	}
	s.Recited = nil // another article differs in all of it
	found, err := e.Ask(ctx, answer.Question{Text: saved.Quote, Form: answer.CheckQuote, Limit: checkDepth})
	if err != nil || len(found.Snippets) == 0 || found.Check.Verdict == answer.Paraphrase {
		return s, err
	}
	for _, sn := range found.Snippets {
		if s.Now = quoteIn(sn.Cite.Article, saved.Quote); s.Now != nil {
			s.State = answer.Moved
			return s, nil
		}
	}
	s.State, s.Now, s.Differences = answer.Rewrote, &found.Snippets[0], found.Check.Differences
	return s, nil
}

// quoteIn returns the first place in an article's paragraphs where a text stands, or
// nil.
func quoteIn(a *corpus.Article, text string) *answer.Snippet {
	for _, p := range a.Paragraphs {
		if at := strings.Index(a.Text(p.Span), text); at >= 0 && text != "" {
			return quoteAt(a, p.Start+at, text)
		}
	}
	return nil
}

// quoteAt returns the text that begins at an offset as a snippet, or nil where it is in
// no paragraph.
func quoteAt(a *corpus.Article, start int, text string) *answer.Snippet {
	for i := range a.Paragraphs {
		s := answer.Snippet{Quote: text, Cite: answer.Citation{N: 1, Article: a, Paragraph: i, Span: corpus.Span{Start: start, End: start + len(text)}}}
		if s.Verify() == nil {
			return &s
		}
	}
	return nil
}
