package eval

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// Print writes the report as a table: a line of counts, then each measure
// with its mean and the mean's 95 % confidence interval.
func (r Report) Print(w io.Writer) error {
	var out strings.Builder
	fmt.Fprintf(&out, "%-10s  %d", "queries", len(r.Queries))
	if r.LeftOut > 0 {
		fmt.Fprintf(&out, ", and %d without a relevant article left out", r.LeftOut)
	}
	fmt.Fprintln(&out)
	for _, m := range r.Means {
		fmt.Fprintf(&out, "%-10s  %.4f  [%.4f, %.4f]\n", m.Name, m.Value, m.CI.Low, m.CI.High)
	}
	return write(w, &out)
}

// Print writes the report as a table: each share with its 95 % confidence
// interval and the questions that it is of, then the lengths of the quotes.
func (r QuoteReport) Print(w io.Writer) error {
	var out strings.Builder
	fmt.Fprintf(&out, "%-13s  %d answerable, %d not\n", "questions", r.Answerable, r.Unanswerable)
	for _, m := range r.Shares {
		fmt.Fprintf(&out, "%-13s  ", m.Name)
		if len(m.Values) == 0 {
			fmt.Fprintln(&out, "no such questions")
			continue
		}
		yes := 0
		for _, v := range m.Values {
			yes += int(v)
		}
		fmt.Fprintf(&out, "%5.1f %%  [%.1f, %.1f]  %d of %d\n",
			100*m.Value, 100*m.CI.Low, 100*m.CI.High, yes, len(m.Values))
	}
	if r.Answerable > 0 && r.Unanswerable > 0 {
		fmt.Fprintf(&out, "%-13s  AUC %.4f; %.1f %% refused where %d %% are answered, at %.4f\n",
			"confidence", r.AUC, 100*r.Refused, answeredPermille/10, r.Threshold)
	}
	if len(r.Characters) > 0 {
		fmt.Fprintf(&out, "%-13s  %d, mean %.0f characters, longest %d\n",
			"quotes", len(r.Characters), meanInt(r.Characters), slices.Max(r.Characters))
		fmt.Fprintf(&out, "%-13s  mean %.1f words, longest %d\n",
			"first quote", meanInt(r.FirstWords), slices.Max(r.FirstWords))
	}
	return write(w, &out)
}

// PrintMisses writes a line for each answer that is not what it should be: the
// case's id, the question, the outcome and the first quote, separated by tabs.
func (r QuoteReport) PrintMisses(w io.Writer) error {
	var out strings.Builder
	for _, miss := range r.Misses {
		quote := ""
		if len(miss.Snippets) > 0 {
			quote = miss.Snippets[0].Quote
		}
		fmt.Fprintf(&out, "%s\t%s\t%s\t%s\n", miss.Case.ID, oneLine(miss.Case.Text), miss.Outcome, oneLine(quote))
	}
	return write(w, &out)
}

func write(w io.Writer, table *strings.Builder) error {
	_, err := io.WriteString(w, table.String())
	return err
}

// oneLine makes a column of a text: its white space becomes single blanks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func meanInt(values []int) float64 {
	sum := 0
	for _, v := range values {
		sum += v
	}
	return float64(sum) / float64(len(values))
}
