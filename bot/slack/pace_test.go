package slack_test

import (
	"context"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	api "github.com/slack-go/slack"

	"newshound/bot/slack"
)

// TestLongPause has Slack tell to wait for long: nothing is sent in that time, if it makes sense.
func TestLongPause(t *testing.T) {
	for says, want := range map[time.Duration]time.Duration{10 * time.Minute: 10 * time.Minute, 24 * time.Hour: time.Hour} {
		for _, key := range []string{"C1", ""} {
			synctest.Test(t, func(t *testing.T) {
				b, err := slack.Open(slack.Options{})
				if err != nil {
					t.Fatal(err)
				}
				began, calls := time.Now(), 0
				err = b.Again(t.Context(), key, func() error {
					if calls++; calls == 1 {
						return &api.RateLimitedError{RetryAfter: says}
					}
					return nil
				})
				if took := time.Since(began); err != nil || calls != 2 || took != want {
					t.Errorf("%q, told to wait %v: %d calls in %v, %v", key, says, calls, took, err)
				}
			})
		}
	}
}

// TestHeld sends to a channel of which a process before this one has noted until when nothing is
// sent there; what is too far off was noted while a clock was wrong.
func TestHeld(t *testing.T) {
	for held, want := range map[time.Duration]time.Duration{time.Hour: time.Hour, 48 * time.Hour: 0, -time.Hour: 0} {
		synctest.Test(t, func(t *testing.T) {
			b, err := slack.Open(slack.Options{})
			if err != nil {
				t.Fatal(err)
			}
			began := time.Now()
			b.Hold("C1", began.Add(held))
			err = b.Again(t.Context(), "C1", func() error { return nil })
			if took := time.Since(began); err != nil || took != want {
				t.Errorf("held for %v: sent after %v, %v", held, took, err)
			}
		})
	}
}

// TestSlowToSend has it take a while until a message is on its way, as where the disk is busy: the
// next comes no sooner after it for that.
func TestSlowToSend(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, err := slack.Open(slack.Options{})
		if err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		var sent time.Time
		var all sync.WaitGroup
		for range 3 {
			all.Go(func() {
				_ = b.Again(t.Context(), "C1", func() error {
					<-time.After(3 * time.Second)
					if gap := time.Since(sent); gap < time.Second {
						t.Errorf("sent after %v", gap)
					}
					sent = time.Now()
					return nil
				})
			})
		}
		all.Wait()
		if took := sent.Sub(began); took != 11*time.Second {
			t.Errorf("sent in %v", took)
		}
	})
}

// TestPanicInATurn has a call to a channel panic: the next has its turn all the same.
func TestPanicInATurn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, err := slack.Open(slack.Options{})
		if err != nil {
			t.Fatal(err)
		}
		func() {
			defer func() { _ = recover() }()
			_ = b.Again(t.Context(), "C1", func() error { panic("in a call") })
		}()
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		if err := b.Again(ctx, "C1", func() error { return nil }); err != nil {
			t.Error(err)
		}
	})
}
