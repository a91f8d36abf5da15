// Package outage distinguishes a platform that is down from one whose answer was lost on
// the way.
//
// A request that was sent and not answered may have been carried out, and one that must not
// be carried out twice cannot be repeated. If the platform answers other requests, it was
// carried out as a rule. If it answers nothing, it was not, and further requests had better
// wait.
package outage

import (
	"context"
	"sync"
	"time"
)

// Watch knows whether a platform is down. It is safe for concurrent use.
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

// New returns a watch. answers makes a request that changes nothing and reports whether
// there was any answer, be it an error. If there was none, it is called again after the
// time first, and then at growing intervals of up to a minute.
func New(first time.Duration, answers func(context.Context) bool) *Watch {
	return &Watch{answers: answers, first: first}
}

// Wait returns when the platform is not known to be down, or when ctx ends, with its error.
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

// Away is called after a request that was sent and not answered. It returns once the
// platform answers, and reports whether it was down until then. If ctx ends first, it
// returns true.
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
