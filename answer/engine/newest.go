package engine

import (
	"context"
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/syntax"
	"newshound/corpus"
)

// asksNewest reports whether a question asks only for articles: those of its filters, or
// without any the newest of all.
func (s *search) asksNewest() bool {
	if len(s.request.Text) > syntax.MaxSpoken {
		return false
	}
	var outlets []corpus.Span // the other filters are no words any more
	says := false
	for _, f := range s.spoken {
		if f.Keep {
			outlets = append(outlets, f.Span)
		}
		says = says || f.Says
	}
	filtered := slices.ContainsFunc(s.request.Fields, func(f syntax.FieldValue) bool { return f.Field != syntax.FieldSaid })
	spoken := slices.ContainsFunc(s.request.Fields, func(f syntax.FieldValue) bool { return f.Field == syntax.FieldSaid })
	_, without, only := syntax.ArticleWords(s.analyzer.Tokens(s.request.Text), outlets...)
	several := slices.ContainsFunc(s.request.Barred, func(b string) bool { return strings.Contains(analysis.Fold(b), " ") })
	return (only || says) && !spoken && !several && (filtered || without > 0)
}

// newest answers a question that asks only for articles: with what each begins with, the
// newest first, and last those whose date is yet to come. Copies of one that is shown are
// left out.
func (s *search) newest(ctx context.Context, a *answer.Answer, limit int) error {
	ahead, err := s.countAhead(ctx, a.Filter)
	if err != nil {
		return err
	}
	folding := s.newFolding(s.reader, nil, s.only)
	var chosen []candidate
	copies := make(map[string]bool) // the articles that have the text of a chosen one
	take := func(articles []*corpus.Article) error {
		for _, one := range articles {
			c, ok := s.lead(one)
			if !ok || copies[one.ID] || len(chosen) == limit {
				continue
			}
			if err := folding.find(ctx, &c, newOriginal(c.cite())); err != nil {
				return err
			}
			for _, o := range c.also {
				copies[o.Article.ID] = true
			}
			chosen = append(chosen, c)
		}
		return nil
	}
	for read, wanted := ahead, ahead+limit; len(chosen) < limit; wanted *= 2 {
		articles, total, err := s.index.Newest(ctx, a.Filter, wanted)
		if err != nil {
			return err
		}
		a.Total = total
		next := articles[read:]
		if read = len(articles); read == total {
			next = slices.Concat(next, articles[:ahead])
		}
		if err := take(next); err != nil {
			return err
		}
		if read == total {
			break
		}
	}
	a.Snippets = cited(chosen)
	if len(chosen) > 0 {
		a.Outcome, a.Confidence = answer.Found, 1
	}
	return nil
}

const (
	// leadWords is the least number of words of what an article begins with, if it has such a
	// paragraph: a shorter line is a headline, or names a place or an author.
	leadWords = 8
	// leadsRead is the number of such paragraphs of which the first with a word of the headline
	// is taken: those before it may be about the page.
	leadsRead = 4
)

// lead returns what an article begins with: the sentences of a paragraph that may be
// quoted together. It reports false for an article without words.
func (s *search) lead(a *corpus.Article) (candidate, bool) {
	headline := make(map[string]bool)
	for _, t := range s.analyzer.Tokens(a.Headline) {
		headline[t.Term] = !t.Stop
	}
	of := func(t analysis.Token) bool { return headline[t.Term] }
	var first candidate
	found, long := false, 0
	for i, p := range a.Paragraphs {
		c, ok := opening(a, i)
		if p.Kind != corpus.Text || !ok || deskNote().MatchString(c.text()) {
			continue
		}
		isLong := len(strings.Fields(c.text())) >= leadWords
		if isLong && slices.ContainsFunc(s.analyzer.Tokens(c.text()), of) {
			return c, true
		}
		if !found || isLong && long == 0 {
			first, found = c, true
		}
		if isLong {
			long++
		}
		if long == leadsRead {
			break
		}
	}
	return first, found
}

// deskNote matches the beginning of a paragraph that the desk put above an article, such as a correction.
var deskNote = analysis.Pattern(`(?i)^\W*(?:editor['’]?s['’]? note|corrections?:|clarifications?:|(?:this|the following) (?:story|article|post|page|report) (?:has been|was|is being|will be) (?:first |originally |last )?(?:updated|corrected|published|clarified))`)

// opening returns the longest quote that a paragraph begins with.
func opening(a *corpus.Article, paragraph int) (c candidate, ok bool) {
	for _, r := range appendRuns(nil, a, a.Paragraphs[paragraph].Span) {
		if !ok && analysis.HasWord(a.Text(r.Span)) || ok && r.Start == c.Start && r.End > c.End {
			c, ok = candidate{article: a, paragraph: paragraph, Span: r.Span}, true
		}
	}
	return c, ok
}
