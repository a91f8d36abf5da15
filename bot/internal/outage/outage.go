// Package outage tells a platform that is away from one whose answer was lost on its way.
//
// A request that was sent and not answered may have been carried out, and one that must not
// be made twice cannot be made again. Where the platform is there as ever, it was carried
// out as a rule. Where nothing is answered at all, it was not; and what has not been sent
// yet had better wait.
package outage

import (
	"context"
	"sync"
	"time"
)

// Watch knows whether a platform is away. It is safe for concurrent use.
type Watch struct {
	answers func(context.Context) bool
	first   time.Duration

	mu   sync.Mutex
	look *look // under way, or nil
}

// look asks a platform until it answers.
type look struct {
	over chan struct{}
	away bool // to be read once over is closed
}

// New returns a watch. answers makes a request that changes nothing, and reports whether
// anything was answered, be it an error. Where nothing is, it is called again, first after
// so long, then ever more rarely, up to once a minute.
func New(first time.Duration, answers func(context.Context) bool) *Watch {
	return &Watch{answers: answers, first: first}
}

// Wait returns when the platform is not known to be away, or when ctx ends, with its error.
func (w *Watch) Wait(ctx context.Context) error {
	w.mu.Lock()
	l := w.look
	w.mu.Unlock()
	if l != nil {
		select {
		case <-l.over:
		case <-ctx.Done():
		}
	}
	return ctx.Err()
}

// Away is called after a request that was sent and not answered. It returns when the
// platform answers, and reports whether it did not at first; or when ctx ends, with true.
func (w *Watch) Away(ctx context.Context) bool {
	w.mu.Lock()
	l := w.look
	mine := l == nil
	if mine {
		l = &look{over: make(chan struct{})}
		w.look = l
	}
	w.mu.Unlock()
	if !mine {
		select {
		case <-l.over:
			return l.away
		case <-ctx.Done():
			return true
		}
	}
	for wait := w.first; ctx.Err() == nil && !w.answers(ctx); wait = min(2*wait, time.Minute) {
		l.away = true
		timer := time.NewTimer(wait)
		select {
		case <-timer.C:
		case <-ctx.Done():
			timer.Stop()
		}
	}
	w.mu.Lock()
	w.look = nil
	w.mu.Unlock()
	close(l.over)
	return l.away
}
