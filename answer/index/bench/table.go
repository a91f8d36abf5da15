package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"
)

// writeTables writes the report as tables.
func (r *report) writeTables(w io.Writer) error {
	fmt.Fprintf(w, "%s, %d cores, %s, %s\n", r.Machine.Processor, r.Machine.Cores, r.Machine.System, r.Machine.Go)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	r.writeBuilds(t)
	r.writeQueries(t, "CPU ms a query", func(x *result) []*latencies { return x.Queries })
	r.writeQueries(t, "CPU ms a whole answer, all threads", func(x *result) []*latencies { return x.Ask })
	r.writeWhole(t)
	r.writeRatios(t)
	return t.Flush()
}

// head writes the head of a table. Cells end in a tab.
func head(w io.Writer, title string, columns ...string) {
	fmt.Fprintf(w, "\n%s\n%s\t\n", title, strings.Join(columns, "\t"))
}

func (r *report) writeBuilds(w io.Writer) {
	head(w, "builds", "engine", "passages", "counted", "CPU s", "passages/CPU s", "bytes/passage", "peak MB")
	for _, x := range r.Results {
		b, n := x.Build, float64(x.Passages)
		fmt.Fprintf(w, "%s\t%d\t%d\t%.2f\t%.0f\t%.0f\t%.0f\t\n", x.Version, x.Passages, b.Passages, b.CPU, n/b.CPU, float64(b.Bytes)/n, float64(b.Memory)/1e6)
	}
	head(w, "bytes a passage, by part", "engine", "passages", "part", "bytes")
	for _, x := range r.Results {
		for _, part := range slices.Sorted(maps.Keys(x.Build.Parts)) {
			fmt.Fprintf(w, "%s\t%d\t%s\t%.1f\t\n", x.Version, x.Passages, part, float64(x.Build.Parts[part])/float64(x.Passages))
		}
	}
}

func (r *report) writeQueries(w io.Writer, title string, of func(*result) []*latencies) {
	head(w, title, "engine", "passages", "queries", "asked", "words", "p50", "p95", "p99", "max", "mean, all threads")
	for _, x := range r.Results {
		for _, l := range of(x) {
			fmt.Fprintf(w, "%s\t%d\t%s\t%d\t%.1f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t\n", x.Version, x.Passages, l.Set, l.Queries, l.Words, l.P50, l.P95, l.P99, l.Max, l.Process)
		}
	}
}

func (r *report) writeWhole(w io.Writer) {
	head(w, "ms in all", "engine", "passages", "what", "CPU", "wall")
	for _, x := range r.Results {
		for _, of := range []struct {
			what string
			took *spent
		}{{"open and first answer", x.First}, {"process that answers one", x.Process}, {"process that reads text files and answers one", x.Texts}} {
			if of.took != nil {
				fmt.Fprintf(w, "%s\t%d\t%s\t%.1f\t%.1f\t\n", x.Version, x.Passages, of.what, of.took.CPU, of.took.Wall)
			}
		}
	}
	head(w, "two threads", "engine", "passages", "queries/s, one", "queries/s, two", "ratio", "ratio by CPU")
	for _, x := range r.Results {
		if t := x.Threads; t != nil {
			fmt.Fprintf(w, "%s\t%d\t%.0f\t%.0f\t%.2f\t%.2f\t\n", x.Version, x.Passages, t.One, t.Two, t.Two/t.One, 2*t.CPUOne/t.CPUTwo)
		}
	}
}

// writeRatios says how many times as much the peers need as Newshound does.
func (r *report) writeRatios(w io.Writer) {
	head(w, "times what Newshound needs", "engine", "passages", "what", "p50", "p99")
	for _, x := range r.Results {
		least := r.find(newshoundName, x.Passages)
		if ours(x.Engine) || least == nil {
			continue
		}
		for _, l := range x.Queries {
			if o := latency(least.Queries, l.Set); o != nil {
				fmt.Fprintf(w, "%s\t%d\t%s\t%.1f\t%.1f\t\n", x.Version, x.Passages, l.Set, l.P50/o.P50, l.P99/o.P99)
			}
		}
		for _, c := range []struct {
			what         string
			theirs, ours float64
		}{
			{"build, CPU", x.Build.CPU, least.Build.CPU},
			{"first answer, CPU", x.First.CPU, least.First.CPU},
			{"process, CPU", x.Process.CPU, least.Process.CPU},
		} {
			fmt.Fprintf(w, "%s\t%d\t%s\t%.1f\t\t\n", x.Version, x.Passages, c.what, c.theirs/c.ours)
		}
	}
}
