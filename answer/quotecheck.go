package answer

import "newshound/corpus"

// Verdict says whether a corpus holds a quote.
type Verdict string

// The verdicts. None of them says that a quote is false: only what this coverage
// holds.
const (
	// Exact: the words stand there as given, but for what an ellipsis or brackets
	// in the quote say is left out or put in. Capitals, marks, hyphens and what is
	// written short ($8bn, 6%, Jan. 31) make no difference.
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
	// Joined says that its parts stand in different places, each as given, or are what different
	// people said, with an ellipsis between.
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
