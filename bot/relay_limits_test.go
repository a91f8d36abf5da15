package bot_test

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/bottest"
)

func TestRelayDeadline(t *testing.T) {
	wait := &stub{ask: func(ctx context.Context, _ answer.Question) (*answer.Answer, error) {
		<-ctx.Done()
		return nil, ctx.Err()
	}}
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		r := bot.NewRelay(wait, bot.Options{}).Handle(t.Context(), bot.Message{Text: "Who?"})
		if took := time.Since(began); took != bot.DefaultTimeout || r.Text != "That took too long, and I stopped. A shorter question may do." {
			t.Errorf("after %v: %+v", took, r)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
		time.AfterFunc(time.Second, cancel)
		if r := bot.NewRelay(wait, bot.Options{}).Handle(ctx, bot.Message{Text: "Who?"}); r.Text != "Stopped." {
			t.Errorf("when cancelled: %+v", r)
		}
	})
}

// TestRelayGivesUp has an engine that is stuck, and minds no deadline.
func TestRelayGivesUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		release := make(chan struct{})
		seen := &bottest.Counter{}
		relay := bot.NewRelay(&stub{ask: func(context.Context, answer.Question) (*answer.Answer, error) {
			<-release
			return &answer.Answer{Outcome: answer.None}, nil
		}}, bot.Options{Parallel: 2, Observer: seen})
		// asked asks after a time, and holds what is answered when.
		var asking sync.WaitGroup
		asked := func(after, at time.Duration, want string) {
			asking.Go(func() {
				began := time.Now()
				<-time.After(after)
				r := relay.Handle(t.Context(), bot.Message{Text: "Who?"})
				if took := time.Since(began); took != at || r.Text != want {
					t.Errorf("asked after %v: after %v %q, want after %v %q", after, took, r.Text, at, want)
				}
			})
		}
		const late = "That took too long, and I stopped. A shorter question may do."
		asked(0, 10*time.Second, late)
		asked(time.Second, 11*time.Second, late)
		asked(2*time.Second, 12*time.Second, bot.Busy) // it had waited for a turn
		asked(20*time.Second, 20*time.Second, bot.Busy)
		asking.Wait()
		close(release)
		synctest.Wait()
		asked(0, 0, "The coverage does not say.")
		asking.Wait()
		if got := seen.String(); got != "busy 2 none 1 timed_out 2" {
			t.Errorf("counted %s", got)
		}
	})
}

func TestRelayLimitsAPerson(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		seen := &bottest.Counter{}
		relay := bot.NewRelay(answering(answer.Answer{Outcome: answer.None}), bot.Options{Rate: 2, Observer: seen})
		say := func(user string) string {
			return relay.Handle(t.Context(), bot.Message{Text: "Who?", User: user, Last: bot.Turn{Question: "Where?"}}).Text
		}
		const limited = "You have asked a lot in a short time. Please wait 31 seconds."
		for i, want := range []string{"The coverage does not say.", "The coverage does not say.", limited, limited} {
			if got := say("ann"); got != want {
				t.Errorf("%d: got %q, want %q", i, got, want)
			}
		}
		if got := say("bob"); got != "The coverage does not say." {
			t.Errorf("someone else: %q", got)
		}
		if got := seen.String(); got != "limited 2 none 3" {
			t.Errorf("counted %s", got)
		}
	})
}

// TestRelayTakesTurns asks more questions at once than are answered at a time.
func TestRelayTakesTurns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var now, most atomic.Int32
		slow := &stub{ask: func(_ context.Context, q answer.Question) (*answer.Answer, error) {
			most.Store(max(most.Load(), now.Add(1)))
			<-time.After(bot.DefaultTimeout - time.Second)
			now.Add(-1)
			if q.Text == "panic" {
				panic("no")
			}
			return &answer.Answer{Outcome: answer.None}, nil
		}}
		relay := bot.NewRelay(slow, bot.Options{Parallel: 3})
		began := time.Now()
		var asking sync.WaitGroup
		for i := range 12 {
			asking.Go(func() {
				text := "Who?"
				if i%4 == 0 {
					text = "panic" // gives its place back too
				}
				relay.Handle(t.Context(), bot.Message{Text: text})
			})
		}
		synctest.Wait()
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(time.Second, cancel)
		if r := relay.Handle(ctx, bot.Message{Text: "Who?"}); r.Text != "Stopped." || time.Since(began) != time.Second {
			t.Errorf("one that gave up: %q after %v", r.Text, time.Since(began))
		}
		ctx, cancel = context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if _, err := relay.Answer(ctx, answer.Question{Text: "Who?"}); !errors.Is(err, bot.ErrBusy) || bot.Problem(err) != bot.Busy {
			t.Errorf("one that had no more time: %v", err)
		}
		began = began.Add(time.Second)
		if r := relay.Handle(t.Context(), bot.Message{Text: "help"}); time.Since(began) != time.Second || r.Text == "" {
			t.Errorf("help had to wait until %v", time.Since(began))
		}
		asking.Wait()
		if took := time.Since(began); took != 4*(bot.DefaultTimeout-time.Second)-time.Second || most.Load() != 3 {
			t.Errorf("%d at a time, and done after %v", most.Load(), took)
		}
	})
}
