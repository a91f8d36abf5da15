package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
)

// bench is a run.
type bench struct {
	options
	report  *report
	program string // newshound
	stderr  io.Writer
}

// run does what the command line says. The tables go to stdout, and what happens
// meanwhile to stderr.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	o, err := parse(args, stderr)
	if err != nil {
		return err
	}
	b := &bench{options: o, report: newReport(), stderr: stderr}
	if b.add {
		if b.report, err = readReport(b.out); err != nil {
			return err
		}
	}
	if len(b.sizes) > 0 {
		if err := b.measure(ctx); err != nil {
			return err
		}
	}
	if err := b.report.writeTables(stdout); err != nil {
		return err
	}
	if b.plot != "" {
		return os.WriteFile(b.plot, []byte(b.report.draw()), 0o644)
	}
	return nil
}

// measure measures every engine on every size, and writes the report after each.
func (b *bench) measure(ctx context.Context) (err error) {
	if slices.Contains(b.engines, sqliteName) {
		if err := checkSQLite(ctx); err != nil {
			return err
		}
	}
	if b.work == "" {
		if b.work, err = os.MkdirTemp("", "newshound-bench-*"); err != nil {
			return err
		}
		defer func() { _ = os.RemoveAll(b.work) }() // what is left there is the system's to remove
	} else if err := os.MkdirAll(b.work, 0o755); err != nil {
		return err
	}
	if b.corpus == "" {
		if b.corpus, b.queries, err = generate(b.work, b.sizes[len(b.sizes)-1]); err != nil {
			return err
		}
	}
	if b.program, err = buildCommand(ctx, b.work); err != nil {
		return err
	}
	for _, passages := range b.sizes {
		for _, name := range b.engines {
			if !ours(name) && passages > b.peers {
				continue
			}
			fmt.Fprintf(b.stderr, "%s on %d passages\n", name, passages)
			r, err := b.result(ctx, name, passages)
			if err != nil {
				return err
			}
			b.report.put(r)
			if b.out != "" {
				if err := b.report.write(b.out); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (b *bench) indexPath(name string, passages int) string {
	return filepath.Join(b.work, name+"-"+strconv.Itoa(passages))
}

// whole measures what takes a process each time: the first answer of an index, and
// a question on the command line. It is the first of the first file.
func (b *bench) whole(ctx context.Context, t task, r *result) (err error) {
	t.Queries = b.queries[0]
	t.Kind = kindFirst
	if r.First, err = leastOf(func() (took spent, err error) {
		err = inProcess(ctx, t, &took)
		return took, err
	}); err != nil {
		return err
	}
	queries, err := readQueries(t.Queries, 1)
	if err != nil {
		return err
	}
	t.Kind = kindPrint
	r.Process, err = leastOf(func() (took spent, err error) {
		if ours(t.Engine) {
			return askCommand(ctx, b.program, t.Index, queries[0].question)
		}
		_, took, err = startProcess(ctx, t)
		return took, err
	})
	return err
}

// textPassages is how many passages of text files are searched.
const textPassages = 10_000

// own measures what only Newshound does.
func (b *bench) own(ctx context.Context, t task, r *result) (err error) {
	t.Queries = b.queries[0]
	t.Kind = kindThreads
	if err := inProcess(ctx, t, &r.Threads); err != nil {
		return err
	}
	t.Kind = kindAsk
	for _, t.Queries = range b.queries {
		var l *latencies
		if err := inProcess(ctx, t, &l); err != nil {
			return err
		}
		r.Ask = append(r.Ask, l)
	}
	if r.Passages != textPassages || r.Engine != newshoundName {
		return nil
	}
	dir := filepath.Join(b.work, "texts")
	if err := writeTexts(b.corpus, textPassages, dir); err != nil {
		return err
	}
	queries, err := readQueries(b.queries[0], 1)
	if err != nil {
		return err
	}
	if r.Texts, err = leastOf(func() (spent, error) { return askCommand(ctx, b.program, dir, queries[0].question) }); err != nil {
		return err
	}
	return os.RemoveAll(dir)
}
