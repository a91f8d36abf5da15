package eval

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/corpus"
)

// How many quotes are asked for; and how many where the best may not come first.
const (
	copyQuotes = 10
	copyLines  = 200
)

// CopyResult counts what became of copies of one kind.
type CopyResult struct {
	// Folded are those that were told beside the quote, Shown those that stood as a
	// quote of their own, and Missed those of which nothing was said.
	Folded, Shown, Missed int
	// First is how many of the folded ones show the earlier of the two.
	First int
	// Unasked are those of which neither the article nor the copy was found.
	Unasked int
}

// FoldedPair are two articles of a corpus of which an answer says that they hold the
// same, with what stands in each.
type FoldedPair struct{ Quote, Copy answer.Citation }

// CopyReport is what came of asking for copies, and of what else was asked.
type CopyReport struct {
	Form    answer.Form
	Results map[CopyKind]*CopyResult
	// Wrong tells of copies that were not folded: kind, what became of it, the article and
	// the question, and on further lines the quotes of either.
	Wrong []string
	// Event counts the pairs of articles, no copies of ours, that answered one question
	// and are of three days; Pairs are those that were folded.
	Event int
	Pairs []FoldedPair
}

// MeasureCopies asks of every copied article, in a corpus that holds both, and counts how
// many copies are folded, and how many other articles are.
func MeasureCopies(ctx context.Context, a Asker, copied []Copied, form answer.Form, progress Progress) (CopyReport, error) {
	report := CopyReport{Form: form, Results: make(map[CopyKind]*CopyResult)}
	made := make(map[string]bool)
	for _, c := range copied {
		made[c.Copy.ID] = true
	}
	limit := copyQuotes
	if form != "" {
		limit = copyLines
	}
	seen := make(map[[2]string]bool)
	folded := make(map[[2]string]bool)
	for i, c := range copied {
		got, err := a.Ask(ctx, answer.Question{Text: c.Question, Form: form, Limit: limit})
		if err != nil {
			return report, err
		}
		for _, s := range got.Snippets {
			if err := s.Verify(); err != nil {
				return report, err
			}
		}
		report.count(c, got)
		report.pairs(got, made, seen, folded)
		if progress != nil {
			progress(i+1, len(copied))
		}
	}
	report.Event = len(seen)
	return report, nil
}

// count counts what became of one copy.
func (r *CopyReport) count(c Copied, got *answer.Answer) {
	if r.Results[c.Kind] == nil {
		r.Results[c.Kind] = new(CopyResult)
	}
	result := r.Results[c.Kind]
	ours := func(o answer.Citation) bool { return o.Article.ID == c.Original.ID || o.Article.ID == c.Copy.ID }
	var of []answer.Snippet
	for _, s := range got.Snippets {
		if ours(s.Cite) {
			of = append(of, s)
		}
	}
	what := "folded"
	switch {
	case len(of) == 0:
		result.Unasked++
		return
	case slices.ContainsFunc(of[1:], func(s answer.Snippet) bool {
		return s.Cite.Article != of[0].Cite.Article && alike(s.Quote, of[0].Quote)
	}):
		result.Shown++
		what = "shown"
	case slices.ContainsFunc(of[0].Cite.Also, ours):
		result.Folded++
		if of[0].Cite.Article.Published.Equal(earlier(c.Original.Published, c.Copy.Published)) {
			result.First++
		}
	default:
		result.Missed++
		what = "missed"
	}
	if what != "folded" {
		lines := []string{fmt.Sprintf("%s, %s, %s: %s", c.Kind, what, c.Original.ID, c.Question)}
		for _, s := range of {
			lines = append(lines, fmt.Sprintf("  %s: %s", s.Cite.Article.ID, s.Quote))
		}
		r.Wrong = append(r.Wrong, strings.Join(lines, "\n"))
	}
}

func earlier(x, y time.Time) time.Time {
	if y.Before(x) {
		return y
	}
	return x
}

// alike reports whether two quotes share two in five of their runs of three words, or
// whether one is so short that it has none.
func alike(x, y string) bool {
	runs := func(text string) map[string]bool {
		out := make(map[string]bool)
		words := strings.Fields(analysis.Fold(text))
		for i := range len(words) - 2 {
			out[strings.Join(words[i:i+3], " ")] = true
		}
		return out
	}
	a, b := runs(x), runs(y)
	shared := 0
	for r := range a {
		if b[r] {
			shared++
		}
	}
	return 5*shared >= 2*min(len(a), len(b))
}

// pairs notes the articles, no copies of ours, that an answer brings together.
func (r *CopyReport) pairs(got *answer.Answer, made map[string]bool, seen, folded map[[2]string]bool) {
	const event = 3 * 24 * time.Hour
	var cited []answer.Citation
	pair := func(x, y answer.Citation) [2]string {
		return [2]string{min(x.Article.ID, y.Article.ID), max(x.Article.ID, y.Article.ID)}
	}
	for _, s := range got.Snippets {
		all := slices.DeleteFunc(append([]answer.Citation{s.Cite}, s.Cite.Also...), func(c answer.Citation) bool { return made[c.Article.ID] })
		for i, x := range all {
			for _, y := range all[i+1:] {
				if p := pair(x, y); !folded[p] {
					folded[p] = true
					r.Pairs = append(r.Pairs, FoldedPair{x, y})
				}
			}
			for _, y := range cited {
				apart := x.Article.Published.Sub(y.Article.Published).Abs()
				if apart <= event && !x.Article.Published.IsZero() && x.Article.ID != y.Article.ID {
					seen[pair(x, y)] = true
				}
			}
		}
		cited = append(cited, all...)
	}
}

// Print writes the counts as a table.
func (r CopyReport) Print(w io.Writer) error {
	var out strings.Builder
	fmt.Fprintf(&out, "%-10s%8s%8s%8s%8s%16s\n", "copies", "folded", "shown", "missed", "unasked", "earliest first")
	all := new(CopyResult)
	for _, k := range copyKinds {
		c := r.Results[k]
		if c == nil {
			continue
		}
		fmt.Fprintf(&out, "%-10s%8d%8d%8d%8d%16d\n", k, c.Folded, c.Shown, c.Missed, c.Unasked, c.First)
		all.Folded, all.Shown, all.Missed, all.First = all.Folded+c.Folded, all.Shown+c.Shown, all.Missed+c.Missed, all.First+c.First
	}
	fmt.Fprintf(&out, "folded    %.2f %%, of those the earliest first %.1f %%\n",
		100*float64(all.Folded)/float64(max(1, all.Folded+all.Shown+all.Missed)), 100*float64(all.First)/float64(max(1, all.Folded)))
	fmt.Fprintf(&out, "articles of three days that answer one question: %d pairs; folded pairs that are no copies of ours: %d\n", r.Event, len(r.Pairs))
	return write(w, &out)
}

// PrintMisses lists the copies that were not folded, and the other pairs that were, with
// the words of both.
func (r CopyReport) PrintMisses(w io.Writer) error {
	var out strings.Builder
	for _, t := range r.Wrong {
		fmt.Fprintln(&out, t)
	}
	for _, p := range r.Pairs {
		for _, c := range []answer.Citation{p.Quote, p.Copy} {
			fmt.Fprintf(&out, "%s\t%s\t%s\t%s\t%s\n", c.Article.ID, c.Article.Outlet, corpus.FormatTime(c.Article.Published), c.Article.Headline, c.Article.Text(c.Span))
		}
	}
	return write(w, &out)
}
