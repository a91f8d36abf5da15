package main

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"newshound/answer"
	"newshound/answer/eval"
)

const evalHelp = `
Puts every question of a file to the engine and says how well it did. What is
said depends on the flags; at least one of --qrels, --evidence, --run, --quotes
and --latency has to be given. --attributions, --conversations, --copies and
--quote-check need no questions.

FILE of --queries has a JSON object a line: "id", "text" or "question", and, as
far as they are known, "accept" or "answers", a list of spans any of which the
first quote should hold, "answerable", and "date", the day on which it was
asked. An empty list, or "answerable": false, means that the coverage does not
say.

A file whose name ends in .gz is compressed with gzip.

Means are followed by their 95 % confidence interval (bootstrap over queries).
An article has the rank of its best passage; recall@100 needs -k 100 or more.
`

// evalFlags are the flags of eval.
type evalFlags struct {
	corpus                  corpusFlags
	queries, qrels, run     string
	compare, evidence       string
	attributions            string
	k                       int
	quotes, misses, latency bool
	checks, copies          int
	conversations           string
	today                   *time.Time
}

func evalCommand() command {
	return command{
		name:    "eval",
		summary: "measure ranking, quotes and speed on questions with known answers",
		help:    evalHelp,
		flags: func(fs *flag.FlagSet) func(context.Context, *environment, []string) error {
			var f evalFlags
			f.corpus.register(fs)
			fs.StringVar(&f.queries, "queries", "", "put the questions in `FILE`, JSON lines")
			fs.StringVar(&f.qrels, "qrels", "", "print nDCG@10, MRR@10, recall@10 and recall@100 by the\n"+
				"judgements in `FILE`: query, article and grade, separated by tabs")
			fs.StringVar(&f.run, "run", "", "write the passages found to `OUT`: a TREC run, or, where the\n"+
				"name ends in .jsonl, JSON lines with the passages' text")
			fs.StringVar(&f.evidence, "evidence", "", "print Hits@4, Hits@10, MAP@10 and MRR@10 of the passages that hold\n"+
				"a text of `FILE`: JSON lines with \"qid\" and \"text\"")
			fs.StringVar(&f.compare, "compare", "", "with --qrels, print the difference to the run saved in `RUN`:\n"+
				"before, after, the mean of the paired differences with its\n95 % confidence interval, and p")
			fs.IntVar(&f.k, "k", 100, "rank `N` passages for each question")
			fs.BoolVar(&f.quotes, "quotes", false, "print how often the quotes hold an accepted span, how often\n"+
				"the answer is \"the coverage does not say\", and the quotes' lengths")
			fs.BoolVar(&f.misses, "misses", false, "with --quotes, list the questions that went wrong: id, question,\n"+
				"outcome and first quote, separated by tabs")
			fs.BoolVar(&f.latency, "latency", false, "print the time that one question takes, as JSON: milliseconds of\n"+
				"CPU time on one thread (of wall time, elsewhere than on Linux)")
			fs.IntVar(&f.checks, "quote-check", 0, "instead of all else, make `N` quotes of each kind from the corpus (exact,\n"+
				"with words left out, with one changed, of two joined, invented), and\nprint what is told of them; with --misses, list those told wrong")
			fs.IntVar(&f.copies, "copies", 0, "instead of all else, add `N` copies of each kind of articles to the corpus\n"+
				"(with one word in ten changed, and quotation marks typed otherwise, another\nheadline, lines of an agency, paragraphs joined, cut or moved), and print\nhow many are folded; with --misses, list those that are not, and other\narticles that are")
			fs.StringVar(&f.attributions, "attributions", "", "instead of all else, print how well it is told who said what, by the\n"+
				"attributions in `FILE`: JSON lines with \"doc\", and \"content\" and\n\"source\", lists of ranges (\"start\", \"end\") of characters of the\n"+
				"article's text; of all articles and, by a hash of their ids, of each\nhalf of them; with --misses, list those told wrong and not told")
			fs.StringVar(&f.conversations, "conversations", "", "instead of all else, have the conversations in `FILE` with the bot, and\n"+
				"print how many go right; with --misses, what is wrong with the others")
			f.today = dayFlag(fs, "today", "the `DAY` of the conversations; without it, today")
			return func(ctx context.Context, env *environment, args []string) error {
				if len(args) > 0 {
					return usagef("eval takes no arguments beside its flags, but there is %q", args[0])
				}
				return f.do(ctx, env)
			}
		},
	}
}

// check finds what makes no sense before a large corpus is opened.
func (f *evalFlags) check() error {
	switch {
	case f.attributions != "":
		if f.queries != "" || f.qrels != "" || f.evidence != "" || f.run != "" || f.quotes || f.latency {
			return usagef("--attributions puts no questions: leave out --queries, and what is measured by them")
		}
		return nil
	case f.queries == "":
		return usagef("eval needs --queries FILE")
	case f.qrels == "" && f.evidence == "" && f.run == "" && !f.quotes && !f.latency:
		return usagef("eval has nothing to do: add --qrels, --evidence, --run, --quotes or --latency")
	case f.misses && !f.quotes:
		return usagef("--misses lists what --quotes finds, which is not given")
	case f.compare != "" && f.qrels == "":
		return usagef("--compare measures by --qrels, which is not given")
	case f.k < 1:
		return usagef("-k must be at least 1, not %d", f.k)
	case f.qrels != "" && f.k < eval.Shallowest:
		return usagef("--qrels measures the first %d; -k %d is too few", eval.Shallowest, f.k)
	case f.evidence != "" && f.k < eval.Shallowest:
		return usagef("--evidence looks at the first %d; -k %d is too few", eval.Shallowest, f.k)
	}
	if f.run != "" {
		if _, err := os.Stat(filepath.Dir(f.run)); err != nil {
			return fmt.Errorf("write run: %w", err)
		}
	}
	return nil
}

func (f *evalFlags) do(ctx context.Context, env *environment) error {
	if f.checks > 0 {
		return f.checkQuotes(ctx, env)
	}
	if f.conversations != "" {
		return f.converse(ctx, env)
	}
	if f.copies > 0 {
		return f.foldCopies(ctx, env)
	}
	if err := f.check(); err != nil {
		return err
	}
	if f.attributions != "" {
		return f.attribute(ctx, env)
	}
	cases, err := readWith(f.queries, eval.ReadCases)
	if err != nil {
		return fmt.Errorf("read queries: %w", err)
	}
	var qrels eval.Qrels
	if f.qrels != "" {
		if qrels, err = readWith(f.qrels, eval.ReadQrels); err != nil {
			return fmt.Errorf("read judgements: %w", err)
		}
	}
	var evidence eval.Evidence
	if f.evidence != "" {
		if evidence, err = readWith(f.evidence, eval.ReadEvidence); err != nil {
			return fmt.Errorf("read evidence: %w", err)
		}
	}
	var before eval.SavedRun
	if f.compare != "" {
		if before, err = readWith(f.compare, eval.ReadRun); err != nil {
			return fmt.Errorf("read saved run: %w", err)
		}
	}
	engine, err := f.corpus.engine(ctx, env)
	if err != nil {
		return err
	}
	if f.qrels != "" {
		f.warnUnused(env.stderr, qrels, cases, engine)
	}
	if f.qrels != "" || f.evidence != "" || f.run != "" {
		rankings, err := f.rank(ctx, env, engine, cases)
		if err != nil {
			return err
		}
		if err := f.measure(env, rankings, qrels, before, evidence); err != nil {
			return err
		}
	}
	if f.quotes {
		if err := f.quote(ctx, env, engine, cases); err != nil {
			return err
		}
	}
	if f.latency {
		took, err := eval.Time(ctx, engine, cases, progress(env.stderr, "timing"))
		if err != nil {
			return err
		}
		return json.NewEncoder(env.stdout).Encode(took)
	}
	return nil
}

// rank ranks, and writes the run where that is asked for.
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

// measure prints the measures of rankings that are asked for.
func (f *evalFlags) measure(env *environment, rankings []eval.Ranking, qrels eval.Qrels, before eval.SavedRun, evidence eval.Evidence) error {
	if f.qrels != "" {
		report := eval.Measure(rankings, qrels, f.k)
		if len(report.Queries) == 0 {
			return fmt.Errorf("no query of %s has a relevant article in %s", f.queries, f.qrels)
		}
		if err := report.Print(env.stdout); err != nil {
			return err
		}
		if before != nil {
			if err := eval.Compare(rankings, before, qrels, f.k).Print(env.stdout, f.compare); err != nil {
				return err
			}
		}
	}
	if f.evidence == "" {
		return nil
	}
	report := eval.MeasureEvidence(rankings, evidence)
	if len(report.Queries) == 0 {
		return fmt.Errorf("no query of %s has evidence in %s", f.queries, f.evidence)
	}
	return report.Print(env.stdout)
}

// quote prints how good the quotes are.
func (f *evalFlags) quote(ctx context.Context, env *environment, a eval.Asker, cases []eval.Case) error {
	answered, err := eval.Quote(ctx, a, cases, progress(env.stderr, "asking"))
	if err != nil {
		return err
	}
	report := eval.Judge(answered)
	if err := report.Print(env.stdout); err != nil || !f.misses {
		return err
	}
	return report.PrintMisses(env.stdout)
}

// checkQuotes prints what is told of quotes that are made from the corpus.
func (f *evalFlags) checkQuotes(ctx context.Context, env *environment) error {
	engine, err := f.corpus.engine(ctx, env)
	if err != nil {
		return err
	}
	const seed = 1
	checks, err := eval.CheckQuotes(ctx, engine, engine.Articles(engine.Coverage().Articles), f.checks, seed)
	if err != nil {
		return err
	}
	if err := checks.Print(env.stdout); err != nil || !f.misses {
		return err
	}
	for _, w := range checks.Wrong {
		fmt.Fprintln(env.stdout, w)
	}
	return nil
}

// warnUnused tells of judgements that cannot count: of queries that are not
// put, and of articles that are not there to be found.
func (f *evalFlags) warnUnused(w io.Writer, qrels eval.Qrels, cases []eval.Case, e *answer.Engine) {
	if ids := qrels.Unknown(cases); len(ids) > 0 {
		fmt.Fprintf(w, "newshound: warning: %s judges queries that %s does not hold (%d): %s\n",
			f.qrels, f.queries, len(ids), someOf(ids))
	}
	held := map[string]bool{}
	for _, a := range e.Articles(e.Coverage().Articles) {
		held[a.ID] = true
	}
	if ids := qrels.Absent(func(id string) bool { return held[id] }); len(ids) > 0 {
		fmt.Fprintf(w, "newshound: warning: %s has relevant articles that the corpus does not hold (%d): %s\n",
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

// readWith opens a file for one of eval's readers. One whose name ends in .gz is
// decompressed.
func readWith[T any](path string, read func(io.Reader, string) (T, error)) (T, error) {
	var none T
	f, err := os.Open(path)
	if err != nil {
		return none, err
	}
	defer f.Close() //nolint:errcheck // only read
	if !strings.HasSuffix(path, ".gz") {
		return read(f, path)
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		return none, fmt.Errorf("%s: %w", path, err)
	}
	return read(z, path)
}
