package engine

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/align"
	"newshound/answer/analysis"
	"newshound/answer/syntax"
	"newshound/answer/wording"
)

const (
	// maxChecked is the number of words of the longest quote that is checked.
	maxChecked = 500
	// checkDepth is the number of passages in which the quote's words are sought.
	checkDepth = 40
	// carrierDepth is the number of passages with all content words of a quote that are looked
	// at, to find every article that has the quote: a common word stands in as many, in a corpus of
	// 87,000. rarestDepth is that number for the rarest part of a quote of several parts, and partDepth
	// for another part, where the rarest finds nothing; partDepth are also kept to find the nearest.
	// The first readFully are read without a look at their bytes before, since words may be written oddly.
	carrierDepth = 20_000
	rarestDepth  = 4000
	partDepth    = 1000
	readFully    = 50
	// checkTerms is the number of words, the rarest, by which passages are found.
	checkTerms = 32
)

// The shares of a quote's words that make it altered, or a paraphrase. Measured with
// `newshound eval --quote-check`.
const (
	alteredShare    = 0.6
	paraphraseShare = 0.45
)

// check answers a question of the form [answer.CheckQuote]. A pasted text may be read in several
// ways, with or without what stands outside its quotation marks; the reading that comes nearest counts.
func (e *Engine) check(ctx context.Context, a *answer.Answer, text string, limit int) error {
	a.Check = &answer.QuoteCheck{Verdict: answer.Absent}
	all := wording.Readings(text)
	if len(all) == 0 {
		a.Malformed = []answer.Malformed{{Field: syntax.FieldQuote}}
		return nil
	}
	all = slices.DeleteFunc(all, func(q wording.Quote) bool { return q.Words > maxChecked })
	if len(all) == 0 {
		a.Malformed = []answer.Malformed{{Field: syntax.FieldQuote, Value: text}}
		return nil
	}
	var found []wording.Fit
	common := true
	for _, q := range all {
		c := e.newChecker(a.Coverage, q)
		if len(c.clauses) == 0 && len(c.missing) == 0 {
			continue
		}
		common = false
		plain := len(q.Aside) > 0 && onlyAttributes(text, q.Aside) // the marks tell what is the quote
		if len(q.Aside) > 0 && !q.SetOff && !plain && !leavesOut(a.Check, q.Aside) {
			continue
		}
		if len(q.Aside) > 0 && q.Words < wording.FewestJoined && !plain && nameGiven(text, q.Aside) == "" {
			continue // it may be a title
		}
		check, here, err := c.check(ctx)
		if err != nil {
			return err
		}
		if len(a.Searched)+len(a.Missing) == 0 || nearer(check, a.Check) || plain && check.Verdict == answer.Altered && a.Check.Verdict == answer.Altered {
			a.Check, a.Searched, a.Missing, found = check, c.searched, c.missing, here
		}
		if check.Verdict == answer.Exact {
			break
		}
	}
	if common {
		a.Malformed = []answer.Malformed{{Field: syntax.FieldQuote, Value: text, Common: true}}
		return nil
	}
	a.Outcome = map[answer.Verdict]answer.Outcome{answer.Exact: answer.Found, answer.Altered: answer.Partial, answer.Paraphrase: answer.Partial, answer.Headline: answer.None, answer.Absent: answer.None}[a.Check.Verdict]
	for _, f := range found {
		a.Snippets = append(a.Snippets, snippetsOf(f, a.Check.Coverage)...)
	}
	e.compareNames(a, text)
	a.Total = len(a.Snippets)
	a.Snippets = a.Snippets[:min(limit, len(a.Snippets))]
	for i := range a.Snippets {
		a.Snippets[i].Cite.N = i + 1
	}
	return nil
}

// compareNames compares the name that a text has beside a quote with the speaker that the articles name.
// If what stands outside of the quotation marks is only that speaker, or the outlet, it is no longer told
// as unchecked.
func (e *Engine) compareNames(a *answer.Answer, text string) {
	c := a.Check
	if len(c.Aside) == 0 || len(a.Snippets) == 0 {
		return
	}
	if outlets := e.names.Outlets(analysis.Fold(strings.TrimPrefix(c.Aside[0], "@"))); len(c.Aside) == 1 && len(outlets) > 0 {
		if !slices.ContainsFunc(a.Snippets, func(s answer.Snippet) bool { return !slices.Contains(outlets, s.Cite.Article.Outlet) }) {
			c.Aside = nil
		}
		return
	}
	name := nameGiven(text, c.Aside)
	if name == "" {
		return
	}
	by, agrees := e.speeches.instead(name, a.Snippets)
	switch {
	case by != "":
		c.Named, c.By = name, by
	case agrees && (name == c.Aside[0] && len(c.Aside) == 1 || onlyAttributes(text, c.Aside)):
		c.Aside = nil
	}
}

// snippetsOf returns what an article has of a quote, with the words that are as given marked.
func snippetsOf(f wording.Fit, score float64) []answer.Snippet {
	var out []answer.Snippet
	for _, p := range f.Pieces() {
		c := answer.Citation{Article: f.Source.Article, Paragraph: p.Paragraph, Span: p.Span}
		out = append(out, answer.Snippet{Quote: c.Article.Text(c.Span), Marks: p.Same, Score: score, Cite: c})
	}
	return out
}

// nearer reports whether a check found the quote better than another.
func nearer(c, o *answer.QuoteCheck) bool {
	order := []answer.Verdict{answer.Exact, answer.Headline, answer.Altered, answer.Paraphrase, answer.Absent}
	return cmp.Or(slices.Index(order, c.Verdict)-slices.Index(order, o.Verdict), cmp.Compare(o.Coverage, c.Coverage)) < 0
}

// leavesOut reports whether a check that took some words for part of the quote leaves open that they are
// not: it is not just altered, or the given words that differ are more than half as many as these.
func leavesOut(c *answer.QuoteCheck, words []string) bool {
	differ, all := 0, 0
	for _, d := range c.Differences {
		differ += len(align.Words(d.Given))
	}
	for _, w := range words {
		all += len(align.Words(w))
	}
	return c.Verdict != answer.Altered || 2*differ > all
}
