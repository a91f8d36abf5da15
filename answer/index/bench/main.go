// Command bench runs Newshound's passage index beside other engines, bleve and
// SQLite's FTS5, on the same texts and the same queries, and prints how they
// compare. It is a module of its own, so that nobody who builds Newshound has to
// download them. It needs Linux, for its clocks, and a C compiler, for SQLite:
//
//	go run -tags fts5 .                                  # on a corpus that it makes up
//	go run -tags fts5 . -corpus FILE.tsv -queries A,B,C -sizes 1000,1000000 -out report.json -plot speed.svg
//
// A corpus is a file of lines “number TAB article TAB text”, a passage each; a
// file of queries has lines “question TAB words”, the words in small letters and
// without stop words. Passages are taken from the beginning of the corpus.
//
// # What is measured
//
// Every engine ranks passages by BM25 over English stems and returns the best ten
// that hold any of the words. Each gets one passage as one document; for
// Newshound that is an article of one paragraph without a header, so that all
// rank the same texts. “newshound-articles” has the articles of the corpus
// instead, as an archive has; that is no comparison, for their short paragraphs
// are joined into longer passages. “newshound-compact” is an index whose postings and positions
// are packed; what it unpacks for a query it may have kept from the one before. The peers index the text and do not store it; Newshound
// stores it, and positions of words for phrases and proximity, which SQLite does
// too and bleve is told not to.
//
// Every measurement is done in a process of its own by one engine alone. Times of
// queries are those that the processor spent in the thread that asks
// (CLOCK_THREAD_CPUTIME_ID), the analysis of the words included, the best of
// several passes for each query; builds are all that the process spent (getrusage),
// reading the texts included. Both hardly depend on what else the machine does.
// A set of queries that takes longer than the time box ends there: the report
// says how many were asked, and their order is that of the file.
//
// main.go and run.go say what is run, child.go is a measuring process, query.go and
// process.go are measurements; newshound.go, bleve.go and sqlite.go are the
// engines; report.go, table.go and plot.go show the results.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strconv"
	"strings"
	"time"
)

// childArgument makes the program a process that does one measurement.
const childArgument = "measure"

func main() {
	var err error
	if len(os.Args) == 2 && os.Args[1] == childArgument {
		// A context that can end would cost SQLite's driver a goroutine for each
		// query. The process is killed instead.
		err = measure(context.Background(), os.Stdin, os.Stdout)
	} else {
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
		err = run(ctx, os.Args[1:], os.Stdout, os.Stderr)
		stop()
	}
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// options are what the command line says.
type options struct {
	corpus  string
	queries []string
	sizes   []int
	engines []string
	peers   int // the largest size for engines that are not Newshound
	max     int
	passes  int
	box     time.Duration
	work    string
	out     string
	add     bool
	plot    string
}

// parse reads the command line. Its messages go to stderr.
func parse(args []string, stderr io.Writer) (o options, err error) {
	fs := flag.NewFlagSet("bench", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.StringVar(&o.corpus, "corpus", "", "measure on this `FILE` of passages; without it, on one that is made up")
	queries := fs.String("queries", "", "ask the queries of these `FILES`, with commas between; those of the first are asked in other ways too")
	sizes := fs.String("sizes", "1000,10000,100000", "measure on so many passages, for each `NUMBER`, with commas between; empty to show a report again")
	engines := fs.String("engines", strings.Join(engineNames(), ","), "measure these `ENGINES`, with commas between")
	fs.IntVar(&o.peers, "peers", 1_000_000, "measure engines that are not Newshound on no more than `N` passages")
	fs.IntVar(&o.max, "max", 200, "ask the first `N` queries of each file")
	fs.IntVar(&o.passes, "passes", 5, "ask each query `N` times and take the best, after once to warm up")
	fs.DurationVar(&o.box, "box", 2*time.Minute, "spend no longer than this `TIME` of the processors on the queries of one file")
	fs.StringVar(&o.work, "work", "", "keep what is made meanwhile in this `DIR`, and what is made up; without it, in one that is removed")
	fs.StringVar(&o.out, "out", "", "write the report to this `FILE`, as JSON")
	fs.BoolVar(&o.add, "add", false, "add to the report that is there, in place of what it says on the same engine and size")
	fs.StringVar(&o.plot, "plot", "", "draw the report into this `FILE`, as SVG")
	if err := fs.Parse(args); err != nil {
		return o, err
	}
	if fs.NArg() > 0 {
		return o, fmt.Errorf("unexpected argument %q", fs.Arg(0))
	}
	if (o.corpus == "") != (*queries == "") {
		return o, errors.New("-corpus and -queries go together")
	}
	if o.add && o.out == "" {
		return o, errors.New("-add needs -out, the report that there is")
	}
	if o.max < 1 || o.passes < 1 {
		return o, errors.New("-max and -passes must be at least 1")
	}
	if *queries != "" {
		o.queries = strings.Split(*queries, ",")
	}
	for s := range strings.FieldsFuncSeq(*sizes, func(r rune) bool { return r == ',' }) {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 {
			return o, fmt.Errorf("-sizes: %q is no number of passages", s)
		}
		o.sizes = append(o.sizes, n)
	}
	slices.Sort(o.sizes)
	for e := range strings.SplitSeq(*engines, ",") {
		if !slices.Contains(engineNames(), e) {
			return o, fmt.Errorf("-engines: %q is none of %s", e, strings.Join(engineNames(), ", "))
		}
		o.engines = append(o.engines, e)
	}
	return o, nil
}
