package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"newshound/bot"
)

// kind returns a kind of platform that opens as told.
func kind(name string, open func(platformDeps) (*platform, error)) platformKind {
	return platformKind{name: name, secrets: strings.ToUpper(name) + "_TOKEN", open: open}
}

func TestOpenPlatforms(t *testing.T) {
	engine := townEngine(t)
	works := kind("works", func(d platformDeps) (*platform, error) {
		if r := d.handler.Handle(t.Context(), bot.Message{Text: "help"}); r.Text == "" || d.asker.Coverage().Articles != len(town) || d.log == nil || d.state != "dir" || !d.http {
			t.Errorf("got %+v", d)
		}
		d.observer.Count(bot.EventConnected)
		return &platform{name: "works"}, nil
	})
	unset := kind("unset", func(platformDeps) (*platform, error) { return nil, nil })
	fails := kind("fails", func(platformDeps) (*platform, error) { return nil, errors.New("the token has no dots") })
	for _, c := range []struct {
		kinds []platformKind
		names []string
		errs  []string
	}{
		{[]platformKind{unset, works}, []string{"works"}, nil},
		{[]platformKind{works, fails}, []string{"works"}, []string{"fails: the token has no dots"}},
		{[]platformKind{unset, fails}, nil, []string{"fails: the token has no dots"}},
		{[]platformKind{unset}, nil, nil},
	} {
		var m measures
		got, err := openPlatforms(c.kinds, platformDeps{asker: engine, log: slog.New(slog.DiscardHandler), state: "dir", http: true}, &m)
		var names []string
		for _, p := range got {
			names = append(names, p.name)
		}
		if !slices.Equal(names, c.names) || (err != nil) != (c.errs != nil) {
			t.Errorf("got %q, %v, want %q, %q", names, err, c.names, c.errs)
		}
		for _, part := range c.errs {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("%v, want %q in it", err, part)
			}
		}
		if c.errs == nil && len(m.platforms) != len(c.names) {
			t.Errorf("%d are measured", len(m.platforms))
		}
	}
}

// fakePlatform is a platform that runs until its context ends, or an error is sent
// on fail, and then takes a time to drain.
func fakePlatform(name string, fail <-chan error, drain time.Duration, events *eventLog) *platform {
	return &platform{name: name, ready: func() bool { return true }, run: func(ctx context.Context) error {
		events.add(name + " runs")
		var err error
		select {
		case <-ctx.Done():
		case err = <-fail:
		}
		<-time.After(drain)
		events.add(name + " ended")
		return err
	}}
}

// eventLog is a list that several goroutines write.
type eventLog struct {
	mu     sync.Mutex
	events []string
}

func (l *eventLog) add(e string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.events = append(l.events, e)
}

func (l *eventLog) has(e string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Contains(l.events, e)
}

// TestServiceStops runs a service until it is stopped in some way, and sees what
// it waits for and what it returns.
func TestServiceStops(t *testing.T) {
	for _, c := range []struct {
		name   string
		fail   error
		panics bool
		drain  time.Duration // of the other platform
		took   time.Duration
		err    string
	}{
		{"told to", nil, false, 10 * time.Second, 10 * time.Second, ""},
		{"by a platform's error", errors.New("the token is refused"), false, 10 * time.Second, 10 * time.Second, "one: the token is refused"},
		{"by a panic", nil, true, 10 * time.Second, 10 * time.Second, "one: it panicked"},
		{"but does not drain", nil, false, time.Minute, drainTime, errDrain.Error()},
		{"by an error, and does not drain", errors.New("the token is refused"), false, time.Minute, drainTime, "the token is refused\n" + errDrain.Error()},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var (
					events eventLog
					log    bytes.Buffer
					fail   = make(chan error, 1)
				)
				one, two := fakePlatform("one", fail, 0, &events), fakePlatform("two", nil, c.drain, &events)
				if c.panics {
					run := one.run
					one.run = func(ctx context.Context) error {
						_ = run(ctx)
						panic("a secret")
					}
				}
				s := &service{platforms: []*platform{one, two}, log: slog.New(slog.NewTextHandler(&log, nil))}
				ctx, cancel := context.WithCancel(t.Context())
				result := make(chan error)
				go func() { result <- s.run(ctx) }()
				synctest.Wait()
				began := time.Now()
				if c.fail != nil || c.panics {
					fail <- c.fail
				} else {
					cancel()
				}
				err := <-result
				cancel()
				if took := time.Since(began); took != c.took {
					t.Errorf("it took %v, want %v", took, c.took)
				}
				if err == nil && c.err != "" || err != nil && !strings.Contains(err.Error(), c.err) || err != nil && c.err == "" {
					t.Errorf("got %v, want %q", err, c.err)
				}
				if !events.has("one ended") || events.has("two ended") != (c.drain < drainTime) {
					t.Errorf("ended: %q", events.events)
				}
				if strings.Contains(log.String(), "a secret") {
					t.Errorf("log: %s", log.String())
				}
				<-time.After(time.Hour) // for what was left behind
			})
		})
	}
}

func TestSecret(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, c := range []struct {
		value, file string
		want, err   string
	}{
		{"", "", "", ""},
		{" \n", "", "", ""},
		{"hunter2", "", "hunter2", ""},
		{" hunter2\n", "", "hunter2", ""},
		{"", write("good", "hunter2\n"), "hunter2", ""},
		{"hunter2", write("both", "hunter3"), "", "TOKEN and TOKEN_FILE are both set"},
		{"", write("empty", "\n"), "", "is empty"},
		{"", write("large", strings.Repeat("hunter2", 10_000)), "", "too large"},
		{"", filepath.Join(dir, "absent"), "", "no such file"},
		{"", dir, "", "is a directory"},
	} {
		env := map[string]string{"TOKEN": c.value, "TOKEN_FILE": c.file}
		got, err := secret(func(name string) string { return env[name] }, "TOKEN")
		if got.Reveal() != c.want || got.IsSet() != (c.want != "") || (err != nil) != (c.err != "") {
			t.Errorf("%+v: got %q, %v", c, got.Reveal(), err)
		}
		if err != nil && (!strings.Contains(err.Error(), c.err) || strings.Contains(err.Error(), "hunter")) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// TestSecretsStaySecret opens every platform with secrets that are of no use, or
// of the wrong form, and looks for them in its log, its error and itself.
func TestSecretsStaySecret(t *testing.T) {
	isSecret := regexp.MustCompile(`(TOKEN|SECRET)$`)
	for _, k := range platforms() {
		read := 0
		for _, value := range []string{"hunter2", "xoxb-hunter2", "xapp-hunter2", "0123456789abcdef0123456789hunter2", "MTIz.hunter2.hunter2"} {
			var log bytes.Buffer
			d := platformDeps{
				handler: bot.NewRelay(townEngine(t), bot.Options{}), asker: townEngine(t), observer: bot.Unobserved{}, http: true,
				log: slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug})),
				getenv: func(name string) string {
					if !isSecret.MatchString(name) {
						return ""
					}
					read++
					return value
				},
			}
			p, err := k.open(d)
			if said := fmt.Sprintf("%s %v %+v %#v %+v", log.String(), err, p, p, err); strings.Contains(said, "hunter2") {
				t.Errorf("%s: a secret is in %s", k.name, said)
			}
		}
		if read == 0 {
			t.Errorf("%s reads no secret", k.name)
		}
	}
}
