package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"strings"

	"newshound/bot"
)

const serveHelp = `
Runs every chat platform whose secrets are set, until it is told to stop (Ctrl-C,
SIGTERM); then it answers what it has accepted, and ends. Secrets come from the
environment only, or from files that it names: NAME, or NAME_FILE.

An index that is replaced or added to is opened anew within seconds, and any
corpus on SIGHUP; one that cannot be opened is left, and the old one answers.

With --http it also serves /healthz (the process lives), /readyz (every platform
is connected), /metrics (for Prometheus), and the platforms' own addresses.
`

func serveCommand() command {
	return command{
		name:    "serve",
		summary: "answer questions in chat platforms",
		help:    serveHelp,
		flags: func(fs *flag.FlagSet) func(context.Context, *environment, []string) error {
			var (
				corpus  corpusFlags
				logging logFlags
				address = fs.String("http", "", "listen on `ADDR` (\":8080\") for health, metrics and the platforms;\nwithout it, nothing listens")
				state   stateFlag
				shard   = fs.String("shard", "", "be only shard `I/N` of Discord, from 0/N on, of N processes;\nwithout it, this process is all that Discord asks for")
			)
			corpus.register(fs)
			logging.register(fs)
			state.register(fs, "keep in `DIR` what must outlive a restart: which events were\n"+
				"accepted and answered. Without it, in NEWSHOUND_STATE, or in\n"+
				"~/.local/state/newshound; with \"\", in memory only")
			return func(ctx context.Context, env *environment, args []string) error {
				if len(args) > 0 {
					return usagef("serve takes no arguments, only flags")
				}
				log := logging.logger(env.stderr)
				live, err := openLiving(ctx, log, func(ctx context.Context) (searched, error) { return corpus.index(ctx, env) })
				if err != nil {
					return err
				}
				s := &service{log: log, corpus: live}
				dir, err := state.open(env.getenv, log)
				if err != nil {
					return err
				}
				s.platforms, err = openPlatforms(platforms(), platformDeps{
					asker: live, log: log, getenv: env.getenv, state: dir, http: *address != "", shard: *shard,
				}, &s.measures)
				if err != nil {
					return err
				}
				if *address != "" {
					if s.listener, err = new(net.ListenConfig).Listen(ctx, "tcp", *address); err != nil {
						return fmt.Errorf("listen for HTTP: %w", err)
					}
				}
				log.Info("answering", "coverage", bot.DescribeCoverage(live.Coverage()), "state", dir)
				return s.run(ctx)
			}
		},
	}
}

// openPlatforms connects every platform whose secrets are set with what it needs,
// and has it measured.
// There is at least one, or an error that says what to set.
func openPlatforms(kinds []platformKind, d platformDeps, m *measures) ([]*platform, error) {
	var (
		open   []*platform
		unset  []string
		failed []error
	)
	for _, k := range kinds {
		own := d
		own.log = d.log.With("platform", k.name)
		measured := newPlatformMeasures(k.name)
		own.observer = measured
		own.handler = bot.NewRelay(d.asker, bot.Options{Log: own.log, Observer: own.observer})
		p, err := k.open(own)
		switch {
		case err != nil:
			failed = append(failed, fmt.Errorf("%s: %w", k.name, err))
		case p == nil:
			unset = append(unset, fmt.Sprintf("  %-8s %s", k.name, k.secrets))
		default:
			open = append(open, p)
			m.platforms = append(m.platforms, measured)
		}
	}
	switch {
	case len(failed) > 0:
		return nil, errors.Join(failed...)
	case len(open) > 0:
		return open, nil
	}
	return nil, usagef("serve needs the secrets of a chat platform, in these variables or in the files that they\n"+
		"name with _FILE appended:\n%s\nTo ask without a platform: newshound chat", strings.Join(unset, "\n"))
}
