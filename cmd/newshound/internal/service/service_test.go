package service

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// fakePlatform is a platform that runs until its context ends, or an error is sent
// on fail, and then takes a time to drain.
func fakePlatform(name string, fail <-chan error, drain time.Duration, events *eventLog) *Platform {
	return &Platform{Name: name, Ready: func() bool { return true }, Run: func(ctx context.Context) error {
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
		{"by the last platform's error", errors.New("the token is refused"), false, 10 * time.Second, 10 * time.Second, "one: the token is refused"},
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
				two.Beside = !c.panics
				if c.panics {
					run := one.Run
					one.Run = func(ctx context.Context) error {
						_ = run(ctx)
						panic("a secret")
					}
				}
				s := &Service{Platforms: []*Platform{one, two}, Log: slog.New(slog.NewTextHandler(&log, nil))}
				ctx, cancel := context.WithCancel(t.Context())
				result := make(chan error)
				go func() { result <- s.Run(ctx) }()
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

// TestServiceGoesOn refuses one platform of two: the other goes on until it is told to stop,
// and it is told everywhere that one is missing.
func TestServiceGoesOn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var (
			events eventLog
			log    bytes.Buffer
			fail   = make(chan error, 1)
		)
		s := &Service{
			Platforms: []*Platform{fakePlatform("one", fail, 0, &events), fakePlatform("two", nil, 0, &events)},
			Log:       slog.New(slog.NewTextHandler(&log, nil)),
		}
		ctx, cancel := context.WithCancel(t.Context())
		result := make(chan error, 1)
		go func() { result <- s.Run(ctx) }()
		fail <- errors.New("the token is refused")
		<-time.After(time.Hour)
		synctest.Wait()
		if waiting := s.waitingFor(); len(result) > 0 || !slices.Equal(waiting, []string{"one"}) || !strings.Contains(log.String(), "platform=one err=\"one: the token is refused\"") {
			t.Errorf("ended: %t, waiting for %q, log: %s", len(result) > 0, waiting, log.String())
		}
		cancel()
		if err := <-result; err == nil || !strings.Contains(err.Error(), "the token is refused") || !events.has("two ended") {
			t.Errorf("told to stop: %v, %q", err, events.events)
		}
	})
}
