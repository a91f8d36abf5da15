package main

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"text/tabwriter"

	"newshound/answer"
	"newshound/bot/terminal"
)

// printExplanation writes why an answer is what it is, as tables.
func printExplanation(w io.Writer, a *answer.Answer) error {
	var b bytes.Buffer
	b.WriteString("\nWhy:\n")
	x := a.Explanation
	if x == nil {
		why := "No passage bears on the question."
		if len(a.Snippets) > 0 { // the newest, or all that somebody says
			why = "What is shown is a list, and was not ranked."
		}
		fmt.Fprintf(&b, "\n%s\n", why)
		_, err := w.Write(b.Bytes())
		return err
	}
	explainQuestion(&b, a)
	for _, q := range x.Quotes {
		explainQuote(&b, q)
	}
	fmt.Fprintf(&b, "\nEvidence of the quote that proves most:\n\n")
	t := newTable(&b, "  What", "Value", "Weight", "Adds")
	for _, f := range x.Evidence {
		if adds := f.Value * f.Weight; math.Abs(adds) >= 0.005 { // or it shows as nothing
			t.row("  "+f.Name, two(f.Value), two(f.Weight), fmt.Sprintf("%+.2f", adds))
		}
	}
	t.flush()
	fmt.Fprintf(&b, "\nConfidence %.2f. The coverage is held to say from %.2f on.\n", x.Confidence, x.Enough)
	_, err := io.WriteString(w, terminal.Visible(b.String()))
	return err
}

// explainQuestion writes how the question was read.
func explainQuestion(b *bytes.Buffer, a *answer.Answer) {
	x := a.Explanation
	b.WriteByte('\n')
	if x.Expects != "" {
		fmt.Fprintf(b, "The question asks for %s.\n", x.Expects)
	}
	for _, s := range x.Sides {
		fmt.Fprintf(b, "Searched by itself: %s.\n", sideOf(s))
	}
	if len(x.Dates) > 0 {
		fmt.Fprintf(b, "It names %s.\n", strings.Join(x.Dates, ", "))
	}
	t := newTable(b, "  Word", "Part", "Weight", "Proof", "Passages", "Also found by")
	for _, w := range x.Words {
		var also []string
		for _, alt := range w.Alternatives {
			also = append(also, fmt.Sprintf("%s ×%.2g (%d)", alt.Terms, alt.Weight, alt.Passages))
		}
		t.row("  "+w.Word, w.Part, two(w.Weight), two(w.Proof), strconv.Itoa(w.Passages), strings.Join(also, ", "))
	}
	t.flush()
}

// sideOf names a part of a question: what it asks, and of which outlets.
func sideOf(s answer.ExplainedSide) string {
	if len(s.Outlets) == 0 {
		return fmt.Sprintf("“%s”", s.Words)
	}
	return fmt.Sprintf("“%s” in %s", s.Words, strings.Join(s.Outlets, ", "))
}

// explainQuote writes why a quote was chosen.
func explainQuote(b *bytes.Buffer, q answer.ExplainedQuote) {
	p := q.Passage
	fmt.Fprintf(b, "\nQuote %d scores %s.\nIts passage, number %d", q.N, sum(q.Merits, q.Score), p.Rank)
	if p.Side != nil {
		fmt.Fprintf(b, ", found for %s", sideOf(*p.Side))
	}
	fmt.Fprintf(b, ", scores %s.\n\n", sum(p.Shares, p.Score))
	t := newTable(b, "  Word", "In passage", "In header", "Adds", "In quote", "Near it")
	for _, w := range p.Words {
		t.row("  "+w.Word, strconv.Itoa(w.Body), strconv.Itoa(w.Header), two(w.Score), two(w.Quote), two(w.Near))
	}
	t.flush()
}

// sum shows a sum with its parts: 0.93 = words 0.80 + neighbours 0.13.
func sum(parts []answer.Share, total float64) string {
	var b strings.Builder
	b.WriteString(two(total))
	for i, p := range parts {
		switch {
		case i == 0:
			b.WriteString(" = ")
		case p.Value < 0:
			b.WriteString(" − ")
		default:
			b.WriteString(" + ")
		}
		v := p.Value
		if v < 0 && i > 0 {
			v = -v
		}
		b.WriteString(p.Name + " " + two(v))
	}
	return b.String()
}

func two(v float64) string { return fmt.Sprintf("%.2f", v) }

// table writes columns of equal width.
type table struct {
	cells *tabwriter.Writer
	lines bytes.Buffer
	to    io.Writer
}

func newTable(to io.Writer, columns ...string) *table {
	t := &table{to: to}
	t.cells = tabwriter.NewWriter(&t.lines, 0, 0, 2, ' ', 0)
	t.row(columns...)
	return t
}

// row adds a line. The errors of a buffer are none.
func (t *table) row(cells ...string) { fmt.Fprintln(t.cells, strings.Join(cells, "\t")) }

// flush writes the table, without the blanks at the ends of lines.
func (t *table) flush() {
	_ = t.cells.Flush()
	for line := range strings.Lines(t.lines.String()) {
		fmt.Fprintln(t.to, strings.TrimRight(line, " \n"))
	}
}
