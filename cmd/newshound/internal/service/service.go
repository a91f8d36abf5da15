package service

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"
)

const (
	// AnswerTime is how long requests may take once the service is told to stop.
	AnswerTime = 5 * time.Second
	// drainTime is how long the platforms may take then to answer what they have
	// accepted.
	drainTime = 30 * time.Second
)

// Service runs platforms, and the HTTP server beside them.
type Service struct {
	Platforms []*Platform
	Log       *slog.Logger
	Listener  net.Listener // for HTTP; nil for none
	Measures  Measures
	Corpus    *Living // what there is to answer from; nil in tests of other things

	stopping atomic.Bool
}

// errDrain is returned when platforms have not ended in time.
var errDrain = errors.New("gave up waiting for replies that were under way")

// errPanicked is returned for a platform that has panicked.
var errPanicked = errors.New("it panicked; the log says where")

// failure is the error of a platform, or of the HTTP server, that could not go on.
type failure struct {
	platform *Platform // nil for the HTTP server
	err      error
}

// Run serves until ctx ends or it cannot go on, and then until all that was accepted
// is answered: first nothing more is accepted over HTTP, and then the platforms are
// drained. The error is that of the platforms that could not go on, or of the server.
func (s *Service) Run(ctx context.Context) error {
	s.Measures.started = time.Now()
	// The platforms outlive ctx by the time that the HTTP server takes to end.
	running, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	failed := make(chan failure, len(s.Platforms)+1)
	var platforms, server, watcher sync.WaitGroup
	if s.Corpus != nil {
		watcher.Go(func() { s.Corpus.watch(running) })
		defer watcher.Wait()
		defer stop()
	}
	for _, p := range s.Platforms {
		platforms.Go(func() {
			if err := s.runPlatform(running, p); err != nil {
				failed <- failure{p, fmt.Errorf("%s: %w", p.Name, err)}
			}
		})
	}
	h := s.httpServer()
	if s.Listener != nil {
		s.Log.Info("listening", "address", s.Listener.Addr().String())
		server.Go(func() {
			if err := h.Serve(s.Listener); !errors.Is(err, http.ErrServerClosed) {
				failed <- failure{nil, fmt.Errorf("serve HTTP: %w", err)}
			}
		})
	}

	problem := s.untilOver(ctx, failed)
	s.stopping.Store(true)
	end, cancel := context.WithTimeout(context.WithoutCancel(ctx), AnswerTime)
	defer cancel()
	if err := h.Shutdown(end); err != nil {
		s.Log.Warn("requests cut off", "err", err)
		problem = errors.Join(problem, h.Close())
	}
	server.Wait()
	stop()
	if !wait(&platforms, drainTime) {
		return errors.Join(problem, errDrain)
	}
	close(failed)
	for f := range failed {
		problem = errors.Join(problem, f.err)
	}
	return problem
}

// untilOver returns when ctx ends or the service cannot go on, with all errors until then. A platform
// that is refused, as after somebody has removed the app from a workspace, does not end the others,
// since starting the process again would not help. After a panic it might.
func (s *Service) untilOver(ctx context.Context, failed <-chan failure) (problem error) {
	left := 0
	for _, p := range s.Platforms {
		if !p.Beside {
			left++
		}
	}
	for {
		select {
		case <-ctx.Done():
			s.Log.Info("stopping")
			return problem
		case f := <-failed:
			problem = errors.Join(problem, f.err)
			if f.platform != nil && !f.platform.Beside {
				left--
			}
			if f.platform == nil || left <= 0 || errors.Is(f.err, errPanicked) {
				s.Log.Error("stopping", "err", f.err)
				return problem
			}
			s.Log.Error("going on without a platform", "platform", f.platform.Name, "err", f.err)
		}
	}
}

// runPlatform runs a platform. A panic that the platform did not recover is an error.
func (s *Service) runPlatform(ctx context.Context, p *Platform) (err error) {
	defer func() { p.ended.Store(true) }()
	defer survive(s.Log.With("platform", p.Name), &err)
	return p.Run(ctx)
}

// survive turns a panic in the function that defers it into an error, and logs where it was. Of the
// panic's value it logs only the type, for the value may hold what somebody wrote.
func survive(log *slog.Logger, err *error) {
	if v := recover(); v != nil {
		log.Error("panic", "value", fmt.Sprintf("%T", v), "stack", string(debug.Stack()))
		*err = errPanicked
	}
}

// wait waits for a group for the given time at most, and reports whether it has ended. If not, its
// goroutines go on until the process ends.
func wait(group *sync.WaitGroup, most time.Duration) bool {
	ended := make(chan struct{})
	go func() {
		group.Wait()
		close(ended)
	}()
	timer := time.NewTimer(most)
	defer timer.Stop()
	select {
	case <-ended:
		return true
	case <-timer.C:
		return false
	}
}
