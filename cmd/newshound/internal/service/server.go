package service

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strings"
	"time"
)

const (
	// MaxBody is the size in bytes of the largest body that is read. No platform
	// sends one that is near it.
	MaxBody = 1 << 20
	// maxHeader is the size in bytes of the largest header.
	maxHeader = 64 << 10
)

// httpServer returns the server for --http. It reads each request whole before it does anything with
// it, within limits of size and time, so that neither a large nor a slow one holds it up.
func (s *Service) httpServer() *http.Server { return NewServer(s.Handler(), s.Log) }

// Handler returns what answers.
func (s *Service) Handler() http.Handler { return s.recovered(whole(s.mux())) }

// NewServer returns a server with time limits, so that no client holds it up.
func NewServer(h http.Handler, log *slog.Logger) *http.Server {
	return &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    maxHeader,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}
}

// mux returns what answers at which path.
func (s *Service) mux() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { say(w, http.StatusOK, "alive") })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, _ *http.Request) {
		if waiting := s.waitingFor(); len(waiting) > 0 {
			say(w, http.StatusServiceUnavailable, "not ready: "+strings.Join(waiting, ", "))
			return
		}
		say(w, http.StatusOK, "ready")
	})
	mux.HandleFunc("GET /metrics", s.serveMetrics)
	for _, p := range s.Platforms {
		for pattern, h := range p.Routes {
			mux.Handle(pattern, h)
		}
	}
	return mux
}

// serveMetrics answers with all measures.
func (s *Service) serveMetrics(w http.ResponseWriter, _ *http.Request) {
	ready := make(map[string]bool)
	for _, p := range s.Platforms {
		ready[p.Name] = p.ready()
	}
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	// A client that has gone is not told.
	_ = s.Measures.writeTo(w, ready, s.Corpus)
}

// waitingFor returns the names of what keeps the service from being ready.
func (s *Service) waitingFor() []string {
	var names []string
	if s.stopping.Load() {
		names = append(names, "stopping")
	}
	for _, p := range s.Platforms {
		if !p.ready() {
			names = append(names, p.Name)
		}
	}
	return names
}

// say answers with a line of text. A client that has gone is not told.
func say(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, text+"\n")
}

// recovered answers 500 where h panics, and logs where.
func (s *Service) recovered(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				s.Log.Error("panic", "path", r.URL.Path, "value", fmt.Sprintf("%T", v), "stack", string(debug.Stack()))
				say(w, http.StatusInternalServerError, "something went wrong")
			}
		}()
		h.ServeHTTP(w, r)
	})
}

// whole reads the body of a request before h sees it, and answers 413 to one that
// is too large.
func whole(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, MaxBody))
		var large *http.MaxBytesError
		switch {
		case errors.As(err, &large):
			say(w, http.StatusRequestEntityTooLarge, "the body is too large")
			return
		case err != nil:
			say(w, http.StatusBadRequest, "the body ended early")
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		h.ServeHTTP(w, r)
	})
}
