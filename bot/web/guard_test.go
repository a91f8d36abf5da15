package web_test

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/bot/web"
)

// TestHeaders holds every kind of answer to what a browser is to be told.
func TestHeaders(t *testing.T) {
	p := page(t, bottest.Answering(t, bottest.Bridge()))
	for _, path := range []string{"/", asking("Who?"), "/article/bridge", "/coverage", "/nowhere", "/style.css", "/icon.svg", "/api/v1/ask?q=a", "/api/v1/nothing"} {
		r, text := get(t, p, path)
		for name, want := range map[string]string{
			"Content-Security-Policy": "default-src 'none'; style-src 'self'", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
			"X-Frame-Options": "DENY", "Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "private",
		} {
			if !strings.HasPrefix(r.Header.Get(name), want) {
				t.Errorf("%s: %s is %q", path, name, r.Header.Get(name))
			}
		}
		if r.Header.Get("Set-Cookie") != "" || r.Header.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s: %v", path, r.Header)
		}
		for _, bad := range []string{"<script", " style=", " onclick", "//cdn"} {
			if strings.Contains(text, bad) {
				t.Errorf("%s has %s", path, bad)
			}
		}
	}
	r, _ := get(t, p, "/style.css")
	if again, _ := get(t, p, "/style.css", func(q *http.Request) { q.Header.Set("If-None-Match", r.Header.Get("Etag")) }); again.StatusCode != http.StatusNotModified {
		t.Errorf("what a browser has is sent again: %d", again.StatusCode)
	}
}

func TestHosts(t *testing.T) {
	asker := bottest.Answering(t, bottest.Bridge())
	for host, local := range map[string]bool{
		"localhost": true, "localhost:8017": true, "LOCALHOST:1": true, "127.0.0.1": true, "127.0.0.1:8017": true, "127.9.9.9:8017": true, "[::1]:8017": true, "[::1]": true,
		"": false, "evil.example": false, "localhost.evil.example": false, "127.0.0.1.evil.example": false, "192.168.0.1:8017": false, "[fe80::1]:8017": false, "0.0.0.0": false,
	} {
		for loopback, want := range map[bool]bool{true: local, false: true} {
			p := page(t, asker, func(o *web.Options) { o.Loopback = loopback })
			r, text := get(t, p, "/coverage", func(r *http.Request) { r.Host = host })
			if got := r.StatusCode == http.StatusOK; got != want || !got && strings.Contains(text, "Gazette") {
				t.Errorf("%q, loopback %v: %d", host, loopback, r.StatusCode)
			}
		}
	}
}

func TestMethods(t *testing.T) {
	p := page(t, bottest.Answering(t, bottest.Bridge()))
	for _, path := range []string{"/", "/coverage", "/article/bridge", "/style.css"} {
		for method, want := range map[string]int{http.MethodHead: 200, http.MethodPost: 405, http.MethodDelete: 405, http.MethodOptions: 405} {
			if r, _ := get(t, p, path, by(method)); r.StatusCode != want || want == 405 && r.Header.Get("Allow") != "GET, HEAD" {
				t.Errorf("%s %s: %d, %q", method, path, r.StatusCode, r.Header.Get("Allow"))
			}
		}
	}
}

// TestLimit asks more than one address may, and from another one.
func TestLimit(t *testing.T) {
	asker := bottest.Answering(t, bottest.Bridge())
	p := page(t, asker, func(o *web.Options) { o.Relay = bot.NewRelay(asker, bot.Options{Rate: 2}) })
	from := func(address string) func(*http.Request) { return func(r *http.Request) { r.RemoteAddr = address } }
	for i, c := range []struct {
		path, address string
		status        int
	}{
		{"/", "10.0.0.1:1", 200}, {"/coverage", "10.0.0.1:2", 200}, {asking("Who?"), "10.0.0.1:3", 429}, {"/api/v1/coverage", "10.0.0.1:4", 429},
		{"/style.css", "10.0.0.1:5", 200}, {"/", "[2001:db8::1]:1", 200},
	} {
		r, text := get(t, p, c.path, from(c.address))
		if r.StatusCode != c.status || c.status == 429 && (r.Header.Get("Retry-After") == "" || !strings.Contains(text, "Please wait")) {
			t.Errorf("%d: %d, %v %s", i, r.StatusCode, r.Header, text)
		}
	}
}

// TestLimitBehindProxy asks through a proxy on this machine, which tells its clients apart, and
// from elsewhere, where anybody could say so.
func TestLimitBehindProxy(t *testing.T) {
	asker := bottest.Answering(t, bottest.Bridge())
	p := page(t, asker, func(o *web.Options) { o.Relay = bot.NewRelay(asker, bot.Options{Rate: 1}) })
	for i, c := range []struct {
		address, forwarded string
		status             int
	}{
		{"127.0.0.1:1", "10.0.0.1", 200}, {"127.0.0.1:2", "10.0.0.2", 200}, {"127.0.0.1:3", "8.8.8.8, 10.0.0.1", 429}, {"[::1]:1", "2001:db8::1", 200},
		{"127.0.0.1:4", "nobody", 200}, {"127.0.0.1:5", "", 429}, {"192.0.2.1:1", "10.0.0.3", 200}, {"192.0.2.1:1", "10.0.0.4", 429},
	} {
		r, _ := get(t, p, "/", func(r *http.Request) {
			r.RemoteAddr = c.address
			r.Header.Set("X-Forwarded-For", c.forwarded)
		})
		if r.StatusCode != c.status {
			t.Errorf("%d: %s for %q: %d, want %d", i, c.address, c.forwarded, r.StatusCode, c.status)
		}
	}
}

// broken panics when it is asked for an article.
type broken struct{ bot.Asker }

// Ask implements [bot.Asker].
func (broken) Ask(context.Context, answer.Question) (*answer.Answer, error) { panic("a secret") }

// Coverage implements [bot.Asker].
func (broken) Coverage() answer.Coverage { panic("a secret") }

func TestPanics(t *testing.T) {
	var log bytes.Buffer
	asker := broken{bottest.Answering(t, bottest.Bridge())}
	p := page(t, asker, func(o *web.Options) { o.Log = slog.New(slog.NewTextHandler(&log, nil)) })
	const sorry = "Sorry, something went wrong"
	for path, want := range map[string]string{"/coverage": sorry, "/api/v1/coverage": sorry, "/api/v1/ask?q=a": "The question failed."} {
		r, text := get(t, p, path)
		if r.StatusCode != http.StatusInternalServerError || strings.Contains(text+log.String(), "a secret") || !strings.Contains(text, want) {
			t.Errorf("%s: %d %s", path, r.StatusCode, text)
		}
	}
	if !strings.Contains(log.String(), "msg=panic") {
		t.Errorf("log: %s", log.String())
	}
}

// stuck does not answer until it is let.
type stuck struct {
	bot.Asker
	let chan struct{}
}

// Coverage implements [bot.Asker].
func (s stuck) Coverage() answer.Coverage {
	<-s.let
	return answer.Coverage{}
}

// TestStuck has a page wait for what does not come: it says so before the server would
// cut the connection.
func TestStuck(t *testing.T) {
	articles := bottest.Answering(t, bottest.Bridge())
	synctest.Test(t, func(t *testing.T) {
		asker := stuck{articles, make(chan struct{})}
		p := page(t, asker)
		page, api := [2]string{"text/plain; charset=utf-8", "This takes too long right now. Please try again in a minute.\n"},
			[2]string{"application/problem+json", `"title":"This takes too long right now.","status":503,`}
		for path, want := range map[string][2]string{"/": page, "/coverage": page, "/api/v1/coverage": api} {
			began := time.Now()
			r, text := get(t, p, path)
			if took := time.Since(began); took != 25*time.Second || r.StatusCode != http.StatusServiceUnavailable ||
				r.Header.Get("Content-Type") != want[0] || !strings.Contains(text, want[1]) {
				t.Errorf("%s: after %v %d %s %v", path, took, r.StatusCode, text, r.Header)
			}
		}
		close(asker.let)
	})
}
