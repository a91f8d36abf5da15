package frames

import (
	"context"
	"errors"
	"net"
	"sync/atomic"
	"time"
)

// The ends that a connection can have by itself.
var (
	errLost      = errors.New("connection lost")
	errNotOpened = errors.New("not opened in time")
	errClosed    = errors.New("closed")
)

// writeLimit is how long a write may take before the connection counts as lost.
const writeLimit = 10 * time.Second

// Held is a [Conn] below a library that does the wrong thing when a connection ends. The end
// is reported to the library's supervisor ([Held.Over]) and hidden from the library: its reads
// wait until the connection is closed, and a failed write ends the connection but returns no
// error. Before the library has started ([Held.Start]), a connection that ends is closed at
// once, so that the library gives up opening it.
type Held struct {
	*Conn
	over    context.Context // done at the end, which is its cause
	end     context.CancelCauseFunc
	shut    context.Context // done when it is closed
	close   context.CancelFunc
	starts  bool // only who reads uses it
	started atomic.Bool
}

// Hold returns the connection c, watched by w. It ends when ctx does, or if the library has
// not started within limit.
func Hold(ctx context.Context, c net.Conn, w Watcher, limit time.Duration) *Held {
	h := &Held{Conn: New(c, w)}
	h.over, h.end = context.WithCancelCause(ctx)
	h.shut, h.close = context.WithCancel(context.WithoutCancel(ctx))
	opening := time.AfterFunc(limit, func() {
		if !h.started.Load() {
			h.end(errNotOpened)
		}
	})
	context.AfterFunc(h.over, func() {
		opening.Stop()
		if !h.started.Load() {
			_ = h.Close()
		}
	})
	return h
}

// End ends the connection, unless it has ended.
func (h *Held) End(why error) { h.end(why) }

// Over is done when the connection has ended; context.Cause tells why.
func (h *Held) Over() context.Context { return h.over }

// Start notes that the library has a session, which it would throw away if a read failed.
func (h *Held) Start() { h.started.Store(true) }

// Starts is for the [Watcher]: the library starts with the message that the watcher is being
// shown, once that is handed on.
func (h *Held) Starts() { h.starts = true }

// Started reports whether the library has started.
func (h *Held) Started() bool { return h.started.Load() }

// Read implements [net.Conn].
func (h *Held) Read(p []byte) (int, error) {
	n, err := h.Conn.Read(p)
	if err != nil {
		h.end(errLost)
	}
	if h.over.Err() == nil {
		if h.starts {
			h.Start()
		}
		return n, nil
	}
	if h.Started() {
		<-h.shut.Done()
	}
	return 0, net.ErrClosed
}

// Write implements [net.Conn].
func (h *Held) Write(p []byte) (int, error) {
	err := h.SetWriteDeadline(time.Now().Add(writeLimit))
	if err == nil {
		_, err = h.Conn.Write(p)
	}
	if err != nil {
		h.end(errLost)
	}
	return len(p), nil
}

// Close implements [net.Conn].
func (h *Held) Close() error {
	h.end(errClosed)
	h.close()
	return h.Conn.Close()
}

// Dial opens a connection.
type Dial = func(ctx context.Context, network, address string) (net.Conn, error)

// Dialers returns functions that open connections for ws and for wss: by dial, through the
// proxy for the address if there is one, with TLS for wss, and wrapped by wrap, which so sees
// plain frames in both cases. No dialling outlives ctx.
func Dialers(ctx context.Context, dial Dial, by Proxy, wrap func(net.Conn) net.Conn) (ws, wss Dial) {
	dialer := func(scheme string) Dial {
		reach := through(dial, by, scheme)
		return func(dialing context.Context, network, address string) (net.Conn, error) {
			dialing, cancel := context.WithCancel(dialing)
			defer cancel()
			defer context.AfterFunc(ctx, cancel)()
			c, err := reach(dialing, network, address)
			if err == nil && scheme == "https" {
				host, _, _ := net.SplitHostPort(address)
				c, err = secured(dialing, c, host)
			}
			if err != nil {
				return nil, err
			}
			return wrap(c), nil
		}
	}
	return dialer("http"), dialer("https")
}
