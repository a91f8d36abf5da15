package answer

import (
	"cmp"
	"context"
	"slices"

	"newshound/answer/align"
	"newshound/answer/wording"
	"newshound/corpus"
)

// Verdict says whether a corpus holds a quote.
type Verdict string

// The verdicts. None of them says that a quote is false: only what this coverage
// holds.
const (
	// Exact: the words stand there as given, but for what an ellipsis or brackets
	// in the quote say is left out or put in.
	Exact Verdict = "exact"
	// Altered: most of them do, in order; the differences are told.
	Altered Verdict = "altered"
	// Paraphrase: enough of them do for the quote to be drawn from there.
	Paraphrase Verdict = "paraphrase"
	// Headline: no article has the words in its text, but one in its headline.
	Headline Verdict = "headline"
	// Absent: nothing comes near.
	Absent Verdict = "absent"
)

// QuoteCheck is what came of looking for the words of a quote.
type QuoteCheck struct {
	Verdict Verdict
	// Coverage is the share of the quote's words that stand, in order, in what the
	// snippets show, 0 to 1. Rare words count more than common ones.
	Coverage float64
	// Elided says that the quote itself marks words as left out or put in.
	Elided bool
	// Joined says that its parts stand in different places, each as given.
	Joined bool
	// Between are the words of the article that an [Exact] quote runs over, unmarked, and
	// that stand outside of its quotation marks: “said Lee”.
	Between []string
	// Aside are the words given outside of quotation marks that were left aside, for
	// only with that does the rest stand there: “Lee told reporters”.
	Aside []string
	// Named is who says it by the words that were left aside, and By whom the article
	// names instead; "" where that is the same, or cannot be told.
	Named, By string
	// Headlines are the articles that have the words in their headlines, the earliest
	// first, if none has them in its text.
	Headlines []*corpus.Article
	// Differences tell what is not as given, in order. There are none for an
	// [Exact] quote, and too many to tell for a [Paraphrase].
	Differences []Difference
}

// Difference is a run of words that a quote and its source do not share.
type Difference struct {
	// Given are the words of the quote, "" where it has left some out.
	Given string
	// Stands are the words that stand there, "" where the quote has put some in.
	Stands string
}

const (
	// maxChecked is the number of words of the longest quote that is checked.
	maxChecked = 500
	// checkDepth is the number of passages in which the words are sought.
	checkDepth = 40
	// carrierDepth is the number of passages with all the words that are looked at
	// to find every article with the quote.
	carrierDepth = 1000
	// checkTerms is the number of words, the rarest, by which passages are found.
	checkTerms = 32
)

// The shares of a quote's words that make it altered, or a paraphrase. Measured with
// `newshound eval --quote-check`.
const (
	alteredShare    = 0.6
	paraphraseShare = 0.45
)

// check answers a question of the form [CheckQuote]. Where the text does not stand there
// as it was pasted, it may as it is meant.
func (e *Engine) check(ctx context.Context, a *Answer, text string, limit int) error {
	a.Check = &QuoteCheck{Verdict: Absent}
	all := wording.Readings(text)
	if len(all) == 0 {
		a.Malformed = []Malformed{{Field: fieldQuote}}
		return nil
	}
	all = slices.DeleteFunc(all, func(q wording.Quote) bool { return q.Words > maxChecked })
	if len(all) == 0 {
		a.Malformed = []Malformed{{Field: fieldQuote, Value: text}}
		return nil
	}
	var found []wording.Fit
	for _, q := range all {
		c := e.newChecker(a.Coverage, q)
		if len(c.clauses) == 0 && len(c.missing) == 0 {
			a.Malformed = []Malformed{{Field: fieldQuote, Value: text, Common: true}}
			return nil
		}
		if len(q.Aside) > 0 && !q.SetOff && !leavesOut(a.Check, q.Aside) && !onlyAttributes(text, q.Aside) {
			continue
		}
		check, here, err := c.check(ctx)
		if err != nil {
			return err
		}
		if len(a.Searched)+len(a.Missing) == 0 || nearer(check, a.Check) {
			a.Check, a.Searched, a.Missing, found = check, c.searched, c.missing, here
		}
		if check.Verdict == Exact {
			break
		}
	}
	a.Outcome = map[Verdict]Outcome{Exact: Found, Altered: Partial, Paraphrase: Partial, Headline: None, Absent: None}[a.Check.Verdict]
	for _, f := range found {
		a.Snippets = append(a.Snippets, snippetsOf(f, a.Check.Coverage)...)
	}
	if len(a.Check.Aside) > 0 {
		a.Check.Named, a.Check.By = e.speeches.instead(nameGiven(text, a.Check.Aside), a.Snippets)
	}
	a.Total = len(a.Snippets)
	a.Snippets = a.Snippets[:min(limit, len(a.Snippets))]
	for i := range a.Snippets {
		a.Snippets[i].Cite.N = i + 1
	}
	return nil
}

// snippetsOf returns what stands there of a quote, with the words that are as given marked.
func snippetsOf(f wording.Fit, score float64) []Snippet {
	var out []Snippet
	for _, p := range f.Pieces() {
		c := Citation{Article: f.Source.Article, Paragraph: p.Paragraph, Span: p.Span}
		out = append(out, Snippet{Quote: c.Article.Text(c.Span), Marks: p.Same, Score: score, Cite: c})
	}
	return out
}

// nearer reports whether a check came nearer to what stands there than another.
func nearer(c, o *QuoteCheck) bool {
	order := []Verdict{Exact, Headline, Altered, Paraphrase, Absent}
	return cmp.Or(slices.Index(order, c.Verdict)-slices.Index(order, o.Verdict), cmp.Compare(o.Coverage, c.Coverage)) < 0
}

// leavesOut reports whether most of some words that were given do not stand there, and
// they are no words of the quote that were altered.
func leavesOut(c *QuoteCheck, words []string) bool {
	differ, all := 0, 0
	for _, d := range c.Differences {
		differ += len(align.Words(d.Given))
	}
	for _, w := range words {
		all += len(align.Words(w))
	}
	return c.Verdict != Altered || 2*differ > all
}
