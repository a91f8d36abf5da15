package frames_test

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"newshound/bot/internal/frames"
)

// A tunnel is asked for as the proxy of an address wants it, and its end is an error without the
// proxy's address.
func TestThroughProxy(t *testing.T) {
	const hello = "CONNECT a.example:80 HTTP/1.1\r\nHost: a.example:80\r\nUser-Agent: Go-http-client/1.1\r\n"
	for _, c := range []struct {
		proxy, dials string
		// What the proxy reads and then writes, again and again.
		says  []string
		fails bool
	}{
		{"", "a.example:80", []string{"", "hello"}, false},
		{"http://p.example", "p.example:80", []string{hello + "\r\n", "HTTP/1.1 200 OK\r\n\r\n", "", "hello"}, false},
		{"http://me:s%3Aecret@p.example:3128", "p.example:3128", []string{hello + "Proxy-Authorization: Basic bWU6czplY3JldA==\r\n\r\n", "HTTP/1.0 200 OK\r\n\r\n", "", "hello"}, false},
		{"http://me:secret@p.example", "p.example:80", []string{hello + "Proxy-Authorization: Basic bWU6c2VjcmV0\r\n\r\n", "HTTP/1.1 407 No\r\n\r\n"}, true},
		{"http://p.example", "p.example:80", []string{hello + "\r\n", "SSH-2.0\r\n"}, true},
		{"socks5://p.example:1080", "p.example:1080", []string{"\x05\x01\x00", "\x05\x00", "\x05\x01\x00\x03\x09a.example\x00\x50", "\x05\x00\x00\x01\x01\x02\x03\x04\x00\x50", "", "hello"}, false},
		{"socks5://p.example:1080", "p.example:1080", []string{"\x05\x01\x00", "\x05\x00", "\x05\x01\x00\x03\x09a.example\x00\x50", "\x05\x02\x00\x01\x01\x02\x03\x04\x00\x50"}, true},
		{"gopher://me:secret@p.example", "", nil, true},
	} {
		t.Run(c.proxy, func(t *testing.T) {
			dialed := ""
			dial := func(_ context.Context, _, address string) (net.Conn, error) {
				dialed = address
				ours, theirs := net.Pipe()
				go func() {
					defer func() { _ = theirs.Close() }()
					in := bufio.NewReader(theirs)
					for i := 0; i+1 < len(c.says); i += 2 {
						heard := make([]byte, len(c.says[i]))
						if _, err := io.ReadFull(in, heard); err != nil || string(heard) != c.says[i] {
							t.Errorf("the proxy reads %q, %v; want %q", heard, err, c.says[i])
						}
						_, _ = io.WriteString(theirs, c.says[i+1]) // who reads tells
					}
				}()
				return ours, nil
			}
			ws, _ := frames.Dialers(t.Context(), dial, func(r *http.Request) (*url.URL, error) {
				if r.URL.Scheme != "http" || r.URL.Host != "a.example:80" {
					t.Errorf("asked for the proxy of %s", r.URL)
				}
				if c.proxy == "" {
					return nil, nil //nolint:nilnil // there is none, and that is no error
				}
				return url.Parse(c.proxy)
			}, func(c net.Conn) net.Conn { return c })
			conn, err := ws(t.Context(), "tcp", "a.example:80")
			if dialed != c.dials || errors.Is(err, frames.ErrProxy) != c.fails || err != nil && strings.Contains(err.Error(), "secret") {
				t.Fatalf("dialed %q, %v", dialed, err)
			}
			if err == nil {
				if got, err := io.ReadAll(conn); string(got) != "hello" || err != nil {
					t.Errorf("read %q, %v", got, err)
				}
			}
		})
	}
}

// A proxy that cannot be read is told without what is in it, and one that says nothing is given
// up with the context.
func TestNoTunnel(t *testing.T) {
	ours, theirs := net.Pipe()
	defer func() { _ = theirs.Close() }()
	ctx, cancel := context.WithCancel(t.Context())
	dial := func(context.Context, string, string) (net.Conn, error) {
		go func() {
			_, _ = http.ReadRequest(bufio.NewReader(theirs)) // and says nothing
			cancel()
		}()
		return ours, nil
	}
	by := &url.URL{Scheme: "http", Host: "p.example"}
	var unread error
	ws, _ := frames.Dialers(t.Context(), dial, func(*http.Request) (*url.URL, error) { return by, unread }, func(c net.Conn) net.Conn { return c })
	if _, err := ws(ctx, "tcp", "a.example:80"); err == nil {
		t.Error("there is a tunnel")
	}
	unread = errors.New("secret")
	if _, err := ws(t.Context(), "tcp", "a.example:80"); err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("told %v", err)
	}
}
