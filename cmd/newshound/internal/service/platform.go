package service

import (
	"context"
	"net/http"
	"sync/atomic"
)

// Platform is one chat platform that serve runs.
type Platform struct {
	Name string
	// Run serves until ctx ends and all that was accepted is drained, and then
	// returns nil, or until something makes it useless to go on, which is the
	// error: a token that is refused. It recovers the panics of its own goroutines.
	Run func(ctx context.Context) error
	// Ready reports whether messages arrive: the socket stands.
	Ready func() bool
	// Routes are what --http serves for the platform, by pattern
	// (https://pkg.go.dev/net/http#hdr-Patterns-ServeMux): "POST /slack/events".
	// Bodies are at most 1 MB. Nil if there are none.
	Routes map[string]http.Handler
	// Beside says that it is served beside others: with the last of them it ends.
	Beside bool

	ended atomic.Bool
}

// ready reports whether messages arrive.
func (p *Platform) ready() bool { return !p.ended.Load() && p.Ready() }
