package frames

import (
	"bufio"
	"context"
	"crypto/tls"
	"encoding/base64"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"

	"golang.org/x/net/proxy"
)

// Proxy returns the proxy for a request, nil for none, as [http.ProxyFromEnvironment] does.
type Proxy = func(*http.Request) (*url.URL, error)

// ErrProxy is wrapped by the error of a connection that failed at the proxy.
var ErrProxy = errors.New("no connection through the proxy")

// through returns dial by way of the proxy for an address and scheme: HTTP, HTTPS or SOCKS. No
// error contains the proxy's address, which may hold a password.
func through(dial Dial, by Proxy, scheme string) Dial {
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		p, err := by(&http.Request{URL: &url.URL{Scheme: scheme, Host: address}})
		switch {
		case err != nil:
			return nil, fmt.Errorf("%w: its address cannot be read", ErrProxy)
		case p == nil:
			return dial(ctx, network, address)
		}
		c, err := tunnel(ctx, dial, p, network, address)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrProxy, err)
		}
		return c, nil
	}
}

// tunnel opens a connection by way of a proxy.
func tunnel(ctx context.Context, dial Dial, by *url.URL, network, address string) (net.Conn, error) {
	if by.Scheme == "http" || by.Scheme == "https" {
		return connect(ctx, dial, by, address)
	}
	d, err := proxy.FromURL(by, forward(dial))
	if err != nil {
		return nil, errors.New("it is of no kind that is known")
	}
	return d.(proxy.ContextDialer).DialContext(ctx, network, address)
}

// forward connects to the proxy.
type forward Dial

// Dial implements [proxy.Dialer].
func (f forward) Dial(network, address string) (net.Conn, error) {
	return f(context.Background(), network, address)
}

// DialContext implements [proxy.ContextDialer].
func (f forward) DialContext(ctx context.Context, network, address string) (net.Conn, error) {
	return f(ctx, network, address)
}

// connect asks an HTTP proxy for a tunnel to an address
// (https://www.rfc-editor.org/rfc/rfc9110#CONNECT).
func connect(ctx context.Context, dial Dial, by *url.URL, address string) (c net.Conn, err error) {
	port := by.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443"}[by.Scheme]
	}
	if c, err = dial(ctx, "tcp", net.JoinHostPort(by.Hostname(), port)); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			_ = c.Close()
		}
	}()
	raw := c
	defer context.AfterFunc(ctx, func() { _ = raw.Close() })()
	if by.Scheme == "https" {
		if c, err = secured(ctx, c, by.Hostname()); err != nil {
			return c, err
		}
	}
	ask := &http.Request{Method: http.MethodConnect, URL: &url.URL{Opaque: address}, Host: address, Header: http.Header{}}
	if by.User != nil {
		password, _ := by.User.Password()
		ask.Header.Set("Proxy-Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte(by.User.Username()+":"+password)))
	}
	if err = ask.Write(c); err != nil {
		return c, err
	}
	in := bufio.NewReader(c)
	answer, err := http.ReadResponse(in, ask) //nolint:bodyclose // what follows is the tunnel
	if err != nil {
		return c, err
	}
	if answer.StatusCode != http.StatusOK || in.Buffered() > 0 {
		return c, fmt.Errorf("it answers %d", answer.StatusCode)
	}
	return c, nil
}

// secured starts TLS with a host over a connection, which it closes if that fails.
func secured(ctx context.Context, c net.Conn, host string) (net.Conn, error) {
	t := tls.Client(c, &tls.Config{ServerName: host, MinVersion: tls.VersionTLS12})
	if err := t.HandshakeContext(ctx); err != nil {
		_ = c.Close()
		return c, err
	}
	return t, nil
}
