package jsonapi_test

import (
	"context"
	"crypto/x509"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"newshound/bot/internal/jsonapi"
)

// mute is a connection that takes everything and brings nothing once it is dead, as one does
// whose other end is gone without a word.
type mute struct {
	net.Conn
	dead   *atomic.Bool
	closed chan struct{}
}

func (m mute) Write(p []byte) (int, error) {
	if m.dead.Load() {
		return len(p), nil
	}
	return m.Conn.Write(p)
}

func (m mute) Read(p []byte) (int, error) {
	n, err := m.Conn.Read(p)
	if m.dead.Load() {
		<-m.closed
		return 0, net.ErrClosed
	}
	return n, err
}

func (m mute) Close() error {
	close(m.closed)
	return m.Conn.Close()
}

// pipes is a listener whose connections are made by dial.
type pipes struct {
	net.Listener
	conns chan net.Conn
}

func (p pipes) Accept() (net.Conn, error) {
	c, ok := <-p.conns
	if !ok {
		return nil, net.ErrClosed
	}
	return c, nil
}

func (p pipes) Close() error { return nil }

// Over HTTP/2 all requests share a connection. One that is dead is given up before a request
// over it is, and the next has another.
func TestDeadConnection(t *testing.T) {
	certified := httptest.NewUnstartedServer(nil)
	certified.EnableHTTP2 = true
	certified.StartTLS()
	defer certified.Close()
	roots := x509.NewCertPool()
	roots.AddCert(certified.Certificate())
	synctest.Test(t, func(t *testing.T) {
		l := pipes{certified.Listener, make(chan net.Conn)}
		server := &http.Server{TLSConfig: certified.TLS.Clone(), Handler: http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
			if r.ProtoMajor != 2 {
				t.Errorf("asked by %s", r.Proto)
			}
		})}
		go func() { _ = server.ServeTLS(l, "", "") }()
		var dead []*atomic.Bool
		client := jsonapi.NewHTTP(func(context.Context, string, string) (net.Conn, error) {
			ours, theirs := net.Pipe()
			l.conns <- theirs
			dead = append(dead, new(atomic.Bool))
			return mute{ours, dead[len(dead)-1], make(chan struct{})}, nil
		}, 15*time.Second)
		jsonapi.Trust(client, roots)
		ask := func() (time.Duration, error) {
			began := time.Now()
			r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "https://example.com/", nil)
			if err != nil {
				t.Fatal(err)
			}
			answer, err := client.Do(r)
			if err == nil {
				_ = answer.Body.Close()
			}
			return time.Since(began), err
		}
		if _, err := ask(); err != nil {
			t.Fatal(err)
		}
		dead[0].Store(true)
		took, err := ask()
		if !errors.Is(err, jsonapi.ErrCut) || took > 9*time.Second {
			t.Errorf("over a dead connection: %v after %v", err, took)
		}
		took, err = ask()
		if err != nil || took > time.Second {
			t.Errorf("after it: %v after %v", err, took)
		}
		client.CloseIdleConnections()
		close(l.conns)
		_ = server.Close()
	})
}
