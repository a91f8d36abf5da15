package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"runtime/debug"
	"strings"
	"time"

	"newshound/bot"
	"newshound/cmd/newshound/internal/service"
)

const serveHelp = `
Serves a page to ask and to read on, http://127.0.0.1:8017/ for this machine alone
unless --page says otherwise, and runs every chat platform whose secrets are set,
until it is told to stop (Ctrl-C, SIGTERM); then it answers what it has accepted,
and ends. Secrets come from the environment only, or from files that it names: NAME,
or NAME_FILE.

An index that is replaced or added to is opened anew within seconds, and any
corpus on SIGHUP; one that cannot be opened is left, and the old one answers.

With --http it also serves /healthz (the process lives), /readyz (every platform
is connected), /metrics (for Prometheus), and the platforms' own addresses; never
the page.
`

func serveCommand() command {
	return command{
		name:    "serve",
		summary: "answer questions on a page and in chat platforms",
		help:    serveHelp,
		flags: func(fs *flag.FlagSet) func(context.Context, *environment, []string) error {
			var f serveFlags
			f.register(fs)
			return f.run
		},
	}
}

// serveFlags are the flags of serve.
type serveFlags struct {
	corpus    corpusFlags
	logging   logFlags
	state     stateFlag
	http      string
	page      string
	pageGiven func() bool // whether page is what was asked for
	shard     [2]int      // of Discord's
}

func (f *serveFlags) register(fs *flag.FlagSet) {
	fs.StringVar(&f.http, "http", "", "listen on `ADDR` (\":8080\") for health, metrics and the platforms;\nwithout it, nothing listens for them")
	fs.StringVar(&f.page, "page", defaultPage, "serve the page on `ADDR`, \":8017\" for all who reach this machine;\nwithout it on "+defaultPage+", with \"\" nowhere")
	f.pageGiven = func() bool { return given(fs, "page") }
	fs.Func("shard", "be only shard `I/N` of Discord, from 0/N on, of N processes;\nwithout it, this process is all that Discord asks for", func(text string) (err error) {
		f.shard, err = parseShard(text)
		return err
	})
	f.corpus.register(fs)
	f.logging.register(fs)
	f.state.register(fs, "keep in `DIR` what must outlive a restart: which events were\n"+
		"accepted and answered. Without it, in NEWSHOUND_STATE, or in\n"+
		"~/.local/state/newshound; with \"\", in memory only")
}

// run serves until its context ends.
func (f *serveFlags) run(ctx context.Context, env *environment, args []string) error {
	if len(args) > 0 {
		return usagef("serve takes no arguments, only flags")
	}
	log := f.logging.logger(env.stderr)
	live, err := f.corpus.living(ctx, env, log)
	if err != nil {
		return err
	}
	s := &service.Service{Log: log, Corpus: live}
	dir, forgets, err := f.state.open(env.getenv)
	if err != nil {
		return err
	}
	s.Platforms, err = openPlatforms(ctx, platforms(), platformDeps{
		asker: live, log: log, getenv: env.getenv, state: dir, http: f.http != "", shard: f.shard,
	}, &s.Measures)
	if err != nil {
		return err
	}
	if f := proxyFinding(env.getenv); f != nil && len(s.Platforms) > 0 { // the page needs none
		return usagef("%s %s", f.What, f.Fix)
	}
	if forgets != nil && len(s.Platforms) > 0 {
		log.Warn("a restart will forget what was accepted", "err", forgets)
	}
	if err := addPage(ctx, s, f.page, f.pageGiven()); err != nil {
		return err
	}
	if f.http != "" {
		if s.Listener, err = new(net.ListenConfig).Listen(ctx, "tcp", f.http); err != nil {
			return fmt.Errorf("listen for HTTP on %s: %w; --http takes an address like :8080", f.http, errors.Unwrap(err))
		}
	}
	// What loading left behind is given back, and from now on, for as long as the
	// process lives, garbage is collected early: see collectLater.
	debug.FreeOSMemory()
	log.Info("answering", "coverage", bot.DescribeCoverage(live.Coverage()), "state", dir)
	return s.Run(ctx)
}

// addPage adds the page to the platforms of a service. Without it there must be others.
func addPage(ctx context.Context, s *service.Service, address string, asked bool) error {
	l, err := listenForPage(ctx, address, asked, len(s.Platforms), s.Log)
	if err != nil {
		return err
	}
	if l == nil {
		if len(s.Platforms) == 0 {
			return noPlatform(platforms())
		}
		return nil
	}
	if len(s.Platforms) == 0 {
		s.Log.Info("no chat platform is set up; newshound check tells what each needs", "needed", neededSecrets(platforms()))
	}
	measured := service.NewPlatformMeasures(webName)
	p, err := webPlatform(l, platformDeps{asker: s.Corpus, log: s.Log.With("platform", webName), observer: measured})
	if err != nil {
		return errors.Join(err, l.Close())
	}
	p.Beside = !asked // who names an address wants it whatever becomes of the others
	s.Platforms = append(s.Platforms, p)
	s.Measures.Platforms = append(s.Measures.Platforms, measured)
	return nil
}

// given reports whether a flag was given on the command line.
func given(fs *flag.FlagSet, name string) (yes bool) {
	fs.Visit(func(f *flag.Flag) { yes = yes || f.Name == name })
	return yes
}

// openPlatforms opens every platform whose secrets are set, with measures of its own. If another
// process has a platform's journal, as in a rolling update, it waits for that process to end.
func openPlatforms(ctx context.Context, kinds []platformKind, d platformDeps, m *service.Measures) ([]*service.Platform, error) {
	var (
		open   []*service.Platform
		failed []error
	)
	for _, k := range kinds {
		own := d
		own.log = d.log.With("platform", k.name)
		measured := service.NewPlatformMeasures(k.name)
		own.observer = measured
		own.handler = bot.NewRelay(d.asker, bot.Options{Log: own.log, Observer: own.observer})
		if unread := unreadFiles(d.getenv, k.files); len(unread) > 0 {
			own.log.Warn("a secret is in the environment, and so its file is not read", "unread", unread)
		}
		var p *service.Platform
		err := onceFree(ctx, own.log, func() (err error) {
			p, err = service.Renewed(own.log, func() (*service.Platform, error) { return k.open(own) })
			return err
		})
		switch {
		case err != nil:
			failed = append(failed, fmt.Errorf("%s: %w", k.name, err))
		case p != nil:
			open = append(open, p)
			m.Platforms = append(m.Platforms, measured)
		}
	}
	return open, errors.Join(failed...)
}

// freeTime is how long to wait for another process to end: longer than one that was told to stop
// goes on answering.
const freeTime = time.Minute

// onceFree calls open, again and again while another process holds what it opens.
func onceFree(ctx context.Context, log *slog.Logger, open func() error) error {
	var held interface{ Held() bool }
	told, until := false, time.Now().Add(freeTime)
	for {
		err := open()
		if !errors.As(err, &held) || time.Now().After(until) {
			return err
		}
		if !told {
			log.Warn("another newshound works with this state: waiting for its end", "err", err, "at_most", freeTime)
			told = true
		}
		select {
		case <-time.After(200 * time.Millisecond):
		case <-ctx.Done():
			return err
		}
	}
}

// noPlatform says what to set for there to be a platform.
func noPlatform(kinds []platformKind) error {
	var lines []string
	for _, k := range kinds {
		lines = append(lines, fmt.Sprintf("  %-8s %s", k.name, k.secrets))
	}
	return usagef("without its page, serve needs the secrets of a chat platform, in these variables or in the\n"+
		"files that they name with _FILE appended:\n%s\nTo ask without a platform: newshound serve, or newshound chat", strings.Join(lines, "\n"))
}

// neededSecrets names what the platforms need, in one line.
func neededSecrets(kinds []platformKind) string {
	var parts []string
	for _, k := range kinds {
		parts = append(parts, k.name+": "+k.secrets)
	}
	return strings.Join(parts, "; ")
}
