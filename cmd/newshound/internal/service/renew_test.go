package service

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

var errToken = errors.New("the token is refused")

// stepped returns what opens the platforms of a list one after the other, nil for one that
// cannot be opened. Each is ready as long as it runs, which is for the time given, and says its
// number at its route.
func stepped(runs ...time.Duration) func() (*Platform, error) {
	n := 0
	return func() (*Platform, error) {
		run := runs[n]
		n++
		if run == 0 {
			return nil, errors.New("the secret's file is gone")
		}
		name, up := strings.Repeat("I", n), new(atomic.Bool)
		return &Platform{
			Name: "one", Ready: up.Load,
			Routes: map[string]http.Handler{"POST /events": http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, name) })},
			Run: func(ctx context.Context) error {
				up.Store(true)
				defer up.Store(false)
				select {
				case <-ctx.Done():
					return nil
				case <-time.After(run):
					return errToken
				}
			},
		}, nil
	}
}

// TestRenewed refuses a platform after some time, cannot open it at first, and then has it
// refused at once: each time it is tried later, until it is good, and from then on as before.
func TestRenewed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var log bytes.Buffer
		p, err := Renewed(slog.New(slog.NewTextHandler(&log, nil)), stepped(time.Hour, 0, time.Second, 24*time.Hour, 24*time.Hour))
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() { ended <- p.Run(ctx) }()
		began := time.Now()
		for _, want := range []struct {
			at    time.Duration
			ready bool
			name  string
		}{
			{30 * time.Minute, true, "I"},
			{60 * time.Minute, false, "I"},                 // refused, and not yet opened anew
			{61 * time.Minute, false, "I"},                 // it could not be opened a minute later
			{63 * time.Minute, false, "III"},               // opened two minutes after that, and refused
			{67 * time.Minute, true, "IIII"},               // … and four minutes after that
			{24*time.Hour + 69*time.Minute, true, "IIIII"}, // and a day later a minute after it was refused
		} {
			<-time.After(time.Until(began.Add(want.at + 2*time.Second)))
			w := httptest.NewRecorder()
			p.Routes["POST /events"].ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/events", nil))
			if p.Ready() != want.ready || w.Body.String() != want.name {
				t.Errorf("after %v: ready: %t, at the route: %s; want %t, %s", want.at, p.Ready(), w.Body, want.ready, want.name)
			}
		}
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("told to stop, it ended with %v", err)
		}
		for _, line := range []string{`err="the token is refused" again_in=1m0s`, `err="the secret's file is gone" again_in=2m0s`, `err="the token is refused" again_in=4m0s`} {
			if !strings.Contains(log.String(), line) {
				t.Errorf("no %s in\n%s", line, log.String())
			}
		}
	})
}

// TestNotRenewed has a platform be refused soon, be told to stop while it waits, and not be set
// up at all.
func TestNotRenewed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for _, run := range []time.Duration{59 * time.Second, time.Hour} {
			p, err := Renewed(slog.New(slog.DiscardHandler), stepped(run))
			if err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithTimeout(t.Context(), run+30*time.Second)
			began := time.Now()
			err = p.Run(ctx)
			cancel()
			if took := time.Since(began); !errors.Is(err, errToken) || run < time.Minute && took != run {
				t.Errorf("it ended after %v with %v", took, err)
			}
		}
		if p, err := Renewed(nil, func() (*Platform, error) { return nil, nil }); p != nil || err != nil {
			t.Errorf("of nothing there is %v, %v", p, err)
		}
		if p, err := Renewed(nil, stepped(0)); p != nil || err == nil {
			t.Errorf("of what cannot be opened there is %v, %v", p, err)
		}
	})
}
