package eval

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// Foreign returns the questions of cases that were made for another corpus and that it
// answers, as questions that this one does not answer.
func Foreign(cases []Case) []Case {
	cases = slices.DeleteFunc(slices.Clone(cases), func(c Case) bool { return !c.Answerable })
	for i := range cases {
		cases[i].Answerable, cases[i].Accept = false, nil
	}
	return cases
}

// ForeignReport tells how well foreign questions are told from a corpus's own.
type ForeignReport struct {
	Questions int
	// Answered is the share of the foreign questions that are answered.
	Answered Mean
	// AUC is how well the confidence tells the corpus's answerable questions from the
	// foreign ones, and Refused the share of these below what 95 % of those reach.
	AUC, Refused float64
}

// JudgeForeign compares answers to foreign questions with those to the corpus's own, of
// which the answerable ones count.
func JudgeForeign(own, foreign []Answered) ForeignReport {
	own = slices.DeleteFunc(slices.Clone(own), func(r Answered) bool { return !r.Case.Answerable })
	both := Judge(slices.Concat(own, foreign))
	answered := make([]float64, len(foreign))
	for i, r := range foreign {
		answered[i] = share(!r.silent())
	}
	return ForeignReport{len(foreign), newMean("answered", answered), both.AUC, both.Refused}
}

// Print writes the report as a line that begins with a name of the questions.
func (r ForeignReport) Print(w io.Writer, name string) error {
	var out strings.Builder
	fmt.Fprintf(&out, "foreign        %s: %.1f %% of %d answered, AUC %.4f; %.1f %% refused where 95 %% are answered\n",
		name, 100*r.Answered.Value, r.Questions, r.AUC, 100*r.Refused)
	return write(w, &out)
}
