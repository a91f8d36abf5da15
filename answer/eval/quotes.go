package eval

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"newshound/answer"
)

// Asker answers questions. It must be safe for concurrent use. [engine.Engine]
// is one.
type Asker interface {
	Ask(ctx context.Context, q answer.Question) (*answer.Answer, error)
}

// Answered is what an [Asker] answered to one case.
type Answered struct {
	Case Case
	*answer.Answer
}

// Quote puts every case to a, several at a time, and returns them answered, in
// the order of the cases. The first case that fails ends it, and a quote that
// is not verbatim is a failure: it wraps [answer.ErrNotVerbatim].
func Quote(ctx context.Context, a Asker, cases []Case, progress Progress) ([]Answered, error) {
	answered := make([]Answered, len(cases))
	err := forEach(ctx, cases, progress, func(i int, c Case) error {
		got, err := a.Ask(ctx, c.Question(0))
		if err != nil {
			return err
		}
		for _, s := range slices.Concat(got.Snippets, got.Near) {
			if err := s.Verify(); err != nil {
				return err
			}
		}
		answered[i] = Answered{c, got}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return answered, nil
}

// Rank returns the rank of the first quote that holds an accepted span, byte for
// byte, from 1, and 0 where none does.
func (r Answered) Rank() int {
	for i, s := range r.Snippets {
		if slices.ContainsFunc(r.Case.Accept, func(span string) bool { return strings.Contains(s.Quote, span) }) {
			return i + 1
		}
	}
	return 0
}

// holds reports whether one of the first n quotes holds an accepted span.
func (r Answered) holds(n int) bool { return r.Rank() > 0 && r.Rank() <= n }

// silent reports whether the answer was that the coverage does not say.
func (r Answered) silent() bool { return r.Outcome == answer.None }

// miss reports whether the answer is not what it should be: an answer where the
// coverage does not say, silence where it does, or a first quote without an
// accepted span.
func (r Answered) miss() bool {
	if !r.Case.Answerable || r.silent() {
		return r.Case.Answerable == r.silent()
	}
	return len(r.Case.Accept) > 0 && !r.holds(1)
}

// QuoteReport sums up answered cases.
type QuoteReport struct {
	// Answerable and Unanswerable count the questions.
	Answerable, Unanswerable int
	// Shares are the shares of questions, as means of ones and zeros: first
	// snippet and first three hold an accepted span, of the questions that have
	// one; silence where the coverage does not say; silence where it does.
	Shares []Mean
	// AUC is how well the confidence tells answerable questions from the others,
	// and Refused the share of the others below Threshold, which 95 % of the
	// answerable ones reach. They are 0 without questions of both kinds.
	AUC, Refused, Threshold float64
	// Characters and FirstWords have the lengths of all quotes, and of the first
	// quote of each answer that has one.
	Characters, FirstWords []int
	// Misses are the answers that are not what they should be.
	Misses []Answered
}

// answeredPermille is the share of answerable questions that are answered at
// the threshold of a [QuoteReport].
const answeredPermille = 950

// Judge compares answers with what was accepted.
func Judge(answered []Answered) QuoteReport {
	var report QuoteReport
	var first, three, rightly, wrongly []float64
	var answerable, others []float64 // confidences
	for _, r := range answered {
		if r.Case.Answerable {
			report.Answerable++
			answerable = append(answerable, r.Confidence)
			wrongly = append(wrongly, share(r.silent()))
		} else {
			report.Unanswerable++
			others = append(others, r.Confidence)
			rightly = append(rightly, share(r.silent()))
		}
		if len(r.Case.Accept) > 0 {
			first = append(first, share(r.holds(1)))
			three = append(three, share(r.holds(3)))
		}
		for i, s := range r.Snippets {
			quote := s.Quote
			report.Characters = append(report.Characters, utf8.RuneCountInString(quote))
			if i == 0 {
				report.FirstWords = append(report.FirstWords, len(strings.Fields(quote)))
			}
		}
		if r.miss() {
			report.Misses = append(report.Misses, r)
		}
	}
	report.Shares = []Mean{
		newMean("first snippet", first),
		newMean("first three", three),
		newMean("none, rightly", rightly),
		newMean("none, wrongly", wrongly),
	}
	report.AUC = auc(answerable, others)
	report.Refused, report.Threshold = refusedAt(answeredPermille, answerable, others)
	return report
}

func share(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}
