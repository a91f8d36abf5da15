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

// Run serves until ctx ends or a platform cannot go on, and then until all that
// was accepted is answered: first nothing more is accepted over HTTP, and then
// the platforms are drained. The error is that of the platforms that could not go
// on, or of the server.
func (s *Service) Run(ctx context.Context) error {
	s.Measures.started = time.Now()
	// The platforms outlive ctx by what the HTTP server takes to end.
	running, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	failed := make(chan error, len(s.Platforms)+1)
	var platforms, server, watcher sync.WaitGroup
	if s.Corpus != nil {
		watcher.Go(func() { s.Corpus.watch(running) })
		defer watcher.Wait()
		defer stop()
	}
	for _, p := range s.Platforms {
		platforms.Go(func() {
			if err := s.runPlatform(running, p); err != nil {
				failed <- fmt.Errorf("%s: %w", p.Name, err)
			}
		})
	}
	h := s.httpServer()
	if s.Listener != nil {
		s.Log.Info("listening", "address", s.Listener.Addr().String())
		server.Go(func() {
			if err := h.Serve(s.Listener); !errors.Is(err, http.ErrServerClosed) {
				failed <- fmt.Errorf("serve HTTP: %w", err)
			}
		})
	}

	var problem error
	select {
	case <-ctx.Done():
		s.Log.Info("stopping")
	case problem = <-failed:
		s.Log.Error("stopping", "err", problem)
	}
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
	for err := range failed {
		problem = errors.Join(problem, err)
	}
	return problem
}

// runPlatform runs a platform. A panic that the platform did not recover is an
// error: serve ends as after any other, with what was accepted answered.
func (s *Service) runPlatform(ctx context.Context, p *Platform) (err error) {
	defer survive(s.Log.With("platform", p.Name), &err)
	return p.Run(ctx)
}

// survive makes a panic in the function that defers it an error, and logs where it was. Of
// the panic's value it logs the type alone, for it may hold what somebody wrote.
func survive(log *slog.Logger, err *error) {
	if v := recover(); v != nil {
		log.Error("panic", "value", fmt.Sprintf("%T", v), "stack", string(debug.Stack()))
		*err = errors.New("it panicked; the log says where")
	}
}

// wait waits for a group, at most so long, and reports whether it has ended. A
// group that has not is left behind with its process.
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
