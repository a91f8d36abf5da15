package main

import (
	"compress/gzip"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"newshound/answer/eval"
)

const evalHelp = `
Puts every question of a file to the engine and says how well it did. What is
said depends on the flags; at least one of --qrels, --evidence, --run, --quotes
and --latency has to be given. --attributions, --conversations, --copies and
--quote-check need no questions, and are measured one at a time.

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
	foreign                 []string
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
		summary: "measure ranking, quotes and speed by known answers",
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
			f.k = 100
			countFlag(fs, &f.k, "k", "rank `N` passages for each question; without it 100")
			fs.BoolVar(&f.quotes, "quotes", false, "print how often the quotes hold an accepted span, how often\n"+
				"the answer is \"the coverage does not say\", and the quotes' lengths")
			fs.Func("foreign", "with --quotes, print how well the questions of `FILE`, made for another\n"+
				"corpus, are told from those of --queries that are answerable; may be repeated", func(path string) error {
				f.foreign = append(f.foreign, path)
				return nil
			})
			fs.BoolVar(&f.misses, "misses", false, "with --quotes, list the questions that went wrong: id, question,\n"+
				"outcome and first quote, separated by tabs")
			fs.BoolVar(&f.latency, "latency", false, "print the time that one question takes, as JSON: milliseconds of\n"+
				"CPU time on one thread (of wall time, elsewhere than on Linux)")
			countFlag(fs, &f.checks, "quote-check", "instead of all else, make `N` quotes of each kind from the corpus (exact,\n"+
				"with words left out, with one changed, of two joined, invented), and\nprint what is told of them; with --misses, list those told wrong")
			countFlag(fs, &f.copies, "copies", "instead of all else, add `N` copies of each kind of articles to the corpus\n"+
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

// countFlag defines a flag for a number of things, at least one.
func countFlag(fs *flag.FlagSet, n *int, name, usage string) {
	fs.Func(name, usage, func(s string) error {
		count, err := strconv.Atoi(s)
		if err != nil || count < 1 {
			return errors.New("want a number from 1 on")
		}
		*n = count
		return nil
	})
}

// do measures what the flags ask for: one of the measures that need no questions, or the answers to
// questions.
func (f *evalFlags) do(ctx context.Context, env *environment) error {
	var modes []string
	do := f.putQuestions
	for _, m := range []struct {
		name string
		on   bool
		do   func(context.Context, *environment) error
	}{
		{"--quote-check", f.checks > 0, f.checkQuotes}, {"--conversations", f.conversations != "", f.converse},
		{"--copies", f.copies > 0, f.foldCopies}, {"--attributions", f.attributions != "", f.attribute},
	} {
		if m.on {
			modes, do = append(modes, m.name), m.do
		}
	}
	asks := f.queries != "" || f.qrels != "" || f.evidence != "" || f.run != "" || f.quotes || f.latency
	switch {
	case len(modes) > 1:
		return usagef("%s cannot be done at once", strings.Join(modes, " and "))
	case len(modes) == 1 && asks:
		return usagef("%s puts no questions: leave out --queries, and what is measured by them", modes[0])
	}
	return do(ctx, env)
}

// checkQuotes makes quotes from the corpus, checks them, and prints how often the verdict is right.
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
		if _, err := fmt.Fprintln(env.stdout, w); err != nil {
			return err
		}
	}
	return nil
}

// readWith opens a file and reads it with one of eval's readers. It decompresses a file whose name
// ends in .gz.
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
