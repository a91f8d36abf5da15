package jsonapi

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"time"
)

const (
	// dialLimit is how long it may take to connect.
	dialLimit = 10 * time.Second
	// maxIdle is how many idle connections are kept, and idleTime for how long. Servers close
	// theirs after a minute or more as a rule, and a request sent just then is lost without
	// anybody knowing.
	maxIdle  = 64
	idleTime = 20 * time.Second
	// pingAfter is how long an HTTP/2 connection, which all requests share, may be silent before
	// it is pinged, and pingTime how long the answer may take. Without pings, every request sent
	// over a dead connection would be lost.
	pingAfter = 4 * time.Second
	pingTime  = 5 * time.Second
)

// NewHTTP returns an HTTP client that connects by dial, nil for the network's, and gives up
// a request that is not answered within limit. It follows no redirects, which would send a
// token or a message elsewhere.
func NewHTTP(dial func(ctx context.Context, network, address string) (net.Conn, error), limit time.Duration) *http.Client {
	if dial == nil {
		dial = (&net.Dialer{Timeout: dialLimit}).DialContext
	}
	return &http.Client{
		Transport: transport{&http.Transport{
			DialContext: dial, Proxy: http.ProxyFromEnvironment, ForceAttemptHTTP2: true,
			MaxIdleConnsPerHost: maxIdle, IdleConnTimeout: idleTime, TLSHandshakeTimeout: dialLimit,
			HTTP2: &http.HTTP2Config{SendPingTimeout: pingAfter, PingTimeout: pingTime},
		}, limit},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// ErrUnsent is wrapped by the error of a request for which there was no connection:
// nothing of it was sent.
var ErrUnsent = errors.New("no connection")

// ErrCut is wrapped by the error of a request whose answer did not arrive, or not whole.
var ErrCut = errors.New("the connection was cut")

// transport gives requests up after a limit, and says in its error whether a request was not
// sent or not answered. It tells a request's journal once there is a connection. The time which
// that takes does not count: the disk may hang, and a request given up then would be in doubt.
type transport struct {
	*http.Transport
	limit time.Duration
}

// RoundTrip implements [http.RoundTripper].
func (t transport) RoundTrip(r *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithCancelCause(r.Context())
	until := time.Now().Add(t.limit)
	timer := time.AfterFunc(t.limit, func() { cancel(context.DeadlineExceeded) })
	end := func() {
		timer.Stop()
		cancel(nil)
	}
	connected := false
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		// Called again if nothing could be sent over the first connection.
		GetConn: func(string) { connected = false },
		GotConn: func(httptrace.GotConnInfo) {
			connected = true
			if j, ok := ctx.Value(journalKey{}).(Journal); ok {
				timer.Stop()
				began := time.Now()
				j.Sending()
				until = until.Add(time.Since(began))
				timer.Reset(time.Until(until))
			}
		},
	})
	resp, err := t.Transport.RoundTrip(r.WithContext(ctx))
	switch {
	case err == nil:
		resp.Body = body{resp.Body, end}
		return resp, nil
	case connected:
		err = fmt.Errorf("%w: %w", ErrCut, err)
	default:
		err = fmt.Errorf("%w: %w", ErrUnsent, err)
	}
	end()
	return resp, err
}

// body is an answer's body that marks the error of one that ends early with [ErrCut].
type body struct {
	io.ReadCloser
	end func()
}

// Close implements [io.Closer].
func (b body) Close() error {
	defer b.end()
	return b.ReadCloser.Close()
}

// Read implements [io.Reader].
func (b body) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = fmt.Errorf("%w: %w", ErrCut, err)
	}
	return n, err
}

// Journal is told that an attempt is about to be made, and that it certainly had no effect.
type Journal interface {
	Sending()
	NotSent()
}

// journalKey is the key of a context's [Journal].
type journalKey struct{}

// Told returns a context in which a journal is told of each attempt once there is a connection:
// to connect takes far longer than to send, and a process that is killed meanwhile has sent
// nothing.
func Told(ctx context.Context, j Journal) context.Context {
	return context.WithValue(ctx, journalKey{}, j)
}
