package service

import (
	"context"
	"net/http"
	"sync/atomic"
)

// Platform is one chat platform that serve runs.
type Platform struct {
	Name string
	// Run serves until ctx ends, drains what was accepted, and returns nil. If it cannot
	// go on, since a token is refused for instance, it returns the reason before that. It
	// recovers the panics of its own goroutines.
	Run func(ctx context.Context) error
	// Ready reports whether messages arrive: the socket stands.
	Ready func() bool
	// Routes are what --http serves for the platform, by pattern
	// (https://pkg.go.dev/net/http#hdr-Patterns-ServeMux): "POST /slack/events".
	// Bodies are at most 1 MB. Nil if there are none.
	Routes map[string]http.Handler
	// Beside says that it is served only beside others: it ends with the last of them.
	Beside bool

	ended atomic.Bool
}

// ready reports whether messages arrive.
func (p *Platform) ready() bool { return !p.ended.Load() && p.Ready() }
