package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"newshound/answer/engine"
	"newshound/bot"
	"newshound/bot/terminal"
)

const checkHelp = `
Opens the corpus, tells of every article that cannot be read, and asks each
platform whose secrets are set whether they are valid, and suffice. For what is
wrong it says what to do. It changes nothing, but makes the directory of --state.

Exit codes: 0 all is well; 1 something is wrong, or no platform is set up.
`

// checkTime is how long one platform may take to be examined.
const checkTime = 30 * time.Second

func checkCommand() command {
	return command{
		name:    "check",
		summary: "say whether serve would work, and what is missing",
		help:    checkHelp,
		flags: func(fs *flag.FlagSet) func(context.Context, *environment, []string) error {
			var (
				corpus = corpusFlags{all: true}
				http   = fs.Bool("http", false, "check for serve --http: what platforms need to reach this machine")
				state  stateFlag
			)
			corpus.register(fs)
			state.register(fs, "check that `DIR` can be written, where serve --state will keep what\n"+
				"must outlive a restart. Without it, the directory that serve takes")
			return func(ctx context.Context, env *environment, args []string) error {
				if len(args) > 0 {
					return usagef("check takes no arguments, only flags, and its --http takes no address")
				}
				e, err := corpus.engine(ctx, env)
				r := &report{}
				r.add("corpus", corpusFinding(e, err))
				dir, _ := state.resolve(env.getenv)
				r.add("state", stateFinding(dir))
				d := platformDeps{
					log:      slog.New(slog.NewTextHandler(env.stderr, &slog.HandlerOptions{Level: slog.LevelError})),
					observer: bot.Unobserved{}, getenv: env.getenv, state: dir, http: *http,
				}
				if err == nil {
					d.asker, d.handler = e, bot.NewRelay(e, bot.Options{Log: d.log})
				}
				if f := proxyFinding(env.getenv); f != nil {
					r.add("proxy", *f)
				}
				r.addPlatforms(ctx, platforms(), d)
				if _, err := env.stdout.Write(r.out.Bytes()); err != nil {
					return err
				}
				if r.wrong {
					return errProblems
				}
				return nil
			}
		},
	}
}

// corpusFinding says what there is to answer from.
func corpusFinding(e *engine.Engine, err error) bot.Finding {
	if err != nil {
		return bot.Finding{What: "It cannot be opened: " + err.Error() + ".", Fix: "Name articles with --corpus or NEWSHOUND_CORPUS."}
	}
	return bot.Finding{OK: true, What: "It holds " + bot.DescribeCoverage(e.Coverage()) + "."}
}

// stateFinding says whether a journal can be kept in a directory.
func stateFinding(dir string) bot.Finding {
	if dir == "" {
		return bot.Finding{OK: true, What: "It is in memory only, and a restart forgets it: --state names a directory."}
	}
	err := makeState(dir)
	if err == nil {
		probe := filepath.Join(dir, ".check")
		err = errors.Join(os.WriteFile(probe, nil, 0o600), os.Remove(probe))
	}
	if err != nil {
		return bot.Finding{What: "It cannot be written: " + err.Error() + ".", Fix: "Name a directory that newshound may write with --state."}
	}
	return bot.Finding{OK: true, What: "The directory " + dir + " can be written."}
}

// report is what check prints.
type report struct {
	out   bytes.Buffer
	wrong bool
}

// add adds the findings about one thing.
func (r *report) add(about string, findings ...bot.Finding) {
	fmt.Fprintln(&r.out, about)
	for _, f := range findings {
		if f.OK {
			r.line("ok", f.What)
			continue
		}
		r.wrong = true
		r.line("problem", f.What)
		r.line("", f.Fix)
	}
}

// addPlatforms adds what each platform finds. None may be set up, and that is
// wrong too.
func (r *report) addPlatforms(ctx context.Context, kinds []platformKind, d platformDeps) {
	set := 0
	for _, k := range kinds {
		own := d
		own.log = d.log.With("platform", k.name)
		ctx, cancel := context.WithTimeout(ctx, checkTime)
		findings := k.findings(ctx, own)
		cancel()
		if findings == nil {
			fmt.Fprintln(&r.out, k.name)
			r.line("not set up", "It needs "+k.secrets+".")
			continue
		}
		set++
		for _, unread := range unreadFiles(d.getenv, k.files) {
			findings = append(findings, bot.Finding{OK: true, What: "The file of " + unread + " is not read, for the secret is in the environment, too."})
		}
		r.add(k.name, findings...)
	}
	if set == 0 {
		r.wrong = true
		fmt.Fprintln(&r.out, "No platform is set up, so serve would have nothing but its page.")
	}
}

// line adds a line, or several where the text has several. The text may hold names of files and
// workspaces, so it is made safe for a terminal.
func (r *report) line(mark, text string) {
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		fmt.Fprintf(&r.out, "  %-11s %s\n", mark, terminal.Visible(line))
		mark = ""
	}
}
