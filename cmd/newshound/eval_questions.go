package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"newshound/answer/engine"
	"newshound/answer/eval"
)

// check finds flags that make no sense, before a large corpus is opened.
func (f *evalFlags) check() error {
	switch {
	case f.queries == "":
		return usagef("eval needs --queries FILE")
	case f.qrels == "" && f.evidence == "" && f.run == "" && !f.quotes && !f.latency:
		return usagef("eval has nothing to do: add --qrels, --evidence, --run, --quotes or --latency")
	case f.misses && !f.quotes:
		return usagef("--misses lists what --quotes finds, which is not given")
	case len(f.foreign) > 0 && !f.quotes:
		return usagef("--foreign judges by what --quotes asks, which is not given")
	case f.compare != "" && f.qrels == "":
		return usagef("--compare measures by --qrels, which is not given")
	case f.qrels != "" && f.k < eval.Shallowest:
		return usagef("--qrels measures the first %d; -k %d is too few", eval.Shallowest, f.k)
	case f.evidence != "" && f.k < eval.Shallowest:
		return usagef("--evidence looks at the first %d; -k %d is too few", eval.Shallowest, f.k)
	}
	if f.run == "" {
		return nil
	}
	if _, err := os.Stat(filepath.Dir(f.run)); err != nil {
		return fmt.Errorf("write run: %w", err)
	}
	if info, err := os.Stat(f.run); err == nil && info.IsDir() {
		return fmt.Errorf("write run: %s is a directory", f.run)
	}
	return nil
}

// asked holds the contents of the files of questions and judgements. What the flags name no file
// for is nil.
type asked struct {
	cases    []eval.Case
	qrels    eval.Qrels
	evidence eval.Evidence
	before   eval.SavedRun
	foreign  [][]eval.Case // of each file
}

// read reads the files.
func (f *evalFlags) read() (in asked, err error) {
	if in.cases, err = readWith(f.queries, eval.ReadCases); err != nil {
		return in, fmt.Errorf("read queries: %w", err)
	}
	if f.qrels != "" {
		if in.qrels, err = readWith(f.qrels, eval.ReadQrels); err != nil {
			return in, fmt.Errorf("read judgements: %w", err)
		}
	}
	if f.evidence != "" {
		if in.evidence, err = readWith(f.evidence, eval.ReadEvidence); err != nil {
			return in, fmt.Errorf("read evidence: %w", err)
		}
	}
	if f.compare != "" {
		if in.before, err = readWith(f.compare, eval.ReadRun); err != nil {
			return in, fmt.Errorf("read saved run: %w", err)
		}
	}
	for _, path := range f.foreign {
		cases, err := readWith(path, eval.ReadCases)
		if err != nil {
			return in, fmt.Errorf("read foreign queries: %w", err)
		}
		in.foreign = append(in.foreign, eval.Foreign(cases))
	}
	return in, nil
}

// putQuestions asks the questions and prints the measures of the answers that the flags ask for.
func (f *evalFlags) putQuestions(ctx context.Context, env *environment) error {
	if err := f.check(); err != nil {
		return err
	}
	in, err := f.read()
	if err != nil {
		return err
	}
	e, err := f.corpus.engine(ctx, env)
	if err != nil {
		return err
	}
	if f.qrels != "" {
		f.warnUnused(env, in.qrels, in.cases, e)
	}
	if f.qrels != "" || f.evidence != "" || f.run != "" {
		rankings, err := f.rank(ctx, env, e, in.cases)
		if err != nil {
			return err
		}
		if err := f.measure(env, rankings, in); err != nil {
			return err
		}
	}
	if f.quotes {
		if err := f.quote(ctx, env, e, in); err != nil {
			return err
		}
	}
	if f.latency {
		took, err := eval.Time(ctx, e, in.cases, progress(env.stderr, "timing"))
		if err != nil {
			return err
		}
		return json.NewEncoder(env.stdout).Encode(took)
	}
	return nil
}

// rank ranks passages for each question, and writes the run where --run asks for it.
func (f *evalFlags) rank(ctx context.Context, env *environment, r eval.Ranker, cases []eval.Case) ([]eval.Ranking, error) {
	rankings, err := eval.Rank(ctx, r, cases, f.k, progress(env.stderr, "ranking"))
	if err != nil || f.run == "" {
		return rankings, err
	}
	format := eval.WriteTREC
	if strings.HasSuffix(f.run, ".jsonl") {
		format = eval.WriteJSONL
	}
	if err := replaceFile(f.run, func(w io.Writer) error { return format(w, rankings) }); err != nil {
		return nil, fmt.Errorf("write run: %w", err)
	}
	return rankings, nil
}

// measure prints the measures of rankings that the flags ask for.
func (f *evalFlags) measure(env *environment, rankings []eval.Ranking, in asked) error {
	if f.qrels != "" {
		report := eval.Measure(rankings, in.qrels, f.k)
		if len(report.Queries) == 0 {
			return fmt.Errorf("no query of %s has a relevant article in %s", f.queries, f.qrels)
		}
		if err := report.Print(env.stdout); err != nil {
			return err
		}
		if in.before != nil {
			if err := eval.Compare(report, in.before, in.qrels).Print(env.stdout, f.compare); err != nil {
				return err
			}
		}
	}
	if f.evidence == "" {
		return nil
	}
	report := eval.MeasureEvidence(rankings, in.evidence)
	if len(report.Queries) == 0 {
		return fmt.Errorf("no query of %s has evidence in %s", f.queries, f.evidence)
	}
	return report.Print(env.stdout)
}

// quote prints how good the quotes are.
func (f *evalFlags) quote(ctx context.Context, env *environment, a eval.Asker, in asked) error {
	answered, err := eval.Quote(ctx, a, in.cases, progress(env.stderr, "asking"))
	if err != nil {
		return err
	}
	report := eval.Judge(answered)
	if err := report.Print(env.stdout); err != nil {
		return err
	}
	for i, cases := range in.foreign {
		foreign, err := eval.Quote(ctx, a, cases, progress(env.stderr, "asking foreign questions"))
		if err != nil {
			return err
		}
		if err := eval.JudgeForeign(answered, foreign).Print(env.stdout, f.foreign[i]); err != nil {
			return err
		}
	}
	if !f.misses {
		return nil
	}
	return report.PrintMisses(env.stdout)
}

// warnUnused warns of judgements that cannot count: of queries that are not asked, and of articles
// that the corpus does not hold.
func (f *evalFlags) warnUnused(env *environment, qrels eval.Qrels, cases []eval.Case, e *engine.Engine) {
	if ids := qrels.Unknown(cases); len(ids) > 0 {
		env.tell("warning: %s judges queries that %s does not hold (%d): %s",
			f.qrels, f.queries, len(ids), someOf(ids))
	}
	held := map[string]bool{}
	for _, a := range e.Articles(e.Coverage().Articles) {
		held[a.ID] = true
	}
	if ids := qrels.Absent(func(id string) bool { return held[id] }); len(ids) > 0 {
		env.tell("warning: %s has relevant articles that the corpus does not hold (%d): %s",
			f.qrels, len(ids), someOf(ids))
	}
}

// someOf names the first few of many ids.
func someOf(ids []string) string {
	const few = 3
	if len(ids) > few {
		return strings.Join(ids[:few], ", ") + ", …"
	}
	return strings.Join(ids, ", ")
}
