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
	// proven is how long a platform must have run to show that its secrets are good. If it is
	// refused before that, it is set up wrongly, and a person has just started it and will read so.
	proven = time.Minute
	// renewFirst and renewLast are the shortest and longest wait before it is opened again.
	renewFirst = time.Minute
	renewLast  = 15 * time.Minute
)

// errUnset is returned for a platform whose secrets are not set any more.
var errUnset = errors.New("its secrets are not set any more")

// Renewed returns the platform that open returns, or nil where there is none. If the platform fails
// after it has run for some time, it is opened again: the app may have been installed again, with
// a new token in the file that the secret is read from, or the platform may have refused a good
// token by mistake.
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

// renewed is a platform that is opened again when it fails.
type renewed struct {
	log  *slog.Logger
	open func() (*Platform, error)
	now  atomic.Pointer[Platform]
}

// at returns a handler that passes requests at a route to the platform as it is open now.
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
