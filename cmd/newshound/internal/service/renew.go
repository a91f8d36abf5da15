package service

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"sync/atomic"
	"time"
)

const (
	// proven is how long a platform must have run for its secrets to have been good. Where it
	// is refused before, it is set up wrongly, and somebody is there to read that.
	proven = time.Minute
	// renewFirst and renewLast are the least and the most before it is opened anew.
	renewFirst = time.Minute
	renewLast  = 15 * time.Minute
)

// errUnset is returned for a platform whose secrets are there no more.
var errUnset = errors.New("its secrets are not set any more")

// Renewed returns the platform that open returns, nil where there is none, and has it opened
// anew where it cannot go on after it has run for some time: the app may be installed again,
// and its new token be in the file that the secret is read from; and a platform may refuse a
// good token by mistake.
func Renewed(log *slog.Logger, open func() (*Platform, error)) (*Platform, error) {
	first, err := open()
	if err != nil || first == nil {
		return nil, err
	}
	r := &renewed{log: log, open: open}
	r.now.Store(first)
	p := &Platform{Name: first.Name, Run: r.run, Ready: func() bool { return r.now.Load().Ready() }}
	for pattern := range first.Routes {
		if p.Routes == nil {
			p.Routes = make(map[string]http.Handler)
		}
		p.Routes[pattern] = r.at(pattern)
	}
	return p, nil
}

// renewed is a platform that is opened anew.
type renewed struct {
	log  *slog.Logger
	open func() (*Platform, error)
	now  atomic.Pointer[Platform]
}

// at answers at a route as the platform does that there is now.
func (r *renewed) at(pattern string) http.HandlerFunc {
	return func(w http.ResponseWriter, q *http.Request) {
		h := r.now.Load().Routes[pattern]
		if h == nil {
			say(w, http.StatusServiceUnavailable, errUnset.Error())
			return
		}
		h.ServeHTTP(w, q)
	}
}

// run is [Platform.Run].
func (r *renewed) run(ctx context.Context) error {
	for wait, good := renewFirst, false; ; {
		began := time.Now()
		err := r.now.Load().Run(ctx)
		if time.Since(began) >= proven {
			wait, good = renewFirst, true
		}
		if err == nil || ctx.Err() != nil || !good {
			return err
		}
		for opened := false; !opened; wait = min(2*wait, renewLast) {
			r.log.Error("it cannot go on, and is opened anew", "err", err, "again_in", wait)
			timer := time.NewTimer(wait)
			select {
			case <-timer.C:
			case <-ctx.Done():
				timer.Stop()
				return err
			}
			var p *Platform
			if p, err = r.open(); err == nil && p == nil {
				err = errUnset
			}
			if opened = err == nil; opened {
				r.now.Store(p)
			}
		}
	}
}
