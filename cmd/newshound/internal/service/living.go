package service

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"os/signal"
	"sync/atomic"
	"time"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/bot"
	"newshound/corpus"
)

// watchEvery is how often to look whether an index has changed.
const watchEvery = 2 * time.Second

// Index is an index that may change where it was opened from.
type Index interface {
	answer.Index
	// Stale reports whether the index has changed since it was opened. An error says
	// that there is none at the moment.
	Stale() (bool, error)
	// Replaced reports whether it was replaced by another file.
	Replaced() bool
	// Verify reads all of it, and returns an error if it is damaged.
	Verify(context.Context) error
}

// Living is what serve answers from: a corpus that is opened again when it has changed, while
// questions are being asked. It is safe for concurrent use.
type Living struct {
	open func(context.Context) (Index, error)
	log  *slog.Logger
	now  atomic.Pointer[state]

	opened, failed atomic.Uint64 // how often it was opened again, and how often that failed
}

// state is what is answered from at some time.
type state struct {
	engine *engine.Engine
	index  Index
}

var _ bot.Asker = (*Living)(nil)

// OpenLiving opens a corpus. The error is open's.
func OpenLiving(ctx context.Context, log *slog.Logger, open func(context.Context) (Index, error)) (*Living, error) {
	ix, err := open(ctx)
	if err != nil {
		return nil, err
	}
	l := &Living{open: open, log: log}
	l.now.Store(&state{engine.New(ix), ix})
	return l, nil
}

// Ask implements [bot.Asker].
func (l *Living) Ask(ctx context.Context, q answer.Question) (*answer.Answer, error) {
	return l.now.Load().engine.Ask(ctx, q)
}

// Coverage implements [bot.Asker].
func (l *Living) Coverage() answer.Coverage { return l.now.Load().engine.Coverage() }

// Newest implements [bot.Asker].
func (l *Living) Newest(limit int) []*corpus.Article { return l.now.Load().engine.Newest(limit) }

// Article implements [bot.Asker].
func (l *Living) Article(id string) *corpus.Article { return l.now.Load().engine.Article(id) }

// Published implements [bot.Asker].
func (l *Living) Published(p answer.Period) []answer.PeriodCount {
	return l.now.Load().engine.Published(p)
}

// Labels implements [bot.Asker].
func (l *Living) Labels() (bylines, sections map[string]int) { return l.now.Load().engine.Labels() }

// watch opens the corpus again when its index is stale, and when the process gets a SIGHUP, until
// ctx ends.
func (l *Living) watch(ctx context.Context) {
	hangup := make(chan os.Signal, 1)
	if signals := hangupSignals(); len(signals) > 0 {
		signal.Notify(hangup, signals...)
		defer signal.Stop(hangup)
	}
	l.Follow(ctx, hangup)
}

// Follow does what watch does, with the signals given.
func (l *Living) Follow(ctx context.Context, hangup <-chan os.Signal) {
	ticker := time.NewTicker(watchEvery)
	defer ticker.Stop()
	told := "" // the last error, which is logged once
	for {
		asked := false
		select {
		case <-ctx.Done():
			return
		case <-hangup:
			asked = true
		case <-ticker.C:
		}
		err := l.look(ctx, asked)
		switch {
		case errors.Is(err, context.Canceled):
		case err == nil:
			told = ""
		case asked || err.Error() != told:
			told = err.Error()
			l.failed.Add(1)
			l.log.Error("the corpus cannot be opened anew; the old one answers", "err", err)
		}
	}
}

// look opens the corpus again if asked to, or if its index is stale. Another file takes the place of
// the old one only after all of it was verified, since damage would otherwise be found only by a
// question. A panic becomes an error.
func (l *Living) look(ctx context.Context, asked bool) (err error) {
	defer survive(l.log, &err)
	before := l.now.Load().index
	if !asked {
		if stale, err := before.Stale(); err != nil || !stale {
			return err
		}
	}
	replaced := before.Replaced()
	ix, err := l.open(ctx)
	if err != nil {
		return err
	}
	if replaced {
		if err := ix.Verify(ctx); err != nil {
			return err
		}
	}
	l.now.Store(&state{engine.New(ix), ix})
	l.opened.Add(1)
	l.log.Info("the corpus was opened anew", "coverage", bot.DescribeCoverage(ix.Coverage()))
	return nil
}
