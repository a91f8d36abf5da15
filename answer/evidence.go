package answer

import (
	"math"
	"slices"
)

// Evidence is what speaks for an answer, before it is weighed into
// [Answer.Confidence].
type Evidence struct {
	// InQuote is the share of the question, by weight, that the best quote meets.
	InQuote float64
	// Passage is the BM25 score of its passage, the article's share included, and
	// Sentence what the passage's best few sentences meet by themselves; both in
	// shares of the question's weight, as the side of the question that found the
	// passage weighs it.
	Passage, Sentence float64
	// Lead tells how far the best passage stands out among those found: the share of
	// its score that the twentieth does not reach.
	Lead float64
	// Strangers is the share of the question, by weight, that are names which the
	// coverage never uses.
	Strangers float64
	// Unseen is the share that are other words which the coverage never uses.
	Unseen float64
	// Outsiders is the share of the outlets that the question asks of which the
	// corpus does not hold, and which are not named near the quote either.
	Outsiders float64
	// Outlet reports that the quote is of an outlet that the question asks of.
	Outlet bool
	// Kind reports that the quote holds the kind of thing that was asked for: a
	// number, a time, a person. It is true where any kind will do.
	Kind bool
	// NoNumber reports that a number was asked for and the quote has none.
	NoNumber bool
	// Clauses is the number of clauses that carry information.
	Clauses int
	// Passages is the size of the corpus: of more passages, more look like an
	// answer by chance.
	Passages int
}

// features returns what the confidence is drawn from. The weights are those of a logistic
// regression that tells questions which a corpus answers from questions about
// something else, over corpora of 10 to 90,000 passages and questions of 2 to
// 60 words, every corpus weighing the same (MultiHop-RAG with its null
// queries, RealTimeQA 2023, SQuAD 2, SciFact, the seeds, and one to three
// articles out of the news sets). Coverage proves more in a longer question,
// and less in a larger corpus.
func (v Evidence) features() []Feature {
	clauses := math.Log(float64(max(2, v.Clauses)))
	return []Feature{
		{"always", 1, -3.157},
		{"share of the question met in the quote", v.InQuote, 2.876},
		{"score of the passage × ln(words)", v.Passage * clauses, 2.850},
		{"share met in its sentences × ln(words)", v.Sentence * clauses, 0.983},
		{"the same, of an outlet asked of", v.Sentence * clauses * one(v.Outlet), 5.217},
		{"how far the best passage stands out", v.Lead, 1.185},
		{"share of names never used", v.Strangers, -2.536},
		{"share of other words never used", v.Unseen, -1.582},
		{"share of outlets that are not held", v.Outsiders, -17.97},
		{"kind of thing", one(v.Kind), 0.570},
		{"a number asked for and missing", one(v.NoNumber), -2.827},
		{"ln(words)", clauses, 0.113},
		{"ln(passages)", math.Log(float64(max(1, v.Passages))), -0.385},
	}
}

// Feature is a piece of evidence with its weight.
type Feature struct {
	Name   string  `json:"name"`
	Value  float64 `json:"value"`
	Weight float64 `json:"weight"`
}

// confidence weighs the evidence.
func (v Evidence) confidence() float64 {
	z := 0.0
	for _, f := range v.features() {
		z += f.Value * f.Weight
	}
	return 1 / (1 + math.Exp(-z))
}

func one(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// weighEvidence gathers what speaks for a candidate of a passage.
func weighEvidence(in inquiry, x expansion, c candidate, p ranked) Evidence {
	v := Evidence{
		Passage: p.fit, Sentence: p.whole, Lead: p.lead, Outsiders: in.unmetOutsiders(x.wants, c.near),
		Outlet: slices.ContainsFunc(in.facets, func(f facet) bool { return f.has(c) }),
		Kind:   c.kind, NoNumber: !c.kind && (in.expect == aNumber || in.expect == aDuration), Passages: x.passages,
	}
	total := 0.0
	for i, w := range x.wants {
		total += w.info
		v.InQuote += w.info * asGood(c.inside[i])
		switch {
		case w.known:
		case w.word.name:
			v.Strangers += w.info
		case c.near[i] == 0:
			v.Unseen += w.info
		}
		if !w.word.frame {
			v.Clauses++
		}
	}
	total = max(total, 1e-9)
	v.InQuote /= total
	v.Strangers /= total
	v.Unseen /= total
	return v
}

// asGood rates a match as evidence: what stands well for a word proves as much
// as the word.
func asGood(weight float64) float64 {
	if weight >= sameWeight {
		return 1
	}
	return weight
}
