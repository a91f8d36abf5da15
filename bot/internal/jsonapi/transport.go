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
	// maxIdle is how many connections are kept for the next request, and idleTime for how long.
	// A server gives up such a connection as a rule after a minute or more, and a request that
	// it meets then is lost, and nobody knows.
	maxIdle  = 64
	idleTime = 20 * time.Second
	// pingAfter is how long a connection of HTTP/2, which all requests share, may be silent
	// before its other end is asked whether it is there, and pingTime how long that may take.
	// Else all that is sent over one that is dead is lost, request by request.
	pingAfter = 4 * time.Second
	pingTime  = 5 * time.Second
)

// NewHTTP returns what a client makes its requests with, over connections of dial, nil
// for the network's. A request that has no answer within a limit is given up. It follows no
// redirect, which would take a token, or a message, elsewhere.
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

// ErrCut is wrapped by the error of a request whose answer did not come, or not whole.
var ErrCut = errors.New("the connection was cut")

// transport gives requests up after a limit, and tells which were not sent, and which not
// answered. It tells the journal of a request when there is a connection for it, and does not
// count the time which that takes: a disk may hang, and what is then given up is in doubt.
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
		// Another time if nothing could be sent over the one before.
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

// body tells an answer that ends early from one that makes no sense.
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

// Journal is told that an attempt is about to be made, and of one that it came to nothing.
type Journal interface {
	Sending()
	NotSent()
}

// journalKey is the key of a context's [Journal].
type journalKey struct{}

// Told returns a context in which a journal is told of each attempt when there is a connection
// for it: to make one takes far longer than to send what is sent then, and who is killed
// meanwhile has sent nothing.
func Told(ctx context.Context, j Journal) context.Context {
	return context.WithValue(ctx, journalKey{}, j)
}
