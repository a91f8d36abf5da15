package answer

import "math"

// Evidence is what speaks for an answer, before it is weighed into
// [Answer.Confidence].
type Evidence struct {
	// Coverage is the share of the question, by weight, that the best quote and
	// what stands around it meet.
	Coverage float64
	// InQuote is the share that the quote alone meets.
	InQuote float64
	// Surprise tells how unlikely it is that a corpus of this size holds a passage
	// that meets as much of the question by chance, in nats. It is negative where
	// chance would do better.
	Surprise float64
	// Strangers is the share of the question, by weight, that are names which the
	// coverage never uses.
	Strangers float64
	// Unseen is the share that are other words which the coverage never uses.
	Unseen float64
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
	surprise := math.Copysign(math.Sqrt(math.Abs(v.Surprise)), v.Surprise)
	return []Feature{
		{"always", 1, -2.696},
		{"share of the question met × ln(words)", v.Coverage * clauses, 4.898},
		{"share met in the quote", v.InQuote, 2.515},
		{"share of names never used", v.Strangers, -2.944},
		{"share of other words never used", v.Unseen, -2.849},
		{"surprise, root", surprise, 0.149},
		{"ln(words)", clauses, 0.471},
		{"ln(passages)", math.Log(float64(max(1, v.Passages))), -0.465},
		{"kind of thing", one(v.Kind), 0.300},
		{"a number asked for and missing", one(v.NoNumber), -3.172},
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

// weighEvidence gathers what speaks for a candidate.
func (e *Engine) weighEvidence(in inquiry, x expansion, c candidate) Evidence {
	n := x.passages
	inside := best(len(x.wants), c.matches)
	freq := make([]float64, len(x.wants))
	total, met, quoted, strangers, unseen := 0.0, 0.0, 0.0, 0.0, 0.0
	clauses := 0
	for i, w := range x.wants {
		total += w.info
		met += w.info * asGood(c.near[i])
		quoted += w.info * asGood(inside[i])
		switch {
		case w.known:
		case w.word.name:
			strangers += w.info
		case c.near[i] == 0:
			unseen += w.info
		}
		if !w.word.frame {
			clauses++
		}
		for _, a := range w.Alts {
			df := n
			for _, t := range a.Terms {
				df = min(df, e.index.DocFreq(t))
			}
			freq[i] = max(freq[i], float64(df)/float64(max(1, n)))
		}
	}
	total = max(total, 1e-9)
	return Evidence{
		Coverage: met / total, InQuote: quoted / total, Strangers: strangers / total, Unseen: unseen / total, Kind: c.kind,
		NoNumber: !c.kind && (in.expect == aNumber || in.expect == aDuration),
		Clauses:  clauses, Passages: n,
		Surprise: surprise(x.wants, freq, met, n),
	}
}

// asGood rates a match as evidence: what stands well for a word proves as much
// as the word.
func asGood(weight float64) float64 {
	if weight >= sameWeight {
		return 1
	}
	return weight
}

// surprise returns the evidence, in nats, that a passage meets clauses worth
// sum because it is about the question and not by chance: the negated logarithm
// of an upper bound on the probability that any of n passages does, if every
// clause fell into passages independently with its document frequency
// (Chernoff's bound, and the union bound over the passages).
func surprise(wants []want, freq []float64, sum float64, n int) float64 {
	exponent := func(t float64) float64 {
		g := -t * sum
		for i, w := range wants {
			g += math.Log1p(freq[i] * math.Expm1(t*w.info))
		}
		return g
	}
	// The exponent is convex: search its minimum by the golden section.
	const ratio = 0.6180339887498949
	low, high := 0.0, 4.0
	for range 24 {
		a, b := high-ratio*(high-low), low+ratio*(high-low)
		if exponent(a) < exponent(b) {
			high = b
		} else {
			low = a
		}
	}
	return -min(0, exponent((low+high)/2)) - math.Log(float64(max(1, n)))
}
